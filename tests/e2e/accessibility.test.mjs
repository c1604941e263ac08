// axe finds nothing, the focus is never lost, and nothing is lost to a narrow page.

import assert from "node:assert/strict";

import { axe, site } from "./harness.mjs";
import {
  annotate, button, card, clickWords, dialog, drawn, eventually, hasFocus, labels, list, popover, questions, region, selectWords, status,
} from "./page.mjs";

const { test } = site();

/** States of the page, each reached from the one before. */
const STATES = {
  "a first visit": async (page) => region(page).waitFor(),
  "labels offered": async (page) => {
    await selectWords(page, "Hanoi");
    await popover(page).waitFor();
  },
  "a label ready": async (page) => {
    await page.keyboard.press("Escape");
    await labels(page).getByRole("button", { name: /^Person/ }).click();
    await page.locator(".hint").waitFor();
  },
  "questions of a claim": async (page) => {
    await page.keyboard.press("Escape");
    await annotate(page, ["PERSON", "Ian Bremmer"], ["GPE", "Hanoi"], ["ORG", "White House"], ["PERSON", "White House Press Secretary Sarah Sanders"]);
    await selectWords(page, "Pyongyang seeks", "dialogue with Moscow");
    await popover(page).waitFor();
    await page.keyboard.press("c");
    await questions(page).waitFor();
  },
  "the card of a claim": async (page) => {
    await page.keyboard.press("Escape");
    await page.keyboard.press("Enter");
    await card(page).waitFor();
  },
  "the list by label": async (page) => {
    await button(page, "By label").click();
    await list(page).getByRole("heading").first().waitFor();
  },
  "the list filtered": async (page) => {
    await page.getByRole("searchbox", { name: "Filter the list" }).fill("han");
    await eventually(() => list(page).locator("[data-row]").count(), 1);
  },
  "a list with nothing in it": async (page) => {
    await page.getByRole("searchbox", { name: "Filter the list" }).fill("nobody");
    await page.getByText("No tag matches the filter.").waitFor();
  },
  "a refusal": async (page) => {
    await page.getByRole("searchbox", { name: "Filter the list" }).fill("");
    await page.evaluate(() => window.postil.open({ name: "empty.txt", text: " " }).catch(() => {}));
    await page.getByRole("alert").waitFor();
  },
  "not saved": async (page) => {
    await page.evaluate(() => {
      Object.defineProperty(window, "localStorage", { configurable: true, get() { throw new DOMException("blocked", "SecurityError"); } });
    });
    await annotate(page, ["GPE", "Moscow"]);
    await eventually(() => status(page).innerText(), "Not saved");
  },
};

/** How each dialog is opened, and its name. */
const DIALOGS = {
  "Paste an article": async (page) => button(page, "Paste").click(),
  Articles: async (page) => page.getByRole("button", { name: /, all articles$/ }).click(),
  "About this article": async (page) => button(page, "About this article").click(),
  Keys: async (page) => button(page, "Keys").click(),
  Commands: async (page) => button(page, "Commands").click(),
  "Your name": async (page) => button(page, "Export").click(),
};

for (const colorScheme of ["light", "dark"]) {
  const seen = { context: { colorScheme } };

  test(`axe finds nothing in any state: ${colorScheme}`, seen, async ({ page }) => {
    for (const [state, reach] of Object.entries(STATES)) {
      await reach(page);
      await axe(page).catch((error) => { throw new Error(`${state}: ${error.message}`); });
    }
  });

  test(`axe finds nothing in any dialog: ${colorScheme}`, seen, async ({ page }) => {
    for (const [name, open] of Object.entries(DIALOGS)) {
      await open(page);
      await dialog(page, name).waitFor();
      if (name === "Paste an article") {
        await dialog(page, name).getByRole("textbox").fill("A title\n\nhttps://example.org\n\nSome text that is long enough.");
        await dialog(page, name).getByRole("combobox").first().waitFor();
      }
      await axe(page).catch((error) => { throw new Error(`${name}: ${error.message}`); });
      await page.keyboard.press("Escape");
      await dialog(page, name).waitFor({ state: "detached" });
    }
  });

  test(`axe finds nothing on a narrow page: ${colorScheme}`, { context: { colorScheme, viewport: { width: 320, height: 640 } } }, async ({ page }) => {
    await axe(page);
    await annotate(page, ["GPE", "Hanoi"], ["PERSON", "Ian Bremmer"]);
    await selectWords(page, "Singapore");
    await popover(page).waitFor();
    await axe(page);
  });
}

test("dialogs are named by their heading, keep the focus and give it back", async ({ page }) => {
  const openers = { "Paste an article": "Paste", "About this article": "About this article", Keys: "Keys", Commands: "Commands", "Your name": "Export" };
  for (const [name, open] of Object.entries(DIALOGS)) {
    await open(page);
    const shown = dialog(page, name);
    await shown.waitFor();
    assert.equal(await shown.getByRole("heading", { level: 2 }).innerText(), name);
    const inside = () => shown.evaluate((it) => it.contains(document.activeElement));
    await eventually(inside, true);
    for (let n = 0; n < 3; n += 1) await page.keyboard.press("Shift+Tab");
    assert.ok(await page.evaluate(() => document.activeElement === document.body || document.activeElement.closest("dialog") !== null), name);
    await button(shown, "Close").click();
    await shown.waitFor({ state: "detached" });
    if (openers[name]) await hasFocus(page, openers[name]);
    else assert.match(await page.evaluate(() => document.activeElement.className), /bar__title/);
  }
});

test("the focus is not lost with what had it", async ({ page }) => {
  const isLost = () => page.evaluate(() => document.activeElement === document.body);
  const lost = [];
  const check = async (what) => {
    await drawn(page);
    if (await isLost()) lost.push(what);
  };
  await page.evaluate(() => window.postil.open({ name: "empty.txt", text: " " }).catch(() => {}));
  await button(page, "Dismiss").focus();
  await page.keyboard.press("Enter");
  await page.getByRole("alert").waitFor({ state: "detached" });
  await check("a notice dismissed");
  await button(page, "Close this hint").focus();
  await page.keyboard.press("Enter");
  await check("the hint closed");
  await page.evaluate(() => window.postil.open({ name: "b.txt", text: "Second\n\nText." }));
  await DIALOGS.Articles(page);
  await button(page, "Remove Second").focus();
  await page.keyboard.press("Enter");
  await button(page, "Put back Second").waitFor();
  await check("an article removed");
  await button(page, "Put back Second").focus();
  await page.keyboard.press("Enter");
  await button(page, "Remove Second").waitFor();
  await check("an article put back");
  await button(page, "Remove Second").click();
  await button(dialog(page, "Articles"), "Close").click();
  await button(page, "Put it back").focus();
  await page.keyboard.press("Enter");
  await button(page, "Put it back").waitFor({ state: "detached" });
  await check("an article put back from its notice");
  await annotate(page, ["GPE", "Hanoi"]);
  await button(page, "Undo").focus();
  await page.keyboard.press("Enter");
  await eventually(() => button(page, "Undo").isDisabled(), true);
  await check("nothing left to undo");
  assert.deepEqual(lost, []);
});

test("everything is reached and done without a mouse", async ({ page }) => {
  const reached = new Set();
  for (let n = 0; n < 40; n += 1) {
    await page.keyboard.press("Tab");
    reached.add(await page.evaluate(() => document.activeElement.getAttribute("aria-label") ?? document.activeElement.innerText.split("\n")[0]));
  }
  for (const name of ["Article", "Open", "Paste", "Export", "Keys", "Close this hint", "About this article", "By label", "Filter the list", "Person"]) {
    assert.ok([...reached].some((it) => it.startsWith(name)), `${name} is not among ${[...reached].join(", ")}`);
  }
});

test("zoomed in to 200 % nothing is lost", { context: { viewport: { width: 640, height: 450 } } }, async ({ page }) => {
  await annotate(page, ["GPE", "Hanoi"], ["CLAIM", "Putin called Kim an interesting and substantive interlocutor"]);
  await fits(page);
  // On a small page the bar stays with its tools; its title and the status are at the top.
  await inside(page, status(page), "status");
  const names = ["Open", "Paste", "Export", "Undo", "Redo", "Keys", "About this article", "By label"];
  for (const name of names) await inside(page, button(page, name), name);
  await inside(page, labels(page).getByRole("button").last(), "the last label");
  await inside(page, list(page).locator("[data-row]").last(), "the last row");
  await clickWords(page, "Hanoi");
  await page.keyboard.press("Enter");
  await inside(page, card(page).getByRole("button", { name: "Delete" }), "Delete");
  await fits(page);
  await page.keyboard.press("Escape");
  await selectWords(page, "Singapore");
  await inside(page, popover(page).getByRole("button").last(), "the last label offered");
  await fits(page);
});

test("at 320 pixels there is no scrolling sideways, in any dialog", { context: { viewport: { width: 320, height: 640 } } }, async ({ page }) => {
  await fits(page);
  for (const [name, open] of Object.entries(DIALOGS)) {
    await open(page);
    await dialog(page, name).waitFor();
    const { x, width } = await dialog(page, name).boundingBox();
    assert.ok(0 <= x && x + width <= 320, `${name} ${x} ${width}`);
    await inside(page, button(dialog(page, name), "Close"), `Close of ${name}`);
    await page.keyboard.press("Escape");
    await dialog(page, name).waitFor({ state: "detached" });
  }
});

test("a word without an end makes nothing wider", { context: { viewport: { width: 320, height: 640 } } }, async ({ page }) => {
  const long = `https://example.org/${"a".repeat(400)}`;
  await page.evaluate((it) => window.postil.open({ name: `${"n".repeat(200)}.txt`, text: `${it}\n\nSee ${it} and more.` }), long);
  await annotate(page, ["MISC", long]);
  await page.evaluate((it) => window.postil.importFile({ name: `${it}.json`, bytes: new Uint8Array([123]) }).catch(() => {}), long);
  await page.getByRole("alert").waitFor();
  await fits(page);
  await list(page).locator("[data-row]").first().click();
  await card(page).waitFor();
  await fits(page);
  await DIALOGS.Articles(page);
  await dialog(page, "Articles").waitFor();
  await inside(page, button(dialog(page, "Articles"), "Close"), "Close");
  await fits(page);
});

test("less motion and forced colors are respected", { context: { reducedMotion: "reduce", forcedColors: "active" } }, async ({ page }) => {
  await annotate(page, ["GPE", "Hanoi"], ["CLAIM", "took place in Hanoi"]);
  await eventually(() => page.locator("mark").count(), 2);
  const drawn = await page.locator("mark").evaluateAll((all) => all.map((mark) => getComputedStyle(mark).backgroundImage));
  assert.ok(drawn.every((image) => image.includes("gradient")), drawn.join());
  const moving = await page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === "running").length);
  assert.equal(moving, 0);
});

/** Nothing makes the page wider than its window. */
async function fits(page) {
  const { scroll, width } = await page.evaluate(() => ({ scroll: document.documentElement.scrollWidth, width: innerWidth }));
  assert.ok(scroll <= width, `${scroll} > ${width}`);
}

/** A control, disabled or not, can be scrolled into view and is not covered there. */
async function inside(page, control, name) {
  await control.scrollIntoViewIfNeeded();
  const { box, covered } = await control.evaluate((it) => {
    const { left, right, top, bottom } = it.getBoundingClientRect();
    const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return { box: { left, right, top, bottom }, covered: it.contains(there) ? null : there?.outerHTML.slice(0, 120) ?? "outside" };
  });
  assert.equal(covered, null, `${name} is covered`);
  const { width, height } = page.viewportSize();
  assert.ok(-1 <= box.left && box.right <= width + 1 && -1 <= box.top && box.bottom <= height + 1, `${name} is cut off: ${JSON.stringify(box)}`);
}
