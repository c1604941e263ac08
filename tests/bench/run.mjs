// The bench: what the program costs beside a bare page, in one browser and one run.
//
// `cargo xtask bench` builds the page and runs this. `--quick` takes few runs of two sizes, `--sizes`
// and `--runs` choose, `--check` fails where a goal is missed. The results go to `--out`.

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";

import { serve } from "../e2e/server.mjs";
import { launch, median } from "./clock.mjs";
import { SIZES, article } from "./corpus.mjs";
import { growth, judged } from "./goals.mjs";
import { bare, ours } from "./measure.mjs";
import { chart, table } from "./report.mjs";

const words = process.argv.slice(2);
const flag = (name) => words.includes(name);
const value = (name, otherwise) => (flag(name) ? words[words.indexOf(name) + 1] : otherwise);
const quick = flag("--quick");
const runs = Number(value("--runs", quick ? 2 : 5));
const sizes = value("--sizes", quick ? "2k,1M/10k" : "2k,100k,1M/10k,1M/100k").split(",");
const effort = { repeats: quick ? 5 : 9, frames: quick ? 120 : 1_000 };
const folder = value("--out", "target/bench");

async function hostOf(made) {
  const data = (body, type) => ({ status: 200, headers: { "content-type": type }, body });
  const file = async (name, type) => data(await readFile(new URL(name, import.meta.url)), type);
  const extra = {
    "/bench/bare.html": await file("bare.html", "text/html"),
    "/bench/bare.css": await file("bare.css", "text/css"),
    "/bench/bare.js": await file("bare.js", "text/javascript"),
    "/bench/text.txt": data(made.text, "text/plain; charset=utf-8"),
    "/bench/article.json": data(made.file(), "application/json"),
  };
  return serve(process.env.POSTIL_DIST, { extra });
}

/** Fresh pages of one browser one after the other, so that all of a run share the noise of the machine. */
async function measured(size) {
  const host = await hostOf(article(SIZES[size]));
  const taken = { P: [], S: [], ours: [] };
  for (let run = 0; run < runs; run += 1) {
    const browser = await launch();
    try {
      taken.P.push(await bare(browser, host, false, effort));
      taken.S.push(await bare(browser, host, true, effort));
      taken.ours.push(await ours(browser, host, effort));
      console.error(`${size}, run ${run + 1} of ${runs}; load ${loadavg()[0].toFixed(1)}`);
    } finally {
      await browser.browser.close();
    }
  }
  await host.close();
  const medians = (list) => Object.fromEntries(Object.keys(list[0]).map((key) => [key, median(list.map((it) => it[key]))]));
  return Object.fromEntries(Object.entries(taken).map(([name, list]) => [name, medians(list)]));
}

const results = {};
for (const size of sizes) {
  try {
    results[size] = await measured(size);
  } catch (error) {
    console.error(`${size}: ${error.message}`);
    process.exitCode = 1;
  }
}
const lines = judged(results);
const grown = growth(results);
const machine = { cpus: cpus().length, model: cpus()[0]?.model, load: loadavg()[0], runs };
await mkdir(folder, { recursive: true });
await writeFile(join(folder, "bench.json"), `${JSON.stringify({ machine, results, lines, growth: grown }, null, 1)}\n`);
await writeFile(join(folder, "bench.svg"), chart(lines));
console.log(table(lines));
if (grown) console.log(`\nadd at 1M/10k over add at 100k/1k: ${grown.ratio?.toFixed(2)} (goal ${grown.goal})`);
const missed = lines.filter(({ met }) => met === false);
console.log(`\n${missed.length} of ${lines.filter(({ met }) => met !== null).length} goals missed.`);
if (flag("--check") && 0 < missed.length) process.exitCode = 1;
