// What is painted while one drags, and the handles at the ends of a tag.

import assert from "node:assert/strict";

import { site } from "./harness.mjs";
import {
  annotate, clickWords, drawn, eventually, hasCurrent, hasFocus, hasSelected, hasTags, popover, project, region, selectWords, tapWords, wordBox,
} from "./page.mjs";

const { test } = site();
const phone = { context: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 } };

const middle = ({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 });
const handle = (page, end) => page.locator(`#handle-${end}`);

async function grab(page, end) {
  await handle(page, end).waitFor();
  const { x, y } = middle(await handle(page, end).boundingBox());
  await page.mouse.move(x, y);
  await page.mouse.down();
}

async function moveTo(page, words, side = "last") {
  const { x, y } = middle(await wordBox(page, words, side, false));
  await page.mouse.move(x, y, { steps: 3 });
}

async function tagged(page) {
  const [id] = await annotate(page, ["PERSON", "Sarah"]);
  await clickWords(page, "Sa*rah");
  await hasCurrent(page, "Sarah");
  return id;
}

test("whole words are painted while the mouse is still down", async ({ page }) => {
  const from = middle(await wordBox(page, "Vlad*imir"));
  const to = middle(await wordBox(page, "Put*in, White", "first", false));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await hasSelected(page, "Vladimir Putin", "preview");
  assert.equal(await region(page).getAttribute("data-dragged"), "true");
  await page.keyboard.down("Alt");
  await page.mouse.move(to.x + 1, to.y);
  await eventually(async () => (await page.evaluate(() => [...CSS.highlights.get("preview")][0].startOffset)) > 0, true);
  await page.keyboard.up("Alt");
  await page.mouse.up();
  await hasSelected(page, "Vladimir Putin");
  await hasSelected(page, "", "preview");
  assert.equal(await region(page).getAttribute("data-dragged"), null);
});

test("labels never lie over the panel beside the article", async ({ page }) => {
  for (const words of ["conversation", "denuclearization during", "White House Press"]) {
    await selectWords(page, words);
    await popover(page).waitFor();
    await drawn(page);
    const box = await popover(page).boundingBox();
    const column = await page.locator("main").boundingBox();
    assert.ok(box.x + box.width <= column.x + column.width, words);
    await page.keyboard.press("Escape");
    await popover(page).waitFor({ state: "detached" });
  }
});

test("an end is dragged by words; the tag stays what it is, and undo takes it back", async ({ page }) => {
  const id = await tagged(page);
  await grab(page, "end");
  await moveTo(page, "Sand*ers told", "first");
  await hasSelected(page, "Sarah Sanders", "preview");
  await hasTags(page, ["PERSON: Sarah"]);
  await page.mouse.up();
  await hasTags(page, ["PERSON: Sarah Sanders"]);
  await grab(page, "start");
  await moveTo(page, "Press Sec", "first");
  await page.mouse.up();
  await hasTags(page, ["PERSON: Press Secretary Sarah Sanders"]);
  assert.equal((await project(page)).mentions[0].id, id);
  await hasFocus(page, "article");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await hasTags(page, ["PERSON: Sarah"]);
});

test("Alt drags by characters; what is let go outside goes back", async ({ page }) => {
  await tagged(page);
  await grab(page, "end");
  await page.keyboard.down("Alt");
  await moveTo(page, "Sa*rah", "first");
  await page.mouse.up();
  await page.keyboard.up("Alt");
  await eventually(async () => (await project(page)).mentions[0].spans[0].exact.length < 5, true);
  await page.keyboard.press("Control+z");
  await hasTags(page, ["PERSON: Sarah"]);
  await grab(page, "end");
  await moveTo(page, "Sanders told", "first");
  await page.mouse.move(20, 500);
  await page.mouse.up();
  await hasSelected(page, "", "preview");
  await hasTags(page, ["PERSON: Sarah"]);
});

test("the same by keyboard: b, arrows, Enter", async ({ page }) => {
  await tagged(page);
  for (const key of ["b", "ArrowRight", "Enter"]) await page.keyboard.press(key);
  await hasTags(page, ["PERSON: Sarah Sanders"]);
});

test("a finger finds the handles of a tag", phone, async ({ page }) => {
  await annotate(page, ["PERSON", "Sarah"]);
  await tapWords(page, "Sarah");
  await tapWords(page, "Sarah");
  await handle(page, "end").waitFor();
  const { x, y } = middle(await handle(page, "end").boundingBox());
  const to = middle(await wordBox(page, "Sand*ers told", "first", false));
  const client = await page.context().newCDPSession(page);
  const touch = (type, point) => client.send("Input.dispatchTouchEvent", { type, touchPoints: point ? [point] : [] });
  await touch("touchStart", { x, y });
  await touch("touchMove", { x: (x + to.x) / 2, y: (y + to.y) / 2 });
  await touch("touchMove", to);
  await touch("touchEnd");
  await hasTags(page, ["PERSON: Sarah Sanders"]);
});
