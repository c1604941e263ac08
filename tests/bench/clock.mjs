// A browser, and the processor time that the main thread of a page takes.
//
// On Linux the kernel counts it for each thread, and other work on the machine does not change it
// much. Elsewhere the wall clock stands in, which is only to be trusted on a machine at rest.

import { readFileSync } from "node:fs";

import { chromium } from "playwright-core";

const FLAGS = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-gpu",
  "--disable-quic",
  "--disable-sync",
  "--no-first-run",
  // A frame costs what it costs, and not what is left of a sixtieth of a second.
  "--disable-frame-rate-limit",
  "--disable-gpu-vsync",
  "--js-flags=--expose-gc",
];

export const median = (list) => quantile(list, 0.5);

export function quantile(list, part) {
  const sorted = list.filter(Number.isFinite).toSorted((one, other) => one - other);
  return sorted.length ? sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] : null;
}

export async function launch() {
  const browser = await chromium.launch({
    executablePath: process.env.POSTIL_CHROMIUM,
    args: FLAGS,
    chromiumSandbox: process.getuid?.() !== 0,
  });
  return { browser, devtools: await browser.newBrowserCDPSession() };
}

/** A fresh page with a clock: `{page, run, time, rss, close}`. */
export async function stage({ browser, devtools }, url) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto(url);
  const session = await context.newCDPSession(page);
  const run = evaluator(session);
  const pid = await processOf(devtools, run);
  const resize = (width) =>
    session.send("Emulation.setDeviceMetricsOverride", { width, height: 900, deviceScaleFactor: 1, mobile: false });
  return {
    page,
    run,
    resize,
    /** Runs an expression, or a function of here, and answers what it took in milliseconds. */
    async time(what) {
      const [cpu, wall] = [cpuOf(pid), performance.now()];
      const value = await (typeof what === "string" ? run(what) : what());
      const took = performance.now() - wall;
      return { value, ms: pid ? cpuOf(pid) - cpu : took, wall: took };
    },
    rss: () => (pid ? rssOf(pid) : null),
    close: () => context.close(),
  };
}

/** Evaluates in the page by the protocol itself, which costs less than Playwright's own way. */
function evaluator(session) {
  return async (expression) => {
    const options = { awaitPromise: true, returnByValue: true, userGesture: true };
    const { result, exceptionDetails } = await session.send("Runtime.evaluate", { expression, ...options });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
}

/** The process that draws the page: the one that is busy while the page is. Null where none can be told. */
async function processOf(devtools, run) {
  if (process.platform !== "linux") return null;
  for (let turn = 0; turn < 6; turn += 1) {
    const { processInfo } = await devtools.send("SystemInfo.getProcessInfo");
    const renderers = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => ({ id, before: cpuOf(id) }));
    await run("(() => { let sum = 0; for (let n = 0; n < 6e7; n++) sum = (sum * 31 + n) | 0; return sum; })()");
    for (const it of renderers) it.busy = cpuOf(it.id) - it.before;
    renderers.sort((one, other) => other.busy - one.busy);
    const [first, second] = renderers;
    if (20 < first?.busy && (!second || second.busy < first.busy / 3)) return first.id;
  }
  return null;
}

function cpuOf(pid) {
  return Number(readFileSync(`/proc/${pid}/task/${pid}/schedstat`, "utf8").split(" ")[0]) / 1e6;
}

function rssOf(pid) {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]) / 1024;
}
