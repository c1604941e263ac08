// What is done to the program, as a person does it. Runs in its page.

globalThis.ours = {
  painted: globalThis.bare?.painted,
  async load(url) {
    this.bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
    globalThis.gc?.();
    await this.painted();
  },
  async importFile() {
    this.id = await window.postil.importFile({ name: "bench.postil.json", bytes: this.bytes });
    await this.painted();
  },
  /** Until nothing is left that was put off to idle time. */
  async settled() {
    for (let before = -1, quiet = 0; quiet < 3;) {
      await new Promise((done) => setTimeout(done, 100));
      await this.painted();
      const now = document.getElementsByTagName("mark").length;
      quiet = now === before ? quiet + 1 : 0;
      before = now;
    }
  },
  async openLibrary() {
    document.querySelector(".bar__title").click();
    await this.painted();
  },
  /** Opens an article from the open library; the practice article without a title. */
  async openArticle(title) {
    const rows = [...document.querySelectorAll(".library__open")];
    const row = rows.find((it) => it.textContent.startsWith("Bench") === (title !== ""));
    row.click();
    await this.painted();
    if (document.querySelector("dialog[open]")) throw new Error("the library is still open");
  },
  named(tag, name) {
    return [...document.querySelectorAll(tag)].find((it) => it.textContent.trim() === name);
  },
  async jump(id) {
    await window.postil.select(id);
    await this.painted();
  },
  /** Puts the caret on the words in the middle of the window by a click. */
  async click(dy = 0) {
    const x = innerWidth / 2;
    const y = Math.floor(innerHeight / 2) + dy;
    const target = document.elementFromPoint(x, y);
    const at = { bubbles: true, cancelable: true, clientX: x, clientY: y, pointerType: "mouse", isPrimary: true, button: 0 };
    getSelection().removeAllRanges();
    target.dispatchEvent(new PointerEvent("pointerdown", { ...at, buttons: 1 }));
    target.dispatchEvent(new PointerEvent("pointerup", at));
    await new Promise((done) => setTimeout(done, 15));
    await this.painted();
  },
  /** Presses a key in the article. `Control+z`. */
  async key(stroke) {
    const parts = stroke.split("+");
    const key = parts.at(-1);
    const code = /^[0-9]$/.test(key) ? `Digit${key}` : /^[a-z]$/.test(key) ? `Key${key.toUpperCase()}` : key;
    const held = { ctrlKey: parts.includes("Control"), shiftKey: parts.includes("Shift"), altKey: parts.includes("Alt") };
    const article = document.getElementById("article");
    article.dispatchEvent(new KeyboardEvent("keydown", { key, code, ...held, bubbles: true, cancelable: true }));
    await this.painted();
  },
  async list(n) {
    document.querySelectorAll("[data-row]")[n].click();
    await this.painted();
  },
  /** Types into the search box as one does who adds or takes away the last letter. */
  async search(words) {
    const field = document.getElementById("find");
    field.value = words;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    await this.painted();
  },
  async relabel(label) {
    const field = document.querySelector("#card select");
    field.value = label;
    field.dispatchEvent(new Event("change", { bubbles: true }));
    await this.painted();
  },
  count: () => Number(/^\d+/.exec(document.querySelector(".list__count").textContent)?.[0] ?? 0),
  async write() {
    this.written = await window.postil.project();
  },
  async export() {
    await window.postil.exportAs("postil");
  },
  stringify() {
    this.text = JSON.stringify(this.written, null, 1);
  },
  parse() {
    this.parsed = JSON.parse(this.text);
  },
  async frame(number) {
    scrollTo(0, Math.floor(number * 0.9 * innerHeight));
    await new Promise((done) => requestAnimationFrame(done));
    await new Promise((done) => { const { port1, port2 } = new MessageChannel(); port1.onmessage = done; port2.postMessage(0); });
  },
  frames: () => Math.floor(document.documentElement.scrollHeight / (0.9 * innerHeight)),
};
