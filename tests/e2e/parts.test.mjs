// The program comes in two parts, and a person notices nothing of it.
//
// A build for development is in one part, and then there is nothing to test.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

import { site } from "./harness.mjs";
import { annotate, dialog, drawn, hasTags, reload } from "./page.mjs";

const { test: siteTest } = site();

function test(name, options, body) {
  if (typeof options === "function") return test(name, {}, options);
  return siteTest(name, options, async (tools) => {
    if (await tools.page.locator("#boot[data-later]").count()) await body(tools);
  });
}

/** What the program could not go on without before its second part was there, if anything. */
async function waitedFor(page) {
  const place = await page.locator("html").getAttribute("data-waited-for");
  if (place === null) return null;
  const list = await readFile(new URL("../../target/xtask/functions.txt", import.meta.url), "utf8").catch(() => "");
  return list.split("\n").find((line) => line.includes(` later at ${place} `)) ?? place;
}

const SECOND = /_later\.wasm$/;

test("the first picture needs nothing of the second part", { complaints: true }, async ({ page, newPage, context }) => {
  await context.route(SECOND, (route) => route.abort());
  const first = await newPage();
  await first.getByRole("main").waitFor();
  await drawn(first);
  assert.equal(await waitedFor(first), null, "on a first visit");
  await context.unroute(SECOND);
  await annotate(page, ["PERSON", "Ian Bremmer"], ["GPE", "Hanoi"]);
  await hasTags(page, ["PERSON: Ian Bremmer", "GPE: Hanoi"]);
  await context.route(SECOND, (route) => route.abort());
  await reload(page);
  await page.locator("mark").nth(1).waitFor();
  await drawn(page);
  assert.equal(await waitedFor(page), null, "with a stored article");
});

test("who is faster than the second part waits for it", async ({ newPage, context }) => {
  let requests = 0;
  await context.route(SECOND, (route) => {
    requests += 1;
    // The first request is never answered.
    if (requests === 2) route.continue();
  });
  const page = await newPage();
  await page.getByRole("main").waitFor();
  await page.keyboard.press("?");
  await dialog(page, "Keys").waitFor();
  assert.notEqual(await waitedFor(page), null);
  assert.equal(requests, 2);
});

test("without the second part the rescue page says so", { complaints: true }, async ({ newPage, context }) => {
  await context.route(SECOND, (route) => route.abort());
  const page = await newPage();
  await page.getByRole("main").waitFor();
  await page.keyboard.press("?");
  await dialog(page, "Postil has stopped").waitFor();
});
