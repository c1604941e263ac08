// Checking: what nobody has decided on yet, and what looks wrong, by mouse and by keys.

import assert from "node:assert/strict";

import { site } from "./harness.mjs";
import { annotate, button, eventually, hasCurrent, hasFocus, hasSelected, hasTags, project, region, reload, selected, tags } from "./page.mjs";

const { test } = site();

const tab = (page) => page.getByRole("tab", { name: /^Check/ });
const undecided = (page) => page.getByRole("list", { name: "Undecided", exact: true });
const wrong = (page) => page.getByRole("list", { name: "What looks wrong", exact: true });
const meter = (page) => page.locator("#sweep-title .list__count").innerText();
const wrongRows = (page) => wrong(page).locator(".check__words").allTextContents();

/** How many are decided, and how many there are. */
async function decided(page) {
  const [, done, all] = (await meter(page)).match(/^(\d+) of (\d+) decided$/);
  return [Number(done), Number(all)];
}

test("names are walked, tagged and denied by keys", async ({ page }) => {
  await region(page).focus();
  await page.keyboard.press("j");
  await hasSelected(page, "Trump");
  await page.keyboard.press("1");
  await hasTags(page, ["PERSON: Trump"]);
  await page.keyboard.press("j");
  await hasSelected(page, "Russia");
  await page.keyboard.press("3");
  await page.keyboard.press("j");
  await hasSelected(page, "North Korea");
  await page.keyboard.press("Shift+j");
  await page.keyboard.press("j");
  await hasSelected(page, "North Korea");
  await page.keyboard.press("d");
  await hasSelected(page, "Donald Trump");
  await eventually(async () => (await project(page)).decisions.map(({ is_not, spans }) => `${is_not}: ${spans[0].exact}`), ["entity: North Korea"]);
  await page.keyboard.press("Control+z");
  await eventually(async () => (await project(page)).decisions ?? [], []);
  await hasTags(page, ["PERSON: Trump", "GPE: Russia"]);
});

test("a name is denied wherever it stands, kept, and taken back by mouse", async ({ page }) => {
  await tab(page).click();
  await eventually(async () => (await decided(page))[0], 0);
  const [, all] = await decided(page);
  assert.ok(40 < all, `${all}`);
  await undecided(page).getByRole("button", { name: "Name? Russia", exact: true }).first().click();
  await hasSelected(page, "Russia");
  await page.keyboard.press("Shift+d");
  await eventually(async () => 3 < (await decided(page))[0], true);
  const [denied] = await decided(page);
  await reload(page);
  await tab(page).click();
  await eventually(() => decided(page), [denied, all]);
  await page.getByText("Decided not to be tagged").click();
  await button(page, "Take back: Russia").first().click();
  await eventually(() => decided(page), [denied - 1, all]);
  await undecided(page).getByRole("button", { name: /^Not a claim: / }).first().click();
  await eventually(() => decided(page), [denied, all]);
});

test("decisions are in the file", async ({ page }) => {
  await region(page).focus();
  await page.keyboard.press("j");
  await page.keyboard.press("d");
  await page.evaluate(() => window.postil.project());
  const made = (await project(page)).decisions;
  assert.equal(made.length, 1);
  const text = await page.evaluate(async () => JSON.stringify(await window.postil.project()));
  const read = await page.evaluate(async (it) => {
    await window.postil.importFile({ name: "other.json", bytes: new TextEncoder().encode(it.replace(/"id":"d[a-z0-9]+"/, '"id":"dother"')) });
    return window.postil.project();
  }, text);
  assert.deepEqual(read.decisions, made);
});

test("what looks wrong is listed and mended by mouse", async ({ page }) => {
  await annotate(page, ["PERSON", "Trump"], ["PERSON", "Donald Trump"], ["ORG", ["Donald Trump", 1]], ["PERSON", "Sanders said."], ["CLAIM", "took place in Hanoi"]);
  await eventually(() => tab(page).innerText(), "Check\n3");
  await tab(page).click();
  await eventually(() => wrongRows(page), ["took place in Hanoi", "Donald Trump", "Sanders said."]);
  await wrong(page).locator(".check__row").first().click();
  await hasCurrent(page, null);
  await button(page, "Make it Person: Donald Trump").click();
  await eventually(() => wrongRows(page), ["took place in Hanoi", "Sanders said."]);
  await button(page, "Shorten to “Sanders said”: Sanders said.").click();
  await eventually(() => wrongRows(page), ["took place in Hanoi"]);
  await button(page, "Undo").click();
  await eventually(() => wrongRows(page), ["took place in Hanoi", "Sanders said."]);
});

test("what looks wrong is mended by keys, one step of undo each", async ({ page }) => {
  await annotate(page, ["PERSON", "Putin"], ["PERSON", "Sanders said."], ["CLAIM", "took place in Hanoi"]);
  const before = await tags(page);
  await tab(page).focus();
  await page.keyboard.press("Enter");
  await page.locator("#wrong-0").focus();
  await page.keyboard.press("ArrowDown");
  await hasFocus(page, "wrong-1");
  await page.keyboard.press("y");
  await eventually(() => wrongRows(page), ["took place in Hanoi"]);
  await hasFocus(page, "wrong-0");
  await page.keyboard.press("Enter");
  await page.getByText("Nothing looks wrong.").waitFor();
  await hasFocus(page, "tab-check");
  await eventually(async () => (await project(page)).claims[0].claimant?.kind, "article");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await hasTags(page, before);
});

test("in the list of what is undecided keys do what they do in the article", async ({ page }) => {
  await tab(page).click();
  await page.locator("#open-0").focus();
  await page.keyboard.press("ArrowDown");
  await hasFocus(page, "open-1");
  await hasSelected(page, "Russia");
  await page.keyboard.press("d");
  await hasFocus(page, "open-1");
  await hasSelected(page, "North Korea");
  await page.keyboard.press("3");
  await hasTags(page, ["GPE: North Korea"]);
});

test("a million characters are walked without a wait", async ({ page }) => {
  const text = "He told Ann Ruiz that “it is so”, and the officials said 5 things.\n\n".repeat(15_000);
  await page.evaluate((it) => window.postil.open({ name: "long.txt", text: it }), text);
  await region(page).focus();
  const [first, next, find] = await page.evaluate(async () => {
    const press = async (key, code, target) => {
      const start = performance.now();
      target.dispatchEvent(new KeyboardEvent("keydown", { key, code, bubbles: true, cancelable: true }));
      return performance.now() - start;
    };
    const article = document.getElementById("article");
    const times = [await press("j", "KeyJ", article), await press("j", "KeyJ", article)];
    const box = document.getElementById("find");
    box.value = "ruiz";
    const start = performance.now();
    box.dispatchEvent(new InputEvent("input", { bubbles: true }));
    return [...times, performance.now() - start];
  });
  console.log(`a million characters: first candidate ${Math.round(first)} ms, next ${Math.round(next)} ms, find ${Math.round(find)} ms`);
  assert.ok(await selected(page));
});
