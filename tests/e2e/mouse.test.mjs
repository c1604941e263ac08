// Tagging with the mouse.

import assert from "node:assert/strict";

import { site } from "./harness.mjs";
import {
  annotate, blocks, button, clickWords, eventually, hasCurrent, hasSelected, hasTags, labels, list, marks, popover,
  region, selectBackwards, selectWords, tags, wordBox,
} from "./page.mjs";

const { test } = site();
const label = (page, name) => popover(page).getByRole("button", { name, exact: true });

test("a drag takes whole words", async ({ page }) => {
  await selectWords(page, "Vlad*imir", "Put*in");
  await hasSelected(page, "Vladimir Putin");
});

test("outer punctuation and white space are left out", async ({ page }) => {
  await selectWords(page, " Kim an interesting", "substantive interlocutor,");
  await hasSelected(page, "Kim an interesting and substantive interlocutor");
  // The labels that are offered lie over the words that come next.
  await page.keyboard.press("Escape");
  await selectWords(page, "\"very substantive.\"");
  await hasSelected(page, "\"very substantive.\"");
  await page.keyboard.press("Escape");
  await selectWords(page, "WASHINGTON, May 4.");
  await hasSelected(page, "WASHINGTON, May 4");
});

test("a drag can go backwards", async ({ page }) => {
  await selectBackwards(page, "Kim Jong-un");
  await hasSelected(page, "Kim Jong-un");
  await page.keyboard.press("1");
  await hasTags(page, ["PERSON: Kim Jong-un"]);
});

test("a drag can go across blocks", async ({ page }) => {
  await selectWords(page, "denuclearize North Korea", "WASHINGTON");
  await page.keyboard.press("9");
  await hasTags(page, ["MISC: denuclearize North Korea\n\nDonald Trump\n\nWASHINGTON"]);
  assert.deepEqual(await page.locator("#article mark").allTextContents(), ["denuclearize North Korea", "Donald Trump", "WASHINGTON"]);
});

test("a double click takes a word, a triple click the paragraph and nothing of the next", async ({ page }) => {
  await clickWords(page, "Singap*ore", { clickCount: 2 });
  await hasSelected(page, "Singapore");
  await clickWords(page, "Donald", { clickCount: 3 });
  await hasSelected(page, "Donald Trump");
  const paragraph = (await blocks(page))[6];
  await clickWords(page, "After the summit", { clickCount: 3 });
  await hasSelected(page, paragraph);
  await page.keyboard.press("c");
  await hasTags(page, [`CLAIM: ${paragraph}`]);
});

test("Alt takes exact characters", async ({ page }) => {
  await selectWords(page, "nuclearize", "nuclearize", { alt: true });
  await hasSelected(page, "nuclearize");
  await page.keyboard.press("9");
  await hasTags(page, ["MISC: nuclearize"]);
  await selectWords(page, ["Vladi*mir", 0], ["Puti*n", 0]);
  await hasSelected(page, "Vladimir Putin");
});

test("Shift and a click extend the selection", async ({ page }) => {
  await clickWords(page, ["Sarah", 0]);
  await page.keyboard.down("Shift");
  await clickWords(page, ["San*ders", 0]);
  await page.keyboard.up("Shift");
  await hasSelected(page, "Sarah Sanders");
});

test("labels are offered at the end of the selection, with their keys", async ({ page }) => {
  await selectWords(page, "Hanoi");
  await popover(page).waitFor();
  const shown = await popover(page).getByRole("button").allTextContents();
  assert.equal(shown.length, 10);
  assert.equal(shown[0], "Person1");
  assert.equal(shown[9], "Claimc");
  const end = await wordBox(page, "Hanoi", "last", false);
  const box = await popover(page).boundingBox();
  assert.ok(end.y + end.height <= box.y || box.y + box.height <= end.y, "the labels cover the words");
  assert.ok(Math.abs(box.y - (end.y + end.height)) < 60 || Math.abs(box.y + box.height - end.y) < 60, "the labels are far from the words");
  assert.ok(150 <= box.width && box.height <= 420, JSON.stringify(box));
  const view = page.viewportSize();
  assert.ok(0 <= box.x && box.x + box.width <= view.width && 0 <= box.y && box.y + box.height <= view.height, JSON.stringify(box));
});

test("a key, a click, or a search and Enter apply a label", async ({ page }) => {
  await selectWords(page, "Hanoi");
  await page.keyboard.press("3");
  await hasTags(page, ["GPE: Hanoi"]);
  assert.equal(await popover(page).count(), 0);
  await selectWords(page, "February 27-28");
  await label(page, "Date or time").click();
  await hasTags(page, ["GPE: Hanoi", "DATE: February 27-28"]);
  await selectWords(page, "Eurasia Group");
  await page.getByRole("searchbox", { name: "Search labels" }).fill("orga");
  await page.keyboard.press("Enter");
  await hasTags(page, ["ORG: Eurasia Group", "GPE: Hanoi", "DATE: February 27-28"]);
  assert.equal(await region(page).evaluate((article) => article === document.activeElement), true);
});

test("while one searches the digits follow what is shown", async ({ page }) => {
  await selectWords(page, "Hanoi");
  const search = page.getByRole("searchbox", { name: "Search labels" });
  await search.fill("place");
  await eventually(() => popover(page).getByRole("button").allTextContents(), ["Other place1", "+New label “place”"]);
  await page.keyboard.press("1");
  await hasTags(page, ["LOC: Hanoi"]);
});

test("Escape lets go of the selection", async ({ page }) => {
  await selectWords(page, "Hanoi");
  await popover(page).waitFor();
  await page.keyboard.press("Escape");
  await popover(page).waitFor({ state: "detached" });
  await hasSelected(page, "");
  assert.deepEqual(await tags(page), []);
});

test("a label that is ready tags the next words, and only these", async ({ page }) => {
  const person = labels(page).getByRole("button", { name: /^Person/ });
  await person.click();
  await eventually(() => person.getAttribute("aria-pressed"), "true");
  await page.getByText("Person is ready: select words to tag them. Esc ends it.").waitFor();
  await selectWords(page, "Vladimir Putin");
  await hasTags(page, ["PERSON: Vladimir Putin"]);
  await eventually(() => person.getAttribute("aria-pressed"), "false");
  await selectWords(page, "Ian Bremmer");
  await popover(page).waitFor();
  await hasTags(page, ["PERSON: Vladimir Putin"]);
});

test("a label pressed twice stays ready until Escape", async ({ page }) => {
  const person = labels(page).getByRole("button", { name: /^Person/ });
  await person.click();
  await person.click();
  await page.getByText("Person stays ready: everything you select is tagged. Esc ends it.").waitFor();
  await selectWords(page, "Vladimir Putin");
  await hasTags(page, ["PERSON: Vladimir Putin"]);
  await selectWords(page, "Ian Bremmer");
  await hasTags(page, ["PERSON: Vladimir Putin", "PERSON: Ian Bremmer"]);
  await page.keyboard.press("Escape");
  await eventually(() => person.getAttribute("aria-pressed"), "false");
  await selectWords(page, "Kim Jong-un");
  await popover(page).waitFor();
  await hasTags(page, ["PERSON: Vladimir Putin", "PERSON: Ian Bremmer"]);
});

test("a click selects the innermost tag, the next one at the same place the one around it", async ({ page }) => {
  await annotate(page, ["ORG", "White House"], ["PERSON", "White House Press Secretary Sarah Sanders"]);
  await clickWords(page, "House Press");
  await hasCurrent(page, "White House");
  await clickWords(page, "House Press");
  await hasCurrent(page, "White House Press Secretary Sarah Sanders");
  await clickWords(page, "House Press");
  await hasCurrent(page, "White House");
  await clickWords(page, "Secretary");
  await hasCurrent(page, "White House Press Secretary Sarah Sanders");
  await clickWords(page, "reporters");
  await hasCurrent(page, null);
  assert.equal(await list(page).locator("[data-row]").count(), 2);
});

test("nested, crossing and equal tags are told apart and leave the text as it is", async ({ page }) => {
  const before = await blocks(page);
  const ids = await annotate(
    page,
    ["PERSON", "US President Donald Trump"],
    ["GPE", ["US", 0]],
    ["CLAIM", "Donald Trump spoke about"],
    ["MISC", ["US", 0]],
  );
  await eventually(() => marks(page, ids), [
    "US <0 1 3>",
    " President  <0>",
    "Donald Trump <0 2>",
    " spoke about <2>",
  ]);
  assert.deepEqual(await blocks(page), before);
  const lanes = await page.locator("#article mark").first().getAttribute("class");
  assert.equal(new Set(lanes.match(/\blane-\d-(name|claim)\b/g)).size, 3, lanes);
});

test("the same words cannot get the same label twice", async ({ page }) => {
  await annotate(page, ["GPE", "Hanoi"]);
  await selectWords(page, "Hanoi");
  await page.keyboard.press("3");
  await page.getByText("These words have this tag already.").waitFor();
  await hasTags(page, ["GPE: Hanoi"]);
});

test("undo and redo have buttons", async ({ page }) => {
  await selectWords(page, "Hanoi");
  await page.keyboard.press("3");
  await hasTags(page, ["GPE: Hanoi"]);
  await button(page, "Undo").click();
  await hasTags(page, []);
  await button(page, "Redo").click();
  await hasTags(page, ["GPE: Hanoi"]);
});
