// Our own file: exported, read again, and refused when anything in it is wrong.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";

import { site } from "./harness.mjs";
import { annotate, button, dialog, downloaded, eventually, frames, hasTags, project, reload, stored, tags } from "./page.mjs";

const { test } = site();
const EXAMPLE = await readFile(new URL("../fixtures/example.postil.json", import.meta.url));
const FULL = await readFile(new URL("../fixtures/full.postil.json", import.meta.url));

/** What every file of ours must fulfil, found out without the program. */
function validated(bytes) {
  const text = bytes.toString("utf8");
  const file = JSON.parse(text);
  assert.ok(text.endsWith("\n}\n") && !text.includes("\r") && !text.includes("null"), "the form of the bytes");
  assert.equal(`${JSON.stringify(file, null, 1)}\n`, text, "one space of indent and no needless escapes");
  const { document } = file;
  const points = [...document.text];
  assert.deepEqual([file.format, file.version, file.offset_unit], ["postil", "1.0.0", "codepoint"]);
  assert.equal(document.length, points.length);
  assert.equal(document.sha256, createHash("sha256").update(document.text, "utf8").digest("hex"));
  for (const { spans } of [...file.mentions ?? [], ...file.claims ?? []]) {
    for (const { start, end, exact, prefix = "", suffix = "" } of spans) {
      assert.equal(points.slice(start, end).join(""), exact);
      assert.equal(points.slice(Math.max(0, start - 32), start).join(""), prefix);
      assert.equal(points.slice(end, end + 32).join(""), suffix);
    }
  }
  return file;
}

const bytesOf = (page) => page.evaluate(async () => {
  const { files: [file] } = await window.postil.exportAs("postil");
  return [...file.bytes];
});

/** Hands the page a file as if a person had chosen it. */
async function opened(page, name, bytes) {
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), button(page, "Open").click()]);
  await chooser.setFiles([{ name, mimeType: "application/json", buffer: Buffer.from(bytes) }]);
}

test("an export asks for a name once and gives a file that can be trusted", async ({ page }) => {
  await annotate(page, ["PERSON", ["Donald Trump", 1]], ["GPE", "Hanoi"], ["CLAIM", "Putin called Kim an interesting and substantive interlocutor"]);
  await button(page, "Export").click();
  const asked = dialog(page, "Your name");
  await asked.getByRole("textbox", { name: "Name" }).fill("Ana");
  const { name, bytes } = await downloaded(page, () => button(asked, "Export").click());
  assert.equal(name, "2019-05-04_trump-stresses-importance_ana.postil.json");
  const file = validated(bytes);
  assert.deepEqual(file.mentions.map(({ text, label }) => [label, text]), [["PERSON", "Donald Trump"], ["GPE", "Hanoi"]]);
  assert.equal(file.claims.length, 1);
  const [ana] = file.annotators;
  assert.equal(ana.name, "Ana");
  assert.deepEqual([...file.mentions, ...file.claims].map(({ by }) => by), [ana.id, ana.id, ana.id]);
  assert.equal(file.generator.name, "postil");
  await asked.waitFor({ state: "detached" });
  await page.getByText(/^Saved 2019-05-04_.*3 tags/).waitFor();
  const again = await downloaded(page, () => button(page, "Export").click());
  assert.equal(again.name, name);
  assert.ok(bytes.equals(again.bytes), "the same project gives the same bytes");
  await reload(page);
  const later = await downloaded(page, () => button(page, "Export").click());
  assert.ok(bytes.equals(later.bytes), "the same after a reload");
});

test("one can export without a name and is not asked again", async ({ page }) => {
  await annotate(page, ["GPE", "Hanoi"]);
  await button(page, "Export").click();
  const { name, bytes } = await downloaded(page, () => button(page, "Without a name").click());
  assert.equal(name, "2019-05-04_trump-stresses-importance.postil.json");
  const { mentions } = validated(bytes);
  assert.ok(mentions[0].by);
  await downloaded(page, () => button(page, "Export").click());
});

test("another name is another person, and earlier tags stay as they were", async ({ page }) => {
  await annotate(page, ["GPE", "Hanoi"]);
  await button(page, "Export").click();
  await dialog(page, "Your name").getByRole("textbox", { name: "Name" }).fill("Ana");
  await downloaded(page, () => page.keyboard.press("Enter"));
  await page.getByRole("button", { name: /, all articles$/ }).click();
  await page.getByRole("button", { name: "Your name: Ana" }).click();
  const asked = dialog(page, "Your name");
  assert.equal(await asked.getByRole("textbox", { name: "Name" }).inputValue(), "Ana");
  await asked.getByRole("textbox", { name: "Name" }).fill("Ben");
  await page.keyboard.press("Enter");
  await asked.waitFor({ state: "detached" });
  await annotate(page, ["GPE", "Moscow"]);
  const { name, bytes } = await downloaded(page, () => button(page, "Export").click());
  assert.match(name, /_ben\.postil\.json$/);
  const { annotators, mentions } = validated(bytes);
  const by = (words) => annotators.find(({ id }) => id === mentions.find(({ text }) => text === words).by).name;
  assert.deepEqual([by("Hanoi"), by("Moscow")], ["Ana", "Ben"]);
});

test("a file that is here already opens its article and changes nothing", async ({ page }) => {
  await annotate(page, ["GPE", "Hanoi"]);
  const bytes = await bytesOf(page);
  await page.evaluate(() => window.postil.open({ name: "b.txt", text: "Second\n\nText." }));
  const before = await frames(page);
  await opened(page, "mine.postil.json", bytes);
  await eventually(async () => (await project(page)).document.id, "practice");
  await hasTags(page, ["GPE: Hanoi"]);
  assert.deepEqual(await frames(page), before);
});

test("the same article with other content opens beside it under a new id", async ({ page }) => {
  await annotate(page, ["GPE", "Hanoi"]);
  const bytes = await bytesOf(page);
  await page.evaluate(async () => window.postil.remove((await window.postil.project()).mentions[0].id));
  await opened(page, "mine.postil.json", bytes);
  await page.getByText(/“mine.postil.json” was opened beside it, under a new id; nothing was overwritten/).waitFor();
  await hasTags(page, ["GPE: Hanoi"]);
  assert.notEqual((await project(page)).document.id, "practice");
  await page.getByRole("button", { name: /, all articles$/ }).click();
  assert.equal(await page.locator(".library__item").count(), 2);
});

for (const [name, bytes] of [["example", EXAMPLE], ["full", FULL]]) {
  test(`the ${name} file comes back byte for byte`, async ({ page }) => {
    await opened(page, `${name}.postil.json`, bytes);
    const { document } = JSON.parse(bytes);
    await eventually(async () => (await project(page)).document.id, document.id);
    assert.equal(Buffer.from(await bytesOf(page)).toString(), bytes.toString());
    assert.deepEqual(await project(page), JSON.parse(bytes));
    await reload(page);
    assert.equal(Buffer.from(await bytesOf(page)).toString(), bytes.toString());
  });
}

test("a span whose words are elsewhere is kept as an orphan", async ({ page }) => {
  const file = JSON.parse(EXAMPLE);
  file.document.id = "doc-orphan";
  file.mentions[0].spans[0].exact = "Another University";
  file.mentions[1].spans[0] = { start: 900, end: 905, exact: "Hanoi", prefix: "", suffix: "" };
  await opened(page, "orphans.json", JSON.stringify(file));
  await page.getByText(/In “orphans.json” 2 tags have lost their place/).waitFor();
  const { mentions } = await project(page);
  const lost = mentions.filter(({ orphan, anchor, spans }) => orphan ?? anchor ?? spans[0].exact === "Another University");
  assert.ok(1 <= lost.length, JSON.stringify(mentions.map(({ spans }) => spans)));
  assert.equal(mentions.length, file.mentions.length);
  assert.equal(await page.getByText("lost its place", { exact: true }).count(), 2);
});

const edit = (change) => {
  const file = JSON.parse(EXAMPLE);
  change(file);
  return JSON.stringify(file);
};

const REFUSALS = [
  ["a wrong length", /document\.length/, edit((file) => { file.document.length += 1; })],
  ["a wrong hash", /document\.sha256/, edit((file) => { file.document.sha256 = "0".repeat(64); })],
  ["a text that is not canonical", /document\.text/, edit((file) => { file.document.text = file.document.text.replace(" ", "\r"); file.document.sha256 = createHash("sha256").update(file.document.text).digest("hex"); })],
  ["a reference to nothing", /mentions\[0\]\.entity/, edit((file) => { file.mentions[0].entity = "e99"; })],
  ["an id given twice", /mentions\[1\]\.id/, edit((file) => { file.mentions[1].id = file.mentions[0].id; })],
  ["a newer major version", /newer Postil \(file version 2\.0\.0\)/, edit((file) => { file.version = "2.0.0"; })],
  ["a file that breaks off", /line \d+, column \d+/, EXAMPLE.subarray(0, 600)],
  ["JSON of others", /not a Postil file/, "{\"hello\": [1, 2]}"],
];

test("what is wrong is refused with its place, and nothing changes", async ({ page }) => {
  await annotate(page, ["GPE", "Hanoi"]);
  const before = { project: await project(page), stored: await stored(page) };
  for (const [what, words, bytes] of REFUSALS) {
    await opened(page, "broken.json", bytes);
    const alert = page.getByRole("alert").filter({ hasText: "“broken.json” was not opened." });
    await alert.waitFor();
    assert.match(await alert.innerText(), words, what);
    assert.deepEqual({ project: await project(page), stored: await stored(page) }, before, what);
    await alert.getByRole("button", { name: "Dismiss" }).click();
    await alert.waitFor({ state: "detached" });
  }
  assert.deepEqual(await tags(page), ["GPE: Hanoi"]);
});
