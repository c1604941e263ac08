// Fingers: a word, the last word, a label. The browser's own selection is not needed.

import assert from "node:assert/strict";

import { site } from "./harness.mjs";
import {
  annotate, drawn, eventually, hasCurrent, hasSelected, hasTags, labels, popover, questions, tapWords, tags, wordBox,
} from "./page.mjs";

const { test } = site();
const phone = { context: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 } };
const tablet = { context: { viewport: { width: 1024, height: 768 }, hasTouch: true } };

const label = (page, name) => popover(page).getByRole("button", { name, exact: true });

for (const [device, options] of Object.entries({ phone, tablet })) {
  test(`a word, the last word, a label: on a ${device}`, options, async ({ page }) => {
    await tapWords(page, "Vladimir");
    await hasSelected(page, "Vladimir");
    await tapWords(page, "Putin, White");
    await hasSelected(page, "Vladimir Putin");
    await popover(page).waitFor();
    assert.equal(await page.evaluate(() => navigator.maxTouchPoints > 0), true);
    await label(page, "Person").tap();
    await hasTags(page, ["PERSON: Vladimir Putin"]);
    assert.equal(await popover(page).count(), 0);
  });
}

test("two taps in one turn are two taps", phone, async ({ page }) => {
  const places = [];
  for (const words of ["Putin called Kim", "interlocutor"]) places.push(await wordBox(page, words));
  await page.evaluate((boxes) => {
    for (const { x, y, width, height } of boxes) {
      const [clientX, clientY] = [x + Math.min(width, 20) / 2, y + height / 2];
      const target = document.elementFromPoint(clientX, clientY);
      for (const type of ["pointerdown", "pointerup"]) {
        target.dispatchEvent(new PointerEvent(type, { clientX, clientY, pointerType: "touch", isPrimary: true, bubbles: true }));
      }
    }
  }, places);
  await hasSelected(page, "Putin called Kim an interesting and substantive interlocutor");
});

test("the last word may come first", phone, async ({ page }) => {
  await tapWords(page, "Bremmer");
  await hasSelected(page, "Bremmer");
  await tapWords(page, "Ian");
  await hasSelected(page, "Ian Bremmer");
  await label(page, "Person").tap();
  await hasTags(page, ["PERSON: Ian Bremmer"]);
});

test("one word is enough, and another tap on it lets go", phone, async ({ page }) => {
  await tapWords(page, "Hanoi");
  await hasSelected(page, "Hanoi");
  await tapWords(page, "Hanoi");
  await hasSelected(page, "");
  await tapWords(page, "Hanoi");
  await label(page, "Country, city, state").tap();
  await hasTags(page, ["GPE: Hanoi"]);
  await tapWords(page, "Singapore");
  await hasSelected(page, "Singapore");
});

test("the labels are docked at the bottom and large enough for fingers", phone, async ({ page }) => {
  await tapWords(page, "Hanoi");
  await popover(page).waitFor();
  const bar = await popover(page).boundingBox();
  assert.ok(844 - 4 <= bar.y + bar.height && bar.y + bar.height <= 845, JSON.stringify(bar));
  assert.ok(388 <= bar.width, JSON.stringify(bar));
  const word = await wordBox(page, "Hanoi", "first", false);
  assert.ok(word.y + word.height <= bar.y, "the bar covers the word");
  for (const button of await popover(page).getByRole("button").all()) {
    const { height, width } = await button.boundingBox();
    assert.ok(36 <= height && 36 <= width, `${await button.innerText()}: ${width} x ${height}`);
  }
});

test("a second tap on a tagged word selects the tag", phone, async ({ page }) => {
  await annotate(page, ["GPE", "Hanoi"]);
  await tapWords(page, "Hanoi");
  await hasSelected(page, "Hanoi");
  await hasCurrent(page, null);
  await tapWords(page, "Hanoi");
  await hasSelected(page, "");
  await hasCurrent(page, "Hanoi");
});

test("a claim is tagged and answered with fingers alone", phone, async ({ page }) => {
  await tapWords(page, "Putin called Kim");
  await tapWords(page, "interlocutor");
  await hasSelected(page, "Putin called Kim an interesting and substantive interlocutor");
  await label(page, "Claim").tap();
  await questions(page).waitFor();
  await questions(page).getByRole("button", { name: "Source not named" }).tap();
  await eventually(() => page.evaluate(async () => (await window.postil.project()).claims[0].claimant?.kind), "unnamed");
  await questions(page).getByRole("button", { name: "Done" }).tap();
  await questions(page).waitFor({ state: "detached" });
});

test("a label made ready waits for the last word", phone, async ({ page }) => {
  const person = labels(page).getByRole("button", { name: /^Person/ });
  await person.tap();
  await eventually(() => person.getAttribute("aria-pressed"), "true");
  await tapWords(page, "Ian");
  await hasSelected(page, "Ian");
  assert.deepEqual(await tags(page), []);
  await tapWords(page, "Bremmer");
  await hasSelected(page, "Ian Bremmer");
  await person.tap();
  await hasTags(page, ["PERSON: Ian Bremmer"]);
});

test("a finger that scrolls selects nothing", phone, async ({ page, context }) => {
  const { x, y } = await wordBox(page, "Vladimir");
  const client = await context.newCDPSession(page);
  const touch = (type, points) => client.send("Input.dispatchTouchEvent", { type, touchPoints: points });
  await touch("touchStart", [{ x, y }]);
  for (let moved = 20; moved <= 120; moved += 20) await touch("touchMove", [{ x, y: y - moved }]);
  await touch("touchEnd", []);
  await drawn(page);
  assert.equal(await popover(page).count(), 0);
  await hasSelected(page, "");
});
