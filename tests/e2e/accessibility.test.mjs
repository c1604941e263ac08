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
  "the card of a claim, all of it": async (page) => {
    await card(page).getByText("More about this claim").click();
    const evidence = card(page).getByRole("textbox", { name: "Add a page by its address" });
    await evidence.fill("https://example.org");
    await page.keyboard.press("Enter");
    await card(page).getByRole("listitem", { name: "Evidence 1" }).waitFor();
    await card(page).getByText("On a scale").click();
    await card(page).getByRole("combobox").last().fill("han");
    await card(page).locator(".picker__option").first().waitFor();
  },
  "more of the same words offered": async (page) => {
    await page.keyboard.press("Escape");
    await selectWords(page, "Kim Jong-un");
    await popover(page).waitFor();
    await page.keyboard.press("1");
    await page.locator("#offer").waitFor();
  },
  "the strip of the same words": async (page) => {
    await page.keyboard.press("v");
    await page.locator("#review").waitFor();
    await page.keyboard.press("n");
  },
  "a tag of two parts, unsure, and its card": async (page) => {
    await page.keyboard.press("Escape");
    await page.keyboard.down("Control");
    await selectWords(page, "reporters");
    await page.keyboard.up("Control");
    await page.locator("#article mark").filter({ hasText: "reporters" }).waitFor();
    await page.keyboard.press("u");
    await page.locator("mark[data-unsure]").first().waitFor();
    await page.keyboard.press("Enter");
    await card(page).getByRole("list", { name: "Parts" }).waitFor();
  },
  "several tags chosen": async (page) => {
    await page.keyboard.press("Escape");
    await list(page).locator("[data-row]").nth(1).click({ modifiers: ["Control"] });
    await list(page).locator("[data-row]").nth(2).click({ modifiers: ["Control"] });
    await page.locator(".many > summary").click();
  },
  "labels offered for some words of a tag": async (page) => {
    await selectWords(page, "Pyongyang");
    await popover(page).waitFor();
  },
  "the list by label": async (page) => {
    await page.keyboard.press("Escape");
    await button(page, "By label").click();
    await list(page).getByRole("heading").first().waitFor();
  },
  "the list filtered": async (page) => {
    await page.getByRole("searchbox", { name: "Find", exact: true }).fill("han");
    await eventually(() => list(page).locator("[data-row]").count(), 1);
  },
  "a list with nothing in it": async (page) => {
    await page.getByRole("searchbox", { name: "Find", exact: true }).fill("nobody");
    await page.getByText("No tag is among what you look for.").waitFor();
  },
  "a search that cannot be read, and its help": async (page) => {
    await page.getByRole("searchbox", { name: "Find", exact: true }).fill("persn:x");
    await button(page, "What can be asked for").click();
    await page.locator(".find__help").waitFor();
  },
  "labels for all hits": async (page) => {
    await button(page, "What can be asked for").click();
    await page.getByRole("searchbox", { name: "Find", exact: true }).fill("kim");
    await button(page, "Tag all hits").click();
    await page.getByRole("group", { name: "Tag all hits as" }).waitFor();
  },
  "what is undecided and what looks wrong": async (page) => {
    await page.getByRole("tab", { name: /^Check/ }).click();
    await page.getByRole("list", { name: "What looks wrong" }).waitFor();
    await region(page).focus();
    await page.keyboard.press("j");
    await page.keyboard.press("d");
    await page.getByText("Decided not to be tagged").click();
    await button(page, /^Take back: /).waitFor();
  },
  "a refusal": async (page) => {
    await page.getByRole("searchbox", { name: "Find", exact: true }).fill("");
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

/** States of the editor of labels and of what labels bring with them, each reached from the one before. */
const OF_LABELS = {
  "a label explained": async (page) => {
    await annotate(page, ["PERSON", "Ian Bremmer"], ["GPE", "Hanoi"]);
    await labels(page).getByRole("button", { name: /^Person/ }).focus();
    await page.getByRole("tooltip").waitFor();
  },
  "a label with a field, an own color and a fault": async (page) => {
    await button(page, "Edit labels").click();
    await button(page, "Add a field").click();
    await dialog(page, "Labels").getByLabel("Must be filled in").check();
    await dialog(page, "Labels").getByLabel("Own", { exact: true }).check();
    await dialog(page, "Labels").getByLabel("Shortcut").fill("x");
    await dialog(page, "Labels").getByText("1 thing to mend first.").waitFor();
  },
  "a claim and a link edited": async (page) => {
    await dialog(page, "Labels").getByLabel("Shortcut").fill("1");
    await page.locator("#label-row-9").click();
    await axe(page);
    await page.locator("#label-row-10").click();
  },
  "a label taken out": async (page) => {
    await page.locator("#label-row-2").click();
    await button(page, "Remove Country, city, state").click();
    await dialog(page, "Labels").getByRole("combobox", { name: /^Country/ }).selectOption("keep");
  },
  "a field to fill in on the card": async (page) => {
    await button(page, "Apply").click();
    await dialog(page, "Labels").waitFor({ state: "detached" });
    await list(page).locator("[data-row]").first().click();
    await card(page).getByText("Must be filled in").waitFor();
  },
};

/** States of names and links, each reached from the one before. */
const OF_NAMES = {
  "a name offered as the same": async (page) => {
    await annotate(page, ["PERSON", "Donald Trump"], ["PERSON", ["Trump", 2]], ["ORG", "White House"], ["CLAIM", "They spoke about North Korea"], ["CLAIM", "Pyongyang seeks to show the US that it has a good dialogue with Moscow"]);
    await clickWords(page, ["Trump", 2]);
    await page.getByRole("group", { name: "May be the same", exact: true }).waitFor();
  },
  "the picker of names": async (page) => {
    await page.keyboard.press("e");
    await page.getByRole("dialog", { name: /same person, place or thing as…$/ }).waitFor();
  },
  "the panel of names": async (page) => {
    await page.keyboard.press("Enter");
    await page.getByRole("tab", { name: "Names" }).click();
    await button(page, "Names that may be the same").click();
    await page.getByText("No two names are alike.").waitFor();
  },
  "the card of a name": async (page) => {
    await page.locator("[data-name]").first().click();
    await page.getByRole("group", { name: "This name", exact: true }).waitFor();
  },
  "a name with two labels": async (page) => {
    await page.getByRole("group", { name: "This name", exact: true }).getByRole("button", { name: "Join with…" }).click();
    await page.keyboard.press("Enter");
    await page.getByText(/^Tagged as/).waitFor();
  },
  "a link in the making": async (page) => {
    await clickWords(page, "They spoke");
    await page.keyboard.press("r");
    await page.getByRole("region", { name: /^Link/ }).waitFor();
  },
  "what a link may lead to": async (page) => {
    await page.keyboard.press("1");
    await page.getByRole("option", { name: /^Claim 2/ }).waitFor();
  },
  "a link on the card": async (page) => {
    await page.keyboard.press("Enter");
    await page.getByRole("tab", { name: "Tags" }).click();
    await region(page).focus();
    await page.keyboard.press("Enter");
    await card(page).getByText("supports claim 2").waitFor();
  },
};

/** How each dialog is opened, and its name. */
const DIALOGS = {
  "Paste an article": async (page) => button(page, "Paste").click(),
  Articles: async (page) => page.getByRole("button", { name: /, all articles$/ }).click(),
  "About this article": async (page) => button(page, "About this article").click(),
  Keys: async (page) => button(page, "Keys").click(),
  Commands: async (page) => button(page, "Commands").click(),
  Labels: async (page) => button(page, "Edit labels").click(),
  "Your name": async (page) => button(page, "Export").click(),
  "Claims table": async (page) => {
    await annotate(page, ["PERSON", "Ian Bremmer"], ["CLAIM", "Pyongyang seeks to show the US"]);
    await button(page, "Claims table").click();
  },
};

for (const colorScheme of ["light", "dark"]) {
  const seen = { context: { colorScheme } };

  test(`axe finds nothing in any state: ${colorScheme}`, seen, async ({ page }) => {
    for (const [state, reach] of Object.entries(STATES)) {
      await reach(page);
      await axe(page).catch((error) => { throw new Error(`${state}: ${error.message}`); });
    }
  });

  for (const [wide, viewport] of [["", { width: 1280, height: 900 }], [" on a narrow page", { width: 320, height: 640 }]]) {
    test(`axe finds nothing in names and links${wide}: ${colorScheme}`, { context: { colorScheme, viewport } }, async ({ page }) => {
      for (const [state, reach] of Object.entries(OF_NAMES)) {
        await reach(page);
        await axe(page).catch((error) => { throw new Error(`${state}: ${error.message}`); });
      }
    });
  }

  for (const [wide, viewport] of [["", { width: 1280, height: 900 }], [" on a narrow page", { width: 320, height: 640 }]]) {
    test(`axe finds nothing in labels${wide}: ${colorScheme}`, { context: { colorScheme, viewport } }, async ({ page }) => {
      for (const [state, reach] of Object.entries(OF_LABELS)) {
        await reach(page);
        await axe(page).catch((error) => { throw new Error(`${state}: ${error.message}`); });
      }
    });
  }

  test(`axe finds nothing in any dialog: ${colorScheme}`, seen, async ({ page }) => {
    for (const [name, open] of Object.entries(DIALOGS)) {
      await open(page);
      await dialog(page, name).waitFor();
      if (name === "Paste an article") {
        await dialog(page, name).getByRole("textbox").fill("A title\n\nhttps://example.org\n\nSome text that is long enough.");
        await dialog(page, name).getByRole("combobox").first().waitFor();
      }
      if (name === "Claims table") {
        await dialog(page, name).getByRole("button", { name: /^Who says this/ }).click();
        await dialog(page, name).getByRole("option").first().waitFor();
      }
      await axe(page).catch((error) => { throw new Error(`${name}: ${error.message}`); });
      if (name === "Claims table") await button(dialog(page, name), "Close").click();
      else await page.keyboard.press("Escape");
      await dialog(page, name).waitFor({ state: "detached" });
    }
  });

  test(`axe finds nothing on a narrow page: ${colorScheme}`, { context: { colorScheme, viewport: { width: 320, height: 640 } } }, async ({ page }) => {
    await axe(page);
    await selectWords(page, "Kim Jong-un");
    await popover(page).waitFor();
    await page.keyboard.press("1");
    await page.locator("#offer").waitFor();
    await axe(page);
    await page.keyboard.press("v");
    await page.locator("#review").waitFor();
    await axe(page);
    await page.keyboard.press("Escape");
    await annotate(page, ["GPE", "Hanoi"], ["PERSON", "Ian Bremmer"]);
    await selectWords(page, "Singapore");
    await popover(page).waitFor();
    await axe(page);
  });
}

test("dialogs are named by their heading, keep the focus and give it back", async ({ page }) => {
  const openers = { "Paste an article": "Paste", "About this article": "About this article", Keys: "Keys", Commands: "Commands", Labels: "Edit labels", "Your name": "Export", "Claims table": "Claims tablel" };
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
  for (const name of ["Article", "Open", "Paste", "Export", "Keys", "Close this hint", "About this article", "By label", "Find", "Person"]) {
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
