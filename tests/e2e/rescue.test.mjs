// When the program stops, a plain page takes its place and has everything in it.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

import { axe, site } from "./harness.mjs";

const { test } = site();

// The page reports on the console that the program has stopped.
const stops = { complaints: true };
const rescue = (page) => page.getByRole("dialog", { name: "Postil has stopped" });
const stop = (page) => page.evaluate(() => postilRescue.show("a test says so"));

/** What the button hands out. */
async function downloaded(page) {
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download everything" }).click();
  const download = await waiting;
  assert.equal(download.suggestedFilename(), "postil-rescue.json");
  return JSON.parse(await readFile(await download.path(), "utf8"));
}

test("everything that was stored or shown can be downloaded", stops, async ({ page }) => {
  await page.evaluate(() => {
    localStorage.setItem("postil1/j/d1/p1/0000000001", "PST1 stored");
    localStorage.setItem("postil1/t/abc", "a stored text");
    localStorage.setItem("postil1/set/theme", "dark");
    localStorage.setItem("neighbor", "not ours");
    postilRescue.keepFrame("PST1 stored");
    postilRescue.keepFrame("PST1 shown 🤝");
    postilRescue.keepText("def", "a shown text");
  });
  await stop(page);
  assert.deepEqual(await downloaded(page), {
    format: "postil-rescue",
    frames: ["PST1 stored", "PST1 shown 🤝"],
    texts: { abc: "a stored text", def: "a shown text" },
  });
  await page.getByRole("button", { name: "Reload" }).click();
  await rescue(page).waitFor({ state: "detached" });
  assert.equal(await page.evaluate(() => localStorage.getItem("postil1/j/d1/p1/0000000001")), "PST1 stored");
});

test("it works where the browser stores nothing", stops, async ({ page, context, newPage }) => {
  await page.close();
  await context.addInitScript(() => {
    Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError"); } });
  });
  const blocked = await newPage();
  await blocked.waitForFunction(() => window.postilRescue);
  await blocked.evaluate(() => postilRescue.keepFrame("PST1 shown"));
  await stop(blocked);
  assert.deepEqual((await downloaded(blocked)).frames, ["PST1 shown"]);
});

test("it covers all else, even an open dialog, and stays", stops, async ({ page }) => {
  await page.evaluate(() => {
    const dialog = document.createElement("dialog");
    document.body.append(dialog);
    dialog.showModal();
  });
  await stop(page);
  await page.evaluate(() => postilRescue.show("once more"));
  assert.equal(await page.locator(".rescue").count(), 1);
  await page.evaluate(() => {
    window.nClosed = 0;
    document.querySelector(".rescue").addEventListener("close", () => { window.nClosed += 1; });
  });
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  assert.ok(await rescue(page).isVisible());
  assert.equal(await page.evaluate(() => new Promise((resolve) => setTimeout(() => resolve(nClosed), 100))), 0);
  await page.evaluate(() => document.querySelector(".rescue").close());
  await rescue(page).waitFor();
  assert.ok(await page.getByRole("button", { name: "Download everything" }).isVisible());
  assert.equal(await page.locator("body > :not(.rescue, [inert])").count(), 0);
  assert.ok(await page.evaluate(() => document.querySelector(".rescue").contains(document.activeElement)));
  await axe(page);
});

test("no event reaches a program that has stopped", stops, async ({ page }) => {
  await page.evaluate(() => {
    window.heard = [];
    for (const type of ["keydown", "click", "pointerdown"]) {
      document.addEventListener(type, (event) => heard.push(event.type));
    }
    for (const type of ["pagehide", "storage", "resize"]) addEventListener(type, (event) => heard.push(event.type));
  });
  await page.keyboard.press("a");
  assert.deepEqual(await page.evaluate(() => heard), ["keydown"]);
  await stop(page);
  await page.keyboard.press("b");
  await page.getByText("What went wrong").click();
  assert.ok(await page.getByText("a test says so").isVisible());
  await page.evaluate(() => { for (const type of ["pagehide", "storage", "resize"]) dispatchEvent(new Event(type)); });
  assert.deepEqual(await page.evaluate(() => heard), ["keydown"]);
});

test("a screen that does not follow counts as stopped", stops, async ({ page }) => {
  await page.evaluate(() => { postilRescue.expectBeat(); postilRescue.beat(); postilRescue.expectBeat(); });
  const before = Date.now();
  await rescue(page).waitFor();
  assert.ok(Date.now() - before < 3000);
});

test("a screen that follows is left alone", async ({ page }) => {
  const isDead = await page.evaluate(async () => {
    for (let times = 0; times < 6; times += 1) {
      postilRescue.expectBeat();
      await new Promise((resolve) => setTimeout(resolve, 500));
      postilRescue.beat();
    }
    return postilRescue.isDead();
  });
  assert.equal(isDead, false);
});

test("a page that nobody sees gets its time when somebody does", stops, async ({ page }) => {
  const isDead = await page.evaluate(async () => {
    Object.defineProperty(document, "hidden", { configurable: true, get: () => true });
    postilRescue.expectBeat();
    await new Promise((resolve) => setTimeout(resolve, 2200));
    delete document.hidden;
    document.dispatchEvent(new Event("visibilitychange"));
    return postilRescue.isDead();
  });
  assert.equal(isDead, false);
  await rescue(page).waitFor();
});

const ends = {
  "a trap of the program": () => { setTimeout(() => { throw new WebAssembly.RuntimeError("memory access out of bounds"); }); },
  "a trap in a task": () => { Promise.reject(new WebAssembly.RuntimeError("unreachable")); },
  "an endless recursion": () => { setTimeout(function again() { again(); }); },
};
for (const [what, cause] of Object.entries(ends)) {
  test(`${what} counts as stopped`, stops, async ({ page }) => {
    await page.evaluate(cause);
    await rescue(page).waitFor({ timeout: 1000 });
  });
}

test("an error of somebody else's script does not", stops, async ({ page }) => {
  const thrown = page.waitForEvent("pageerror");
  await page.evaluate(() => { setTimeout(() => { throw new Error("an extension"); }); });
  await thrown;
  assert.equal(await page.evaluate(() => postilRescue.isDead()), false);
});
