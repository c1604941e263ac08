// The yardsticks: the same text without a program. Runs in a page of its own.
//
// P: one `<p>` a paragraph, all of it laid out. S: the same in sections that are skipped while they
// are far away. E: a frame in which nothing changes. T: the text of one paragraph is written anew.

const SECTION_CHARS = 8_000;
const SECTION_BLOCKS = 12;

globalThis.bare = {
  /** Until a frame has been painted, and what was put off to idle time is done. */
  async painted() {
    await new Promise((done) => requestAnimationFrame(done));
    await new Promise((done) => { const { port1, port2 } = new MessageChannel(); port1.onmessage = done; port2.postMessage(0); });
    await new Promise((done) => requestAnimationFrame(done));
    await new Promise((done) => requestIdleCallback(done, { timeout: 300 }));
  },
  async load(url) {
    this.paragraphs = (await (await fetch(url)).text()).split("\n");
    globalThis.gc?.();
    await this.painted();
  },
  async open(inSections) {
    const root = document.getElementById("article");
    const parts = document.createDocumentFragment();
    let section = parts;
    let chars = 0;
    for (const text of this.paragraphs) {
      if (inSections && (section === parts || SECTION_CHARS < chars + text.length || section.childElementCount === SECTION_BLOCKS)) {
        section = document.createElement("section");
        parts.append(section);
        chars = 0;
      }
      const paragraph = document.createElement("p");
      paragraph.append(text);
      section.append(paragraph);
      chars += text.length;
      if (section !== parts) {
        const height = [...section.children].reduce((sum, it) => sum + Math.ceil(it.textContent.length / 82) * 32.3 + 14.5, 0);
        section.style.containIntrinsicBlockSize = `auto ${height}px`;
      }
    }
    root.append(parts);
    await this.painted();
  },
  async jump(part) {
    scrollTo(0, document.documentElement.scrollHeight * part);
    await this.painted();
  },
  /** The paragraph in the middle of the window. */
  pick() {
    for (let y = innerHeight * 0.4; y < innerHeight; y += 8) {
      const found = document.elementFromPoint(innerWidth / 2, y)?.closest("p");
      if (found) { this.picked = found; return found.textContent.length; }
    }
    return 0;
  },
  async rewrite() {
    const paragraph = this.picked;
    paragraph.textContent = String(paragraph.textContent);
    await this.painted();
  },
  async frame(number) {
    scrollTo(0, Math.floor(number * 0.9 * innerHeight));
    await new Promise((done) => requestAnimationFrame(done));
    await new Promise((done) => { const { port1, port2 } = new MessageChannel(); port1.onmessage = done; port2.postMessage(0); });
  },
  frames: () => Math.floor(document.documentElement.scrollHeight / (0.9 * innerHeight)),
};
