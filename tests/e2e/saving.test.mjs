// Nothing is lost: reloads, damaged records, no room, no storage.

import assert from "node:assert/strict";

import { site } from "./harness.mjs";
import {
  annotate, button, dialog, downloaded, eventually, frames, hasTags, project, ready, reload, selectWords, status, stored, tags, WITHOUT,
} from "./page.mjs";

const { test } = site();
const banner = (page) => page.getByRole("alert").filter({ hasText: "Not saved." });
const hasStatus = (page, words) => eventually(async () => (await status(page).innerText()).trim(), words);
/** A page for which only some stores are there. */
async function pageWithout({ page, context, newPage }, ...names) {
  await page.close();
  for (const name of names) await context.addInitScript(WITHOUT[name]);
  const poorer = await newPage();
  await ready(poorer);
  return poorer;
}

/** The key of the first frame whose key and record have all these words. */
const frameWith = async (page, ...words) => Object.entries(await stored(page))
  .find(([key, record]) => words.every((word) => `${key} ${record}`.includes(word)))[0];

/** Fills the storage of the page to the last unit. */
const fill = (page) => page.evaluate(() => {
  let ballast = "";
  for (let step = 1 << 22; 1 <= step; step >>= 1) {
    try {
      localStorage.setItem("ballast", ballast + "x".repeat(step));
      ballast += "x".repeat(step);
    } catch {
      // Too much: half of it may fit.
    }
  }
});

/** A title and paragraphs of about a thousand characters. */
function longText(paragraphs) {
  const paragraph = "A sentence about Hanoi that fills a line of the text. ".repeat(20).trim();
  return ["A long text", ...Array(paragraphs).fill(paragraph)].join("\n\n");
}

/** Whether the browser would ask before the page is left. */
const asksToLeave = (page) => page.evaluate(() => !window.dispatchEvent(new Event("beforeunload", { cancelable: true })));

test("a reload keeps everything, undo and redo with it", async ({ page }) => {
  await annotate(page, ["PERSON", "Ian Bremmer"], ["GPE", "Moscow"], ["CLAIM", "Putin called Kim"], ["GPE", "Hanoi"]);
  await button(page, "Undo").click();
  await hasTags(page, ["PERSON: Ian Bremmer", "GPE: Moscow", "CLAIM: Putin called Kim"]);
  const before = await project(page);
  await reload(page);
  assert.deepEqual(await project(page), before);
  await button(page, "Redo").click();
  await hasTags(page, ["PERSON: Ian Bremmer", "GPE: Moscow", "CLAIM: Putin called Kim", "GPE: Hanoi"]);
  await reload(page);
  for (const n of [3, 2, 1, 0]) {
    await button(page, "Undo").click();
    await eventually(async () => (await tags(page)).length, n);
  }
  assert.ok(await button(page, "Undo").isDisabled());
  await reload(page);
  for (const n of [1, 2]) {
    await button(page, "Redo").click();
    await eventually(async () => (await tags(page)).length, n);
  }
  await hasTags(page, ["PERSON: Ian Bremmer", "GPE: Moscow"]);
});

test("a tab that closes in the same turn as an edit loses nothing", async ({ page, context }) => {
  await page.evaluate(() => { window.written = []; });
  for (const [start, end] of [[0, 5], [6, 14], [15, 25]]) {
    const opened = context.waitForEvent("page");
    await page.evaluate(() => { window.open(location.href); });
    const tab = await opened;
    await ready(tab);
    const closed = tab.waitForEvent("close");
    // The answer is never waited for, and closing takes effect a moment later; so what stands in the
    // store in this very turn is told to the page that opened the tab.
    await tab.evaluate((span) => {
      const count = () => Object.keys(localStorage).filter((key) => key.startsWith("postil1/j/")).length;
      const before = count();
      window.postil.annotate({ spans: [span], label: "MISC" });
      window.opener.written.push(count() - before);
      window.close();
    }, { start, end }).catch((error) => assert.match(error.message, /closed/));
    await closed;
  }
  assert.deepEqual(await page.evaluate(() => window.written), [1, 1, 1]);
  await reload(page);
  await hasTags(page, ["MISC: Trump", "MISC: stresses", "MISC: importance"]);
});

test("each change is one frame, written before the screen shows it and never again", async ({ page, context, newPage }) => {
  await page.close();
  await context.addInitScript(() => {
    window.writes = [];
    const { setItem, removeItem } = Storage.prototype;
    Storage.prototype.setItem = function set(key, value) { window.writes.push([key, document.querySelectorAll("mark").length]); setItem.call(this, key, value); };
    Storage.prototype.removeItem = function remove(key) { window.writes.push([`-${key}`]); removeItem.call(this, key); };
  });
  const watched = await newPage();
  await ready(watched);
  const first = await stored(watched);
  await annotate(watched, ["GPE", "Hanoi"]);
  await watched.locator("mark").waitFor();
  await annotate(watched, ["PERSON", "Ian Bremmer"]);
  await watched.keyboard.press("Control+z");
  await hasTags(watched, ["GPE: Hanoi"]);
  const keys = await frames(watched);
  const added = keys.filter((key) => !(key in first));
  assert.equal(added.length, 3, keys.join("\n"));
  const writes = (await watched.evaluate(() => window.writes)).filter(([key]) => key.includes("postil1/j/"));
  assert.deepEqual(writes.map(([key]) => key), added, "each once, in order, none taken away");
  assert.deepEqual(writes.map(([, marks]) => marks), [0, 1, 2], "the screen follows");
  const last = await stored(watched);
  for (const key of keys.filter((it) => it in first)) assert.equal(last[key], first[key]);
  for (const key of keys) assert.match(last[key], /^PST1 [0-9a-f]{8} \d+ \{"v":1,/);
  await hasStatus(watched, "Saved");
});

test("two page loads write under keys of their own", async ({ page }) => {
  await annotate(page, ["GPE", "Hanoi"]);
  const before = await stored(page);
  await reload(page);
  await annotate(page, ["GPE", "Moscow"]);
  const after = await stored(page);
  const mine = (await frames(page)).filter((key) => !(key in before));
  assert.equal(mine.length, 1);
  for (const [key, value] of Object.entries(before).filter(([key]) => key.startsWith("postil1/j/"))) {
    assert.equal(after[key], value, key);
    assert.notEqual(key.split("/")[3], mine[0].split("/")[3], "another writer");
  }
});

test("with one store a damaged record is set aside, and the rest opens", async (tools) => {
  const page = await pageWithout(tools, "file", "database");
  await annotate(page, ["GPE", "Hanoi"], ["PERSON", "Ian Bremmer"], ["GPE", "Moscow"]);
  const key = await frameWith(page, "Bremmer", "/practice/", `"tx":`);
  const damaged = await page.evaluate((it) => {
    const value = localStorage.getItem(it).replace("\"", "?");
    localStorage.setItem(it, value);
    return value;
  }, key);
  await reload(page);
  await page.getByText(/^1 record of the storage could not be read\..*nothing was deleted/).waitFor();
  await hasTags(page, ["GPE: Moscow", "GPE: Hanoi"]);
  const kept = await stored(page);
  assert.ok(Object.entries(kept).some(([name, value]) => name.startsWith("postil1/q/") && name.endsWith(key) && value === damaged), "kept aside");
  await annotate(page, ["ORG", "Eurasia Group"]);
  await reload(page);
  await hasTags(page, ["ORG: Eurasia Group", "GPE: Moscow", "GPE: Hanoi"]);
});

test("with one store an article whose beginning is damaged is told of, and others open", async (tools) => {
  const page = await pageWithout(tools, "file", "database");
  await annotate(page, ["GPE", "Hanoi"]);
  await page.evaluate(() => window.postil.open({ name: "b.txt", text: "Second\n\nText." }));
  await annotate(page, ["EVENT", "Text"]);
  await page.evaluate((key) => localStorage.setItem(key, "nonsense"), await frameWith(page, '"l":1,', "/practice/"));
  await reload(page);
  await hasTags(page, ["EVENT: Text"]);
  await page.getByText(/1 article of the storage cannot be opened/).waitFor();
  assert.ok(Object.values(await stored(page)).includes("nonsense"));
});

test("without room in the only store nothing is lost and nothing is hidden", async (tools) => {
  const page = await pageWithout(tools, "file", "database");
  await annotate(page, ["GPE", "Hanoi"]);
  const before = await stored(page);
  await fill(page);
  await selectWords(page, "Ian Bremmer");
  await page.keyboard.press("1");
  await hasTags(page, ["PERSON: Ian Bremmer", "GPE: Hanoi"]);
  await hasStatus(page, "Not saved");
  assert.match(await banner(page).innerText(), /storage is full/);
  assert.ok(await asksToLeave(page));
  const { ballast, ...rest } = await stored(page);
  assert.ok(1_000_000 < ballast.length);
  assert.deepEqual(rest, before, "what was there is there");
  await button(page, "Download now").click();
  const { bytes } = await downloaded(page, () => button(dialog(page, "Your name"), "Without a name").click());
  assert.deepEqual(JSON.parse(bytes).mentions.map(({ text }) => text), ["Ian Bremmer", "Hanoi"]);
  await annotate(page, ["GPE", "Moscow"]);
  assert.match(await banner(page).innerText(), /2 changes exist only in this tab/);
  await page.evaluate(() => localStorage.removeItem("ballast"));
  await button(page, "Try again").click();
  await hasStatus(page, "Saved");
  assert.equal(await banner(page).count(), 0);
  assert.ok(!await asksToLeave(page));
  await reload(page);
  await hasTags(page, ["PERSON: Ian Bremmer", "GPE: Moscow", "GPE: Hanoi"]);
});

test("with storage blocked everything works, and says what it is worth", async (tools) => {
  const blocked = await pageWithout(tools, "local", "file", "database");
  await hasStatus(blocked, "Not saved");
  assert.match(await banner(blocked).innerText(), /blocks storage/);
  await selectWords(blocked, "Hanoi");
  await blocked.keyboard.press("3");
  await hasTags(blocked, ["GPE: Hanoi"]);
  await blocked.keyboard.press("Control+z");
  await hasTags(blocked, []);
  await blocked.keyboard.press("Control+y");
  await hasTags(blocked, ["GPE: Hanoi"]);
  await button(blocked, "Download now").click();
  const { bytes } = await downloaded(blocked, () => button(dialog(blocked, "Your name"), "Without a name").click());
  assert.equal(JSON.parse(bytes).mentions.length, 1);
  await hasStatus(blocked, "Not saved");
  assert.ok(await asksToLeave(blocked));
});

test("a text that is too long for the only store can be worked on", async (tools) => {
  const page = await pageWithout(tools, "file", "database");
  const text = longText(200);
  await page.evaluate((it) => window.postil.open({ name: "long.txt", text: it }), text);
  await hasStatus(page, "Not saved");
  assert.match(await banner(page).innerText(), /longer than this browser's local storage takes \(200,000 characters\)/);
  await annotate(page, ["GPE", "Hanoi"]);
  await page.locator("mark").waitFor();
  const { bytes } = await (async () => {
    await button(page, "Export").click();
    return downloaded(page, () => button(dialog(page, "Your name"), "Without a name").click());
  })();
  assert.equal(JSON.parse(bytes).document.length, text.length);
  await page.getByRole("button", { name: /, all articles$/ }).click();
  await dialog(page, "Articles").getByRole("button", { name: /^Trump stresses/ }).click();
  await hasStatus(page, "Saved");
});

test("a long text is saved, and not in local storage", async ({ page }) => {
  await page.evaluate((it) => window.postil.open({ name: "long.txt", text: it }), longText(1200));
  await hasStatus(page, "Saved");
  await annotate(page, ["GPE", "Hanoi"]);
  await hasStatus(page, "Saved");
  const values = Object.values(await stored(page));
  assert.ok(values.every((value) => value.length < 100_000));
  await reload(page);
  await hasTags(page, ["GPE: Hanoi"]);
  assert.ok(1_000_000 < (await project(page)).document.length);
});
