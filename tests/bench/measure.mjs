// What is measured: a bare page, and the program, each in a page of its own.

import { readFile } from "node:fs/promises";

import { median, quantile, stage } from "./clock.mjs";

const source = (name) => readFile(new URL(name, import.meta.url), "utf8");

const series = async (times, what) => {
  const taken = [];
  for (let n = 0; n < times; n += 1) taken.push(await what(n));
  return taken;
};

const all = (list) => median(list.map(({ ms }) => ms));

/** P, or S with `inSections`. */
export async function bare(browser, host, inSections, { repeats, frames }) {
  const it = await stage(browser, `${host.origin}/bench/bare.html`);
  const found = {};
  try {
    await it.run("bare.load('/bench/text.txt')");
    const rss = it.rss();
    found.open = (await it.time(`bare.open(${inSections})`)).ms;
    found.jump = (await it.time("bare.jump(0.5)")).ms;
    await it.run("bare.pick()");
    found.E = all(await series(repeats, () => it.time("bare.painted()")));
    found.T = all(await series(3 * repeats, () => it.time("bare.rewrite()"))) - found.E;
    await scroll(it, "bare", found, frames);
    found.resize = await resized(it, "bare");
    found.rss = it.rss() - rss;
  } finally {
    await it.close();
  }
  return found;
}

/** From top to bottom by nine tenths of a window a frame, as far as the frames go. */
async function scroll(it, name, found, frames) {
  const count = Math.min(await it.run(`${name}.frames()`), frames);
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

export async function ours(browser, host, { repeats, frames }) {
  const it = await stage(browser, host.url);
  const found = {};
  try {
    await it.page.waitForSelector("#article [data-block]");
    await it.run(await source("bare.js"));
    await it.run(await source("ours.js"));
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
    await actions(it, found, repeats);
    found.write = (await it.time("ours.write()")).ms;
    found.stringify = (await it.time("ours.stringify()")).ms;
    found.parse = (await it.time("ours.parse()")).ms;
    found.write -= found.parse;
    found.export = (await it.time("ours.export()")).ms;
    await it.run("globalThis.gc()");
    await scroll(it, "ours", found, frames);
    found.resize = await resized(it, "ours");
  } finally {
    await it.close();
  }
  return found;
}

/** Everything that a key does, over an empty frame of the same page. */
async function actions(it, found, repeats) {
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
    if ((await count()) !== before + 1) throw new Error("nothing was added");
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
  for (const [name, list] of Object.entries(taken)) found[name] = all(list) - E;
  const searched = [];
  for (const typed of ["w", "wa", "war", "war ", ""]) searched.push(await it.time(`ours.search(${JSON.stringify(typed)})`));
  found.search = all(searched);
}

