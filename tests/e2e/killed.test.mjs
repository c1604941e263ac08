// A browser that is killed, with no chance to write anything, right after it said Saved.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { chromium } from "playwright-core";

import { DIST } from "./harness.mjs";
import { eventually, project } from "./page.mjs";
import { serve } from "./server.mjs";

const ROUNDS = 5;
const TAGS = 12;
const shared = {};

before(async () => {
  shared.host = await serve(DIST);
  shared.profile = await mkdtemp(join(tmpdir(), "postil-killed-"));
});
after(async () => {
  await shared.host.close();
  await rm(shared.profile, { recursive: true, force: true, maxRetries: 5 });
});

/** Opens the page in the profile that outlives its browsers. */
async function opened() {
  const context = await chromium.launchPersistentContext(shared.profile, {
    executablePath: process.env.POSTIL_CHROMIUM,
    chromiumSandbox: process.getuid?.() !== 0,
  });
  const page = context.pages()[0];
  await page.goto(shared.host.url);
  await page.getByRole("main").waitFor();
  return { context, page };
}

/** Kills every process of that profile's browser at once. */
async function kill(context) {
  const closed = new Promise((resolve) => { context.once("close", resolve); });
  for (const name of readdirSync("/proc").filter((it) => /^\d+$/.test(it))) {
    let words = "";
    try { words = readFileSync(`/proc/${name}/cmdline`, "utf8"); } catch { /* It has ended. */ }
    if (words.includes(`--user-data-dir=${shared.profile}`)) {
      try { process.kill(Number(name), "SIGKILL"); } catch { /* It has ended. */ }
    }
  }
  await closed;
  for (const lock of ["SingletonLock", "SingletonCookie", "SingletonSocket"]) await rm(join(shared.profile, lock), { force: true });
}

const starts = async (page) => (await project(page)).mentions.map(({ spans }) => spans[0].start);

test("what was Saved is there after the browser was killed", async () => {
  let saved = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const { context, page } = await opened();
    await eventually(() => starts(page), saved);
    await page.evaluate(async ([from, tags]) => {
      const { text } = (await window.postil.project()).document;
      const letters = Array.from(text, (letter, place) => place).filter((place) => /\p{L}/u.test(Array.from(text)[place]));
      for (const start of letters.slice(from, from + tags)) {
        await window.postil.annotate({ spans: [{ start, end: start + 1 }], label: "MISC" });
      }
    }, [round * TAGS, TAGS]);
    await eventually(() => page.getByRole("status").first().innerText(), "Saved");
    saved = await starts(page);
    assert.equal(saved.length, (round + 1) * TAGS);
    await kill(context);
  }
});
