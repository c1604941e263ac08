// What somebody meets who was never here.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

import { site } from "./harness.mjs";
import { blocks, button, drawn, eventually, labels, list, ready, region, reload, status } from "./page.mjs";

const { test } = site();
const ARTICLE = new URL("../fixtures/article.txt", import.meta.url);
const PRACTICE = "Practice article. Select some words to tag them.";

test("the practice article is shown, untagged, in its blocks", async ({ page }) => {
  const lines = (await readFile(ARTICLE, "utf8")).split("\n").filter((line) => line !== "");
  assert.deepEqual(await blocks(page), lines);
  const kinds = await page.locator("#article .block").evaluateAll((all) => all.map((block) => [block.tagName, block.dataset.kind]));
  assert.deepEqual(kinds.slice(0, 3), [["H1", "title"], ["P", "caption"], ["P", "paragraph"]]);
  assert.ok(kinds.slice(3).every(([, kind]) => kind === "paragraph"), JSON.stringify(kinds));
  assert.equal(await page.locator("mark").count(), 0);
  assert.equal(await region(page).getAttribute("lang"), "en");
});

test("names that people and programs rely on", async ({ page }) => {
  await region(page).waitFor();
  await list(page).waitFor({ state: "attached" });
  await labels(page).waitFor();
  for (const name of ["Open", "Paste", "Export", "Undo", "Redo"]) {
    assert.equal(await button(page, name).count(), 1, name);
  }
  assert.equal(await status(page).count(), 1);
  await eventually(async () => (await status(page).innerText()).trim(), "Saved");
  const described = await status(page).getAttribute("aria-describedby");
  assert.match(await page.locator(`#${described}`).textContent(), /files of this browser and confirmed/);
  assert.ok(await button(page, "Undo").isDisabled());
  assert.ok(await button(page, "Redo").isDisabled());
});

test("the labels carry the names of the screen and their keys", async ({ page }) => {
  const shown = await labels(page).getByRole("button").evaluateAll((all) => all.map((label) => [
    label.querySelector("kbd").textContent,
    label.querySelector(".palette__name").textContent,
    label.getAttribute("aria-keyshortcuts"),
  ]));
  assert.deepEqual(shown, [
    ["1", "Person", "1"],
    ["2", "Organization", "2"],
    ["3", "Country, city, state", "3"],
    ["4", "Other place", "4"],
    ["5", "Nationality, religion, political group", "5"],
    ["6", "Event", "6"],
    ["7", "Date or time", "7"],
    ["8", "Number, money, percent", "8"],
    ["9", "Other name", "9"],
    ["c", "Claim", "c"],
  ]);
  assert.doesNotMatch(await page.locator("body").innerText(), /\b(PERSON|GPE|NORP|CLAIM|MISC)\b/);
});

test("the strip says what to do and can be closed for good", async ({ page }) => {
  await page.getByText(PRACTICE, { exact: true }).waitFor();
  assert.ok(await button(page, "Paste my article").isVisible());
  assert.ok(await button(page, "Open a file").isVisible());
  await button(page, "Close this hint").click();
  await page.getByText(PRACTICE, { exact: true }).waitFor({ state: "detached" });
  await reload(page);
  await region(page).waitFor();
  assert.equal(await page.getByText(PRACTICE, { exact: true }).count(), 0);
});

test("a hint that was not closed is there again", async ({ page }) => {
  await page.getByText(PRACTICE, { exact: true }).waitFor();
  await reload(page);
  await page.getByText(PRACTICE, { exact: true }).waitFor();
});

test("the strip leads to a text of one's own", async ({ page }) => {
  await button(page, "Paste my article").click();
  await page.getByRole("dialog", { name: "Paste an article" }).waitFor();
  await page.keyboard.press("Escape");
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), button(page, "Open a file").click()]);
  assert.ok(chooser.isMultiple());
});

test("once the article is painted and the program is there nothing is requested", async ({ page, context }) => {
  const requests = [];
  await drawn(page);
  await page.waitForLoadState("networkidle");
  context.on("request", (request) => requests.push(request.url()));
  await page.mouse.move(300, 400);
  await page.keyboard.press("Tab");
  await button(page, "Keys").click();
  await page.keyboard.press("Escape");
  await page.evaluate(() => window.postil.annotate({ spans: [{ start: 0, end: 5 }], label: "PERSON" }));
  await page.locator("mark").waitFor();
  await button(page, "Undo").click();
  await page.locator("mark").waitFor({ state: "detached" });
  await drawn(page);
  assert.deepEqual(requests, []);
});

test("the page has a heading, landmarks and a title", async ({ page }) => {
  assert.equal(await page.getByRole("heading", { level: 1 }).count(), 1);
  assert.equal(await page.getByRole("main").count(), 1);
  assert.equal(await page.getByRole("banner").count(), 1);
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
});

test("the colors follow the system until one chooses, and the choice stays", async ({ page }) => {
  const theme = () => page.evaluate(() => document.documentElement.dataset.theme ?? "system");
  assert.equal(await theme(), "system");
  await button(page, "Colors: as the system").click();
  await eventually(theme, "light");
  await button(page, "Colors: light").click();
  await eventually(theme, "dark");
  await reload(page);
  await ready(page);
  await eventually(theme, "dark");
});
