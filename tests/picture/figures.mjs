// How long the page takes to open and to tag, in one browser and one run.
//
// `cargo xtask figures` builds the page and runs this. Medians of a few runs, in milliseconds by
// the wall clock; for comparison, an empty frame of the same page.

import { DIST, launch } from "../e2e/harness.mjs";
import { serve } from "../e2e/server.mjs";

const RUNS = 9;

const host = await serve(DIST);
const browser = await launch();
const opened = [];
const tagged = [];
const frames = [];
for (let run = 0; run < RUNS; run += 1) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  // A first navigation fills the cache of the browser.
  await page.goto(host.url);
  await page.waitForSelector("#article [data-block]");
  await page.goto("about:blank");
  await page.goto(host.url);
  await page.waitForSelector("#article [data-block]");
  opened.push(await page.evaluate(paintedAt));
  await page.locator("#article").focus();
  for (let step = 0; step < 3; step += 1) await page.keyboard.press("Control+Shift+ArrowRight");
  tagged.push(await page.evaluate(untilPainted, "1"));
  frames.push(await page.evaluate(untilPainted, "q"));
  await context.close();
}
await browser.close();
await host.close();

const median = (list) => list.toSorted((one, other) => one - other)[Math.floor(list.length / 2)];
console.log(`navigation to painted article   ${median(opened).toFixed(0)} ms`);
console.log(`key press to painted annotation ${median(tagged).toFixed(1)} ms`);
console.log(`an empty frame                  ${median(frames).toFixed(1)} ms`);

/** When the article was painted, counted from the navigation. Runs in the page. */
function paintedAt() {
  const [largest] = performance.getEntriesByType("largest-contentful-paint").slice(-1);
  return new Promise((resolve) => {
    new PerformanceObserver((list) => {
      resolve(list.getEntries().at(-1).startTime);
    }).observe({ type: "largest-contentful-paint", buffered: true });
    if (largest) resolve(largest.startTime);
  });
}

/** Presses a key in the article and waits for the frame that shows what it did. Runs in the page. */
async function untilPainted(key) {
  const article = document.getElementById("article");
  const before = document.querySelectorAll("mark").length;
  const start = performance.now();
  article.dispatchEvent(
    new KeyboardEvent("keydown", { key, code: `Digit${key}`, bubbles: true, cancelable: true }),
  );
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const took = performance.now() - start;
  const made = document.querySelectorAll("mark").length - before;
  if ((key === "1") !== 0 < made) throw new Error(`${key} made ${made} marks`);
  return took;
}
