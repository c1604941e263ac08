// Every occurrence at once: tagged, looked at one by one, and taken back.

import assert from "node:assert/strict";

import { site } from "./harness.mjs";
import {
  annotate, button, clickWords, eventually, hasCurrent, hasFocus, hasSelected, hasTags, popover, project, region,
  selectWords, selected, tags,
} from "./page.mjs";

const { test } = site();

const offer = (page) => page.getByRole("group", { name: "The same words elsewhere", exact: true });
const review = (page, title) => page.getByRole("region", { name: title, exact: true });
const FIVE = Array(5).fill("PERSON: Trump");

async function press(page, ...keys) {
  for (const key of keys) await page.keyboard.press(key);
}

/** How many entities the mentions of the open article name. */
const entities = async (page) => new Set((await project(page)).mentions.map((mention) => mention.entity)).size;

/** Selects words with the mouse, and waits until they are. */
async function select(page, words) {
  await selectWords(page, words);
  await popover(page).waitFor();
}

async function tagsTheFirst(page) {
  await select(page, "Trump");
  await press(page, "1");
  await hasTags(page, ["PERSON: Trump"]);
}

test("the offer tags all, as one thing and one step", async ({ page }) => {
  await tagsTheFirst(page);
  await offer(page).getByText("4 more “Trump”").waitFor();
  await hasFocus(page, "article");
  await offer(page).getByRole("button", { name: "Tag all" }).click();
  await hasTags(page, FIVE);
  assert.equal(await entities(page), 1);
  assert.equal(await offer(page).count(), 0);
  await hasFocus(page, "article");
  await button(page, "Undo").click();
  await hasTags(page, ["PERSON: Trump"]);
});

test("the offer stays until it is dealt with or something else is tagged", async ({ page }) => {
  await tagsTheFirst(page);
  await offer(page).waitFor();
  await clickWords(page, "reporters");
  await offer(page).getByText("4 more “Trump”").waitFor();
  await select(page, "Hanoi");
  await press(page, "3");
  await hasTags(page, ["PERSON: Trump", "GPE: Hanoi"]);
  assert.equal(await offer(page).count(), 0);
  await select(page, "Vladimir Putin");
  await press(page, "1");
  await offer(page).getByText("1 more “Vladimir Putin”").waitFor();
  await offer(page).getByRole("button", { name: "No, thanks" }).click();
  await offer(page).waitFor({ state: "detached" });
  await hasFocus(page, "article");
});

test("each is looked at in its line before it is tagged", async ({ page }) => {
  await tagsTheFirst(page);
  await offer(page).getByRole("button", { name: "Review" }).click();
  const strip = review(page, "“Trump” as Person");
  await strip.getByText("4 of 4 chosen").waitFor();
  const lines = strip.getByRole("listitem");
  assert.equal(await lines.count(), 4);
  assert.equal(await lines.nth(1).textContent(), "…TON, May 4. /TASS/: US President Donald Trump spoke about the importance of Russia’s …");
  await hasSelected(page, "Trump", "target");
  await lines.nth(2).getByRole("checkbox").uncheck();
  await strip.getByText("3 of 4 chosen").waitFor();
  assert.equal(await selected(page, "review"), "TrumpTrumpTrump");
  await strip.getByRole("button", { name: "Tag 3" }).click();
  await hasTags(page, FIVE.slice(1));
  assert.equal(await entities(page), 1);
  assert.equal(await strip.count(), 0);
  assert.equal(await selected(page, "review"), "");
  await hasFocus(page, "article");
});

test("parts of words and another case are found if one wants", async ({ page }) => {
  await select(page, "summit");
  await press(page, "6", "v");
  const strip = review(page, "“summit” as Event");
  await strip.getByText("5 of 5 chosen").waitFor();
  await strip.getByRole("button", { name: "Close without tagging" }).click();
  await annotate(page, ["MISC", "nuclear"]);
  await clickWords(page, ["nuc*lear", 0]);
  await hasCurrent(page, "nuclear");
  await press(page, "v");
  await review(page, "“nuclear” as Other name").getByText("5 of 5 chosen").waitFor();
  await review(page, "“nuclear” as Other name").getByRole("button", { name: "Whole words" }).click();
  await review(page, "“nuclear” as Other name").getByText("0 of 0 chosen").waitFor();
});

test("by keyboard: Shift and the label's key, undo, and look at each", async ({ page }) => {
  await region(page).focus();
  await press(page, "Control+Home", "Control+Shift+ArrowRight");
  await hasSelected(page, "Trump");
  await press(page, "Shift+Digit1");
  await hasTags(page, FIVE);
  assert.equal(await entities(page), 1);
  await hasCurrent(page, "Trump");
  assert.equal(await popover(page).count(), 0);
  await press(page, "Control+z");
  await hasTags(page, []);
  await press(page, "Control+Home", "Control+Shift+ArrowRight", "1");
  await hasTags(page, ["PERSON: Trump"]);
  await press(page, "v");
  const strip = review(page, "“Trump” as Person");
  await strip.getByText("4 of 4 chosen").waitFor();
  await eventually(() => page.evaluate(() => document.activeElement.type), "checkbox");
  await press(page, "n", "ArrowDown", "Space");
  await strip.getByText("2 of 4 chosen").waitFor();
  await press(page, "y");
  await strip.getByText("3 of 4 chosen").waitFor();
  await press(page, "ArrowUp", "n");
  await strip.getByText("2 of 4 chosen").waitFor();
  await press(page, "Enter");
  await hasTags(page, FIVE.slice(2));
  await hasFocus(page, "article");
  await press(page, "Control+z", "Control+Home", "v");
  await strip.getByText("4 of 4 chosen").waitFor();
  await press(page, "Escape");
  await strip.waitFor({ state: "detached" });
  await hasFocus(page, "article");
  await hasTags(page, ["PERSON: Trump"]);
});

test("with a tag selected, its words are tagged; others of the same name join it", async ({ page }) => {
  await annotate(page, ["PERSON", ["Trump", 3]]);
  await region(page).focus();
  await press(page, "Control+Home", "n", "Shift+Digit1");
  await hasTags(page, FIVE);
  assert.equal(await entities(page), 1);
  await press(page, "Shift+Digit1");
  await page.getByText("All of these words have this tag already.").waitFor();
});

test("what is within a longer tag of the label is left alone", async ({ page }) => {
  await annotate(page, ["PERSON", "Donald Trump"]);
  await select(page, "Trump");
  await press(page, "Shift+Digit1");
  await hasTags(page, ["PERSON: Trump", "PERSON: Donald Trump", ...FIVE.slice(2)]);
});

test("all tags of the same words go at once, by key and from the card", async ({ page }) => {
  await annotate(page, ["PERSON", "Trump"], ["PERSON", ["Trump", 1]], ["ORG", ["Trump", 2]]);
  await region(page).focus();
  await press(page, "Control+Home", "n", "Shift+Delete");
  await hasTags(page, ["ORG: Trump"]);
  await hasFocus(page, "article");
  await press(page, "Control+z");
  await eventually(async () => (await tags(page)).length, 3);
  await page.locator("[data-row]").first().click();
  await button(page, "Delete all 2").click();
  await hasTags(page, ["ORG: Trump"]);
  await button(page, "Undo").click();
  await eventually(async () => (await tags(page)).length, 3);
});

test("claims that are tagged at once are claims each, and are not asked about", async ({ page }) => {
  await select(page, "The leaders");
  await press(page, "Shift+C");
  await eventually(async () => (await tags(page)).length, 2);
  assert.equal(await page.getByRole("group", { name: "About this claim" }).count(), 0);
});
