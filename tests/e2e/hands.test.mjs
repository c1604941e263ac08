// Parts, growing by meaning, unsure, several labels, splitting, merging, and many at once.

import assert from "node:assert/strict";

import { site } from "./harness.mjs";
import {
  annotate, button, card, clickWords, eventually, hasCurrent, hasFocus, hasSelected, hasTags, list, popover, project,
  region, selectWords, tags,
} from "./page.mjs";

const { test } = site();

async function press(page, ...keys) {
  for (const key of keys) {
    const [name, times] = key.split("*");
    for (let n = 0; n < Number(times ?? 1); n += 1) await page.keyboard.press(name);
  }
}

/** Selects words with the mouse, and waits until they are. */
async function select(page, from, to = from) {
  await selectWords(page, from, to);
  await popover(page).waitFor();
}

async function selectWithCtrl(page, words) {
  await page.keyboard.down("Control");
  await selectWords(page, words);
  await page.keyboard.up("Control");
}

async function caretAt(page, words) {
  await clickWords(page, words);
  await hasFocus(page, "article");
}

const row = (page, words) => list(page).locator("[data-row]").filter({ hasText: words });
const undo = async (page, expected) => {
  await button(page, "Undo").click();
  await hasTags(page, expected);
};

test("parts by mouse: added with Ctrl, taken away in the card, one step each", async ({ page }) => {
  await annotate(page, ["PERSON", "Vladimir Putin"]);
  await clickWords(page, "Vlad*imir");
  await hasCurrent(page, "Vladimir Putin");
  await selectWithCtrl(page, "Sanders");
  await hasTags(page, ["PERSON: Vladimir Putin … Sanders"]);
  assert.equal(await popover(page).count(), 0);
  const ids = await page.locator("#article mark").evaluateAll((all) => all.map((mark) => mark.dataset.ids));
  assert.equal(new Set(ids).size, 1);
  await selectWithCtrl(page, "reporters");
  await hasTags(page, ["PERSON: Vladimir Putin … Sanders … reporters"]);
  await undo(page, ["PERSON: Vladimir Putin … Sanders"]);
  await row(page, "Vladimir Putin").click();
  const parts = card(page).getByRole("list", { name: "Parts" });
  await parts.getByRole("button", { name: "Take away" }).first().click();
  await hasTags(page, ["PERSON: Sanders"]);
  await undo(page, ["PERSON: Vladimir Putin … Sanders"]);
  await parts.getByRole("button", { name: "Its own tag" }).last().click();
  await hasTags(page, ["PERSON: Vladimir Putin", "PERSON: Sanders"]);
});

test("parts by keyboard", async ({ page }) => {
  await annotate(page, ["PERSON", "Vladimir Putin"]);
  await region(page).focus();
  await press(page, "Control+Home", "n", "Control+ArrowRight*8", "Control+Shift+ArrowRight");
  await eventually(() => popover(page).getByRole("button", { name: "Add to it" }).count(), 1);
  await press(page, "a");
  await eventually(async () => (await tags(page))[0].includes(" … "), true);
  assert.equal((await tags(page)).length, 1);
  await press(page, "Shift+A");
  await hasTags(page, ["PERSON: Vladimir Putin"]);
  await press(page, "Control+z", "Control+z");
  await hasTags(page, ["PERSON: Vladimir Putin"]);
  await press(page, "Control+Home", "n", "Shift+A");
  await page.getByText("The tag has no other part. Delete takes it away.").waitFor();
});

test("the selection grows by meaning and shrinks the same way", async ({ page }) => {
  await caretAt(page, "Singap*ore");
  await press(page, "g");
  await hasSelected(page, "Singapore");
  const sentence = "The first Trump-Kim summit took place on June 12, 2018 in Singapore";
  await press(page, "g");
  await hasSelected(page, sentence);
  await press(page, "g", "Shift+G");
  await hasSelected(page, sentence);
  await press(page, "Shift+G");
  await hasSelected(page, "Singapore");
  await press(page, "3");
  await hasTags(page, ["GPE: Singapore"]);
  await caretAt(page, "Sa*rah");
  await press(page, "g*2");
  await hasSelected(page, "White House Press Secretary Sarah Sanders");
  // The labels that are offered lie over the words that come next.
  await press(page, "Escape");
  await caretAt(page, "commit*ment");
  await press(page, "g*2");
  const quotation = await page.evaluate(() => getSelection().toString());
  assert.match(quotation, /^They spoke about North Korea.*to denuclearize$/);
  await press(page, "g");
  await eventually(() => page.evaluate(() => getSelection().toString()), `"${quotation},"`);
});

test("the commands for growing are reached by mouse through the palette", async ({ page }) => {
  await caretAt(page, "Singap*ore");
  await button(page, "Commands").click();
  await page.getByRole("combobox").fill("Grow");
  await page.getByRole("option", { name: /Grow the selection/ }).click();
  await hasSelected(page, "Singapore");
});

test("unsure by key and in the card, seen in text and list", async ({ page }) => {
  await annotate(page, ["GPE", "Hanoi"]);
  await region(page).focus();
  await press(page, "Control+Home", "n", "u");
  await eventually(async () => (await project(page)).mentions[0].unsure, true);
  const mark = page.locator("#article mark");
  assert.equal(await mark.getAttribute("data-unsure"), "true");
  assert.match(await mark.getAttribute("aria-description"), /unsure/);
  await row(page, "Hanoi").getByText("unsure").waitFor();
  await row(page, "Hanoi").click();
  await card(page).getByRole("button", { name: "Unsure" }).click();
  await eventually(async () => (await project(page)).mentions[0].unsure ?? false, false);
});

test("Shift keeps the labels open for more", async ({ page }) => {
  await select(page, "Hanoi");
  await popover(page).getByRole("button", { name: "Country, city, state" }).click({ modifiers: ["Shift"] });
  await hasTags(page, ["GPE: Hanoi"]);
  await popover(page).getByRole("button", { name: "Event" }).click({ modifiers: ["Shift"] });
  await eventually(async () => (await tags(page)).sort(), ["EVENT: Hanoi", "GPE: Hanoi"]);
  await eventually(() => popover(page).getByText("✓").count(), 2);
  await page.getByRole("searchbox", { name: "Search labels" }).fill("date");
  await press(page, "Shift+Enter");
  await eventually(async () => (await tags(page)).length, 3);
  await page.getByRole("searchbox", { name: "Search labels" }).fill("orga");
  await press(page, "Enter");
  await eventually(async () => (await tags(page)).length, 4);
  assert.equal(await popover(page).count(), 0);
});

test("another label for the same words, by key and from the card", async ({ page }) => {
  await annotate(page, ["GPE", "Hanoi"]);
  await region(page).focus();
  await press(page, "Control+Home", "n", "Control+d");
  await hasSelected(page, "Hanoi");
  await press(page, "6");
  await eventually(async () => (await tags(page)).sort(), ["EVENT: Hanoi", "GPE: Hanoi"]);
  await row(page, "Hanoi").first().click();
  await button(page, "Another label too").click();
  await popover(page).getByRole("button", { name: "Other name" }).click();
  await eventually(async () => (await tags(page)).length, 3);
});

test("a tag is divided at the caret, or some words become one of their own", async ({ page }) => {
  await annotate(page, ["PERSON", "Trump and Kim Jong Un"]);
  await caretAt(page, "Kim Jong Un");
  await hasCurrent(page, "Trump and Kim Jong Un");
  await press(page, "s");
  await hasTags(page, ["PERSON: Trump and", "PERSON: Kim Jong Un"]);
  await undo(page, ["PERSON: Trump and Kim Jong Un"]);
  await clickWords(page, "Kim Jong Un");
  await select(page, "Kim Jong Un");
  await popover(page).getByRole("button", { name: "Make a tag of its own" }).click();
  await hasTags(page, ["PERSON: Trump and", "PERSON: Kim Jong Un"]);
  const { mentions } = await project(page);
  assert.equal(new Set(mentions.map(({ entity }) => entity)).size, 2);
});

test("several become one: chosen in the list by mouse", async ({ page }) => {
  await annotate(page, ["PERSON", "Vladimir"], ["PERSON", ["Putin", 0]], ["PERSON", "Sarah"]);
  await row(page, "Vladimir").click({ modifiers: ["Control"] });
  await row(page, "Putin").click({ modifiers: ["Control"] });
  await page.getByText("2 tags chosen", { exact: true }).click();
  await button(page, "Make one").click();
  await hasTags(page, ["PERSON: Vladimir Putin", "PERSON: Sarah"]);
  await undo(page, ["PERSON: Vladimir", "PERSON: Putin", "PERSON: Sarah"]);
  await row(page, "Vladimir").click();
  await row(page, "Sarah").click({ modifiers: ["Shift"] });
  await page.getByText("3 tags chosen", { exact: true }).waitFor();
});

test("several become one: chosen by key", async ({ page }) => {
  await annotate(page, ["PERSON", "Vladimir"], ["PERSON", ["Putin", 0]]);
  await region(page).focus();
  await press(page, "Control+Home", "n", "k", "n", "k", "Shift+K");
  await hasTags(page, ["PERSON: Vladimir Putin"]);
  await press(page, "Control+z");
  await hasTags(page, ["PERSON: Vladimir", "PERSON: Putin"]);
});

test("all that the list shows get another label or go, in one step", async ({ page }) => {
  await annotate(page, ["GPE", "Hanoi"], ["GPE", "Singapore"], ["PERSON", "Sarah"]);
  await page.getByRole("searchbox", { name: "Find", exact: true }).fill("label:GPE");
  await page.getByText("2 tags shown").click();
  await page.getByRole("combobox", { name: "Change the label of all" }).selectOption("Other place");
  await hasTags(page, ["PERSON: Sarah", "LOC: Hanoi", "LOC: Singapore"]);
  await undo(page, ["PERSON: Sarah", "GPE: Hanoi", "GPE: Singapore"]);
  await page.getByText("2 tags shown").click();
  await button(page, "Delete all 2").click();
  await hasTags(page, ["PERSON: Sarah"]);
  await undo(page, ["PERSON: Sarah", "GPE: Hanoi", "GPE: Singapore"]);
});
