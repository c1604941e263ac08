// Annotates the practice article as the person of the tests does, and keeps what comes of it for
// "See it annotated".
//
// `cargo xtask example` builds the page and runs this.

import { writeFile } from "node:fs/promises";

import { DIST, launch } from "../e2e/harness.mjs";
import { Person } from "../e2e/person.mjs";
import { serve } from "../e2e/server.mjs";

const host = await serve(DIST);
const browser = await launch();
const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
await page.goto(host.url);
await page.waitForFunction(() => window.postil);
const person = new Person(page);
await person.names();
await person.claims();
const text = await page.evaluate(async () => {
  const { files } = await window.postil.exportAs("postil");
  return new TextDecoder().decode(files[0].bytes);
});
// An article of its own, beside the one that one practices on.
const named = text
  .replace('"id": "practice"', '"id": "practice-annotated"')
  .replace(/("title": "[^"]*)"/, '$1 (annotated)"');
await writeFile(new URL("../../src/app/practice.postil.json", import.meta.url), named);
await browser.close();
await host.close();
