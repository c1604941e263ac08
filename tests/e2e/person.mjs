// A person who annotates the practice article by keyboard and counts every press.
//
// The person knows what to tag, sees what a person sees (the selected words, the current tag), and
// takes the shortest of the ways that the key sheet names. Nothing is called but keys.

import assert from "node:assert/strict";

import { project, region } from "./page.mjs";

/** What the names of the practice article get, in the order in which `j` comes to them. */
export const NAMES = [
  ["Trump", "1"], ["Russia", "Shift+3"], ["North Korea", "Shift+3"], ["Donald Trump", "Shift+1", "e", "Enter"],
  ["WASHINGTON", "3"], ["May 4", "7"], ["TASS", "2"], ["Korean Peninsula", "Shift+4"], ["Russian", "Shift+5"],
  ["Vladimir Putin", "Shift+1"], ["White House", "2"], ["Sarah Sanders", "1"], ["president", "1", "e", "t", "r", "Enter"],
  ["Sanders", "1", "e", "s", "Enter"], ["US", "Shift+3"], ["Eurasia Group", "2"], ["Ian Bremmer", "1"],
  ["Pyongyang", "Shift+3"], ["Moscow", "3"], ["Washington", "Shift+3", "e", "Enter"], ["North Korean", "Shift+5"],
  ["Kim Jong-un", "Shift+1"], ["April 25", "7"], ["Russky Island", "4"], ["Far Eastern", "4"],
  ["Vladivostok", "Shift+3"], ["Putin", "1", "e", "Enter"], ["Putin", "1", "e", "Enter"], ["Kim", "1", "e", "k", "Enter"],
  ["Trump", "1", "e", "t", "r", "Enter"],
  ["Kim Jong Un", "1", "e", "k", "i", "Enter"], ["Hanoi", "3"], ["February 27-28", "7"],
  ["Trump-Kim", "Control+Shift+ArrowRight", "6"], ["June 12, 2018", "7"], ["Singapore", "3"],
];

/** The claims: first words, last words, who says it, and the key that comes to it: `j`
 * goes to what is undecided, `g` grows to the sentence. */
export const CLAIMS = [
  ["Trump stresses", "denuclearize North Korea", "The article (no source given)", "g"],
  ["US President Donald", "counterpart Vladimir Putin", "Sarah Sanders"],
  ["importance of Russia’s steps aimed", "Peninsula’s denuclearization", "Trump"],
  ["\"They spoke", "to denuclearize,\"", "Sarah Sanders", "j"],
  ["need and importance of", "pressure on North Korea to denuclearize", "Trump"],
  ["Pyongyang seeks", "North Korean leaders", "Ian Bremmer"],
  ["it has a good", "dialogue with Moscow", "Ian Bremmer"],
  ["Negotiations between", "city of Vladivostok", "The article (no source given)", "j"],
  ["The leaders thoroughly", "denuclearization problem", "The article (no source given)", "g"],
  ["The Vladivostok summit", "Putin and Kim Jong-un", "The article (no source given)", "g"],
  ["Kim an interesting", "substantive interlocutor", "Vladimir Putin"],
  ["\"very substantive", "substantive.\"", "Kim Jong-un", "j"],
  ["The latest summit", "February 27-28", "The article (no source given)", "j"],
  ["The leaders discussed the", "Washington and Pyongyang", "The article (no source given)", "g"],
  ["The sides failed", "during the summit", "The article (no source given)"],
  ["continue the talks", "at a later time", "Source not named"],
  ["The first Trump-Kim", "in Singapore", "The article (no source given)", "j"],
];

export class Person {
  constructor(page) {
    this.page = page;
    this.presses = 0;
    /** Where the person is in the text. */
    this.at = 0;
  }

  async press(key, times = 1) {
    for (let i = 0; i < times; i += 1) {
      await this.page.keyboard.press(key);
      this.presses += 1;
    }
    await this.page.evaluate(() => new Promise((seen) => { requestAnimationFrame(() => setTimeout(seen)); }));
  }

  /** The words that are painted as selected. */
  selected() {
    return this.page.evaluate(() => [...CSS.highlights.get("selection") ?? []].map((painted) => {
      const range = new Range();
      range.setStart(painted.startContainer, painted.startOffset);
      range.setEnd(painted.endContainer, painted.endOffset);
      return range.toString();
    }).join("\n"));
  }

  /** Goes on to the next thing that is undecided until it is these words. */
  async undecided(words) {
    for (let i = 0; i < 40; i += 1) {
      await this.press("j");
      if (await this.selected() === words) return;
    }
    assert.fail(`j never came to ${words}`);
  }

  async names() {
    await region(this.page).focus();
    for (const [words, ...keys] of NAMES) {
      await this.undecided(words);
      for (const key of keys) await this.press(key);
    }
  }

  async claims() {
    await this.press("Control+Home");
    for (const claim of CLAIMS) await this.claim(...claim);
  }

  async claim(from, to, speaker, key) {
    const { text } = (await project(this.page)).document;
    const start = text.indexOf(from);
    const words = text.slice(start, text.indexOf(to, start) + to.length);
    if (key === "j") await this.undecided(words);
    else if (key === "g") await this.grown(text, start, words);
    else await this.select(text, start, words);
    this.at = start;
    await this.press("c");
    await this.press("y");
    await this.press("w");
    await this.answer(speaker);
    await this.press("Escape");
  }

  /** Grows what is selected at a tag among these words until it is them. */
  async grown(text, start, words) {
    await this.tagBefore(text, start + words.length);
    for (let i = 0; i < 5 && await this.selected() !== words; i += 1) await this.press("g");
    assert.equal(await this.selected(), words);
  }

  /** Comes from the tag before it, word by word, and takes lines and words to the end. */
  async select(text, start, words) {
    await this.tagBefore(text, start);
    for (let i = 0; i < 60 && !(await this.stands(words)); i += 1) await this.press("Control+ArrowRight");
    await this.grow(words);
    assert.equal(await this.selected(), words);
  }

  /** Whether these words are the next that follow the caret. */
  stands(words) {
    return this.page.evaluate((words) => {
      const { x, y, height } = document.getElementById("caret").getBoundingClientRect();
      const place = document.caretPositionFromPoint(x + 1, y + height / 2);
      const rest = new Range();
      rest.setStart(place.offsetNode, place.offset);
      rest.setEndAfter(document.getElementById("article"));
      const following = (text) => text.replace(/^[^\p{L}\p{N}]+/u, "");
      return following(rest.toString()).startsWith(following(words));
    }, words);
  }

  async tagBefore(text, start) {
    const all = await project(this.page);
    const starts = [...all.mentions, ...all.claims].map(({ spans }) => text.indexOf(spans[0].exact, [...text].slice(0, spans[0].start).join("").length));
    const before = Math.max(0, ...starts.filter((it) => it <= start));
    const way = new Set(starts.filter((it) => this.at < it && it <= before));
    const exact = [...all.mentions, ...all.claims].filter((_, i) => starts[i] === before).map(({ spans }) => spans[0].exact);
    for (let i = 0; way.size > 0 && i < 60; i += 1) {
      await this.press("n");
      const current = await this.page.locator("#article mark[data-selected]").allTextContents();
      if (exact.includes(current.join(""))) break;
    }
  }

  async grow(words) {
    for (let i = 0; i < 60; i += 1) {
      const now = await this.selected();
      if (now === words) return;
      const left = words.length - now.length;
      if (left > 0) await this.press(left > 110 ? "Shift+ArrowDown" : "Control+Shift+ArrowRight");
      else await this.press("Control+Shift+ArrowLeft");
    }
  }

  /** Gives an answer by its digit, or walks to it from the end. */
  async answer(speaker) {
    const group = this.page.locator("#questions").getByRole("group", { name: "Who says this?" });
    const answers = await group.locator(".question__answers").getByRole("button").allTextContents();
    const place = answers.indexOf(speaker);
    assert.notEqual(place, -1, `${speaker} among ${answers}`);
    const digit = place < 10 && String((place + 1) % 10);
    if (digit) return this.press(digit);
    await this.press("ArrowUp", answers.length - place);
    await this.press("Enter");
  }
}
