// The caret, the selection and every single key.

import assert from "node:assert/strict";

import { site } from "./harness.mjs";
import {
  annotate, blocks, card, clickWords, current, dialog, downloaded, eventually, hasCurrent, hasFocus, hasSelected, hasTags,
  list, popover, questions, region, tags,
} from "./page.mjs";

const { test } = site();

/** Presses keys one after another, `"Shift+ArrowRight*3"` thrice. */
async function press(page, ...keys) {
  for (const key of keys) {
    const [name, times] = key.split("*");
    for (let n = 0; n < Number(times ?? 1); n += 1) await page.keyboard.press(name);
  }
}

/** Puts the caret before these words. */
async function caretAt(page, words) {
  await clickWords(page, words);
  await hasFocus(page, "article");
}

test("the caret goes by character and word, Shift extends, a label's key tags", async ({ page }) => {
  await region(page).focus();
  await press(page, "Control+Home", "Shift+ArrowRight");
  await hasSelected(page, "Trump");
  await press(page, "ArrowRight", "Control+Shift+ArrowRight");
  await hasSelected(page, "Trump");
  await press(page, "1");
  await hasTags(page, ["PERSON: Trump"]);
  await press(page, "Control+ArrowRight*3", "Control+Shift+ArrowRight");
  await eventually(async () => (await popover(page).count()), 1);
  await press(page, "Escape", "Control+Home", "Control+Shift+ArrowRight*2");
  await hasSelected(page, "Trump stresses");
  await press(page, "Control+Shift+ArrowLeft");
  await hasSelected(page, "Trump");
});

test("the caret goes by line, to the ends of the line and of the text", async ({ page }) => {
  const all = await blocks(page);
  await region(page).focus();
  await press(page, "Control+Home", "Shift+End");
  await eventually(async () => all[0].startsWith((await page.evaluate(() => String(getSelection()))).slice(0, 20)), true);
  await press(page, "Home", "ArrowDown", "ArrowDown", "ArrowUp", "Control+End", "Control+Shift+ArrowLeft");
  await hasSelected(page, "Singapore");
  await press(page, "End", "Shift+Home");
  await eventually(async () => (await tags(page)).length, 0);
  await press(page, "Control+End", "Shift+ArrowUp");
  await popover(page).waitFor();
  await press(page, "Escape", "Control+Home", "Shift+PageDown");
  await popover(page).waitFor();
});

test("the caret is drawn where it is and kept in view", async ({ page }) => {
  await region(page).focus();
  await press(page, "Control+End");
  const inView = () => page.locator("#caret").evaluate((caret) => {
    const { top, bottom, height } = caret.getBoundingClientRect();
    return 0 < height && 0 <= top && bottom <= innerHeight;
  });
  await eventually(inView, true);
  await press(page, "Control+Home");
  await eventually(inView, true);
});

test("Control and A select everything", async ({ page }) => {
  await region(page).focus();
  await press(page, "Control+a");
  await hasSelected(page, (await blocks(page)).join("").replace(/\.$/, ""));
});

test("x turns to characters and back", async ({ page }) => {
  await caretAt(page, "Vladimir");
  await press(page, "x", "Shift+ArrowRight*3");
  await hasSelected(page, "Vla");
  const exact = page.getByRole("button", { name: "Characters, not words" });
  assert.equal(await exact.getAttribute("aria-pressed"), "true");
  await press(page, "x");
  await hasSelected(page, "Vladimir");
  await press(page, "2");
  await hasTags(page, ["ORG: Vladimir"]);
});

test("without a selection a label's key makes it ready, twice keeps it, Escape ends it", async ({ page }) => {
  await caretAt(page, "Vladimir");
  await press(page, "1");
  await page.getByText("Person is ready: select words to tag them. Esc ends it.").waitFor();
  await press(page, "1");
  await page.getByText("Person stays ready: everything you select is tagged. Esc ends it.").waitFor();
  await press(page, "3");
  await page.getByText("Country, city, state is ready: select words to tag them. Esc ends it.").waitFor();
  await press(page, "Escape");
  await eventually(() => page.locator(".hint").count(), 0);
  assert.deepEqual(await tags(page), []);
});

test("every label has its key, digits by their place on the keyboard", async ({ page }) => {
  const keys = { 1: "PERSON", 2: "ORG", 3: "GPE", 4: "LOC", 5: "NORP", 6: "EVENT", 7: "DATE", 8: "QUANTITY", 9: "MISC", c: "CLAIM" };
  await caretAt(page, "Hanoi");
  const expected = [];
  for (const [key, label] of Object.entries(keys)) {
    await press(page, "Control+Shift+ArrowLeft");
    await popover(page).waitFor();
    if (key === "1") {
      // What a French keyboard types with this key.
      await page.evaluate(() => document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "&", code: "Digit1", bubbles: true, cancelable: true })));
    } else {
      await press(page, key);
    }
    expected.push(label);
    await eventually(async () => (await tags(page)).map((tag) => tag.split(":")[0]).sort(), [...expected].sort());
  }
});

test("n and p walk the tags, with Shift those of the same label", async ({ page }) => {
  await annotate(page, ["PERSON", ["Donald Trump", 1]], ["GPE", "Hanoi"], ["PERSON", "Vladimir Putin"], ["PERSON", "Ian Bremmer"]);
  await region(page).focus();
  await press(page, "Control+Home", "n");
  await hasCurrent(page, "Donald Trump");
  await press(page, "n", "n", "n");
  await hasCurrent(page, "Hanoi");
  await press(page, "n");
  await page.getByText("There is no further tag.").waitFor();
  await hasCurrent(page, "Hanoi");
  await press(page, "p");
  await hasCurrent(page, "Ian Bremmer");
  await press(page, "Shift+p");
  await hasCurrent(page, "Vladimir Putin");
  await press(page, "Shift+n", "Shift+n");
  await hasCurrent(page, "Ian Bremmer");
});

test("o goes outward at one place, with Shift inward", async ({ page }) => {
  await annotate(page, ["CLAIM", "Sarah Sanders told reporters"], ["PERSON", "Sarah Sanders"], ["MISC", ["Sarah", 0]]);
  await caretAt(page, "Sarah");
  await hasCurrent(page, "Sarah");
  await press(page, "o");
  await hasCurrent(page, "Sarah Sanders");
  await press(page, "o");
  await hasCurrent(page, "Sarah Sanders told reporters");
  await press(page, "Shift+o");
  await hasCurrent(page, "Sarah Sanders");
  await press(page, "o", "o");
  await hasCurrent(page, "Sarah");
});

test("Enter opens the tag at the caret, Escape closes it", async ({ page }) => {
  await annotate(page, ["PERSON", "Ian Bremmer"]);
  await caretAt(page, "Ian Bremmer");
  await press(page, "Enter");
  await card(page).waitFor();
  await eventually(() => page.evaluate(() => document.getElementById("card").contains(document.activeElement)), true);
  await press(page, "Escape");
  await card(page).waitFor({ state: "detached" });
  await hasFocus(page, "row Ian Bremmer");
  await press(page, "Enter");
  await card(page).waitFor();
});

test("b moves the ends of a tag", async ({ page }) => {
  await annotate(page, ["PERSON", ["Vladimir", 0]]);
  await caretAt(page, "Vladimir");
  await press(page, "b", "ArrowRight");
  await hasSelected(page, "Vladimir Putin", "preview");
  await press(page, "Shift+ArrowLeft");
  await hasSelected(page, "counterpart Vladimir Putin", "preview");
  await press(page, "Control+ArrowLeft");
  await hasSelected(page, "counterpart Vladimir Puti", "preview");
  await press(page, "Control+Shift+ArrowRight");
  await hasSelected(page, "ounterpart Vladimir Puti", "preview");
  await press(page, "Escape");
  await hasSelected(page, "", "preview");
  await hasTags(page, ["PERSON: Vladimir"]);
  await press(page, "b", "ArrowRight", "Enter");
  await hasTags(page, ["PERSON: Vladimir Putin"]);
  assert.equal(await card(page).count(), 0);
  await press(page, "Control+z");
  await hasTags(page, ["PERSON: Vladimir"]);
});

test("Delete and Backspace delete, and the focus goes to the neighbor", async ({ page }) => {
  await annotate(page, ["PERSON", ["Donald Trump", 1]], ["PERSON", "Ian Bremmer"], ["GPE", "Hanoi"]);
  await caretAt(page, "Ian Bremmer");
  await press(page, "Delete");
  await hasTags(page, ["PERSON: Donald Trump", "GPE: Hanoi"]);
  await hasCurrent(page, "Hanoi");
  await hasFocus(page, "article");
  await press(page, "Backspace");
  await hasTags(page, ["PERSON: Donald Trump"]);
  await hasCurrent(page, "Donald Trump");
});

test("in the list Delete goes to the neighboring row", async ({ page }) => {
  await annotate(page, ["PERSON", ["Donald Trump", 1]], ["PERSON", "Ian Bremmer"], ["GPE", "Hanoi"]);
  await list(page).locator("[data-row]").first().focus();
  await press(page, "ArrowDown");
  await hasFocus(page, "row Donald Trump");
  await press(page, "ArrowDown");
  await hasFocus(page, "row Ian Bremmer");
  await press(page, "Delete");
  await hasTags(page, ["PERSON: Donald Trump", "GPE: Hanoi"]);
  await hasFocus(page, "row Hanoi");
  await press(page, "Delete");
  await hasFocus(page, "row Donald Trump");
  await press(page, "Delete");
  await hasTags(page, []);
  await hasFocus(page, "article");
});

test("undo and redo have their keys", async ({ page }) => {
  await caretAt(page, "Hanoi");
  await press(page, "Control+Shift+ArrowRight", "3");
  await hasTags(page, ["GPE: Hanoi"]);
  await press(page, "Control+z");
  await hasTags(page, []);
  await press(page, "Control+Shift+z");
  await hasTags(page, ["GPE: Hanoi"]);
  await press(page, "Control+z");
  await hasTags(page, []);
  await press(page, "Control+y");
  await hasTags(page, ["GPE: Hanoi"]);
  await press(page, "Control+y");
  await page.getByText("There is nothing to redo.").waitFor();
});

test("Control and S save a file", async ({ page }) => {
  await region(page).focus();
  await press(page, "Control+s");
  await dialog(page, "Your name").waitFor();
  const { name } = await downloaded(page, () => page.getByRole("button", { name: "Without a name" }).click());
  assert.equal(name, "2019-05-04_trump-stresses-importance.postil.json");
});

test("Control and S save what one is typing, too", async ({ page }) => {
  await annotate(page, ["PERSON", "Ian Bremmer"]);
  await caretAt(page, "Ian Bremmer");
  await press(page, "m");
  await hasFocus(page, "note");
  await page.keyboard.type("an analyst");
  await press(page, "Control+s");
  await dialog(page, "Your name").waitFor();
  const { bytes } = await downloaded(page, () => page.getByRole("button", { name: "Without a name" }).click());
  assert.equal(JSON.parse(bytes).mentions[0].note, "an analyst");
  await hasFocus(page, "note");
  await page.keyboard.type(" of politics");
  const later = await downloaded(page, () => press(page, "Control+s"));
  assert.equal(JSON.parse(later.bytes).mentions[0].note, "an analyst of politics");
});

test("? and F1 list all keys", async ({ page }) => {
  await region(page).focus();
  for (const key of ["?", "F1"]) {
    await press(page, key);
    const sheet = dialog(page, "Keys");
    await sheet.waitFor();
    const text = await sheet.innerText();
    for (const words of ["Move the caret", "A word on", "Next tag", "Move the ends", "Delete the tag", "Undo", "Person", "Claim"]) {
      assert.ok(text.includes(words), words);
    }
    await press(page, "Escape");
    await sheet.waitFor({ state: "detached" });
    await hasFocus(page, "article");
  }
});

test("Tab leaves the article, forwards and backwards", async ({ page }) => {
  await region(page).focus();
  await press(page, "Tab");
  assert.notEqual(await page.evaluate(() => document.activeElement.id), "article");
  await region(page).focus();
  await press(page, "Shift+Tab");
  assert.notEqual(await page.evaluate(() => document.activeElement.id), "article");
});

test("no single key acts while one types", async ({ page }) => {
  await annotate(page, ["PERSON", "Ian Bremmer"], ["GPE", "Hanoi"]);
  const filter = page.getByRole("searchbox", { name: "Find", exact: true });
  await filter.focus();
  await page.keyboard.type("1cxnpob?");
  await press(page, "Delete", "Backspace");
  assert.equal(await filter.inputValue(), "1cxnpob");
  await filter.fill("");
  await caretAt(page, "Ian Bremmer");
  await press(page, "Enter");
  await card(page).getByLabel("Note").fill("");
  await page.keyboard.type("cnp 1?");
  await press(page, "Backspace");
  assert.equal(await card(page).getByLabel("Note").inputValue(), "cnp 1");
  await card(page).getByRole("textbox", { name: "Name" }).focus();
  await press(page, "Delete", "b", "Enter");
  await hasTags(page, ["PERSON: Ian Bremmer", "GPE: Hanoi"]);
  assert.equal(await dialog(page, "Keys").count(), 0);
  assert.equal(await page.locator(".hint").count(), 0);
  assert.equal(await current(page), "Ian Bremmer");
});

test("no single key acts while text is composed", async ({ page }) => {
  await caretAt(page, "Hanoi");
  await page.evaluate(() => document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "1", code: "Digit1", isComposing: true, bubbles: true, cancelable: true })));
  await press(page, "Control+Shift+ArrowRight");
  await popover(page).waitFor();
  assert.deepEqual(await tags(page), []);
  assert.equal(await questions(page).count(), 0);
});
