// Numbers of claims in the margin: in the order of the text, side by side, pressed.

import assert from "node:assert/strict";

import { axe, site } from "./harness.mjs";
import { annotate, button, clickWords, current, dialog, eventually, hasFocus, wordBox } from "./page.mjs";

const { test } = site();

const BREMMER = "Pyongyang seeks to show the US that it has a good dialogue with Moscow";
const HANOI = "The latest summit between Trump and Kim Jong Un took place in Hanoi on February 27-28";
const CALLED = "Putin called Kim an interesting and substantive interlocutor";

const numbers = (page) => page.locator("#margin .margin__number").allTextContents();
const number = (page, words) => page.locator("#margin .margin__claim").filter({ hasText: new RegExp(`^${words.replace("+", "\\+")}$`) });
/** Whether a number stands before the line of some words. */
async function stands(page, n, words) {
  const line = await wordBox(page, words, "first", false);
  const found = await box(page, n);
  return found !== null && found.x < line.x && Math.abs(found.y - line.y) < 4;
}
const box = async (page, words) => number(page, words).locator("rect").boundingBox();

test("each claim has its number beside its line, and a press on it selects it", async ({ page }) => {
  await annotate(page, ["CLAIM", HANOI], ["CLAIM", BREMMER], ["PERSON", "Ian Bremmer"]);
  await eventually(() => numbers(page), ["1", "2"]);
  await annotate(page, ["CLAIM", CALLED]);
  await eventually(() => numbers(page), ["1", "2", "3"]);
  for (const [words, n] of [[BREMMER, "1"], [CALLED, "2"], [HANOI, "3"]]) {
    await wordBox(page, words);
    await eventually(() => stands(page, n, words), true);
  }
  await number(page, "2").click();
  await eventually(() => current(page), CALLED);
  await hasFocus(page, "article");
  await eventually(() => page.locator("#margin [data-selected]").allTextContents(), ["2"]);
  await page.keyboard.press("Delete");
  await eventually(() => numbers(page), ["1", "2"]);
  await axe(page);
});

test("claims that overlap stand side by side, and those without room are pressed one after the other", async ({ page }) => {
  const parts = ["Pyongyang seeks", "seeks to show", "to show the US", "the US that it has"];
  await annotate(page, ["CLAIM", BREMMER], ...parts.map((words) => ["CLAIM", words]));
  const stack = "2+";
  await eventually(() => numbers(page), ["1", stack]);
  const [first, second] = [await box(page, "1"), await box(page, stack)];
  assert.ok(second.x + second.width <= first.x, "they stand side by side");
  const end = await wordBox(page, BREMMER, "last", false);
  assert.ok(Math.abs(first.y + first.height - end.y - end.height) < 4, "the line of each is as long as the claim");
  for (const words of [...parts, parts[0]]) {
    await number(page, stack).click();
    await eventually(() => current(page), words);
  }
});

test("the numbers follow the text when the window changes, and the table names them, too", async ({ page }) => {
  await annotate(page, ["CLAIM", BREMMER], ["CLAIM", HANOI]);
  await page.setViewportSize({ width: 700, height: 700 });
  await clickWords(page, "Negotiations");
  await wordBox(page, HANOI);
  await eventually(() => stands(page, "2", HANOI), true);
  await page.setViewportSize({ width: 1300, height: 700 });
  await eventually(() => stands(page, "2", HANOI), true);
  await button(page, "Claims table").click();
  const cells = dialog(page, "Claims table").locator(".ledger__number");
  assert.deepEqual(await cells.allTextContents(), ["1", "2"]);
});
