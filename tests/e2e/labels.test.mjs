// The label set is edited, travels, and is made on the fly; tags have fields and labels are explained.

import assert from "node:assert/strict";

import { site } from "./harness.mjs";
import {
  annotate, button, card, dialog, downloaded, eventually, hasFocus, hasTags, labels, list, popover, project, questions, selectWords, tag, tags,
} from "./page.mjs";

const { test } = site();

const editor = (page) => dialog(page, "Labels");
const rows = (page) => editor(page).getByRole("list", { name: "Labels to edit" }).getByRole("button");
const field = (page, name) => editor(page).getByLabel(name, { exact: true });
const keys = async (page) => (await project(page)).labels.map(({ key }) => key).join(" ");
const label = async (page, key) => (await project(page)).labels.find((it) => it.key === key);
const names = (page) => labels(page).locator(".palette__name").allTextContents();

async function edit(page, name) {
  await button(page, "Edit labels").click();
  if (name) await rows(page).filter({ hasText: name }).first().click();
}

async function apply(page) {
  await button(page, "Apply").click();
  await editor(page).waitFor({ state: "detached" });
}

test("a label is changed with the mouse, in one step of undo", async ({ page }) => {
  await tag(page, "Hanoi", "3");
  await edit(page, "Country");
  await field(page, "Name").fill("Land");
  await field(page, "Definition").fill("Where people live.");
  await field(page, "Examples, one a line").fill("Kenya\nLaos");
  await editor(page).getByLabel("Own", { exact: true }).check();
  await field(page, "Own color").fill("#ffee00");
  await editor(page).getByText("Too pale for light pages").waitFor();
  await field(page, "Shortcut").fill("x");
  await editor(page).getByText("The shortcut is the key of a command.").waitFor();
  await editor(page).getByText("1 thing to mend first.").waitFor();
  await button(page, "Apply").click();
  assert.equal(await editor(page).isVisible(), true, "applied with a fault");
  await field(page, "Shortcut").fill("1");
  await editor(page).getByText("The shortcut is taken by the label PERSON.").waitFor();
  await field(page, "Shortcut").fill("é");
  await apply(page);
  const changed = await label(page, "GPE");
  assert.deepEqual([changed.name, changed.definition, changed.examples, changed.shortcut, changed.color], ["Land", "Where people live.", ["Kenya", "Laos"], "é", "#ffee00"]);
  await list(page).getByText("Land").waitFor();
  const mark = page.locator("#article mark", { hasText: "Hanoi" }).first();
  const fill = await mark.evaluate((it) => getComputedStyle(it).getPropertyValue("--fill"));
  assert.match(fill, /#[0-9a-f]{6}/);
  await button(page, "Undo").click();
  await eventually(async () => (await label(page, "GPE")).name, "Country, city, state");
});

test("a label that goes asks what becomes of its tags", async ({ page }) => {
  await annotate(page, ["GPE", "Hanoi"], ["GPE", "Singapore"]);
  await edit(page, "Country");
  await editor(page).getByText("2 tags have it").waitFor();
  await button(page, "Remove Country, city, state").click();
  const fate = editor(page).getByLabel("Country, city, state: 2 tags have it");
  await fate.waitFor();
  await button(page, "Apply").click();
  await eventually(() => fate.evaluate((it) => it === document.activeElement), true);
  await fate.selectOption("Become “Other place”");
  await apply(page);
  await hasTags(page, ["LOC: Hanoi", "LOC: Singapore"]);
  assert.equal(await label(page, "GPE"), undefined);
  await button(page, "Undo").click();
  await hasTags(page, ["GPE: Hanoi", "GPE: Singapore"]);
});

test("tags can keep a label that is no longer offered", async ({ page }) => {
  await annotate(page, ["GPE", "Hanoi"]);
  await edit(page, "Country");
  await button(page, "Remove Country, city, state").click();
  await editor(page).getByLabel("Country, city, state: 1 tag has it").selectOption("keep");
  await apply(page);
  await hasTags(page, ["GPE: Hanoi"]);
  assert.equal((await label(page, "GPE")).retired, true);
  assert.ok(!(await names(page)).includes("Country, city, state"));
  await list(page).getByText("Country, city, state").waitFor();
});

/** Tab until something has the focus. */
async function tabTo(page, wanted) {
  for (let presses = 0; presses < 120; presses += 1) {
    if (await wanted.evaluate((it) => it === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`Tab does not reach ${wanted}`);
}

test("a label is moved, renamed and taken out by keyboard alone", async ({ page }) => {
  await annotate(page, ["ORG", "White House"]);
  await page.keyboard.press("Control+k");
  await dialog(page, "Commands").waitFor();
  await page.keyboard.type("edit labels");
  await page.keyboard.press("Enter");
  await editor(page).waitFor();
  await tabTo(page, rows(page).first());
  await hasFocus(page, "label-row-0");
  await page.keyboard.press("Alt+ArrowDown");
  await hasFocus(page, "label-row-1");
  await page.keyboard.press("End");
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowDown");
  await hasFocus(page, "label-row-1");
  await eventually(() => field(page, "Name").inputValue(), "Person");
  await tabTo(page, field(page, "Name"));
  await page.keyboard.press("Control+a");
  await page.keyboard.type("Human");
  for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press("Shift+Tab");
  await tabTo(page, rows(page).nth(1));
  await page.keyboard.press("ArrowUp");
  await tabTo(page, button(page, "Remove Organization"));
  await page.keyboard.press("Enter");
  const fate = editor(page).getByRole("combobox", { name: "Organization: 1 tag has it" });
  await tabTo(page, fate);
  await page.keyboard.type("Become “Human");
  await tabTo(page, button(page, "Apply"));
  await page.keyboard.press("Enter");
  await editor(page).waitFor({ state: "detached" });
  await hasTags(page, ["PERSON: White House"]);
  assert.deepEqual((await names(page)).slice(0, 2), ["Human", "Country, city, state"]);
  await page.keyboard.press("Control+z");
  await hasTags(page, ["ORG: White House"]);
});

test("Escape drops the draft", async ({ page }) => {
  await edit(page, "Person");
  await field(page, "Name").fill("Human");
  await page.keyboard.press("Escape");
  await editor(page).waitFor({ state: "detached" });
  assert.equal((await label(page, "PERSON")).name, "Person");
});

test("a ready set takes over the tags and asks its own questions", async ({ page }) => {
  await annotate(page, ["GPE", "Hanoi"], ["PERSON", "Ian Bremmer"]);
  await edit(page);
  await editor(page).getByRole("combobox", { name: "Start from" }).selectOption("Classroom");
  await editor(page).getByText("What becomes of the tags?").waitFor();
  await apply(page);
  assert.equal(await keys(page), "PERSON ORG PLACE CLAIM OPINION supports contradicts repeats");
  await hasTags(page, ["PERSON: Ian Bremmer", "PLACE: Hanoi"]);
  await selectWords(page, "Pyongyang seeks", "dialogue with Moscow");
  await popover(page).waitFor();
  await page.keyboard.press("c");
  await questions(page).waitFor();
  assert.deepEqual(await questions(page).locator("legend").allTextContents(), ["Who says this?", "Fact or opinion?"]);
  await questions(page).getByRole("button", { name: "An opinion" }).click();
  await eventually(async () => (await project(page)).claims[0].type, "opinion");
  // The next article begins with it, too.
  await page.reload();
  await page.waitForFunction(() => window.postil);
  await page.evaluate(() => window.postil.open({ name: "a.txt", text: "Another article." }));
  await eventually(() => keys(page), "PERSON ORG PLACE CLAIM OPINION supports contradicts repeats");
});

test("a set is saved, opened again, and refused where it is damaged", async ({ page }) => {
  await edit(page, "Person");
  await field(page, "Name").fill("Human");
  const { name, bytes } = await downloaded(page, () => button(page, "Save this set").click());
  assert.equal(name, "postil.labels.json");
  const file = JSON.parse(bytes);
  assert.deepEqual([file.format, file.labels[0].name], ["postil-labels", "Human"]);
  await button(page, "Drop the changes").click();
  await edit(page);
  const open = async (content) => {
    const chooser = page.waitForEvent("filechooser");
    await button(page, "Open a set").click();
    await (await chooser).setFiles({ name: "a.labels.json", mimeType: "application/json", buffer: Buffer.from(content) });
  };
  await open(bytes.toString().replace("\"kind\": \"entity\"", "\"kind\": \"thing\""));
  await editor(page).getByRole("alert").getByText("labels[0].kind").waitFor();
  await open(bytes);
  await eventually(() => field(page, "Name").inputValue(), "Human");
  await apply(page);
  assert.equal((await label(page, "PERSON")).name, "Human");
});

test("a label is made while tagging, with the mouse", async ({ page }) => {
  await selectWords(page, "Hanoi");
  await popover(page).getByRole("searchbox").fill("Weapon");
  await popover(page).getByRole("button", { name: "New label “Weapon”" }).click();
  await hasTags(page, ["WEAPON: Hanoi"]);
  assert.ok((await names(page)).includes("Weapon"));
  await button(page, "Undo").click();
  await hasTags(page, []);
  assert.equal(await label(page, "WEAPON"), undefined);
});

test("a label is made while tagging, by keyboard alone", async ({ page }) => {
  await page.locator("#article").focus();
  await page.keyboard.press("Control+Shift+ArrowRight");
  await popover(page).waitFor();
  await page.keyboard.press("Enter");
  await hasFocus(page, "label-search");
  await page.keyboard.type("Weapon");
  await page.keyboard.press("Enter");
  await eventually(async () => (await tags(page)).map((it) => it.split(":")[0]), ["WEAPON"]);
  await hasFocus(page, "article");
});

test("tags have the fields of their label, and say which are missing", async ({ page }) => {
  await edit(page, "Person");
  for (const [name, type] of [["Role", "Choice"], ["Age", "Number"], ["Alive", "Yes or no"]]) {
    await button(page, "Add a field").click();
    const added = editor(page).getByRole("group", { name: /^Field field/ }).last();
    await added.getByLabel("Type").selectOption(type);
    if (type === "Choice") {
      await added.getByLabel("Answers, one a line").fill("source\nother");
      await added.getByLabel("Must be filled in").check();
    }
    await added.getByLabel("Key in files").fill(name.toLowerCase());
    await editor(page).getByRole("group", { name: `Field ${name.toLowerCase()}` }).getByLabel("Name", { exact: true }).fill(name);
  }
  await apply(page);
  await tag(page, "Ian Bremmer", "1");
  await page.keyboard.press("Enter");
  await card(page).getByText("Must be filled in").waitFor();
  await card(page).getByLabel("Role").selectOption("source");
  await card(page).getByText("Must be filled in").waitFor({ state: "detached" });
  await card(page).getByLabel("Age").fill("55.50");
  await card(page).getByLabel("Age").press("Enter");
  await card(page).getByRole("group", { name: "Alive" }).getByRole("button", { name: "Yes" }).click();
  await eventually(async () => (await project(page)).mentions[0].attributes, { role: "source", age: 55.5, alive: true });
  const { bytes } = await downloaded(page, async () => {
    await page.keyboard.press("Control+s");
    await button(page, "Without a name").click();
  });
  assert.ok(bytes.toString().includes("\"age\":55.50"));
});

test("a label is explained while one points at it or has the focus on it", async ({ page }) => {
  await annotate(page, ["PERSON", "Hanoi"], ["PERSON", "Ian Bremmer"]);
  const person = labels(page).getByRole("button", { name: /^Person/ });
  await person.hover();
  const note = page.getByRole("tooltip");
  await note.getByText("A person, real or made up, by name.").waitFor();
  await note.getByText("“Ian Bremmer” “Hanoi”").waitFor();
  await page.mouse.move(640, 500);
  await note.waitFor({ state: "detached" });
  await list(page).locator("[data-row]", { hasText: "Hanoi" }).click();
  await card(page).getByRole("combobox", { name: "Label", exact: true }).selectOption("Country, city, state");
  await hasTags(page, ["PERSON: Ian Bremmer", "GPE: Hanoi"]);
  await person.focus();
  await note.getByText("“Hanoi” was changed to Country, city, state.").waitFor();
  assert.equal(await person.getAttribute("aria-describedby"), await note.getAttribute("id"));
  await page.keyboard.press("Escape");
  await note.waitFor({ state: "detached" });
});
