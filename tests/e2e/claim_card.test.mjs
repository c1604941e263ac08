// The card of a claim: reporting words, who passes it on, and everything else about it.

import assert from "node:assert/strict";

import { site } from "./harness.mjs";
import { annotate, button, card, drawn, eventually, hasFocus, list, popover, project, questions, region, selectWords, tags, wordBox } from "./page.mjs";

const { test } = site();

const TRUMP = "Donald Trump spoke about the importance of Russia’s steps";
const SANDERS = `US President ${TRUMP} aimed at the Korean Peninsula’s denuclearization during a phone conversation with his Russian counterpart Vladimir Putin, White House Press Secretary Sarah Sanders told reporters`;

/** A claim of the article by its place in it, the longer one first. */
const claim = async (page, n = 0) => (await project(page)).claims[n];
const part = (page, name) => card(page).getByRole("group", { name, exact: true });
const pressed = (page, name) => part(page, name).locator("[aria-pressed=true]").allTextContents();
const field = (page, name) => card(page).getByRole("textbox", { name, exact: true });

/** Opens the card of the n-th claim in the list. */
async function opened(page, n = 0) {
  await list(page).locator("[data-row]").filter({ hasText: "Claim" }).nth(n).click();
  await card(page).waitFor();
}

async function unfolded(page) {
  await card(page).getByText("More about this claim").click();
  await part(page, "Worth checking?").waitFor();
}

/** Types into a field and leaves it by Enter. */
async function written(page, name, text) {
  await field(page, name).fill(text);
  await page.keyboard.press("Enter");
}

test("reporting words are offered, accepted, taken away, and marked in the text", async ({ page }) => {
  await annotate(page, ["CLAIM", "They spoke about North Korea for a good bit of time on the call"]);
  await opened(page);
  const words = part(page, "Reporting words");
  await words.getByRole("button", { name: /“?said”?\s*Accept/ }).click();
  await eventually(async () => (await claim(page)).cue?.map(({ exact }) => exact), ["said"]);
  await eventually(() => painted(page, "cue"), "said");
  await button(words, "Take the reporting words away").click();
  await eventually(async () => (await claim(page)).cue, undefined);
  await eventually(() => painted(page, "cue"), "");
  await button(words, "Select in the text").click();
  await page.getByText("Select the reporting words, such as “said”. Enter keeps, Esc stops.").first().waitFor();
  await selectWords(page, "Sanders said");
  await eventually(async () => (await claim(page)).cue?.map(({ exact }) => exact), ["Sanders said"]);
  await hasFocus(page, "claim-cue");
  assert.equal((await tags(page)).length, 1);
});

test("the words of a claim, its reporting words and its speaker are painted together", async ({ page }) => {
  await annotate(page, ["PERSON", "Sarah Sanders"], ["CLAIM", TRUMP]);
  await opened(page);
  await part(page, "Who says this?").getByRole("button", { name: "Sarah Sanders", exact: true }).click();
  await button(part(page, "Reporting words"), "Select in the text").click();
  await selectWords(page, "told reporters");
  await eventually(async () => (await claim(page)).cue?.map(({ exact }) => exact), ["told reporters"]);
  const parts = `${TRUMP} told reporters Sarah Sanders`;
  await eventually(() => painted(page, "same"), parts);
  await region(page).focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Escape");
  await eventually(() => painted(page, "same"), "");
  const { x, y, height } = await wordBox(page, "Donald Trump spoke");
  await page.mouse.move(x + 2, y + height / 2);
  await eventually(() => painted(page, "same"), parts);
  await page.mouse.move(2, 2);
  await eventually(() => painted(page, "same"), "");
});

test("a claim within another is passed on by it, by one press, and never in a circle", async ({ page }) => {
  await annotate(page, ["PERSON", "Sarah Sanders"], ["PERSON", ["Donald Trump", 1]], ["CLAIM", SANDERS], ["CLAIM", TRUMP]);
  await opened(page, 1);
  await part(page, "Passed on by").getByRole("button", { name: /Accept/ }).click();
  const outer = (await claim(page)).id;
  await eventually(async () => (await claim(page, 1)).reported_in, outer);
  const who = part(page, "Who says this?");
  await button(who, "Donald Trump").click();
  const crumbs = () => card(page).getByRole("list", { name: "Who passes it on" }).getByRole("listitem").allTextContents();
  await eventually(crumbs, ["?", "Donald Trump"]);
  await card(page).getByRole("list", { name: "Who passes it on" }).getByRole("button", { name: "?" }).click();
  await eventually(() => part(page, "Who says this?").locator("[aria-pressed=true]").count(), 0);
  await button(part(page, "Who says this?"), "Sarah Sanders").click();
  await eventually(() => list(page).locator(".list__speaker").allInnerTexts(), ["— Sarah Sanders", "— Sarah Sanders › Donald Trump"]);
  await part(page, "Passed on by").getByText("No other claim is here yet.").waitFor();
});

test("an untagged speaker is tagged from the question, in one step", async ({ page }) => {
  await annotate(page, ["CLAIM", "Pyongyang seeks to show the US that it has a good dialogue with Moscow"]);
  await opened(page);
  await button(card(page), "Pick words in the text").click();
  await selectWords(page, "Ian Bremmer");
  await hasFocus(page, "claim-speaker");
  await button(card(page), "Tag as Person").click();
  await eventually(async () => (await claim(page)).claimant?.kind, "entity");
  const { mentions, entities } = await project(page);
  assert.deepEqual(mentions.map(({ label, spans }) => [label, spans[0].exact]), [["PERSON", "Ian Bremmer"]]);
  assert.equal((await claim(page)).claimant.entity, entities[0].id);
  await button(page, "Undo").click();
  await eventually(async () => (await claim(page)).claimant?.kind, "named");
  assert.equal((await project(page)).mentions?.length ?? 0, 0);
});

test("every further field is answered, changed and taken back by mouse", async ({ page }) => {
  await annotate(page, ["GPE", "North Korea"], ["PERSON", ["Kim Jong-un", 0]], ["CLAIM", "The Vladivostok summit became the first face-to-face meeting between Putin and Kim Jong-un"], ["PERSON", ["Kim Jong-un", 1]]);
  await opened(page);
  await field(page, "In one sentence").fill("Putin and Kim first met in Vladivostok.");
  await unfolded(page);
  await eventually(async () => (await claim(page)).normalized, "Putin and Kim first met in Vladivostok.");
  const choices = [
    ["Worth checking?", "Yes", "checkworthy", "yes"],
    ["What kind of statement?", "What happened", "type", "event"],
    ["How certain is who says it?", "Certain", "certainty", "certain"],
    ["Do they say that it is so?", "It is so", "polarity", "positive"],
  ];
  for (const [question, answer, name, value] of choices) {
    await button(part(page, question), answer).click();
    await eventually(async () => (await claim(page))[name], value);
    assert.deepEqual(await pressed(page, question), [answer]);
    await button(part(page, question), answer).click();
    await eventually(async () => (await claim(page))[name], undefined);
  }
  await button(part(page, "About"), "About Kim Jong-un").first().click();
  await eventually(async () => (await claim(page)).about?.length, 1);
  await part(page, "About").getByRole("combobox").fill("nor");
  await part(page, "About").getByRole("option", { name: /North Korea/ }).click();
  await eventually(async () => (await claim(page)).about?.length, 2);
  await button(part(page, "About"), "Not about North Korea").click();
  await eventually(async () => (await claim(page)).about?.length, 1);
  await written(page, "Topic", "diplomacy");
  await eventually(async () => (await claim(page)).topic, "diplomacy");
  await written(page, "When", "April 25");
  await page.getByText("“April 25” is not kept", { exact: false }).waitFor();
  assert.equal((await claim(page)).time, undefined);
  await written(page, "When", "2019-04-25");
  await eventually(async () => (await claim(page)).time, "2019-04-25");
});

test("evidence and a verdict are added, changed, ordered and removed", async ({ page }) => {
  await annotate(page, ["CLAIM", "The latest summit between Trump and Kim Jong Un took place in Hanoi"]);
  await opened(page);
  await unfolded(page);
  const evidence = part(page, "Evidence");
  await button(evidence, "Select in the text").click();
  await selectWords(page, "The sides failed", "an agreement");
  await eventually(async () => (await claim(page)).evidence?.length, 1);
  await hasFocus(page, "claim-evidence");
  await written(page, "Add a page by its address", "javascript:alert(1)");
  await page.getByText("“javascript:alert(1)” is not kept", { exact: false }).waitFor();
  await written(page, "Add a page by its address", "https://example.org/hanoi");
  await eventually(async () => (await claim(page)).evidence?.length, 2);
  const second = evidence.getByRole("listitem", { name: "Evidence 2" });
  await button(second, "Against it").click();
  await second.getByRole("textbox", { name: "What it says there" }).fill("There was none.");
  await page.keyboard.press("Enter");
  await eventually(async () => (await claim(page)).evidence?.[1], { stance: "refutes", url: "https://example.org/hanoi", quote: "There was none." });
  const link = second.getByRole("link");
  assert.deepEqual(await link.evaluate((it) => [it.getAttribute("href"), it.rel, it.target]), ["https://example.org/hanoi", "noopener noreferrer", "_blank"]);
  await button(second, "Up").click();
  await eventually(async () => (await claim(page)).evidence?.map(({ stance }) => stance), ["refutes", "supports"]);
  await button(evidence.getByRole("listitem", { name: "Evidence 2" }), "Remove this evidence").click();
  await eventually(async () => (await claim(page)).evidence?.length, 1);
  await written(page, "What the check came to", "Mostly true");
  await card(page).getByText("On a scale").click();
  await written(page, "Value", "four");
  await page.getByText("“four” is not kept", { exact: false }).waitFor();
  await written(page, "Value", "4");
  await written(page, "Best", "5");
  await written(page, "Checked on", "2019-05-05");
  await eventually(async () => (await claim(page)).verdict, { rating: "Mostly true", value: "4", best: "5", date: "2019-05-05" });
});

test("what is folded out stays so, and a file carries it all", async ({ page }) => {
  await annotate(page, ["CLAIM", "took place in Hanoi"]);
  await opened(page);
  await unfolded(page);
  await button(part(page, "Worth checking?"), "Minor").click();
  await eventually(async () => (await claim(page)).checkworthy, "factual");
  await page.reload();
  await opened(page);
  await part(page, "Worth checking?").waitFor();
  assert.deepEqual(await pressed(page, "Worth checking?"), ["Minor"]);
});

test("all of it by keyboard alone", async ({ page }) => {
  await annotate(page, ["PERSON", "Sarah Sanders"], ["CLAIM", SANDERS], ["CLAIM", TRUMP]);
  await region(page).focus();
  await page.keyboard.press("n");
  // The outer claim: reporting words by the offer, then its speaker by the questions.
  await page.keyboard.press("y");
  await eventually(async () => (await claim(page)).cue?.map(({ exact }) => exact), ["told"]);
  await page.keyboard.press("w");
  await questions(page).waitFor();
  await hasFocus(page, "Sarah Sanders");
  await page.keyboard.press("Enter");
  await eventually(async () => (await claim(page)).claimant?.kind, "entity");
  await page.keyboard.press("ArrowRight");
  await hasFocus(page, "The article (no source given)");
  await page.keyboard.press("Escape");
  await hasFocus(page, "article");
  // The inner one: two offers, one key each.
  await page.keyboard.press("n");
  await page.keyboard.press("y");
  await page.keyboard.press("y");
  const outer = (await claim(page)).id;
  await eventually(async () => (await claim(page, 1)).reported_in, outer);
  await page.keyboard.press("Enter");
  await card(page).waitFor();
  await reach(page, "More about this claim");
  await page.keyboard.press("Enter");
  await reach(page, "Yes");
  await page.keyboard.press("ArrowRight");
  await hasFocus(page, "Minor");
  await page.keyboard.press("Enter");
  await eventually(async () => (await claim(page, 1)).checkworthy, "factual");
  await reach(page, "claim-about");
  await page.keyboard.type("sand");
  await page.keyboard.press("Enter");
  await eventually(async () => (await claim(page, 1)).about?.length, 1);
  // Words picked with the caret.
  await reach(page, "claim-evidence");
  await page.keyboard.press("Enter");
  await hasFocus(page, "article");
  await page.keyboard.press("Control+Shift+ArrowRight");
  await page.keyboard.press("Enter");
  await eventually(async () => (await claim(page, 1)).evidence?.length, 1);
  await hasFocus(page, "claim-evidence");
});

/** Tabs on until something has the focus. */
async function reach(page, name) {
  for (let n = 0; n < 60; n += 1) {
    const found = await page.evaluate(() => {
      const { activeElement: it } = document;
      return [it.id, it.getAttribute("aria-label"), it.textContent];
    });
    if (found.includes(name)) return;
    await page.keyboard.press("Tab");
    await drawn(page);
  }
  assert.fail(`${name} was not reached`);
}

/** What a paint covers. */
const painted = (page, name) => page.evaluate((it) => [...(CSS.highlights.get(it) ?? [])].map((range) => {
  const live = document.createRange();
  live.setStart(range.startContainer, range.startOffset);
  live.setEnd(range.endContainer, range.endOffset);
  return live.toString();
}).join(" "), name);
