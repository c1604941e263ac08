// When the program stops, nothing more is written and everything can be taken along.
//
// The build of these tests panics where `window.postilFault` or the address says.

import assert from "node:assert/strict";

import { DIST_FAULTS, axe, site } from "./harness.mjs";
import {
  annotate, button, clickWords, dialog, downloaded, drawn, eventually, frames, hasTags, ready, stored, WITHOUT, wipe,
} from "./page.mjs";

const { test: siteTest } = site({ dist: DIST_FAULTS });

/** A panic is reported to the console; nothing else may be. */
const EXPECTED = /^(console error: Postil has stopped: .*a test asked for a fault|uncaught: unreachable|console error: .*unreachable)/s;

function test(name, body) {
  siteTest(name, { complaints: true }, async (tools) => {
    await body(tools);
    assert.deepEqual(tools.complaints.filter((complaint) => !EXPECTED.test(complaint)), []);
  });
}

const rescue = (page) => dialog(page, "Postil has stopped");

/** Asks for a panic, and notes when the program last looked and when the rescue page came. */
const fault = (page, place) => page.evaluate((it) => {
  const noted = { asked: 0, shown: 0 };
  window.noted = noted;
  Object.defineProperty(window, "postilFault", { get() { noted.asked = performance.now(); return it; } });
  new MutationObserver(() => { noted.shown ||= performance.now(); }).observe(document.body, { childList: true });
}, place);

/** What makes the program come to each place. */
const ACTS = {
  handler: (page) => page.keyboard.press("n"),
  update: (page) => page.keyboard.press("n"),
  render: (page) => page.evaluate(() => { window.postil.annotate({ spans: [{ start: 0, end: 5 }], label: "PERSON" }).catch(() => {}); }),
  effect: (page) => page.evaluate(() => { window.postil.annotate({ spans: [{ start: 0, end: 5 }], label: "PERSON" }).catch(() => {}); }),
  timer: (page) => clickWords(page, "Hanoi", { wait: false }),
};

const taken = async (page) => JSON.parse((await downloaded(page, () => button(rescue(page), "Download everything").click())).bytes);

/** Everything a person might still try. */
async function tryEverything(page) {
  await page.keyboard.press("1");
  await page.keyboard.press("Control+z");
  await page.mouse.click(400, 400);
  await page.evaluate(async () => {
    await window.postil.annotate({ spans: [{ start: 6, end: 14 }], label: "PERSON" }).catch(() => {});
    await window.postil.undo().catch(() => {});
    window.dispatchEvent(new Event("pagehide"));
    document.dispatchEvent(new Event("visibilitychange"));
  });
  await drawn(page);
}

for (const [place, act] of Object.entries(ACTS)) {
  test(`a panic in the ${place}`, async ({ page }) => {
    await annotate(page, ["GPE", "Hanoi"], ["PERSON", "Ian Bremmer"]);
    await page.locator("mark").nth(1).waitFor();
    await clickWords(page, "Singapore");
    const count = (await frames(page)).length;
    await fault(page, place);
    await act(page);
    await rescue(page).waitFor();
    const took = await page.evaluate(() => window.noted.shown - window.noted.asked);
    assert.ok(took < 1000, `the page came after ${took} ms`);

    const before = await stored(page);
    await tryEverything(page);
    assert.deepEqual(await stored(page), before, "nothing is written after the panic");
    assert.ok(await rescue(page).isVisible());

    const file = await taken(page);
    assert.equal(file.format, "postil-rescue");
    const kept = (prefix) => Object.entries(before).filter(([key]) => key.startsWith(prefix));
    const written = kept("postil1/j/").map(([, record]) => record);
    assert.ok(count <= written.length);
    assert.deepEqual(file.frames.toSorted(), written.toSorted(), "every frame is in the file");
    assert.deepEqual(file.texts, Object.fromEntries(kept("postil1/t/").map(([key, text]) => [key.slice("postil1/t/".length), text])));

    await Promise.all([page.waitForEvent("load"), button(rescue(page), "Reload").click()]);
    await page.waitForFunction(() => window.postil !== undefined);
    const trump = written.length === count ? [] : ["PERSON: Trump"];
    await hasTags(page, [...trump, "PERSON: Ian Bremmer", "GPE: Hanoi"]);
  });
}

test("with storage blocked the file holds the frames of this page", async ({ page, context, newPage }) => {
  await page.close();
  for (const without of Object.values(WITHOUT)) await context.addInitScript(without);
  const blocked = await newPage();
  await ready(blocked);
  await annotate(blocked, ["GPE", "Hanoi"], ["PERSON", "Ian Bremmer"]);
  await hasTags(blocked, ["PERSON: Ian Bremmer", "GPE: Hanoi"]);
  await fault(blocked, "update");
  await blocked.keyboard.press("Control+z");
  await rescue(blocked).waitFor();
  const { frames: records, texts } = await taken(blocked);
  assert.equal(records.length, 3);
  const [text] = Object.values(texts);
  assert.match(text, /^Trump stresses importance/);
  assert.ok(records.every((record) => record.startsWith("PST1 ")));
});

test("what was taken along can be opened again", async ({ page, url, context, newPage }) => {
  await annotate(page, ["GPE", "Hanoi"], ["PERSON", "Ian Bremmer"]);
  await hasTags(page, ["PERSON: Ian Bremmer", "GPE: Hanoi"]);
  await fault(page, "update");
  await page.keyboard.press("Control+z");
  await rescue(page).waitFor();
  const { name, bytes } = await downloaded(page, () => button(rescue(page), "Download everything").click());
  assert.equal(name, "postil-rescue.json");
  await page.close();
  await wipe(context, url, "local", "file", "database");
  const fresh = await newPage();
  await ready(fresh);
  await hasTags(fresh, []);
  const [chooser] = await Promise.all([fresh.waitForEvent("filechooser"), button(fresh, "Open").click()]);
  await chooser.setFiles([{ name, mimeType: "application/json", buffer: bytes }]);
  await hasTags(fresh, ["PERSON: Ian Bremmer", "GPE: Hanoi"]);
  assert.equal(context.pages().length, 1);
});

test("a panic while a dialog is open, and axe on what comes", async ({ page }) => {
  await button(page, "Keys").click();
  await dialog(page, "Keys").waitFor();
  await fault(page, "update");
  await page.keyboard.press("Escape");
  await rescue(page).waitFor();
  await page.keyboard.press("Escape");
  assert.ok(await rescue(page).isVisible());
  await axe(page);
});

test("a panic from the address, in the first render", async ({ page, url }) => {
  await annotate(page, ["GPE", "Hanoi"]);
  await hasTags(page, ["GPE: Hanoi"]);
  const before = await stored(page);
  await page.goto(`${url}#fault=render`);
  await page.reload();
  await rescue(page).waitFor();
  assert.deepEqual(await stored(page), before);
  assert.equal((await taken(page)).frames.length, (await frames(page)).length);
  await page.goto(url);
  await eventually(() => page.locator("mark").count(), 1);
});
