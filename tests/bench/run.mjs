// The bench: what the program costs beside a bare page, in one browser and one run.
//
// node run.mjs [--quick] [--check] [--sizes 2k,1M/10k] [--runs 5] [--out FOLDER]

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { loadavg } from "node:os";

import { serve } from "../e2e/server.mjs";
import { launch, median, quantile, stage } from "./clock.mjs";
import { SIZES, article } from "./corpus.mjs";

const words = process.argv.slice(2);
const flag = (name) => words.includes(name);
const value = (name, otherwise) => (flag(name) ? words[words.indexOf(name) + 1] : otherwise);
const quick = flag("--quick");
const runs = Number(value("--runs", quick ? 2 : 5));
const repeats = quick ? 5 : 9;
const sizes = value("--sizes", quick ? "2k,1M/10k" : "2k,100k,1M/10k,1M/100k").split(",");

const here = (name) => readFile(new URL(name, import.meta.url));
const served = async (name, type) => ({ status: 200, headers: { "content-type": type }, body: await here(name) });

async function hostOf(made) {
  const data = (body, type) => ({ status: 200, headers: { "content-type": type }, body });
  const extra = {
    "/bench/bare.html": await served("bare.html", "text/html"),
    "/bench/bare.css": await served("bare.css", "text/css"),
    "/bench/bare.js": await served("bare.js", "text/javascript"),
    "/bench/text.txt": data(made.text, "text/plain; charset=utf-8"),
    "/bench/article.json": data(made.file(), "application/json"),
  };
  return serve(process.env.POSTIL_DIST, { extra });
}

const series = async (times, what) => {
  const taken = [];
  for (let n = 0; n < times; n += 1) taken.push(await what(n));
  return taken;
};

const all = (list) => median(list.map(({ ms }) => ms));

async function bare(browser, host, inSections) {
  const it = await stage(browser, `${host.origin}/bench/bare.html`);
  const found = {};
  try {
    await it.run("bare.load('/bench/text.txt')");
    const rss = it.rss();
    found.open = (await it.time(`bare.open(${inSections})`)).ms;
    found.jump = (await it.time("bare.jump(0.5)")).ms;
    await it.run("bare.pick()");
    found.E = all(await series(repeats, () => it.time("bare.painted()")));
    found.T = all(await series(repeats, () => it.time("bare.rewrite()"))) - found.E;
    await scroll(it, "bare", found);
    found.resize = await resized(it, "bare");
    found.rss = it.rss() - rss;
  } finally {
    await it.close();
  }
  return found;
}

async function scroll(it, name, found) {
  const count = Math.min(await it.run(`${name}.frames()`), quick ? 120 : 600);
  await it.run(`${name}.frame(0)`);
  const taken = (await series(count, (n) => it.time(`${name}.frame(${n})`))).map(({ ms }) => ms);
  found.scroll50 = quantile(taken, 0.5);
  found.scroll99 = quantile(taken, 0.99);
  found.scrollMost = Math.max(0, ...taken);
  await it.run(`${name}.frame(0)`);
  await it.run(`${name}.painted()`);
}

async function resized(it, name) {
  const taken = [];
  for (const width of [1240, 1180, 1230, 1280]) {
    taken.push(await it.time(async () => { await it.resize(width); await it.run(`${name}.painted()`); }));
  }
  return all(taken);
}

async function ours(browser, host) {
  const it = await stage(browser, host.url);
  const found = {};
  try {
    await it.page.waitForSelector("#article [data-block]");
    await it.run(await here("bare.js").then(String));
    await it.run(await here("ours.js").then(String));
    await it.run("ours.load('/bench/article.json')");
    const rss = it.rss();
    found.import = (await it.time("ours.importFile()")).ms;
    await it.run("ours.openLibrary()");
    await it.run("ours.openArticle('')");
    await it.run("globalThis.gc()");
    await it.run("ours.openLibrary()");
    await it.run("ours.settled()");
    found.open = (await it.time("ours.openArticle('Bench')")).ms;
    found.idle = (await it.time("ours.settled()")).ms;
    await it.run("globalThis.gc()");
    found.rss = it.rss() - rss;
    const middle = await it.run(`(async () => {
      ours.written = await window.postil.project();
      const names = ours.written.mentions;
      return names[Math.floor(names.length / 2)].id;
    })()`);
    found.jump = (await it.time(`ours.jump(${JSON.stringify(middle)})`)).ms;
    await actions(it, found);
    found.write = (await it.time("ours.write()")).ms;
    found.stringify = (await it.time("ours.stringify()")).ms;
    found.parse = (await it.time("ours.parse()")).ms;
    found.write -= found.parse;
    found.export = (await it.time("ours.export()")).ms;
    await it.run("globalThis.gc()");
    await scroll(it, "ours", found);
    found.resize = await resized(it, "ours");
  } finally {
    await it.close();
  }
  return found;
}

/** Everything that a key does, over an empty frame of the same page. */
async function actions(it, found) {
  const E = all(await series(repeats, () => it.time("ours.painted()")));
  found.E = E;
  const taken = {};
  const take = async (name, what) => (taken[name] ??= []).push(await it.time(what));
  const count = () => it.run("ours.count()");
  for (let n = 0; n < repeats; n += 1) {
    await it.run(`ours.click(${(n % 5) * 20 - 40})`);
    for (let step = 0; step <= 3 * n; step += 1) await it.run("ours.key('Control+Shift+ArrowRight')");
    const before = await count();
    await take("add", `ours.key('${1 + (n % 6)}')`);
    if ((await count()) !== before + 1) { await it.page.screenshot({ path: "/tmp/dbg.png" }); throw new Error(`nothing was added ${n}: ${await it.run("document.querySelector(\".visually-hidden[role=status], [aria-live]\")?.textContent")}`); }
    await take("undo", "ours.key('Control+z')");
    if ((await count()) !== before) throw new Error("nothing was undone");
    await take("redo", "ours.key('Control+Shift+z')");
    await take("select", "ours.key('n')");
    await take("select", "ours.key('p')");
    await it.run("ours.key('b')");
    await it.run("ours.key('ArrowRight')");
    await take("resize by a word", "ours.key('Enter')");
    await it.run("ours.key('Enter')");
    const label = await it.run("[...document.querySelectorAll('#card select option')].find((it) => !it.selected && it.value && !/CLAIM/.test(it.value))?.value ?? null");
    if (label) await take("relabel", `ours.relabel(${JSON.stringify(label)})`);
    await it.run("ours.key('Escape')");
    await it.run("ours.click()");
    await it.run("ours.key('n')");
    const here = await count();
    await take("delete", "ours.key('Delete')");
    if ((await count()) !== here - 1) throw new Error("nothing was deleted");
    await it.run("ours.key('Control+z')");
    await take("click", `ours.click(${n * 7})`);
  }
  for (const typed of ["a", "an", "and", "and ", ""]) await take("filter", `ours.filter(${JSON.stringify(typed)})`);
  for (const [name, list] of Object.entries(taken)) found[name] = all(list) - E;
  found.filter += E;
  found.click -= 0;
}

const results = {};
const { runBench } = { async runBench() {
  for (const size of sizes) {
    const made = article(SIZES[size]);
    const host = await hostOf(made);
    const rows = { P: [], S: [], ours: [] };
    for (let run = 0; run < runs; run += 1) {
      const browser = await launch();
      try {
        rows.P.push(await bare(browser, host, false));
        rows.S.push(await bare(browser, host, true));
        rows.ours.push(await ours(browser, host));
        console.log(size, run, "load", loadavg()[0].toFixed(1), JSON.stringify(rows.ours.at(-1), (_, it) => (typeof it === "number" ? Number(it.toFixed(2)) : it)));
      } finally {
        await browser.browser.close();
      }
    }
    await host.close();
    const medians = (list) => Object.fromEntries(Object.keys(list[0]).map((key) => [key, median(list.map((it) => it[key]))]));
    results[size] = { P: medians(rows.P), S: medians(rows.S), ours: medians(rows.ours) };
    console.log("P", JSON.stringify(results[size].P), "\nS", JSON.stringify(results[size].S));
  }
} };
await runBench();
const folder = value("--out", "target/bench");
await mkdir(folder, { recursive: true });
await writeFile(join(folder, "bench.json"), JSON.stringify(results, null, 1));
