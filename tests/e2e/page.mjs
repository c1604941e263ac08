// What a person sees and does on the page: words, the mouse on them, labels, the list.
//
// Words of the article are named by themselves: `"Putin"` is its first occurrence in a block,
// `["Putin", 2]` the third. A `*` is the place of the pointer: `"Pu*tin"`; without one it is the
// middle of the first character for a press, of the last one for a release.

import assert from "node:assert/strict";

export const region = (page) => page.getByRole("region", { name: "Article", exact: true });
export const list = (page) => page.getByRole("list", { name: "Annotations", exact: true });
export const labels = (page) => page.getByRole("group", { name: "Labels", exact: true });
export const popover = (page) => page.getByRole("group", { name: "Tag the selection", exact: true });
export const questions = (page) => page.getByRole("group", { name: "About this claim", exact: true });
export const card = (page) => page.getByRole("group", { name: "This tag", exact: true });
export const status = (page) => page.getByRole("status");
export const button = (page, name) => page.getByRole("button", { name, exact: true });
export const dialog = (page, name) => page.getByRole("dialog", { name, exact: true });

/** The open article as `window.postil.project()` gives it. */
export const project = (page) => page.evaluate(() => window.postil.project());

/** All annotations of a project in the order of the text. */
export function annotations({ mentions = [], claims = [] }) {
  const all = [...mentions, ...claims];
  return all.sort((one, other) => one.spans[0].start - other.spans[0].start || other.spans[0].end - one.spans[0].end);
}

/** `["PERSON: Donald Trump", ...]` of the open article, in the order of the text. */
export async function tags(page) {
  const all = annotations(await project(page));
  return all.map(({ label, spans }) => `${label ?? "CLAIM"}: ${spans.map(({ exact }) => exact).join(" … ")}`);
}

/** Waits until a function of the page's state gives what is expected, and shows both if it never does. */
export async function eventually(read, expected, patience = 10_000) {
  const end = Date.now() + patience;
  for (;;) {
    const found = await read();
    try {
      assert.deepEqual(found, expected);
      return;
    } catch (error) {
      if (end < Date.now()) throw error;
    }
    await new Promise((resolve) => { setTimeout(resolve, 30); });
  }
}

/** Waits until the open article has these tags. */
export const hasTags = (page, expected) => eventually(() => tags(page), expected);

function named(words) {
  const [marked, nth] = Array.isArray(words) ? words : [words, 0];
  const place = [...marked].indexOf("*");
  return { text: marked.replace("*", ""), nth, place };
}

/** The box of the character at the pointer, in the viewport. The words are scrolled into view first. */
export async function wordBox(page, words, side = "first", scroll = true) {
  const wanted = { ...named(words), side, scroll };
  const box = await page.evaluate(({ text, nth, place, side, scroll }) => {
    const blocks = [...document.querySelectorAll("#article .block")];
    let left = nth;
    for (const block of blocks) {
      let at = -1;
      while ((at = block.textContent.indexOf(text, at + 1)) !== -1) {
        if (0 < left--) continue;
        const last = side === "first" ? 0 : text.length - 1;
        const range = characterAt(block, at + (place < 0 ? last : place));
        if (scroll) range.startContainer.parentElement.scrollIntoView({ block: "center", behavior: "instant" });
        const { left: x, top: y, width, height } = range.getClientRects()[0];
        return { x, y, width, height };
      }
    }
    return null;

    function characterAt(block, offset) {
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      let seen = 0;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (offset < seen + node.length) {
          const range = document.createRange();
          range.setStart(node, offset - seen);
          range.setEnd(node, offset - seen + 1);
          return range;
        }
        seen += node.length;
      }
      return null;
    }
  }, wanted);
  assert.ok(box, `the article has no "${wanted.text}" ${wanted.nth}`);
  return box;
}

/** Where to press: inside the character, nearer to the side that belongs to the selection. */
async function point(page, words, side, scroll = true) {
  const { x, y, width, height } = await wordBox(page, words, side, scroll);
  const share = side === "first" ? 0.2 : 0.8;
  return { x: x + width * share, y: y + height / 2 };
}

/** A real drag from the first words to the last. `Alt` for exact characters. */
export async function selectWords(page, from, to = from, { alt = false } = {}) {
  await drag(page, [from, "first"], [to, "last"], alt);
}

/** The same, begun at the end. */
export async function selectBackwards(page, from, to = from) {
  await drag(page, [to, "last"], [from, "first"], false);
}

async function drag(page, from, to, alt) {
  await point(page, ...from);
  const end = await point(page, ...to);
  const start = await point(page, ...from, false);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2);
  await page.mouse.move(end.x, end.y);
  if (alt) await page.keyboard.down("Alt");
  await page.mouse.up();
  if (alt) await page.keyboard.up("Alt");
}

/** A click on the first character of these words; `wait` until the caret stands before it. */
export async function clickWords(page, words, { wait = true, ...options } = {}) {
  const { x, y } = await point(page, words, "first");
  await page.mouse.click(x, y, options);
  if (wait && options.clickCount === undefined) await hasCaret(page, words);
}

/** Waits until the caret stands before these words. */
export async function hasCaret(page, words) {
  const near = async () => {
    const [box, caret] = [await wordBox(page, words, "first", false), await page.locator("#caret").boundingBox()];
    return caret !== null && Math.abs(caret.x - box.x) < 4 && Math.abs(caret.y + caret.height / 2 - box.y - box.height / 2) < box.height / 2;
  };
  await eventually(near, true);
}

/** A tap with a finger. */
export async function tapWords(page, words) {
  const { x, y } = await point(page, words, "first");
  await page.touchscreen.tap(x, y);
}

/** What the page paints as selected; blocks run into one another. */
export const selected = (page, paint = "selection") => page.evaluate((name) => {
  const parts = [...(CSS.highlights.get(name) ?? [])].map(({ startContainer, startOffset, endContainer, endOffset }) => {
    const range = document.createRange();
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
    return range.toString();
  });
  return parts.join("");
}, paint);

/** Waits until exactly these words are selected. */
export const hasSelected = (page, words, paint) => eventually(() => selected(page, paint), words);

/** Tags words with the mouse and the label's key. */
export async function tag(page, words, key) {
  const before = (await tags(page)).length;
  await selectWords(page, words);
  await popover(page).waitFor();
  await page.keyboard.press(key);
  await eventually(async () => (await tags(page)).length, before + 1);
}

/** Tags words through the door, for tests of what comes after. Returns the ids. */
export async function annotate(page, ...pairs) {
  const ids = [];
  for (const [label, words] of pairs) {
    const { text, nth } = named(words);
    const id = await page.evaluate(async ({ text, nth, label }) => {
      const whole = (await window.postil.project()).document.text;
      let at = whole.indexOf(text);
      for (let left = nth; 0 < left; left -= 1) at = whole.indexOf(text, at + 1);
      const start = [...whole.slice(0, at)].length;
      const spans = [{ start, end: start + [...text].length }];
      return (await window.postil.annotate({ spans, label })).id;
    }, { text, nth, label });
    ids.push(id);
  }
  return ids;
}

/** The marks of the text: `["Donald Trump <1 2>", ...]`, ids replaced by their place in `ids`, in that order. */
export async function marks(page, ids) {
  const found = await page.locator("#article mark").evaluateAll((all) => all.map((mark) => [mark.textContent, mark.dataset.ids]));
  return found.map(([words, all]) => `${words} <${all.split(" ").map((id) => ids.indexOf(id)).sort().join(" ")}>`);
}

/** The text of each block, as a reader meets it. */
export const blocks = (page) => page.locator("#article .block").allTextContents();

/** The words of the annotation that is selected in the list. */
export async function current(page) {
  const rows = list(page).locator("[data-row][aria-current=true] .list__words");
  const words = await rows.allTextContents();
  return words.length === 0 ? null : words.join(" and ");
}

/** Waits until the list shows this annotation as selected, `null` for none. */
export const hasCurrent = (page, words) => eventually(() => current(page), words);

/** A name or description of what has the focus. */
export const focused = (page) => page.evaluate(() => {
  const { activeElement: element } = document;
  return element.dataset.row ? `row ${element.querySelector(".list__words").textContent}` : element.id || element.getAttribute("aria-label") || element.textContent;
});

export const hasFocus = (page, name) => eventually(() => focused(page), name);

/** The rows of the list, as `"Person: Donald Trump"`. */
export async function rows(page) {
  return list(page).locator("[data-row]").evaluateAll((all) => all.map((row) => {
    const part = (name) => row.querySelector(`.list__${name}`).textContent;
    return `${part("label")}: ${part("words")}`;
  }));
}

/** All that the program keeps in the browser. */
export const stored = (page) => page.evaluate(() => ({ ...localStorage }));

/** Init scripts that take stores away, as browsers do that lack or block them. */
export const WITHOUT = {
  local: () => {
    Object.defineProperty(window, "localStorage", { get() { throw new DOMException("blocked", "SecurityError"); } });
  },
  file: () => { if (window.StorageManager) Object.defineProperty(StorageManager.prototype, "getDirectory", { value: undefined }); },
  database: () => { Object.defineProperty(window, "indexedDB", { value: undefined }); },
};

/** A page of the same origin on which nothing runs. */
export async function emptyPage(context, url) {
  const page = await context.newPage();
  const body = "<!doctype html><title>Nothing</title><link rel=icon href='data:,'>";
  await page.route("**/*", (route) => route.fulfill({ contentType: "text/html", body }));
  await page.goto(url);
  return page;
}

/** Empties stores while the program does not run. */
export async function wipe(context, url, ...names) {
  const page = await emptyPage(context, url);
  await page.evaluate(async (all) => {
    if (all.includes("local")) localStorage.clear();
    if (all.includes("file")) {
      const root = await navigator.storage.getDirectory();
      await root.removeEntry("postil1", { recursive: true });
    }
    if (all.includes("database")) {
      await new Promise((resolve, reject) => {
        Object.assign(indexedDB.deleteDatabase("postil"), { onsuccess: resolve, onerror: reject });
      });
    }
  }, names);
  await page.close();
}

/** The keys of the frames, in order. */
export const frames = async (page) => Object.keys(await stored(page)).filter((key) => key.startsWith("postil1/j/")).sort();

/** The bytes of what a press leads the browser to download, and the name offered for it. */
export async function downloaded(page, act) {
  const [download] = await Promise.all([page.waitForEvent("download"), act()]);
  const stream = await download.createReadStream();
  const parts = [];
  for await (const part of stream) parts.push(part);
  return { name: download.suggestedFilename(), bytes: Buffer.concat(parts) };
}

/** Waits until two more frames are drawn: what was set off before has happened. */
export const drawn = (page) => page.evaluate(() => new Promise((resolve) => {
  requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
}));

/** The program has drawn its page. */
export const ready = (page) => page.waitForFunction(() => window.postil !== undefined && !document.getElementById("opening"));

/** Loads the page anew, and waits for it. */
export async function reload(page) {
  await page.reload();
  await ready(page);
}
