// The door for scripts: `window.postil`.

import assert from "node:assert/strict";

import { site } from "./harness.mjs";
import { annotate, annotations, button, eventually, frames, hasCurrent, hasTags, marks, project, status, stored, tags } from "./page.mjs";

const { test } = site();

const CALLS = ["annotate", "exportAs", "formats", "importFile", "on", "open", "project", "redo", "remove", "select", "undo"];

/** What a call is answered with: `{message}` of an `Error`, or `{value}`. */
const call = (page, method, ...given) => page.evaluate(async ([name, list]) => {
  try {
    return { value: await window.postil[name](...list) };
  } catch (error) {
    return { message: error.message, isError: error instanceof Error };
  }
}, [method, given]);

test("it is small, frozen and documented by its shape", async ({ page }) => {
  const shape = await page.evaluate(() => ({
    keys: Object.keys(window.postil).sort(),
    frozen: Object.isFrozen(window.postil),
    version: window.postil.version,
    promises: window.postil.project() instanceof Promise && window.postil.formats() instanceof Promise,
    descriptor: Object.getOwnPropertyDescriptor(window, "postil").writable,
  }));
  assert.deepEqual(shape.keys, [...CALLS, "version"].sort());
  assert.deepEqual([shape.frozen, shape.promises, shape.descriptor], [true, true, false]);
  assert.match(shape.version, /^\d+\.\d+\.\d+$/);
  const { value } = await call(page, "formats");
  const [ours] = value.filter(({ id }) => id === "postil");
  assert.deepEqual([ours.import, ours.export, ours.mediaTypes], [true, true, ["application/json"]]);
  for (const line of value) assert.deepEqual(Object.keys(line).sort(), ["export", "id", "import", "mediaTypes", "name"]);
});

test("a text is opened, tagged, exported and imported", async ({ page }) => {
  const text = "🤝 Talks\r\n\r\nThe 👩‍👩‍👧 met in Hanoi.";
  const opened = await call(page, "open", { name: "talks.txt", text, mediaType: "text/plain" });
  const { document } = await project(page);
  assert.deepEqual(opened, { value: { id: document.id } });
  assert.equal(document.text, text.replaceAll("\r\n", "\n"));
  const start = [...document.text.slice(0, document.text.indexOf("Hanoi"))].length;
  const { value: { id } } = await call(page, "annotate", { spans: [{ start, end: start + 5 }], label: "GPE" });
  const { mentions } = await project(page);
  assert.deepEqual(mentions.map((one) => [one.id, one.label, one.text, one.spans[0].start]), [[id, "GPE", "Hanoi", start]]);
  await eventually(() => marks(page, [id]), ["Hanoi <0>"]);
  const file = await page.evaluate(async () => {
    const { files, losses } = await window.postil.exportAs("postil");
    const [{ name, mediaType, bytes }] = files;
    const again = await window.postil.importFile({ name, bytes });
    return { name, mediaType, losses, again, isBytes: bytes instanceof Uint8Array, text: new TextDecoder().decode(bytes) };
  });
  assert.equal(file.name, "talks.postil.json");
  assert.deepEqual([file.mediaType, file.losses, file.isBytes], ["application/json", [], true]);
  assert.deepEqual(file.again, { id: document.id });
  assert.deepEqual(JSON.parse(file.text), await project(page));
});

test("spans are exact: never snapped, never trimmed, several at once", async ({ page }) => {
  await call(page, "annotate", { spans: [{ start: 1, end: 7 }], label: "MISC" });
  await call(page, "annotate", { spans: [{ start: 100, end: 104 }, { start: 87, end: 97 }], label: "DATE" });
  await hasTags(page, ["MISC: rump s", "DATE: WASHINGTON … ay 4"]);
});

test("undo, redo, select and remove", async ({ page }) => {
  const [hanoi, moscow] = await annotate(page, ["GPE", "Hanoi"], ["GPE", "Moscow"]);
  assert.deepEqual(await call(page, "undo"), { value: undefined });
  await hasTags(page, ["GPE: Hanoi"]);
  assert.deepEqual(await call(page, "redo"), { value: undefined });
  await hasTags(page, ["GPE: Moscow", "GPE: Hanoi"]);
  await call(page, "select", hanoi);
  await hasCurrent(page, "Hanoi");
  assert.deepEqual(await call(page, "remove", moscow), { value: undefined });
  await hasTags(page, ["GPE: Hanoi"]);
  await button(page, "Undo").click();
  await hasTags(page, ["GPE: Moscow", "GPE: Hanoi"]);
});

test("what cannot be done is refused with an Error, and nothing changes", async ({ page }) => {
  await call(page, "open", { name: "family.txt", text: "A 👩‍👩‍👧 and an e\u0301lan.\n\nSecond." });
  await annotate(page, ["EVENT", "Second"]);
  const before = { project: await project(page), stored: await stored(page), marks: await page.locator("mark").count() };
  const span = (start, end) => [{ start, end }];
  const refused = [
    ["annotate", { spans: span(2, 3), label: "PERSON" }],
    ["annotate", { spans: span(3, 7), label: "PERSON" }],
    ["annotate", { spans: span(15, 16), label: "PERSON" }],
    ["annotate", { spans: span(0, 9999), label: "PERSON" }],
    ["annotate", { spans: span(9998, 9999), label: "PERSON" }],
    ["annotate", { spans: span(4, 4), label: "PERSON" }],
    ["annotate", { spans: span(4, 2), label: "PERSON" }],
    ["annotate", { spans: span(-1, 2), label: "PERSON" }],
    ["annotate", { spans: span(0.5, 2), label: "PERSON" }],
    ["annotate", { spans: [], label: "PERSON" }],
    ["annotate", { spans: [...span(0, 1), ...span(0, 1)], label: "PERSON" }],
    ["annotate", { spans: span(0, 1), label: "NOBODY" }],
    ["annotate", { spans: span(0, 1) }],
    ["annotate"],
    ["annotate", "everything"],
    ["remove", "m-nobody"],
    ["remove"],
    ["select", "m-nobody"],
    ["redo"],
    ["exportAs", "word"],
    ["open", { name: "x.txt" }],
    ["open", { name: "x.txt", text: "" }],
    ["open", { name: "x.bin", text: "words", mediaType: "image/png" }],
    ["importFile", { name: "x.json", bytes: [1, 2, 3].join() }],
    ["importFile", { name: "x.json", text: "{}" }],
    ["on", "nothing", "no function"],
    ["on", "change"],
  ];
  for (const [method, ...given] of refused) {
    const answer = await call(page, method, ...given);
    assert.equal(answer.isError, true, `${method} ${JSON.stringify(given)}: ${JSON.stringify(answer)}`);
    assert.match(answer.message, /\w/);
  }
  assert.deepEqual({ project: await project(page), stored: await stored(page), marks: await page.locator("mark").count() }, before);
});

test("a broken file is refused through the door as well", async ({ page }) => {
  const before = await stored(page);
  const answer = await page.evaluate(async () => {
    const bytes = new TextEncoder().encode("{\"format\": \"postil\", \"version\": \"9.0.0\"}");
    return window.postil.importFile({ name: "new.json", bytes }).then(() => "taken", (error) => error.message);
  });
  assert.match(answer, /newer Postil \(file version 9\.0\.0\)/);
  assert.deepEqual(await stored(page), before);
});

test("events tell of changes and of saving, until one lets go", async ({ page }) => {
  // The practice article is new: that it is saved is told, too.
  await eventually(async () => (await status(page).innerText()).trim(), "Saved");
  await page.evaluate(async () => {
    window.heard = [];
    const hear = (name) => window.postil.on(name, (event) => window.heard.push([name, event]));
    window.off = [await hear("change"), await hear("saved"), await hear("error")];
  });
  await annotate(page, ["GPE", "Hanoi"]);
  await eventually(() => page.evaluate(() => window.heard.length), 2);
  const [[first, change], [second, saved]] = await page.evaluate(() => window.heard);
  assert.deepEqual([first, second], ["change", "saved"]);
  assert.equal(change.articleId, "practice");
  assert.deepEqual(change, saved);
  await page.keyboard.press("Control+z");
  await eventually(() => page.evaluate(() => window.heard.length), 4);
  const last = (await page.evaluate(() => window.heard)).at(-1)[1];
  assert.ok(change.revision < last.revision, "the revision grows");
  await page.evaluate(() => { for (const off of window.off) off(); });
  await annotate(page, ["GPE", "Hanoi"]);
  await hasTags(page, ["GPE: Hanoi"]);
  assert.equal(await page.evaluate(() => window.heard.length), 4);
});

test("a change is visible in the project when it is told of", async ({ page }) => {
  const seen = await page.evaluate(() => new Promise((resolve) => {
    window.postil.on("change", async () => resolve((await window.postil.project()).mentions.length))
      .then(() => window.postil.annotate({ spans: [{ start: 0, end: 5 }], label: "PERSON" }));
  }));
  assert.equal(seen, 1);
});

test("many calls at once are taken in their order, one frame each", async ({ page }) => {
  const before = (await frames(page)).length;
  const ids = await page.evaluate(() => Promise.all(
    Array.from({ length: 20 }, (_, n) => window.postil.annotate({ spans: [{ start: n, end: n + 1 }], label: "MISC" }).then(({ id }) => id, () => null)),
  ));
  const taken = ids.filter((id) => id !== null);
  assert.equal(taken.length, 18, "two of them are spaces");
  assert.deepEqual(annotations(await project(page)).map(({ id }) => id), taken);
  assert.equal((await frames(page)).length, before + taken.length);
  assert.equal((await tags(page)).length, 18);
});
