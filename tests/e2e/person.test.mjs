// The practice article annotated in full by keyboard, and what it costs.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

import { site } from "./harness.mjs";
import { button, eventually, project, reload } from "./page.mjs";
import { CLAIMS, Person } from "./person.mjs";

const { test } = site();

const EXAMPLE = JSON.parse(await readFile(new URL("../../src/app/practice.postil.json", import.meta.url), "utf8"));

/** What is tagged, without ids and times: each name with what it names, each claim with who says it. */
function content({ mentions, claims, entities }) {
  const name = new Map(entities.map((entity) => [entity.id, entity.name]));
  const words = ({ spans }) => spans.map(({ start, exact }) => `${start} ${exact}`).join(" … ");
  return {
    names: mentions.map((it) => `${it.label}: ${words(it)} = ${name.get(it.entity)}`),
    claims: claims.map((it) => `${words(it)} < ${name.get(it.claimant?.entity) ?? it.claimant?.kind}, ${it.quote_mode}`),
  };
}

test("the practice article is annotated by keyboard in under 6 presses for each tag", async ({ page }) => {
  const person = new Person(page);
  await person.names();
  await person.claims();
  const made = await project(page);
  const tags = made.mentions.length + made.claims.length;
  console.log(
    `${tags} tags (${made.mentions.length} names of ${made.entities.length}, ${made.claims.length} claims)`,
    `by ${person.presses} presses, ${(person.presses / tags).toFixed(2)} each`,
  );
  assert.ok(person.presses / tags < 6);
  const speakers = content(made).claims.map((claim) => claim.replace(/.* < (.*), \w+$/, "$1"));
  const kinds = { "The article (no source given)": "article", "Source not named": "unnamed" };
  const meant = CLAIMS.map(([from, , speaker]) => [made.document.text.indexOf(from), kinds[speaker] ?? speaker]);
  assert.deepEqual(speakers, meant.sort(([one], [other]) => one - other).map(([, speaker]) => speaker));
  assert.deepEqual(content(made), content(EXAMPLE));
  await reload(page);
  assert.deepEqual(await project(page), made);
});

test("a first visit can see it annotated", async ({ page }) => {
  await button(page, "See it annotated").click();
  await eventually(async () => (await project(page)).document.title, EXAMPLE.document.title);
  assert.deepEqual(content(await project(page)), content(EXAMPLE));
  assert.equal(EXAMPLE.claims.length, CLAIMS.length);
});
