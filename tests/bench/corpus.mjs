// Seeded articles with annotations, as files of the program's own format.
//
// Paragraphs of 250 to 1,150 characters; four of five annotations are names of 4 to 28 characters,
// the others claims of 40 to 200. They stand anywhere: nested, crossing, over the ends of
// paragraphs. Every other claim has a claimant, every twentieth a gap in the middle.

import { createHash } from "node:crypto";

export const SIZES = {
  "2k": { chars: 2_000, annotations: 30 },
  "100k": { chars: 100_000, annotations: 1_000 },
  "1M/10k": { chars: 1_000_000, annotations: 10_000 },
  "1M/100k": { chars: 1_000_000, annotations: 100_000 },
  "one paragraph": { chars: 1_000_000, annotations: 10_000, whole: true },
};

const WORDS = (
  "the of and to in that was for is on with as by at from his it an are were which this be has had or their its " +
  "not but have one new first after also two been more who when all time other there into only over year would " +
  "made than some where most city many such three world state between during later known part used under may " +
  "since being through national while about before these both because until well university against called " +
  "government system several people early American South group found including area long second work however " +
  "another north company same series war following high day him life became number history game team house " +
  "family film state school member team season album center county local major public party service"
).split(" ");

const LABELS = ["PERSON", "ORG", "GPE", "LOC", "NORP", "EVENT"];

/** Numbers from 0 up to 1, always the same for one seed (mulberry32). */
export function chance(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The paragraphs of an article. All of it is ASCII, so every unit counts alike. */
export function paragraphs({ chars, whole }, seed = 1) {
  const next = chance(seed);
  const made = [];
  for (let total = 0; total < chars;) {
    const length = Math.min(chars - total, 250 + Math.floor(next() * 900));
    let text = "";
    while (text.length < length) {
      const words = Array.from({ length: 6 + Math.floor(next() * 18) }, () => {
        const word = WORDS[Math.floor(next() * WORDS.length)];
        return next() < 0.08 ? word[0].toUpperCase() + word.slice(1) : word;
      });
      const sentence = words.join(" ");
      text += `${sentence[0].toUpperCase()}${sentence.slice(1)}. `;
    }
    made.push(text.slice(0, length).trimEnd() || "x");
    total += made.at(-1).length + 1;
  }
  return whole ? [made.join(" ")] : made;
}

/** `{paragraphs, text, file}`: an article and the bytes of its file. */
export function article(size, { seed = 1, id = "bench" } = {}) {
  const made = paragraphs(size, seed);
  const text = made.join("\n");
  const next = chance(seed + 1);
  const mentions = [];
  const claims = [];
  const entities = [];
  const words = (spans) => spans.map(({ exact }) => exact).join(" ");
  const span = (start, end) => ({ start, end, exact: text.slice(start, end) });
  for (let n = 0; n < size.annotations; n += 1) {
    const isClaim = next() < 0.2;
    const length = isClaim ? 40 + Math.floor(next() * 160) : 4 + Math.floor(next() * 24);
    const start = Math.floor(next() * (text.length - length - 1));
    const end = start + length;
    if (/^\n+$/.test(text.slice(start, end))) continue;
    if (!isClaim) {
      const label = LABELS[Math.floor(next() * LABELS.length)];
      entities.push({ id: `e${n}`, label, name: text.slice(start, end).replaceAll("\n", " ").trim() || "x" });
      mentions.push({ id: `m${n}`, entity: `e${n}`, label, spans: [span(start, end)], text: text.slice(start, end) });
      continue;
    }
    const middle = start + Math.floor(length / 2);
    const spans = n % 20 === 0 ? [span(start, middle - 3), span(middle + 3, end)] : [span(start, end)];
    const speaker = n % 2 === 0 ? entities.at(-1) : undefined;
    const claimant = speaker && { claimant: { kind: "entity", entity: speaker.id } };
    claims.push({ id: `c${n}`, label: "CLAIM", ...claimant, quote: "indirect", spans, text: words(spans) });
  }
  return { paragraphs: made, text, file: () => JSON.stringify(file(id, made, text, { entities, mentions, claims })) };
}

function file(id, paragraphs, text, { entities, mentions, claims }) {
  let start = 0;
  const blocks = paragraphs.map((words) => {
    const block = { kind: "paragraph", start, end: start + words.length };
    start = block.end + 1;
    return block;
  });
  const label = (key, number) => ({ key, kind: "entity", name: key, shortcut: `${number + 1}` });
  const labels = [...LABELS.map(label), { key: "CLAIM", kind: "claim", name: "Claim", shortcut: "c" }];
  const head = { format: "postil", version: "1.0.0", offset_unit: "codepoint" };
  const sha256 = createHash("sha256").update(text).digest("hex");
  const document = { id, title: `Bench ${id}`, lang: "en", text, length: text.length, sha256, blocks };
  return { ...head, document, labels, entities, mentions, claims };
}
