// One Chromium, one static host, and pages that may not complain.
//
//   const { dist, test } = site();
//   test("the title is shown", async ({ page }) => { ... });
//
// Each test gets a page with storage of its own. At its end the page must have reported no error,
// no violation of the policy, no failed request, and no request to anywhere else.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, test as nodeTest } from "node:test";

import { chromium } from "playwright-core";

import { serve } from "./server.mjs";

const FLAGS = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-gpu",
  "--disable-quic",
  "--disable-sync",
  "--no-first-run",
];

/** How long anything may take before a test gives up on it. */
export const PATIENCE = 15_000;

/** Starts a browser with a fresh profile. As root Chromium runs only without its sandbox. */
export function launch(options = {}) {
  return chromium.launch({
    executablePath: process.env.POSTIL_CHROMIUM,
    args: FLAGS,
    chromiumSandbox: process.getuid?.() !== 0,
    ...options,
  });
}

/** The folder of the build that is shipped, and of the one that panics on demand. */
export const DIST = folder("POSTIL_DIST");
export const DIST_FAULTS = folder("POSTIL_DIST_FAULTS");

function folder(variable) {
  const value = process.env[variable];
  assert.ok(value, `${variable} is not set: run this through \`cargo xtask test --only e2e\``);
  return value;
}

/**
 * A host and a browser for one file of tests.
 *
 * `test(name, body)` and `test(name, options, body)` hand the body `{page, url, context, complaints,
 * newPage}`. Options: `context` for Playwright's context, `complaints: true` if the test itself looks
 * at what the page complains of.
 */
export function site({ dist = DIST, under = "/", extra = {} } = {}) {
  const shared = {};
  before(async () => {
    shared.host = await serve(dist, { under, extra });
    shared.browser = await launch();
  });
  after(async () => {
    await shared.browser?.close();
    await shared.host?.close();
  });

  function test(name, options, body) {
    if (typeof options === "function") return test(name, {}, options);
    return nodeTest(name, { timeout: 4 * PATIENCE }, () => run(shared, options, body));
  }
  return { test, shared };
}

async function run({ browser, host }, options, body) {
  // Without smooth scrolling a place that was measured stays where it is until the mouse is there.
  const usual = { viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" };
  const context = await browser.newContext({ ...usual, ...options.context });
  context.setDefaultTimeout(PATIENCE);
  const complaints = [];
  await listen(context, host.origin, complaints);
  const newPage = async (address = host.url) => {
    const page = await context.newPage();
    await page.goto(address);
    return page;
  };
  try {
    const page = options.context?.javaScriptEnabled === false ? await newPage() : await opened(newPage);
    await body({ page, url: host.url, context, complaints, newPage });
    if (!options.complaints) assert.deepEqual(complaints, [], "the page complained");
  } finally {
    await context.close();
  }
}

/** The shell text has gone: the program has drawn its page, or has said that it cannot start. */
async function opened(newPage) {
  const page = await newPage();
  await page.waitForFunction(
    () => !document.getElementById("boot-error").hidden || !document.getElementById("opening"),
  );
  return page;
}

/** Collects everything that a page of this context should not do. */
async function listen(context, origin, complaints) {
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      console.error(`policy violation: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  context.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") {
      complaints.push(`console ${message.type()}: ${message.text()}`);
    }
  });
  context.on("weberror", (error) => complaints.push(`uncaught: ${error.error().message}`));
  context.on("request", (request) => {
    const url = request.url();
    const isHere = url.startsWith(`${origin}/`) || /^(data|blob|about):/.test(url);
    if (!isHere) complaints.push(`request to elsewhere: ${url}`);
  });
  context.on("requestfailed", (request) => {
    const why = request.failure()?.errorText;
    // A page that is closed gives up what it was loading.
    if (why !== "net::ERR_ABORTED") complaints.push(`request failed: ${request.url()} ${why}`);
  });
  context.on("response", (response) => {
    if (response.status() >= 400) complaints.push(`answer ${response.status()}: ${response.url()}`);
  });
}

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/**
 * Fails with a list of what axe finds wrong on the page as it is now.
 *
 * The source is evaluated by the debugger, which the page's policy does not concern.
 */
export async function axe(page, options = {}) {
  await page.evaluate(await readFile(AXE, "utf8"));
  const { violations } = await page.evaluate((settings) => window.axe.run(document, settings), options);
  const found = violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.html).join(" ")}`);
  assert.deepEqual(found, [], "axe found");
}
