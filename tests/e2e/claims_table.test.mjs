// The claims table: sorted, grouped, filtered, answered in place, copied; and claims that repeat each other.

import assert from "node:assert/strict";

import { axe, site } from "./harness.mjs";
import { annotate, button, current, dialog, drawn, eventually, hasFocus, project, region } from "./page.mjs";

const { test } = site();

const BREMMER = "Pyongyang seeks to show the US that it has a good dialogue with Moscow";
const HANOI = "The latest summit between Trump and Kim Jong Un took place in Hanoi on February 27-28";
const CALLED = "Putin called Kim an interesting and substantive interlocutor";

const table = (page) => dialog(page, "Claims table");
const row = (page, words) => table(page).getByRole("row").filter({ hasText: words });
/** The first column and the beginning of the second. */
const shown = (page) => table(page).locator(".ledger__row").evaluateAll((rows) => rows.map((it) => `${it.querySelector(".ledger__who").textContent}: ${it.querySelector(".ledger__what").textContent.slice(0, 12)}`));
const claim = async (page, words) => (await project(page)).claims.find(({ spans }) => spans[0].exact === words);

async function claimed(page) {
  await annotate(page, ["PERSON", "Ian Bremmer"], ["PERSON", ["Vladimir Putin", 0]], ["CLAIM", BREMMER], ["CLAIM", HANOI], ["CLAIM", CALLED]);
}

test("the table is filled as one answers in it, and sorts, groups and filters", async ({ page }) => {
  await claimed(page);
  await button(page, "Claims table").click();
  await table(page).waitFor();
  await eventually(() => shown(page), ["Who says this?: Pyongyang se", "Who says this?: Putin called", "Who says this?: The latest s"]);
  await button(row(page, BREMMER), "Who says this: Who says this?").click();
  await hasFocus(page, "ledger-who");
  await row(page, BREMMER).getByRole("option", { name: /Ian Bremmer/ }).click();
  await eventually(async () => (await claim(page, BREMMER)).claimant?.kind, "entity");
  await row(page, CALLED).getByRole("combobox", { name: "How certain", exact: true }).selectOption("Probable");
  await eventually(async () => (await claim(page, CALLED)).certainty, "probable");
  await row(page, CALLED).getByRole("combobox", { name: "How", exact: true }).selectOption("–");
  await eventually(async () => (await claim(page, CALLED)).quote, undefined);
  await row(page, HANOI).getByRole("textbox", { name: "When" }).fill("2019-02");
  await page.keyboard.press("Enter");
  await eventually(async () => (await claim(page, HANOI)).time, "2019-02");
  const what = table(page).getByRole("columnheader", { name: "Says what" });
  await what.getByRole("button").click();
  assert.equal(await what.getAttribute("aria-sort"), "ascending");
  await what.getByRole("button").click();
  assert.equal(await what.getAttribute("aria-sort"), "descending");
  await eventually(() => shown(page), ["Who says this?: The latest s", "Ian Bremmer: Pyongyang se", "Who says this?: Putin called"]);
  await button(table(page), "By speaker").click();
  await eventually(() => table(page).locator(".ledger__group").allTextContents(), ["Ian Bremmer", "Nobody named yet"]);
  await table(page).getByRole("searchbox").fill("probable");
  await eventually(() => shown(page), ["Who says this?: Putin called"]);
  await table(page).getByRole("searchbox").fill("nobody at all");
  await table(page).getByText("No claim matches the filter.").waitFor();
});

test("from the table to the claim in the text, also of another article", async ({ page }) => {
  await claimed(page);
  await page.evaluate(() => window.postil.open({ name: "b.txt", text: "Second\n\nKim met Putin." }));
  await annotate(page, ["CLAIM", "Kim met Putin"]);
  await button(page, "Claims table").click();
  await eventually(() => table(page).locator(".ledger__row").count(), 1);
  await button(table(page), "All articles").click();
  await eventually(() => table(page).locator(".ledger__row").count(), 4);
  await row(page, HANOI).getByRole("combobox", { name: "How certain", exact: true }).selectOption("Certain");
  await row(page, HANOI).getByRole("button", { name: HANOI }).click();
  await table(page).waitFor({ state: "detached" });
  await hasFocus(page, "article");
  await eventually(() => current(page), HANOI);
  assert.equal((await claim(page, HANOI)).certainty, "certain");
});

test("claims that seem to say the same are offered, linked and told apart", async ({ page }) => {
  await page.evaluate(() => window.postil.open({ name: "c.txt", text: "Third\n\nTalks will go on in May. Then talks go on in May. Talks will go on in May, they say." }));
  await annotate(page, ["CLAIM", "Talks will go on in May"], ["CLAIM", "Then talks go on in May"], ["CLAIM", ["Talks will go on in May", 1]]);
  await button(page, "Claims table").click();
  await button(table(page), "Find repeats").click();
  const pairs = table(page).locator(".repeats__pair");
  await eventually(() => pairs.count(), 3);
  await button(pairs.first(), "They repeat each other").click();
  await eventually(() => pairs.count(), 2);
  const { claims, relations } = await project(page);
  assert.deepEqual(relations.map(({ type, from, to }) => [type, from, to]), [["repeats", claims[0].id, claims[2].id]]);
  await button(pairs.first(), "Not the same").click();
  await eventually(() => pairs.count(), 1);
  await axe(page);
});

test("the table is copied for documents and for spreadsheets", { context: { permissions: ["clipboard-read", "clipboard-write"] } }, async ({ page }) => {
  await page.evaluate(() => window.postil.open({ name: "d.txt", text: "Fourth\n\n=1+1 <b>is</b> two." }));
  await annotate(page, ["CLAIM", "=1+1 <b>is</b> two"]);
  await button(page, "Claims table").click();
  await button(table(page), "Copy as a table").click();
  await page.getByText("The table is on the clipboard.", { exact: false }).waitFor();
  const copied = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (type) => (await item.getType(type)).text();
    return [await read("text/plain"), await read("text/html")];
  });
  assert.equal(copied[0], "Who\tSays what\tAbout whom\tWhen\tHow certain\tHow\n\t'=1+1 <b>is</b> two\t\t\t\tThe article's own statement\n");
  assert.match(copied[1], /<td>=1\+1 &lt;b&gt;is&lt;\/b&gt; two<\/td>/);
});

test("two thousand claims are a table one can use", async ({ page }) => {
  const text = `Long\n\n${Array.from({ length: 2000 }, (_, n) => `Number ${n} is said by somebody.`).join(" ")}`;
  await page.evaluate((it) => window.postil.open({ name: "long.txt", text: it }), text);
  await page.evaluate(async () => {
    const file = await window.postil.project();
    const whole = file.document.text;
    file.document.id = "dlong";
    file.claims = [...whole.matchAll(/Number \d+ is said/g)].map(({ 0: words, index }, n) => ({
      id: `c${n}`, label: "CLAIM", text: words, spans: [{ start: index, end: index + words.length, exact: words }],
    }));
    await window.postil.importFile({ name: "long.json", bytes: new TextEncoder().encode(JSON.stringify(file)) });
  });
  await button(page, "Claims table").click();
  await table(page).getByText("Claims 1 to 100 of 2000").waitFor();
  await button(table(page), "Next page").click();
  await table(page).getByText("Claims 101 to 200 of 2000").waitFor();
  const begin = Date.now();
  await table(page).getByRole("searchbox").fill("number 1999 ");
  await table(page).getByText("1 claim", { exact: true }).waitFor();
  await table(page).getByRole("combobox", { name: "How certain", exact: true }).selectOption("Certain");
  await eventually(async () => (await project(page)).claims[1999].certainty, "certain");
  console.log(`filter and answer among 2000 claims: ${Date.now() - begin} ms`);
});

test("all of it by keyboard alone", async ({ page }) => {
  await claimed(page);
  await region(page).focus();
  await page.keyboard.press("l");
  await table(page).waitFor();
  await reach(page, (it) => it.closest("th")?.textContent.startsWith("Says what"));
  await page.keyboard.press("Enter");
  await eventually(() => table(page).getByRole("columnheader", { name: "Says what" }).getAttribute("aria-sort"), "ascending");
  await reach(page, (it) => it.classList.contains("ledger__ask"));
  await page.keyboard.press("Enter");
  await hasFocus(page, "ledger-who");
  await page.keyboard.press("Escape");
  await hasFocus(page, "Who says this: Who says this?");
  await page.keyboard.press("Enter");
  await hasFocus(page, "ledger-who");
  await page.keyboard.type("brem");
  await page.keyboard.press("Enter");
  await eventually(async () => (await claim(page, CALLED)).claimant?.kind ?? (await claim(page, BREMMER)).claimant?.kind, "entity");
  await hasFocus(page, "Who says this: Ian Bremmer");
  await reach(page, (it) => it.getAttribute("aria-label") === "How certain");
  await page.keyboard.press("c");
  await eventually(async () => (await project(page)).claims.filter(({ certainty }) => certainty === "certain").length, 1);
  await reach(page, (it) => it.classList.contains("ledger__jump"));
  await page.keyboard.press("Enter");
  await table(page).waitFor({ state: "detached" });
  await hasFocus(page, "article");
});

/** Tabs on until something fit has the focus. */
async function reach(page, fits) {
  for (let n = 0; n < 60; n += 1) {
    if (await page.evaluate(`(${fits})(document.activeElement) ?? false`)) return;
    await page.keyboard.press("Tab");
    await drawn(page);
  }
  assert.fail("it was not reached");
}
