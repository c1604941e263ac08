// Links between tags: made by click, list or typing; shown on cards, as arcs, as a graph.

import assert from "node:assert/strict";

import { axe, site } from "./harness.mjs";
import {
  annotate, button, card, clickWords, dialog, eventually, hasCurrent, hasFocus, list, project, region, selected, wordBox,
} from "./page.mjs";

const { test } = site();

const FIRST = "They spoke about North Korea";
const SECOND = "Pyongyang seeks to show the US that it has a good dialogue with Moscow";
const THIRD = "The sides failed to come to an agreement";
const bar = (page) => page.getByRole("region", { name: /^Link/ });
const links = (page) => card(page).getByRole("group", { name: "Links", exact: true });
const arcs = (page) => page.locator("#arcs .arc__words").allTextContents();

/** Three claims, and their ids. */
const claims = (page) => annotate(page, ["CLAIM", FIRST], ["CLAIM", SECOND], ["CLAIM", THIRD]);

/** `["1 supports 2"]`, claims by their place in the text. */
async function linked(page) {
  const { relations = [], claims: all } = await project(page);
  const place = (id) => all.findIndex((claim) => claim.id === id) + 1;
  return relations.map(({ type, from, to }) => `${place(from)} ${type} ${place(to)}`);
}
const hasLinked = (page, expected) => eventually(() => linked(page), expected);

test("a link is made by a click in the text, and shown on both cards", async ({ page }) => {
  await claims(page);
  await clickWords(page, SECOND);
  await page.keyboard.press("r");
  await button(bar(page), "contradicts2").or(bar(page).getByRole("button", { name: "contradicts" })).first().click();
  await clickWords(page, FIRST, { wait: false });
  await hasLinked(page, ["2 contradicts 1"]);
  await bar(page).waitFor({ state: "detached" });
  await clickWords(page, FIRST);
  await page.keyboard.press("Enter");
  await links(page).getByText("contradicts claim 2").waitFor();
  await links(page).getByRole("button", { name: /^contradicts claim 2/ }).click();
  await hasCurrent(page, SECOND);
  await page.keyboard.press("Enter");
  await links(page).getByText("contradicts claim 1").waitFor();
  await button(links(page), "Remove: contradicts claim 1").click();
  await hasLinked(page, []);
  await page.getByRole("button", { name: "Undo" }).click();
  await hasLinked(page, ["2 contradicts 1"]);
});

test("a link is made by keyboard only, described, turned and removed", async ({ page }) => {
  await claims(page);
  await region(page).focus();
  for (const key of ["Control+Home", "n", "r", "1"]) await page.keyboard.press(key);
  await hasFocus(page, "link-search");
  await page.keyboard.type("claim 3");
  await page.getByRole("option", { name: /^Claim 3/ }).waitFor();
  await page.keyboard.press("Enter");
  await hasLinked(page, ["1 supports 3"]);
  await hasFocus(page, "article");
  await page.keyboard.press("Enter");
  await card(page).waitFor();
  await links(page).getByRole("textbox", { name: "Why: supports claim 3" }).focus();
  await page.keyboard.type("the same talks");
  await page.keyboard.press("Tab");
  await eventually(async () => (await project(page)).relations[0].note, "the same talks");
  await hasFocus(page, "Turn round: supports claim 3");
  await page.keyboard.press("Enter");
  await hasLinked(page, ["3 supports 1"]);
  await links(page).getByText("claim 3 supports this").waitFor();
  await button(links(page), "Remove: claim 3 supports this").focus();
  await page.keyboard.press("Enter");
  await hasLinked(page, []);
  assert.notEqual(await page.evaluate(() => document.activeElement.tagName), "BODY");
});

test("a link is made from the list, and Escape makes none", async ({ page }) => {
  await claims(page);
  await clickWords(page, FIRST);
  await page.keyboard.press("r");
  await bar(page).waitFor();
  await page.keyboard.press("Escape");
  await bar(page).waitFor({ state: "detached" });
  await hasFocus(page, "article");
  await page.keyboard.press("r");
  await page.keyboard.press("3");
  await list(page).locator("[data-row]").nth(2).click();
  await hasLinked(page, ["1 repeats 3"]);
  await page.keyboard.press("r");
  await page.keyboard.press("3");
  await clickWords(page, THIRD, { wait: false });
  await page.getByText("These two have this link already.").first().waitFor();
  await page.keyboard.press("Escape");
  await bar(page).waitFor({ state: "detached" });
});

test("nothing starts where the label set has no link", async ({ page }) => {
  await annotate(page, ["PERSON", "Donald Trump"]);
  await clickWords(page, "Donald Trump");
  await page.keyboard.press("r");
  await page.getByText("The label set has no link that can start here.").first().waitFor();
  assert.equal(await bar(page).count(), 0);
});

test("arcs lead from what is selected or hovered, and only from there", async ({ page }) => {
  await claims(page);
  await clickWords(page, SECOND);
  await page.keyboard.press("r");
  await page.keyboard.press("1");
  await clickWords(page, FIRST, { wait: false });
  await hasLinked(page, ["2 supports 1"]);
  await page.mouse.move(2, 2);
  await eventually(() => arcs(page), ["supports"]);
  await clickWords(page, "Negotiations");
  await eventually(() => arcs(page), []);
  const { x, y, height } = await wordBox(page, FIRST);
  await page.mouse.move(x + 2, y + height / 2);
  await eventually(() => arcs(page), ["supports"]);
  await page.mouse.move(2, 2);
  await eventually(() => arcs(page), []);
});

test("hovering or selecting a name paints all that name the same", async ({ page }) => {
  await annotate(page, ["PERSON", "Donald Trump"], ["PERSON", ["Trump", 2]], ["GPE", "Moscow"]);
  await clickWords(page, ["Trump", 2]);
  await page.keyboard.press("e");
  await page.keyboard.press("Enter");
  await eventually(() => selected(page, "same"), "Donald TrumpTrump");
  await clickWords(page, "Negotiations");
  await eventually(() => selected(page, "same"), "");
  const { x, y, height } = await wordBox(page, "Donald Trump");
  await page.mouse.move(x + 2, y + height / 2);
  await eventually(() => selected(page, "same"), "Donald TrumpTrump");
  await page.mouse.move(2, 2);
  await eventually(() => selected(page, "same"), "");
  await region(page).focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("n");
  await eventually(() => selected(page, "same"), "Donald TrumpTrump");
});

test("the graph shows claims, speakers and links, and leads to each by mouse and by keyboard", async ({ page }) => {
  await annotate(page, ["PERSON", "Ian Bremmer"]);
  const [, second] = await claims(page);
  await clickWords(page, SECOND);
  await page.keyboard.press("Enter");
  await card(page).getByRole("button", { name: "Ian Bremmer", exact: true }).first().click();
  await eventually(async () => (await project(page)).claims[1].claimant?.kind, "entity");
  await page.keyboard.press("Escape");
  await region(page).focus();
  await page.keyboard.press("r");
  await page.keyboard.press("1");
  await page.keyboard.press("Enter");
  await eventually(async () => (await linked(page)).length, 1);
  const graph = dialog(page, "Claims and their speakers");
  const open = async () => {
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: "Search commands" }).fill("Claims and their");
    await page.keyboard.press("Enter");
    await graph.waitFor();
  };
  await open();
  await axe(page);
  assert.deepEqual(await graph.locator(".graph__speakers > li > b").allTextContents(), ["Nobody has said who", "Ian Bremmer"]);
  await graph.getByRole("listitem").getByText(/^Claim 2 supports/).first().waitFor();
  await graph.locator(".graph__node[data-kind=claim]").nth(1).click();
  await graph.waitFor({ state: "detached" });
  await hasCurrent(page, SECOND);
  await open();
  await graph.locator(".graph__node[data-kind=claim]").nth(2).focus();
  await page.keyboard.press("Enter");
  await graph.waitFor({ state: "detached" });
  await hasCurrent(page, THIRD);
  await hasFocus(page, "article");
  await open();
  await graph.locator(".graph__list").getByRole("button", { name: /^1\. They spoke/ }).click();
  await hasCurrent(page, FIRST);
  assert.ok(second);
});

test("a graph of fifty claims is read without anything over anything", async ({ page }) => {
  const count = await page.evaluate(async () => {
    const { document: { text } } = await window.postil.project();
    const starts = [...text.matchAll(/\b\w+ \w+ \w+/g)].slice(0, 50);
    for (const { index, 0: words } of starts) {
      const start = [...text.slice(0, index)].length;
      await window.postil.annotate({ spans: [{ start, end: start + words.length }], label: "CLAIM" });
    }
    return starts.length;
  });
  assert.equal(count, 50);
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Search commands" }).fill("Claims and their");
  await page.keyboard.press("Enter");
  const graph = dialog(page, "Claims and their speakers");
  await graph.waitFor();
  const boxes = await graph.locator(".graph__node[data-kind=claim] rect").evaluateAll((all) => all.map((it) => it.getBoundingClientRect().toJSON()));
  assert.equal(boxes.length, 50);
  for (let n = 1; n < boxes.length; n += 1) assert.ok(boxes[n - 1].bottom < boxes[n].top);
  const frame = await graph.locator(".graph__frame").evaluate((it) => [it.scrollHeight > it.clientHeight, it.scrollWidth <= it.clientWidth]);
  assert.deepEqual(frame, [true, true]);
});
