// The command palette, and keys that are changed.

import assert from "node:assert/strict";

import { site } from "./harness.mjs";
import {
  button, dialog, eventually, hasFocus, hasSelected, hasTags, list, region, reload, selectWords, stored, tags,
} from "./page.mjs";

const { test } = site();

const palette = (page) => dialog(page, "Commands");
const sheet = (page) => dialog(page, "Keys");
const offered = (page) => palette(page).getByRole("option").locator(".commands__name").allTextContents();
const change = (page, name) => sheet(page).getByRole("button", { name: `Change the key: ${name}`, exact: true });
const strokes = (page, name) => change(page, name).locator("xpath=ancestor::tr").locator("kbd").allTextContents();

test("the palette finds a command by its words and runs it, by keyboard", async ({ page }) => {
  await selectWords(page, "Ian", "Bremmer");
  await hasSelected(page, "Ian Bremmer");
  await page.keyboard.press("Control+k");
  await palette(page).waitFor();
  await page.keyboard.type("tag as pers");
  await eventually(() => offered(page), ["Tag as Person"]);
  await page.keyboard.press("Enter");
  await palette(page).waitFor({ state: "detached" });
  await hasTags(page, ["PERSON: Ian Bremmer"]);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("undo");
  await page.keyboard.press("Enter");
  await hasTags(page, []);
  await hasFocus(page, "article");
});

test("the palette is walked with the arrows, and a click runs a command", async ({ page }) => {
  await button(page, "Commands").click();
  const query = palette(page).getByRole("combobox", { name: "Search commands" });
  await query.fill("colors");
  const current = () => palette(page).locator("[aria-selected=true] .commands__name").innerText();
  const [first, second] = await offered(page);
  assert.equal(await current(), first);
  await page.keyboard.press("ArrowDown");
  await eventually(current, second);
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await eventually(current, (await offered(page)).at(-1));
  // However far one walks, the command that is current is in sight.
  await query.fill("");
  for (let row = 0; row < 20; row += 1) await page.keyboard.press("ArrowDown");
  const box = await palette(page).locator("[aria-selected=true]").boundingBox();
  const frame = await palette(page).getByRole("listbox").boundingBox();
  assert.ok(frame.y <= box.y && box.y + box.height <= frame.y + frame.height + 1, JSON.stringify([box, frame]));
  await query.fill("nothing of that kind");
  await palette(page).getByText("No command of that name.").waitFor();
  await query.fill("dark");
  await palette(page).getByRole("option", { name: "Dark colors" }).click();
  await eventually(() => page.evaluate(() => document.documentElement.dataset.theme), "dark");
});

test("a key is changed, acts, and is there after a reload; a taken one is refused with the reason", async ({ page }) => {
  await region(page).focus();
  await page.keyboard.press("?");
  await eventually(() => strokes(page, "Write a note"), ["m"]);
  await change(page, "Write a note").click();
  await page.keyboard.press("x");
  await sheet(page).getByText("That key is taken: Select characters instead of words, and back. Give that another key first.").waitFor();
  assert.deepEqual(await strokes(page, "Write a note"), ["m"]);
  // Esc leaves the key as it is, and the sheet open.
  await change(page, "Write a note").click();
  await page.keyboard.press("Escape");
  await eventually(() => change(page, "Write a note").innerText(), "Change");
  assert.equal(await sheet(page).count(), 1);
  assert.deepEqual(await strokes(page, "Write a note"), ["m"]);
  await change(page, "Write a note").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("q");
  await eventually(() => strokes(page, "Write a note"), ["q"]);
  await page.keyboard.press("Escape");
  await reload(page);
  await selectWords(page, "Hanoi");
  await page.keyboard.press("3");
  await hasTags(page, ["GPE: Hanoi"]);
  await page.keyboard.press("m");
  assert.equal(await page.locator("#note").count(), 0);
  await page.keyboard.press("q");
  await hasFocus(page, "note");
  await page.keyboard.press("Escape");
  await button(page, "Keys").click();
  await sheet(page).getByRole("button", { name: "Usual keys again" }).click();
  await eventually(() => strokes(page, "Write a note"), ["m"]);
  const kept = (await stored(page))["postil1/set/choice/keys"];
  assert.equal(kept, "");
});

test("single keys can be switched off", async ({ page }) => {
  await button(page, "Keys").click();
  await sheet(page).getByRole("checkbox", { name: /^Single keys act/ }).uncheck();
  await page.keyboard.press("Escape");
  await selectWords(page, "Hanoi");
  await hasSelected(page, "Hanoi");
  await region(page).focus();
  await page.keyboard.press("3");
  await page.keyboard.press("?");
  assert.equal(await sheet(page).count(), 0);
  assert.deepEqual(await tags(page), []);
  // Keys with Ctrl, and those that type nothing, act on.
  await page.keyboard.press("Control+k");
  await palette(page).waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("F1");
  await sheet(page).waitFor();
  await sheet(page).getByRole("checkbox", { name: /^Single keys act/ }).check();
  await page.keyboard.press("Escape");
  await selectWords(page, "Hanoi");
  await page.keyboard.press("3");
  await hasTags(page, ["GPE: Hanoi"]);
  assert.equal(await list(page).locator("[data-row]").count(), 1);
});
