// Three stores hold the same records: each may be wiped, damaged or missing, and tabs share them.

import assert from "node:assert/strict";

import { site } from "./harness.mjs";
import {
  annotate, clickWords, emptyPage, eventually, frames, hasFocus, hasTags, project, ready, reload, status, stored, tag, WITHOUT, wipe,
} from "./page.mjs";

const { test } = site();
const hasStatus = (page, words) => eventually(async () => (await status(page).innerText()).trim(), words);
const description = (page) => page.locator("#status-description").textContent();
const THREE = ["PERSON: Ian Bremmer", "GPE: Moscow", "GPE: Hanoi"];
const tagThree = (page) => annotate(page, ["PERSON", "Ian Bremmer"], ["GPE", "Moscow"], ["GPE", "Hanoi"]);

/** A page of the same context after something happened to its stores while none was open. */
async function afterwards({ page, newPage }, happens) {
  await hasStatus(page, "Saved");
  await page.close();
  await happens();
  const next = await newPage();
  await ready(next);
  return next;
}

test("Saved appears only after the files have the change", async ({ page, context, newPage }) => {
  await page.close();
  await context.addInitScript(() => {
    const { postMessage } = Worker.prototype;
    const held = [];
    let isHeld = false;
    window.hold = () => { isHeld = true; };
    window.release = () => {
      isHeld = false;
      for (const [worker, given] of held.splice(0)) postMessage.call(worker, given);
    };
    Worker.prototype.postMessage = function post(given) {
      if (isHeld) held.push([this, given]);
      else postMessage.call(this, given);
    };
  });
  const slow = await newPage();
  await ready(slow);
  await hasStatus(slow, "Saved");
  await slow.evaluate(() => window.hold());
  const before = (await frames(slow)).length;
  await tag(slow, "Hanoi", "3");
  assert.equal((await frames(slow)).length, before + 1, "local storage has it");
  await hasStatus(slow, "Saving");
  // The database has it, too, and its word does not count while there are files.
  const inDatabase = () => slow.evaluate(async () => {
    const db = await new Promise((resolve) => { indexedDB.open("postil").onsuccess = ({ target }) => resolve(target.result); });
    const keys = await new Promise((resolve) => { db.transaction("records").objectStore("records").getAllKeys().onsuccess = ({ target }) => resolve(target.result); });
    db.close();
    return keys.filter((key) => key.startsWith("postil1/j/")).length;
  });
  await eventually(inDatabase, before + 1);
  assert.equal((await status(slow).innerText()).trim(), "Saving");
  await slow.evaluate(() => window.release());
  await hasStatus(slow, "Saved");
  assert.match(await description(slow), /files of this browser and confirmed/);
});

for (const [missing, words] of [
  [["file"], /database and confirmed/],
  [["file", "database"], /local storage at once, and nothing else works.*last minute/],
  [["local"], /files of this browser and confirmed.*Local storage is blocked/],
  [["local", "file"], /database and confirmed.*Local storage is blocked/],
]) {
  test(`without ${missing.join(" and ")} it is saved and says what that is worth`, async ({ page, context, newPage }) => {
    await page.close();
    for (const name of missing) await context.addInitScript(WITHOUT[name]);
    const poorer = await newPage();
    await ready(poorer);
    await tagThree(poorer);
    await hasStatus(poorer, "Saved");
    assert.match(await description(poorer), words);
    await reload(poorer);
    await hasTags(poorer, THREE);
  });
}

for (const [name, words] of [["local", /local storage was empty/], ["file", /file storage was empty/], ["database", /database was empty/]]) {
  test(`a wiped store is filled again and told of: ${name}`, async (tools) => {
    await tagThree(tools.page);
    const before = await project(tools.page);
    const records = await frames(tools.page);
    const next = await afterwards(tools, () => wipe(tools.context, tools.url, name));
    await hasTags(next, THREE);
    assert.deepEqual(await project(next), before);
    await next.getByText(words).waitFor();
    await eventually(() => frames(next), records);
    await hasStatus(next, "Saved");
    // Now the other two may go.
    const others = ["local", "file", "database"].filter((other) => other !== name);
    await eventually(() => holds(next, name), 4);
    const last = await afterwards({ ...tools, page: next }, () => wipe(tools.context, tools.url, ...others));
    await hasTags(last, THREE);
  });
}

/** How many different frames one store holds. */
const holds = (page, name) => page.evaluate(async (store) => {
  const all = await window.postilDurable.everything();
  const keys = new Set(all.filter((key, at) => at % 2 === 0 && key.startsWith("postil1/j/")));
  if (store === "local") return Object.keys(localStorage).filter((key) => key.startsWith("postil1/j/")).length;
  return keys.size;
}, name);

test("a damaged record is copied aside and comes back from another store", async (tools) => {
  await tagThree(tools.page);
  const key = (await frames(tools.page))[2];
  const good = (await stored(tools.page))[key];
  const next = await afterwards(tools, async () => {
    const page = await emptyPage(tools.context, tools.url);
    await page.evaluate((it) => localStorage.setItem(it, localStorage.getItem(it).replace("\"", "?")), key);
    await page.close();
    const check = await emptyPage(tools.context, tools.url);
    await eventually(() => check.evaluate((it) => localStorage.getItem(it).includes("?"), key), true);
    await check.close();
  });
  await hasTags(next, THREE);
  await next.getByText(/1 record was damaged.*brought back from another copy/).waitFor();
  await eventually(async () => (await stored(next))[key], good);
  assert.ok(Object.keys(await stored(next)).some((name) => name.startsWith("postil1/q/") && name.endsWith(key)));
  await reload(next);
  assert.equal(await next.getByText(/was damaged/).count(), 0, "it is mended");
});

test("files with a damaged middle give what is whole, and are filled again", async (tools) => {
  await tagThree(tools.page);
  const next = await afterwards(tools, async () => {
    await wipe(tools.context, tools.url, "database");
    const page = await emptyPage(tools.context, tools.url);
    await page.evaluate(async () => {
      localStorage.clear();
      const root = await (await navigator.storage.getDirectory()).getDirectoryHandle("postil1");
      const folder = await root.getDirectoryHandle("practice.d");
      for await (const handle of folder.values()) {
        const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
        const words = new TextDecoder().decode(bytes);
        const at = words.indexOf("PSTE", words.indexOf("0000000003"));
        const writable = await handle.createWritable();
        await writable.write(words.slice(0, at - 40) + words.slice(at));
        await writable.close();
      }
    });
    await page.close();
  });
  await hasTags(next, ["PERSON: Ian Bremmer", "GPE: Hanoi"]);
});

test("two tabs see each other's changes, and nothing is overwritten", async ({ page, newPage }) => {
  const other = await newPage();
  await ready(other);
  await annotate(page, ["GPE", "Hanoi"]);
  await hasTags(other, ["GPE: Hanoi"]);
  await annotate(other, ["PERSON", "Ian Bremmer"]);
  await hasTags(page, ["PERSON: Ian Bremmer", "GPE: Hanoi"]);
  await page.keyboard.press("Control+z");
  await hasTags(other, ["GPE: Hanoi"]);
  // Both at once.
  await Promise.all([annotate(page, ["GPE", "Moscow"]), annotate(other, ["ORG", "Eurasia Group"])]);
  await eventually(async () => (await project(page)).mentions.length, 3);
  await eventually(async () => (await project(other)).mentions.length, 3);
  assert.deepEqual((await project(page)).mentions, (await project(other)).mentions);
  await hasStatus(page, "Saved");
  await hasStatus(other, "Saved");
  const seen = (await project(page)).mentions;
  await reload(page);
  assert.deepEqual((await project(page)).mentions, seen);
});

test("an article that one tab opens is there in the other", async ({ page, newPage }) => {
  const other = await newPage();
  await ready(other);
  await page.evaluate(() => window.postil.open({ name: "b.txt", text: "Second\n\nText about Hanoi." }));
  await annotate(page, ["GPE", "Hanoi"]);
  await other.getByRole("button", { name: /, all articles$/ }).click();
  await other.getByRole("dialog", { name: "Articles" }).getByRole("button", { name: /^Second/ }).first().click();
  await hasTags(other, ["GPE: Hanoi"]);
});

test("a note of two tabs keeps the later one, and undo brings the other back", async ({ page, newPage }) => {
  await annotate(page, ["GPE", "Hanoi"]);
  const other = await newPage();
  await ready(other);
  await hasTags(other, ["GPE: Hanoi"]);
  const note = async (tab) => (await project(tab)).mentions[0].note;
  for (const [tab, words] of [[page, "one"], [other, "two"]]) {
    await clickWords(tab, "Hanoi");
    await tab.keyboard.press("m");
    await hasFocus(tab, "note");
    await tab.keyboard.type(words);
    await tab.keyboard.press("Escape");
    await eventually(() => note(tab), words === "one" ? "one" : "onetwo");
  }
  await eventually(() => note(page), "onetwo");
  await eventually(() => note(other), "onetwo");
  await page.evaluate(() => window.postil.undo());
  await eventually(() => note(other), "one");
});
