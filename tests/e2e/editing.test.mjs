// Changing what is tagged, in the text and in the list.

import assert from "node:assert/strict";

import { site } from "./harness.mjs";
import {
  annotate, button, card, clickWords, eventually, hasCurrent, hasFocus, hasSelected, hasTags, labels, list, project, region,
  rows, tags,
} from "./page.mjs";

const { test } = site();

const row = (page, words) => list(page).locator("[data-row]").filter({ hasText: words });
const marked = (page) => page.locator("#article mark[data-selected]").allTextContents();

/** Opens the card of a tag from its row. */
async function opened(page, words) {
  await row(page, words).click();
  await card(page).waitFor();
  return card(page);
}

test("text and list follow each other", async ({ page }) => {
  await annotate(page, ["GPE", "Hanoi"], ["PERSON", "Ian Bremmer"]);
  await row(page, "Hanoi").click();
  await eventually(() => marked(page), ["Hanoi"]);
  const seen = () => page.locator("mark[data-selected]").evaluate((mark) => {
    const { top, bottom } = mark.getBoundingClientRect();
    return 0 <= top && bottom <= innerHeight;
  });
  await eventually(seen, true);
  await clickWords(page, "Ian Bremmer");
  await hasCurrent(page, "Ian Bremmer");
  await eventually(() => marked(page), ["Ian Bremmer"]);
  await page.evaluate(async () => {
    const { mentions } = await window.postil.project();
    await window.postil.select(mentions[1].id);
  });
  await hasCurrent(page, "Hanoi");
});

test("another label", async ({ page }) => {
  await annotate(page, ["PERSON", "Eurasia Group"]);
  const open = await opened(page, "Eurasia Group");
  await open.getByRole("combobox", { name: "Label" }).selectOption("Organization");
  await hasTags(page, ["ORG: Eurasia Group"]);
  await eventually(() => rows(page), ["Organization: Eurasia Group"]);
  const { entities, mentions } = await project(page);
  assert.deepEqual(entities.map(({ label, name }) => [label, name]), [["ORG", "Eurasia Group"]]);
  assert.equal(mentions[0].entity, entities[0].id);
  await button(page, "Undo").click();
  await hasTags(page, ["PERSON: Eurasia Group"]);
});

test("a name becomes a claim and a name again", async ({ page }) => {
  await annotate(page, ["PERSON", "Putin called Kim an interesting and substantive interlocutor"]);
  const open = await opened(page, "Putin called");
  await open.getByRole("combobox", { name: "Label" }).selectOption("Claim");
  await eventually(async () => (await project(page)).claims.length, 1);
  const { mentions, entities } = await project(page);
  assert.deepEqual([mentions, entities], [[], undefined]);
  await card(page).getByRole("group", { name: "Who says this?" }).waitFor();
  await card(page).getByRole("combobox", { name: "Label" }).selectOption("Person");
  await eventually(async () => (await project(page)).mentions.length, 1);
  assert.deepEqual((await project(page)).claims, []);
  await button(page, "Undo").click();
  await eventually(async () => (await project(page)).claims.length, 1);
});

test("a note and another name", async ({ page }) => {
  await annotate(page, ["PERSON", "Putin"]);
  const open = await opened(page, "Putin");
  await open.getByRole("textbox", { name: "Note" }).fill("The <b>president</b>\nof Russia");
  await open.getByRole("textbox", { name: "Name" }).fill("Vladimir Putin");
  await page.keyboard.press("Tab");
  await eventually(async () => (await project(page)).mentions[0].note, "The <b>president</b>\nof Russia");
  await eventually(async () => (await project(page)).entities[0].name, "Vladimir Putin");
  assert.equal((await project(page)).mentions[0].text, "Putin");
  await row(page, "Putin").getByText("note").waitFor();
  await open.getByRole("textbox", { name: "Note" }).fill("");
  await page.keyboard.press("Tab");
  await eventually(async () => (await project(page)).mentions[0].note, undefined);
});

test("what is being typed stays while the page is drawn anew, and undo shows what is kept", async ({ page }) => {
  await annotate(page, ["PERSON", "Putin"]);
  const open = await opened(page, "Putin");
  const note = open.getByRole("textbox", { name: "Note" });
  await note.fill("half a th");
  await annotate(page, ["GPE", "Hanoi"]);
  await hasTags(page, ["PERSON: Putin", "GPE: Hanoi"]);
  await note.pressSequentially("ought");
  assert.equal(await note.inputValue(), "half a thought");
  await page.keyboard.press("Tab");
  await eventually(async () => (await project(page)).mentions[0].note, "half a thought");
  await button(page, "Undo").click();
  await eventually(() => note.inputValue(), "");
});

test("m goes straight to the note", async ({ page }) => {
  await annotate(page, ["PERSON", "Ian Bremmer"]);
  await clickWords(page, "Ian Bremmer");
  await page.keyboard.press("m");
  await hasFocus(page, "note");
  await page.keyboard.type("an analyst");
  await page.keyboard.press("Escape");
  await card(page).waitFor({ state: "detached" });
  await eventually(async () => (await project(page)).mentions[0].note, "an analyst");
});

test("the ends are moved from the card", async ({ page }) => {
  await annotate(page, ["PERSON", "Bremmer"]);
  const open = await opened(page, "Bremmer");
  await open.getByRole("button", { name: "Move its ends" }).click();
  await hasFocus(page, "article");
  await page.keyboard.press("Shift+ArrowLeft");
  await hasSelected(page, "Ian Bremmer", "preview");
  await page.keyboard.press("Enter");
  await hasTags(page, ["PERSON: Ian Bremmer"]);
  await hasCurrent(page, "Ian Bremmer");
});

test("a tag is deleted from its card, and the next one has the focus", async ({ page }) => {
  await annotate(page, ["PERSON", "Ian Bremmer"], ["GPE", "Hanoi"]);
  const open = await opened(page, "Ian Bremmer");
  await open.getByRole("button", { name: "Delete" }).click();
  await hasTags(page, ["GPE: Hanoi"]);
  await hasFocus(page, "row Hanoi");
  await page.keyboard.press("Control+z");
  await hasTags(page, ["PERSON: Ian Bremmer", "GPE: Hanoi"]);
});

test("the list is in the order of the text, or by label with counts", async ({ page }) => {
  await annotate(page, ["GPE", "Hanoi"], ["PERSON", "Ian Bremmer"], ["GPE", "Moscow"], ["CLAIM", "Putin called Kim"]);
  await eventually(() => rows(page), ["Person: Ian Bremmer", "Country, city, state: Moscow", "Claim: Putin called Kim", "Country, city, state: Hanoi"]);
  await button(page, "By label").click();
  await eventually(() => rows(page), ["Person: Ian Bremmer", "Country, city, state: Moscow", "Country, city, state: Hanoi", "Claim: Putin called Kim"]);
  const groups = await list(page).getByRole("heading").allTextContents();
  assert.deepEqual(groups, ["Person1", "Country, city, state2", "Claim1"]);
  await button(page, "In text order").click();
  await eventually(() => list(page).getByRole("heading").count(), 0);
  const counts = await labels(page).locator(".palette__count").allTextContents();
  assert.deepEqual(counts, ["1", "2", "1"]);
});

test("the list is filtered by words, label and speaker", async ({ page }) => {
  await annotate(page, ["GPE", "Hanoi"], ["PERSON", "Ian Bremmer"], ["GPE", "Moscow"]);
  const filter = page.getByRole("searchbox", { name: "Find", exact: true });
  await filter.fill("brem");
  await eventually(() => rows(page), ["Person: Ian Bremmer"]);
  assert.match(await page.locator("#list-title").innerText(), /1 of 3/);
  await filter.fill("\"country, city\"");
  await eventually(() => rows(page), ["Country, city, state: Moscow", "Country, city, state: Hanoi"]);
  await filter.fill("nobody");
  await page.getByText("No tag is among what you look for.").waitFor();
  await filter.fill("");
  await eventually(async () => (await rows(page)).length, 3);
});

test("the list is walked and opened by keys alone", async ({ page }) => {
  await annotate(page, ["GPE", "Hanoi"], ["PERSON", "Ian Bremmer"], ["GPE", "Moscow"]);
  await list(page).locator("[data-row]").first().focus();
  await page.keyboard.press("End");
  await hasFocus(page, "row Hanoi");
  await page.keyboard.press("ArrowUp");
  await hasFocus(page, "row Moscow");
  await page.keyboard.press("Home");
  await hasFocus(page, "row Ian Bremmer");
  await page.keyboard.press("Enter");
  await card(page).waitFor();
  await page.keyboard.press("Escape");
  await hasFocus(page, "row Ian Bremmer");
  assert.deepEqual(await tags(page), ["PERSON: Ian Bremmer", "GPE: Moscow", "GPE: Hanoi"]);
});

test("what is done is said to those who listen", async ({ page }) => {
  await annotate(page, ["GPE", "Hanoi"]);
  await region(page).focus();
  await page.keyboard.press("n");
  const polite = page.locator("[aria-live=polite]");
  await polite.getByText("Country, city, state: Hanoi").waitFor();
  await page.keyboard.press("Delete");
  await polite.getByText(/^Deleted/).waitFor();
  await page.keyboard.press("Control+z");
  await polite.getByText("Undone.").waitFor();
});
