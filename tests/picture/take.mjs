// Takes the picture of the README: the practice article, tagged.
//
// `cargo xtask picture` builds the page and runs this.

import { fileURLToPath } from "node:url";

import { DIST, launch } from "../e2e/harness.mjs";
import { serve } from "../e2e/server.mjs";

const TAGS = [
  ["May 4", "DATE", 0],
  ["TASS", "ORG", 0],
  ["US", "GPE", 0],
  ["Donald Trump", "PERSON", 1],
  ["Russia", "GPE", 1],
  ["Korean Peninsula", "LOC", 0],
  ["Vladimir Putin", "PERSON", 0],
  ["White House", "ORG", 0],
  ["Sarah Sanders", "PERSON", 0],
  ["North Korea", "GPE", 1],
  ["Ian Bremmer", "PERSON", 0],
  ["Eurasia Group", "ORG", 0],
  [
    "US President Donald Trump spoke about the importance of Russia’s steps aimed at the Korean Peninsula’s denuclearization during a phone conversation with his Russian counterpart Vladimir Putin",
    "CLAIM",
    0,
  ],
  ["the president said several times on this front, as well, the need and importance of Russia stepping up", "CLAIM", 0],
];

const host = await serve(DIST);
const browser = await launch();
const context = await browser.newContext({
  viewport: { width: 1280, height: 800 },
  deviceScaleFactor: 1,
  reducedMotion: "reduce",
});
const page = await context.newPage();
await page.goto(host.url);
await page.waitForFunction(() => window.postil);
for (const [words, label, nth] of TAGS) {
  await page.evaluate(tag, [words, label, nth]);
}
// The last claim is open, with an answer given.
const rows = page.getByRole("list", { name: "Annotations" }).getByRole("listitem");
await rows.filter({ hasText: "US President Donald Trump spoke" }).getByRole("button").first().click();
await page.getByRole("button", { name: "Sarah Sanders", exact: true }).click();
await page.mouse.move(0, 0);
await page.evaluate(() => window.scrollTo(0, 0));
await page.screenshot({ path: fileURLToPath(new URL("postil.png", import.meta.url)) });
await browser.close();
await host.close();

/** Tags the nth occurrence of some words, counted from 0. Runs in the page. */
async function tag([words, label, nth]) {
  const { text } = (await window.postil.project()).document;
  let at = -1;
  for (let seen = 0; seen <= nth; seen += 1) at = text.indexOf(words, at + 1);
  const start = Array.from(text.slice(0, at)).length;
  const end = start + Array.from(words).length;
  await window.postil.annotate({ spans: [{ start, end }], label });
}
