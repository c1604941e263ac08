// Articles of one's own: pasted, opened, dropped; the library and its shelves.

import assert from "node:assert/strict";

import { site } from "./harness.mjs";
import {
  annotate, blocks, button, dialog, eventually, hasFocus, hasTags, project, ready, region, reload, tags,
} from "./page.mjs";

const { test } = site();

const TEXT = "Talks in Hanoi\r\n\r\nSubscribe to our newsletter\r\n\r\nBoth sides left early.\r\n\r\n\"We tried,\" an aide said.";
const file = (name, text) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });

/** Opens the dialog for a text and types one. */
async function pasted(page, text) {
  await button(page, "Paste").click();
  const paste = dialog(page, "Paste an article");
  await paste.waitFor();
  await paste.getByRole("textbox", { name: "Text" }).fill(text);
  return paste;
}

/** Chooses files in the browser's dialog. */
async function opened(page, ...files) {
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), button(page, "Open").click()]);
  await chooser.setFiles(files);
}

async function library(page) {
  await page.getByRole("button", { name: /, all articles$/ }).click();
  const shelves = dialog(page, "Articles");
  await shelves.waitFor();
  return shelves;
}

const shelved = (shelves) => shelves.getByRole("list", { name: "All articles" }).locator(".library__title").allTextContents();
/** The title of the open article; null while none is open. */
const title = (page) => page.evaluate(() => window.postil.project().then(({ document }) => document.title, () => null));

test("a pasted text is edited, cut, and frozen", async ({ page }) => {
  const paste = await pasted(page, TEXT);
  const text = paste.getByRole("textbox", { name: "Text" });
  await text.press("Control+End");
  await page.keyboard.type(" Then he left.");
  const kinds = () => paste.getByRole("combobox").evaluateAll((all) => all.map((kind) => kind.value));
  await eventually(kinds, ["Title", "Caption", "Paragraph", "Paragraph"]);
  await paste.getByRole("checkbox", { name: "Subscribe to our newsletter" }).uncheck();
  await paste.getByRole("combobox", { name: "Kind of paragraph 4" }).selectOption("Quotation");
  await button(paste, "Annotate this text").click();
  await paste.waitFor({ state: "detached" });
  await eventually(() => blocks(page), ["Talks in Hanoi", "Both sides left early.", "\"We tried,\" an aide said. Then he left."]);
  const { document } = await project(page);
  assert.equal(document.text, "Talks in Hanoi\n\nBoth sides left early.\n\n\"We tried,\" an aide said. Then he left.");
  assert.deepEqual(document.blocks.map(({ kind }) => kind), ["title", "paragraph", "quote"]);
  assert.equal(document.title, "Talks in Hanoi");
  await hasFocus(page, "article");
  await annotate(page, ["GPE", "Hanoi"]);
  await page.locator("mark").waitFor();
  assert.equal(await page.getByText("Practice article.").count(), 0);
});

test("a pasted address is answered, and kept for the text that follows", async ({ page }) => {
  const paste = await pasted(page, "https://example.org/news?id=1");
  await paste.getByRole("alert").waitFor();
  assert.match(await paste.getByRole("alert").innerText(), /cannot fetch pages.*copy it, and paste the text here/s);
  assert.ok(await button(paste, "Annotate this text").isDisabled());
  await paste.getByRole("textbox", { name: "Text" }).fill("A title\n\nSome text of the page.");
  await button(paste, "Annotate this text").click();
  await eventually(() => title(page), "A title");
  assert.equal((await project(page)).document.url, "https://example.org/news?id=1");
});

test("pasting can be given up, and the focus returns", async ({ page }) => {
  const paste = await pasted(page, TEXT);
  await page.keyboard.press("Escape");
  await paste.waitFor({ state: "detached" });
  await hasFocus(page, "Paste");
  assert.equal((await project(page)).document.id, "practice");
});

test("a text file is opened, byte order mark and line ends put right", async ({ page }) => {
  await opened(page, file("talks.txt", `\uFEFF${TEXT}`));
  await eventually(() => title(page), "Talks in Hanoi");
  const { document } = await project(page);
  assert.equal(document.text, TEXT.replaceAll("\r\n", "\n"));
  assert.equal(document.length, [...document.text].length);
  assert.equal(await region(page).getByRole("heading", { level: 1 }).innerText(), "Talks in Hanoi");
});

test("several files are taken at once, each for itself", async ({ page }) => {
  await opened(page, file("one.txt", "One\n\nText."), { name: "empty.txt", mimeType: "text/plain", buffer: Buffer.from(" \n") }, file("two.txt", "Two\n\nText."));
  await eventually(() => title(page), "Two");
  await page.getByRole("alert").filter({ hasText: "“empty.txt” was not opened. There is no text in it." }).waitFor();
  const shelves = await library(page);
  const titles = await shelved(shelves);
  assert.equal(titles.length, 3, titles.join());
  assert.ok(titles.includes("One") && titles.includes("Two"), titles.join());
});

test("files are dropped anywhere on the page", async ({ page }) => {
  const dropped = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(["Dropped\n\nSome text."], "dropped.txt", { type: "text/plain" }));
    return transfer;
  });
  await page.dispatchEvent("#article", "dragover", { dataTransfer: dropped });
  await page.dispatchEvent("#article", "drop", { dataTransfer: dropped });
  await eventually(() => title(page), "Dropped");
});

test("the library opens, renames, removes and puts back", async ({ page }) => {
  await page.evaluate(() => window.postil.open({ name: "b.txt", text: "Second\n\nText.", mediaType: "text/plain" }));
  let shelves = await library(page);
  const practice = /^Trump stresses importance/;
  await shelves.getByRole("button", { name: practice }).click();
  await shelves.waitFor({ state: "detached" });
  await eventually(async () => (await project(page)).document.id, "practice");

  shelves = await library(page);
  await shelves.getByRole("button", { name: "Rename Second" }).click();
  const details = dialog(page, "About this article");
  await details.getByRole("textbox", { name: "Title" }).fill("Renamed");
  await button(details, "Done").click();
  await details.waitFor({ state: "detached" });

  shelves = await library(page);
  assert.ok((await shelved(shelves)).includes("Renamed"));
  await shelves.getByRole("button", { name: "Remove Renamed" }).click();
  await eventually(async () => (await shelved(shelves)).includes("Renamed"), false);
  await shelves.getByRole("button", { name: "Put back Renamed" }).click();
  await eventually(async () => (await shelved(shelves)).includes("Renamed"), true);
  await shelves.getByRole("button", { name: "Remove Renamed" }).click();
  await page.keyboard.press("Escape");
  await shelves.waitFor({ state: "detached" });
  await page.getByText("Removed “Renamed”.", { exact: true }).waitFor();
  await button(page, "Put it back").click();
  shelves = await library(page);
  await eventually(async () => (await shelved(shelves)).includes("Renamed"), true);
});

test("removed articles stay removed, and can be put back on a later visit", async ({ page }) => {
  await page.evaluate(() => window.postil.open({ name: "b.txt", text: "Second\n\nText." }));
  await annotate(page, ["EVENT", "Text"]);
  let shelves = await library(page);
  await shelves.getByRole("button", { name: "Remove Second" }).click();
  await eventually(async () => (await shelved(shelves)).length, 1);
  await reload(page);
  await eventually(async () => (await project(page)).document.id, "practice");
  shelves = await library(page);
  await shelves.getByRole("button", { name: "Put back Second" }).click();
  await shelves.getByRole("button", { name: /^Second/ }).click();
  await hasTags(page, ["EVENT: Text"]);
});

test("the last article can be removed, too", async ({ page }) => {
  const shelves = await library(page);
  await shelves.getByRole("button", { name: /^Remove Trump/ }).click();
  await shelves.getByText("No article is here. Open a file or paste a text.").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("heading", { name: "No article is open" }).waitFor();
  await reload(page);
  await ready(page);
  await page.getByRole("heading", { name: "No article is open" }).waitFor();
  await opened(page, file("one.txt", "One\n\nText."));
  await page.getByRole("heading", { name: "No article is open" }).waitFor({ state: "detached" });
  await eventually(() => title(page), "One");
});

test("what is known of an article can be edited", async ({ page }) => {
  await button(page, "About this article").click();
  const details = dialog(page, "About this article");
  const fields = { Title: "title", Address: "url", Date: "published", Publisher: "publisher", Language: "lang" };
  const values = { Title: "Another title", Address: "https://tass.com/world/1056951", Date: "2019-05-05", Publisher: "TASS Agency", Language: "en-US" };
  for (const [name, value] of Object.entries(values)) {
    await details.getByRole("textbox", { name }).fill(value);
  }
  await button(details, "Done").click();
  await details.waitFor({ state: "detached" });
  for (const [name, key] of Object.entries(fields)) {
    await eventually(async () => (await project(page)).document[key], values[name]);
  }
  await page.getByText("TASS Agency · 2019-05-05 · https://tass.com/world/1056951").waitFor();
  await hasFocus(page, "About this article");
  assert.equal(await region(page).getAttribute("lang"), "en-US");
  await reload(page);
  await eventually(() => title(page), "Another title");
});

test("Escape keeps what was typed about an article", async ({ page }) => {
  await button(page, "About this article").click();
  const details = dialog(page, "About this article");
  await details.getByRole("textbox", { name: "Title" }).fill("Another title");
  await page.keyboard.press("Escape");
  await details.waitFor({ state: "detached" });
  await eventually(() => title(page), "Another title");
});

test("a later visit reopens the last article", async ({ page }) => {
  await opened(page, file("one.txt", "One\n\nText."));
  await eventually(() => title(page), "One");
  await annotate(page, ["EVENT", "Text"]);
  await reload(page);
  await eventually(() => title(page), "One");
  assert.deepEqual(await tags(page), ["EVENT: Text"]);
});

test("markup in a text stays text", { complaints: true }, async ({ page, complaints }) => {
  const text = "<img src=x onerror=alert(1)>\n\n<script>alert(2)</script> & <b>bold</b> \u202Eright to left\u202C.";
  await opened(page, file("<b>evil.txt", text));
  await eventually(() => blocks(page), text.split("\n\n"));
  assert.equal(await page.locator("#article img, #article script, #article b").count(), 0);
  await annotate(page, ["PERSON", "<b>bold</b>"]);
  await hasTags(page, ["PERSON: <b>bold</b>"]);
  assert.deepEqual(complaints, []);
});
