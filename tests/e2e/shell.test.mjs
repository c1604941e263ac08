// The page as a host serves it: it opens under its policy, anywhere, and is never blank.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test as nodeTest } from "node:test";

import { DIST, axe, site } from "./harness.mjs";

const { test } = site();
const subfolder = site({ under: "/class/7b/" });

test("the page opens and asks nobody else for anything", async ({ page }) => {
  assert.equal(await page.title(), "Postil");
  assert.ok(await page.getByRole("main").isVisible());
  assert.ok(await page.locator("#boot-error").isHidden());
});

subfolder.test("the same files work in a folder of a host", async ({ page }) => {
  assert.ok(await page.getByRole("main").isVisible());
});

test("each part of the program is fetched once", async ({ page, context }) => {
  await page.waitForLoadState("networkidle");
  const fetched = [];
  context.on("response", (response) => fetched.push(response.url()));
  await page.reload();
  await page.getByRole("main").waitFor();
  await page.waitForLoadState("networkidle");
  const programs = fetched.filter((url) => url.endsWith(".wasm"));
  assert.equal(programs.length, new Set(programs).size, programs.join("\n"));
  assert.ok(1 <= programs.length && programs.length <= 2, programs.join("\n"));
});

test("axe finds nothing", async ({ page }) => axe(page));

test("the policy stops what it should", { complaints: true }, async ({ page }) => {
  const attempts = {
    "require-trusted-types-for": () => { document.body.innerHTML = "<i>x</i>"; },
    "connect-src": () => { fetch("https://elsewhere.example/").catch(() => {}); },
    "style-src-attr": () => { document.querySelector("main").setAttribute("style", "color: red"); },
    "img-src": () => { new Image().src = "https://elsewhere.example/x.png"; },
  };
  for (const [directive, attempt] of Object.entries(attempts)) {
    const seen = page.waitForEvent("console", (message) => message.text().startsWith(`policy violation: ${directive} `));
    await page.evaluate(attempt).catch((error) => assert.match(String(error), /TrustedHTML/));
    await seen;
  }
});

test("a browser that cannot run it is told so", { complaints: true }, async ({ page, context, newPage }) => {
  await page.close();
  await context.addInitScript(() => { delete window.WebAssembly; });
  const old = await newPage();
  const sentence = old.locator("#boot-error");
  await sentence.waitFor({ state: "visible" });
  assert.match(await sentence.innerText(), /Chrome or Edge 123, Firefox 128, Safari 18/);
});

test("a program that cannot be fetched is not a blank page", { complaints: true }, async ({ page, context, newPage }) => {
  await page.close();
  await context.route("**/*.wasm", (route) => route.abort());
  const broken = await newPage();
  await broken.locator("#boot-error").waitFor({ state: "visible" });
});

test("without JavaScript it says what it needs", { complaints: true, context: { javaScriptEnabled: false } }, async ({ page }) => {
  assert.match(await page.locator("body").innerText(), /needs JavaScript/);
});

nodeTest("the policy stands first, and no script is inline", async () => {
  const html = await readFile(join(DIST, "index.html"), "utf8");
  const head = html.slice(html.indexOf("<head>") + "<head>".length).trimStart();
  assert.ok(head.startsWith('<meta http-equiv="Content-Security-Policy"'), head.slice(0, 80));
  for (const [, attributes, content] of html.matchAll(/<script([^>]*)>([^]*?)<\/script>/g)) {
    assert.match(attributes, / src="\.\//);
    assert.equal(content.trim(), "");
  }
  assert.doesNotMatch(html, /<style|\sstyle=|\son[a-z]+=|https?:/);
});
