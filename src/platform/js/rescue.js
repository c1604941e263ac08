// The way out when the program has stopped: a plain page that offers everything for download.
//
// A panic leaves the program's state poisoned and its screen frozen, without an error from any
// later render. So nothing here calls it: what it holds was handed over before the screen changed.
// Old syntax where it costs nothing, since boot.js imports this file before it knows the browser.

const JOURNAL = "postil1/j/";
const TEXTS = "postil1/t/";

/** How long the screen may take to follow. */
const PATIENCE_MS = 2000;

/** How long a download may take to begin before its bytes are let go. */
const KEPT_MS = 60000;

/** After the end none of these may reach the program: a handler would run on broken state. */
const SILENCED = [
  "beforeinput", "blur", "change", "click", "contextmenu", "copy", "cut", "dblclick", "dragenter", "dragleave",
  "dragover", "drop", "focus", "focusin", "focusout", "hashchange", "input", "keydown", "keyup", "message",
  "pagehide", "paste", "pointercancel", "pointerdown", "pointermove", "pointerup", "popstate", "resize",
  "selectionchange", "storage", "submit", "visibilitychange",
];

const frames = [];
const texts = [];
let page = null;
let timer;
let isOwed = false;

function keepFrame(record) {
  frames.push(record);
}

function keepText(sha256, text) {
  texts.push([sha256, text]);
}

function isDead() {
  return page !== null;
}

/** The program has changed its state, so the screen must follow. */
function expectBeat() {
  isOwed = true;
  if (timer === undefined && !isDead()) timer = setTimeout(overdue, PATIENCE_MS);
}

function beat() {
  isOwed = false;
  clearTimeout(timer);
  timer = undefined;
}

function overdue() {
  timer = undefined;
  if (!isOwed) return;
  if (document.hidden) {
    // Browsers slow a page down that nobody sees. It gets its time again when somebody does.
    document.addEventListener("visibilitychange", () => { if (isOwed) expectBeat(); }, { once: true });
    return;
  }
  show("the screen did not follow within " + PATIENCE_MS + " ms");
}

/** What the stores in the background hold, if they answer. */
async function inBackground() {
  const stores = globalThis.postilDurable;
  const none = new Promise((resolve) => { setTimeout(resolve, PATIENCE_MS, []); });
  return stores ? Promise.race([stores.everything(), none]).catch(() => []) : [];
}

/** Everything that is stored, and everything that was handed over. */
async function everything() {
  const records = new Set();
  const byName = {};
  const stored = await inBackground();
  for (let at = 0; at < stored.length; at += 2) {
    if (stored[at].startsWith(JOURNAL)) records.add(stored[at + 1]);
    if (stored[at].startsWith(TEXTS)) byName[stored[at].slice(TEXTS.length)] = stored[at + 1];
  }
  try {
    for (let idx = 0; idx < localStorage.length; idx += 1) {
      const key = localStorage.key(idx);
      if (key.startsWith(JOURNAL)) records.add(localStorage.getItem(key));
      if (key.startsWith(TEXTS)) byName[key.slice(TEXTS.length)] = localStorage.getItem(key);
    }
  } catch (error) {
    // The browser stores nothing for this page: what was handed over is all there is.
  }
  for (const record of frames) records.add(record);
  for (const [sha256, text] of texts) byName[sha256] = text;
  return { format: "postil-rescue", frames: Array.from(records), texts: byName };
}

async function download() {
  const json = JSON.stringify(await everything(), null, 1) + "\n";
  const url = URL.createObjectURL(new Blob([json], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = "postil-rescue.json";
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}

function element(name, className, content) {
  const made = document.createElement(name);
  made.className = className;
  made.append(content);
  return made;
}

function button(words, onClick) {
  const made = element("button", "rescue__button", words);
  made.type = "button";
  made.addEventListener("click", onClick);
  return made;
}

function built(reason) {
  const title = element("h1", "rescue__title", "Postil has stopped");
  title.id = "rescue-title";
  const actions = element("p", "rescue__actions", button("Download everything", download));
  actions.append(button("Reload", () => location.reload()));
  const details = element("details", "rescue__details", element("summary", "rescue__summary", "What went wrong"));
  details.append(element("pre", "rescue__reason", reason));
  const made = document.createElement("dialog");
  made.className = "rescue";
  made.lang = "en";
  made.setAttribute("aria-labelledby", title.id);
  made.append(
    title,
    element("p", "rescue__text", "Something went wrong inside the program. Nothing more is written, so what is stored stays as it is."),
    element("p", "rescue__text", "Download everything first, to be safe. Then reload the page. The downloaded file can be opened in Postil."),
    actions,
    details,
  );
  // Nothing is behind it. Chromium closes a dialog at the second Escape even if `cancel` is prevented.
  made.addEventListener("keydown", (event) => { if (event.key === "Escape") event.preventDefault(); });
  made.addEventListener("cancel", (event) => event.preventDefault());
  made.addEventListener("close", () => made.showModal());
  for (const type of SILENCED) made.addEventListener(type, (event) => event.stopPropagation());
  return made;
}

/** Ends the program and takes its place. */
function show(reason) {
  if (isDead()) return;
  page = built(String(reason));
  clearTimeout(timer);
  console.error("Postil has stopped: " + reason);
  for (const child of document.body.children) child.inert = true;
  document.body.append(page);
  // In the top layer it covers every dialog that was open.
  page.showModal();
}

function isTrap(error) {
  const name = typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError;
  return name || /RuntimeError|unreachable|call stack/.test(String(error));
}

function silence(event) {
  if (isDead() && !page.contains(event.target instanceof Node ? event.target : null)) {
    event.stopImmediatePropagation();
  }
}

for (const type of SILENCED) addEventListener(type, silence, true);
addEventListener("error", (event) => {
  if (isTrap(event.error || event.message)) show(event.message);
});
addEventListener("unhandledrejection", (event) => {
  if (isTrap(event.reason)) show(event.reason);
});

globalThis.postilRescue = Object.freeze({ beat, expectBeat, isDead, keepFrame, keepText, show });
