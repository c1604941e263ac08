// Persons, places and things: which tags name one, and what is known of it.

import assert from "node:assert/strict";

import { site } from "./harness.mjs";
import {
  annotate, button, card, clickWords, dialog, eventually, hasCurrent, hasFocus, hasTags, list, project, region, selectWords, tag,
} from "./page.mjs";

const { test } = site();

const offer = (page) => page.getByRole("group", { name: "May be the same", exact: true });
const names = (page) => page.getByRole("list", { name: "Names", exact: true });
const nameCard = (page) => page.getByRole("group", { name: "This name", exact: true });
const picker = (page) => page.getByRole("dialog", { name: /same person, place or thing as…$/ });
const field = (page, name) => nameCard(page).getByRole("textbox", { name, exact: true });
const row = (page, name) => names(page).locator("[data-name]").filter({ has: page.locator(".list__words").getByText(name, { exact: true }) });
const tab = (page, name) => page.getByRole("tab", { name }).click();

/** `["Donald Trump: Donald Trump, Trump", ...]`: the entities with what names them, by first mention. */
async function named(page) {
  const { entities = [], mentions = [] } = await project(page);
  return entities.map(({ id, name }) => {
    const words = mentions.filter(({ entity }) => entity === id).map(({ spans }) => spans[0].exact);
    return `${name}: ${words.join(", ")}`;
  });
}
const hasNamed = (page, expected) => eventually(() => named(page), expected);

/** What is known of the entity with this name. */
const known = async (page, name) => (await project(page)).entities.find((entity) => entity.name === name);

test("equal and partial names are offered, and joined only when one says so", async ({ page }) => {
  await tag(page, "Donald Trump", "1");
  await selectWords(page, ["Trump", 2]);
  await page.keyboard.press("1");
  await offer(page).getByText("Same as “Donald Trump”?").waitFor();
  await hasNamed(page, ["Donald Trump: Donald Trump", "Trump: Trump"]);
  await hasFocus(page, "article");
  await button(offer(page), "Join").click();
  await hasNamed(page, ["Donald Trump: Donald Trump, Trump"]);
  await offer(page).waitFor({ state: "detached" });
  await hasFocus(page, "article");
  await page.keyboard.press("Control+z");
  await hasNamed(page, ["Donald Trump: Donald Trump", "Trump: Trump"]);
  await button(offer(page), "Not the same").click();
  await offer(page).waitFor({ state: "detached" });
  await hasNamed(page, ["Donald Trump: Donald Trump", "Trump: Trump"]);
});

test("names are joined by two keys, and nothing is joined across labels unasked", async ({ page }) => {
  await annotate(page, ["PERSON", "Donald Trump"], ["GPE", "Moscow"], ["ORG", "Trump"]);
  await clickWords(page, "Trump stresses");
  await hasCurrent(page, "Trump");
  assert.equal(await offer(page).count(), 0);
  await page.keyboard.press("e");
  await picker(page).waitFor();
  await page.keyboard.press("Escape");
  await picker(page).waitFor({ state: "detached" });
  await hasFocus(page, "article");
  await page.keyboard.press("e");
  await page.getByRole("combobox", { name: "Search names" }).fill("don");
  await page.keyboard.press("Enter");
  await hasNamed(page, ["Donald Trump: Trump, Donald Trump", "Moscow: Moscow"]);
  await hasFocus(page, "article");
});

test("the likeliest is the first choice", async ({ page }) => {
  await annotate(page, ["GPE", "North Korea"], ["PERSON", "Vladimir Putin"], ["PERSON", "Sarah Sanders"], ["PERSON", ["Putin", 1]]);
  await page.evaluate(() => document.getElementById("article").focus());
  await page.keyboard.press("Control+End");
  await page.keyboard.press("p");
  await hasCurrent(page, "Putin");
  await page.keyboard.press("e");
  await picker(page).waitFor();
  await page.keyboard.press("Enter");
  await hasNamed(page, ["North Korea: North Korea", "Vladimir Putin: Vladimir Putin, Putin", "Sarah Sanders: Sarah Sanders"]);
  assert.deepEqual((await known(page, "Vladimir Putin")).aliases, ["Putin"]);
});

test("one of several tags can be moved alone, or split out", async ({ page }) => {
  await annotate(page, ["PERSON", "Donald Trump"], ["PERSON", ["Trump", 2]], ["GPE", "Moscow"]);
  await clickWords(page, ["Trump", 2]);
  await button(offer(page), "Join").click();
  await hasNamed(page, ["Donald Trump: Donald Trump, Trump", "Moscow: Moscow"]);
  await page.keyboard.press("e");
  await picker(page).getByRole("checkbox", { name: /^Only this tag/ }).check();
  await picker(page).getByRole("option", { name: /Moscow/ }).click();
  await hasNamed(page, ["Donald Trump: Donald Trump", "Moscow: Trump, Moscow"]);
  await page.keyboard.press("Enter");
  await button(card(page), "Split out").click();
  await hasNamed(page, ["Donald Trump: Donald Trump", "Trump: Trump", "Moscow: Moscow"]);
});

test("the card holds everything that is known, by mouse", async ({ page }) => {
  await annotate(page, ["PERSON", "Donald Trump"], ["PERSON", "Vladimir Putin"]);
  await tab(page, "Names");
  await row(page, "Donald Trump").click();
  await nameCard(page).waitFor();
  await field(page, "Add another name").fill("The Donald");
  await field(page, "Add another name").blur();
  await eventually(async () => (await known(page, "Donald Trump")).aliases, ["The Donald"]);
  await eventually(() => field(page, "Add another name").inputValue(), "");
  await field(page, "Wikidata").fill("https://www.wikidata.org/wiki/Q22686");
  await field(page, "Wikidata").blur();
  await eventually(() => field(page, "Wikidata").inputValue(), "Q22686");
  await field(page, "Note").fill("45th president");
  await field(page, "Note").blur();
  await nameCard(page).getByRole("combobox", { name: "Named here" }).selectOption("By its name");
  await eventually(async () => (await project(page)).mentions[0].level, "name");
  assert.deepEqual(
    (({ label, aliases, wikidata, note }) => ({ label, aliases, wikidata, note }))(await known(page, "Donald Trump")),
    { label: "PERSON", aliases: ["The Donald"], wikidata: "Q22686", note: "45th president" },
  );
  await button(nameCard(page), "Remove The Donald").click();
  await eventually(async () => (await known(page, "Donald Trump")).aliases, undefined);
  await field(page, "Name").fill("Donald J. Trump");
  await field(page, "Name").blur();
  await row(page, "Donald J. Trump").waitFor();
});

test("what is no Wikidata id is refused in plain words", async ({ page }) => {
  await annotate(page, ["PERSON", "Donald Trump"]);
  await tab(page, "Names");
  await row(page, "Donald Trump").click();
  await field(page, "Wikidata").fill("Donald Trump");
  await field(page, "Wikidata").blur();
  await page.getByText("“Donald Trump” is no Wikidata id. It is a Q and a number, such as Q1858, or an address of wikidata.org.").waitFor();
  assert.equal((await known(page, "Donald Trump")).wikidata, undefined);
});

test("the card by keyboard only: open, describe, jump, split, join, close", async ({ page }) => {
  await annotate(page, ["PERSON", "Donald Trump"], ["PERSON", ["Trump", 2]], ["GPE", "Moscow"]);
  await region(page).focus();
  for (const key of ["Control+Home", "n", "n", "e", "Enter"]) await page.keyboard.press(key);
  await hasNamed(page, ["Donald Trump: Donald Trump, Trump", "Moscow: Moscow"]);
  await hasFocus(page, "article");
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Search commands" }).fill("Everything about");
  await page.keyboard.press("Enter");
  await nameCard(page).waitFor();
  await eventually(() => page.evaluate(() => document.activeElement.className), "list__row name-row");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("D. Trump");
  await page.keyboard.press("Enter");
  await hasNamed(page, ["D. Trump: Donald Trump, Trump", "Moscow: Moscow"]);
  await nameCard(page).getByRole("button", { name: "Split out" }).nth(1).focus();
  await page.keyboard.press("Enter");
  await hasNamed(page, ["D. Trump: Donald Trump", "Trump: Trump", "Moscow: Moscow"]);
  await page.keyboard.press("Escape");
  await nameCard(page).waitFor({ state: "detached" });
  await eventually(() => page.evaluate(() => document.activeElement.className), "list__row name-row");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("e");
  await page.getByRole("dialog", { name: "“Trump”: same person, place or thing as…" }).waitFor();
  await page.keyboard.press("Enter");
  await hasNamed(page, ["D. Trump: Donald Trump, Trump", "Moscow: Moscow"]);
});

test("a row that is dropped on another joins the two", async ({ page }) => {
  await annotate(page, ["PERSON", "Donald Trump"], ["PERSON", "Vladimir Putin"], ["GPE", "Moscow"]);
  await tab(page, "Names");
  await row(page, "Vladimir Putin").dragTo(row(page, "Donald Trump"));
  await hasNamed(page, ["Donald Trump: Donald Trump, Vladimir Putin", "Moscow: Moscow"]);
});

test("the panel filters, groups, lists what is alike, and jumps", async ({ page }) => {
  await annotate(page, ["PERSON", "Donald Trump"], ["PERSON", ["Trump", 2]], ["GPE", "Moscow"], ["GPE", "Hanoi"]);
  await tab(page, "Names");
  await eventually(() => names(page).locator(".list__words").allTextContents(), ["Donald Trump", "Trump", "Moscow", "Hanoi"]);
  await page.getByRole("searchbox", { name: "Filter the names" }).fill("trump");
  await eventually(() => names(page).locator(".list__words").allTextContents(), ["Donald Trump", "Trump"]);
  await page.getByRole("searchbox", { name: "Filter the names" }).fill("");
  await button(page, "By label").click();
  await eventually(() => names(page).getByRole("heading").allTextContents(), ["Person2", "Country, city, state2"]);
  await button(page, "Names that may be the same").click();
  const alike = page.getByRole("list", { name: "Names that may be the same", exact: true });
  await alike.getByText("Donald Trump · Trump").waitFor();
  await button(alike, "Join").click();
  await page.getByText("No two names are alike.").waitFor();
  await row(page, "Donald Trump").click();
  await nameCard(page).locator(".mention__go").nth(1).click();
  await hasFocus(page, "article");
  await tab(page, "Tags");
  await hasCurrent(page, "Trump");
});

test("two labels in one name are shown and mended with a click", async ({ page }) => {
  await annotate(page, ["PERSON", "Donald Trump"], ["ORG", ["Trump", 2]]);
  await tab(page, "Names");
  await row(page, "Trump").dragTo(row(page, "Donald Trump"));
  await names(page).getByText("two labels").waitFor();
  await row(page, "Donald Trump").click();
  await nameCard(page).getByText("Tagged as Person and Organization.").waitFor();
  await button(nameCard(page), "Make all Organization").click();
  await hasTags(page, ["ORG: Donald Trump", "ORG: Trump"]);
  await nameCard(page).getByText("Tagged as").waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Undo" }).click();
  await hasTags(page, ["PERSON: Donald Trump", "ORG: Trump"]);
});

test("what was joined survives a reload and its own file", async ({ page }) => {
  await annotate(page, ["PERSON", "Donald Trump"], ["PERSON", ["Trump", 2]]);
  await clickWords(page, ["Trump", 2]);
  await button(offer(page), "Join").click();
  const before = await project(page);
  await page.reload();
  await list(page).waitFor();
  await hasNamed(page, ["Donald Trump: Donald Trump, Trump"]);
  const after = await project(page);
  assert.deepEqual(after.entities, before.entities);
  assert.deepEqual(after.mentions, before.mentions);
});
