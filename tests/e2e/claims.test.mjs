// Claims: who says this, and how.

import assert from "node:assert/strict";

import { site } from "./harness.mjs";
import {
  annotate, button, card, clickWords, eventually, hasCurrent, hasFocus, hasTags, list, popover, project, questions, rows,
  selectWords, tags,
} from "./page.mjs";

const { test } = site();

const BREMMER = ["Pyongyang seeks to show", "good dialogue with Moscow"];
const who = (page) => questions(page).getByRole("group", { name: "Who says this?" });
const how = (page) => questions(page).getByRole("group", { name: "How?" });
const answer = (group, name) => group.getByRole("button", { name, exact: true });
const pressed = (group) => group.locator("[aria-pressed=true]").allTextContents();

/** The only claim of the article. */
const claim = async (page) => (await project(page)).claims[0];
const claimant = async (page) => (await claim(page)).claimant;

/** Tags a claim as a person does. */
async function claimed(page, from, to = from) {
  const before = (await tags(page)).length;
  await selectWords(page, from, to);
  await popover(page).waitFor();
  await page.keyboard.press("c");
  await questions(page).waitFor();
  assert.equal((await tags(page)).length, before + 1);
}

test("a claim asks two questions that block nothing", async ({ page }) => {
  await claimed(page, ...BREMMER);
  assert.equal((await claim(page)).claimant, undefined);
  assert.ok(await who(page).isVisible());
  assert.ok(await how(page).isVisible());
  await hasFocus(page, "article");
  await selectWords(page, "Hanoi");
  await popover(page).waitFor();
  assert.equal(await questions(page).count(), 0);
  await page.keyboard.press("3");
  await hasTags(page, ["CLAIM: Pyongyang seeks to show the US that it has a good dialogue with Moscow", "GPE: Hanoi"]);
});

test("the likeliest speakers come first, each once", async ({ page }) => {
  await annotate(
    page,
    ["GPE", "Moscow"],
    ["PERSON", "Vladimir Putin"],
    ["ORG", "Eurasia Group"],
    ["PERSON", "Sarah Sanders"],
    ["PERSON", "Ian Bremmer"],
    ["DATE", "May 4"],
  );
  await claimed(page, ...BREMMER);
  const offered = await who(page).locator(".question__answers").getByRole("button").allTextContents();
  assert.deepEqual(offered, [
    "Ian Bremmer", "Eurasia Group", "Sarah Sanders", "Vladimir Putin", "Moscow",
    "The article (no source given)", "Source not named", "I can't tell",
  ]);
});

test("a tagged person can be chosen, and taken back", async ({ page }) => {
  const [person] = await annotate(page, ["PERSON", "Ian Bremmer"]);
  await claimed(page, ...BREMMER);
  await answer(who(page), "Ian Bremmer").click();
  await eventually(() => pressed(who(page)), ["Ian Bremmer"]);
  const { mentions } = await project(page);
  const { kind, entity, mention } = await claimant(page);
  assert.deepEqual({ kind, entity, mention }, { kind: "entity", entity: mentions[0].entity, mention: person });
  await eventually(async () => (await list(page).locator(".list__speaker").allInnerTexts()).join(), "— Ian Bremmer");
  await answer(who(page), "Ian Bremmer").click();
  await eventually(() => claimant(page), undefined);
});

test("the article, nobody named, and no idea are answers of their own", async ({ page }) => {
  await claimed(page, ...BREMMER);
  const answers = [["The article (no source given)", "article"], ["Source not named", "unnamed"], ["I can't tell", "unknown"]];
  for (const [name, kind] of answers) {
    await answer(who(page), name).click();
    await eventually(async () => (await claimant(page))?.kind, kind);
    await eventually(() => pressed(who(page)), [name]);
  }
});

test("a name can be typed", async ({ page }) => {
  await claimed(page, ...BREMMER);
  await who(page).getByRole("textbox", { name: "Somebody else" }).fill("Ian Bremmer");
  await page.keyboard.press("Enter");
  await eventually(async () => (await claimant(page))?.text, "Ian Bremmer");
  assert.equal((await claimant(page)).kind, "named");
  await hasTags(page, ["CLAIM: Pyongyang seeks to show the US that it has a good dialogue with Moscow"]);
});

test("words that are not tagged can be picked in the text", async ({ page }) => {
  await claimed(page, ...BREMMER);
  await button(page, "Pick words in the text").click();
  await page.getByText("Select the words that name who says this. Enter keeps, Esc stops.").first().waitFor();
  await selectWords(page, "Ian Bremmer");
  await eventually(async () => (await claimant(page))?.text, "Ian Bremmer");
  const picked = await claimant(page);
  assert.equal(picked.kind, "named");
  assert.deepEqual(picked.spans.map(({ exact }) => exact), ["Ian Bremmer"]);
  await questions(page).waitFor();
  assert.equal((await tags(page)).length, 1);
});

test("picking words can be given up", async ({ page }) => {
  await claimed(page, ...BREMMER);
  await button(page, "Pick words in the text").click();
  await hasFocus(page, "article");
  await page.keyboard.press("Escape");
  await questions(page).waitFor();
  assert.equal(await claimant(page), undefined);
});

test("Escape leaves it unanswered, which is not the same as no idea", async ({ page }) => {
  await claimed(page, ...BREMMER);
  await page.keyboard.press("Escape");
  await questions(page).waitFor({ state: "detached" });
  await hasFocus(page, "article");
  assert.equal((await claim(page)).claimant, undefined);
  await list(page).getByText("Who says this?").waitFor();
});

test("Escape within the questions leaves them, too", async ({ page }) => {
  await claimed(page, ...BREMMER);
  await answer(how(page), "Both").focus();
  await page.keyboard.press("Escape");
  await questions(page).waitFor({ state: "detached" });
  await hasFocus(page, "article");
});

const PRESETS = [
  ["direct", "Exact words", "They spoke about North Korea", "on the call"],
  ["direct", "Exact words", "\"They spoke about North Korea", "to denuclearize,\""],
  ["indirect", "Reported", "US President Donald Trump", "Vladimir Putin"],
  ["indirect", "Reported", ...BREMMER],
  ["mixed", "Both", "the North Korean leader described", "\"very substantive.\""],
  ["none", "The article's own statement", "The Vladivostok summit became", "Putin and Kim Jong-un"],
];

test("how it is said is pre-set by the words", async ({ page }) => {
  for (const [mode, name, from, to] of PRESETS) {
    await claimed(page, from, to);
    assert.equal((await claim(page)).quote, mode, from);
    assert.deepEqual(await pressed(how(page)), [name], from);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+z");
    await hasTags(page, []);
  }
});

test("both answers can be changed later, in the card", async ({ page }) => {
  await claimed(page, ...BREMMER);
  await answer(who(page), "I can't tell").click();
  await eventually(async () => (await claimant(page))?.kind, "unknown");
  await page.keyboard.press("Escape");
  await clickWords(page, "Pyongyang seeks");
  await hasCurrent(page, "Pyongyang seeks to show the US that it has a good dialogue with Moscow");
  await page.keyboard.press("Enter");
  const later = card(page).getByRole("group", { name: "Who says this?" });
  await eventually(() => pressed(later), ["I can't tell"]);
  await answer(later, "Source not named").click();
  await eventually(async () => (await claimant(page))?.kind, "unnamed");
  await answer(card(page).getByRole("group", { name: "How?" }), "Exact words").click();
  await eventually(async () => (await claim(page)).quote, "direct");
  await button(page, "Undo").click();
  await eventually(async () => (await claim(page)).quote, "indirect");
});

test("a claim stays when the person who says it is no longer tagged", async ({ page }) => {
  await annotate(page, ["PERSON", "Ian Bremmer"]);
  await claimed(page, ...BREMMER);
  await answer(who(page), "Ian Bremmer").click();
  await eventually(async () => (await claimant(page))?.kind, "entity");
  const before = await project(page);
  await page.evaluate((id) => window.postil.remove(id), before.mentions[0].id);
  await eventually(async () => (await claimant(page))?.kind, "named");
  assert.equal((await claimant(page)).text, "Ian Bremmer");
  assert.equal((await project(page)).entities, undefined);
  await page.keyboard.press("Control+z");
  await eventually(async () => (await claimant(page))?.kind, "entity");
  assert.deepEqual((await project(page)).entities, before.entities);
  assert.deepEqual(await rows(page), ["Person: Ian Bremmer", "Claim: Pyongyang seeks to show the US that it has a good dialogue with Moscow"]);
});
