// Finding: the search box by mouse and by keys, and the list that follows it.

import assert from "node:assert/strict";

import { site } from "./harness.mjs";
import { annotate, button, clickWords, eventually, hasCurrent, hasFocus, hasSelected, hasTags, region, rows } from "./page.mjs";

const { test } = site();

const box = (page) => page.getByRole("searchbox", { name: "Find", exact: true });
const count = (page) => page.locator(".find__count").innerText();
const hasCount = (page, expected) => eventually(() => count(page), expected);

/** How often the words are painted, and where. */
const painted = (page) => page.evaluate(() => CSS.highlights.get("found")?.size ?? 0);

const inView = (page, paint) => page.evaluate((name) => {
  const [found] = CSS.highlights.get(name) ?? [];
  if (!found) return false;
  const range = document.createRange();
  range.setStart(found.startContainer, found.startOffset);
  range.setEnd(found.endContainer, found.endOffset);
  const { top, bottom } = range.getBoundingClientRect();
  return 60 < top && bottom < innerHeight;
}, paint);

test("words are found, counted, painted and walked by mouse", async ({ page }) => {
  await box(page).click();
  await page.keyboard.type("kim");
  await eventually(async () => (await count(page)).startsWith("1 of "), true);
  const all = Number((await count(page)).split(" of ")[1]);
  assert.ok(3 < all, `${all}`);
  await eventually(() => painted(page), all);
  await hasSelected(page, "Kim", "found-here");
  await button(page, "Next hit").click();
  await hasCount(page, `2 of ${all}`);
  await eventually(() => inView(page, "found-here"), true);
  await button(page, "Previous hit").click();
  await button(page, "Previous hit").click();
  await hasCount(page, `${all} of ${all}`);
  await eventually(() => inView(page, "found-here"), true);
  await button(page, "Whole words").click();
  await button(page, "Same case").click();
  await button(page, "Clear the search").click();
  await eventually(() => painted(page), 0);
  assert.equal(await box(page).inputValue(), "");
});

test("words are found, tagged and left by keys", async ({ page }) => {
  await region(page).focus();
  await page.keyboard.press("f");
  await hasFocus(page, "find");
  await page.keyboard.type("pyongyang");
  await eventually(async () => (await count(page)).startsWith("1 of "), true);
  const all = Number((await count(page)).split(" of ")[1]);
  assert.ok(1 < all);
  await page.keyboard.press("Enter");
  await hasCount(page, `2 of ${all}`);
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.press("F3");
  await hasCount(page, `2 of ${all}`);
  await page.keyboard.press("Shift+F3");
  await hasCount(page, `1 of ${all}`);
  await page.keyboard.press("ArrowDown");
  await hasFocus(page, "article");
  await hasSelected(page, "Pyongyang");
  await page.keyboard.press("3");
  await hasTags(page, ["GPE: Pyongyang"]);
  await page.keyboard.press("F3");
  await hasCount(page, `2 of ${all}`);
  await hasSelected(page, "Pyongyang");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await eventually(() => painted(page), 0);
});

test("Esc returns to where one was, and F3 takes the search up again", async ({ page }) => {
  await clickWords(page, "Singapore");
  await page.keyboard.press("f");
  await page.keyboard.type("bremmer");
  await eventually(async () => (await count(page)).startsWith("1 of "), true);
  await page.keyboard.press("Escape");
  await hasFocus(page, "article");
  await page.keyboard.press("Shift+ArrowRight");
  await hasSelected(page, "Singapore");
  await page.keyboard.press("F3");
  await hasSelected(page, "Bremmer");
});

test("all hits are tagged in one step", async ({ page }) => {
  await box(page).fill("pyongyang");
  await eventually(async () => (await count(page)).includes(" of "), true);
  const all = Number((await count(page)).split(" of ")[1]);
  await button(page, "Tag all hits").click();
  await page.getByRole("group", { name: "Tag all hits as" }).getByRole("button", { name: /^Country/ }).click();
  await hasTags(page, Array(all).fill("GPE: Pyongyang"));
  await hasFocus(page, "find");
  await button(page, "Undo").click();
  await hasTags(page, []);
});

test("the list shows what is looked for, and its chips", async ({ page }) => {
  const [, , claim] = await annotate(page, ["GPE", "Hanoi"], ["PERSON", "Ian Bremmer"], ["CLAIM", "took place in Hanoi"]);
  await box(page).fill("label:person");
  await eventually(() => rows(page), ["Person: Ian Bremmer"]);
  await hasCount(page, "1 of 1");
  await hasCurrent(page, "Ian Bremmer");
  await box(page).fill("who:none");
  await eventually(() => rows(page), ["Claim: took place in Hanoi"]);
  await box(page).fill("persn:x");
  await page.locator(".find__fault", { hasText: "There is no field or label “persn”." }).waitFor();
  await eventually(async () => (await rows(page)).length, 3);
  await box(page).fill("nobody");
  await hasCount(page, "Nothing found");
  await page.getByText("No tag is among what you look for.").waitFor();
  await box(page).fill("");
  await button(page, "Claims without a speaker").click();
  await eventually(() => rows(page), ["Claim: took place in Hanoi"]);
  await button(page, "Unsure").click();
  await eventually(() => rows(page), []);
  await button(page, "All").click();
  await eventually(async () => (await rows(page)).length, 3);
  assert.ok(claim);
});

test("the help lists what can be asked for", async ({ page }) => {
  await button(page, "What can be asked for").click();
  await page.getByText("claims nobody was named for").waitFor();
  await box(page).fill("/\\d+ p(/");
  await page.locator(".find__fault", { hasText: "In /\\d+ p(/ the ( at character 6 is not closed." }).waitFor();
});

test("the browser's own find is left alone", async ({ page }) => {
  const taken = await page.evaluate(() => {
    const event = new KeyboardEvent("keydown", { key: "f", code: "KeyF", ctrlKey: true, bubbles: true, cancelable: true });
    return !document.getElementById("article").dispatchEvent(event);
  });
  assert.equal(taken, false);
});
