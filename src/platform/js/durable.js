// The two stores that write in the background: a log in files (log_worker.js), and IndexedDB.
//
// Plain JavaScript, since it reads while the program is still being loaded, and since the rescue
// page reads through it when the program has stopped. Both hold the keys and values of local
// storage. What each was given it acknowledges in that order, so a record that is acknowledged has
// all before it. After a failure a store is opened anew and given again what it did not take.

const PREFIX = "postil1/";

/** How long a store may take to be read before the page is shown without it, in milliseconds. */
const READING = { withLocal: 1500, without: 8000 };

/** How long a record may take before its store counts as broken. */
const PATIENCE = 5000;

const RETRY = { first: 1000, longest: 60000 };

class Leg {
  constructor(name, holds) {
    Object.assign(this, { name, holds, state: "opening", why: "", outbox: [], unacknowledged: new Map(), pause: RETRY.first });
    this.reading = null;
  }

  /** Opens and reads it. Never fails: a store that is not there has nothing. */
  begin() {
    this.reading = this.open().then(() => this.read()).then(
      (entries) => {
        this.turn("works");
        this.flush();
        return entries;
      },
      (error) => {
        this.fail(error, isMissing(error));
        return null;
      },
    );
  }

  turn(state, error) {
    this.state = state;
    this.why = error ? `${error.name}: ${error.message}` : "";
    report("health", this.name, [state, this.why]);
  }

  fail(error, forGood = false) {
    if (this.state === "broken" || this.state === "missing") return;
    this.close();
    clearTimeout(this.watch);
    this.turn(forGood ? "missing" : "broken", error);
    if (forGood) {
      this.outbox = [];
      this.unacknowledged.clear();
      return;
    }
    this.timer = setTimeout(() => this.retry(), this.pause);
    this.pause = Math.min(2 * this.pause, RETRY.longest);
  }

  retry() {
    if (this.state !== "broken") return;
    clearTimeout(this.timer);
    this.state = "opening";
    this.outbox = [...this.unacknowledged].map(([key, { value }]) => [key, value]);
    this.open().then(() => this.flush(), (error) => this.fail(error));
  }

  put(key, value) {
    if (this.state === "missing" || !this.holds(key)) return;
    // Put at the end: a key that is written again is acknowledged with the later value.
    this.unacknowledged.delete(key);
    this.unacknowledged.set(key, { value, isDone: false });
    this.outbox.push([key, value]);
    soon();
  }

  flush() {
    if (this.outbox.length === 0 || (this.state !== "works" && this.state !== "opening") || !this.isOpen()) return;
    const pairs = this.outbox;
    this.outbox = [];
    clearTimeout(this.watch);
    this.watch = setTimeout(() => this.fail(new DOMException("no answer", "TimeoutError")), PATIENCE);
    this.write(pairs).then(() => this.acknowledge(pairs), (error) => this.fail(error));
  }

  acknowledge(pairs) {
    for (const [key, value] of pairs) {
      const record = this.unacknowledged.get(key);
      if (record && record.value === value) record.isDone = true;
    }
    const keys = [];
    for (const [key, { isDone }] of this.unacknowledged) {
      if (!isDone) break;
      keys.push(key);
      this.unacknowledged.delete(key);
    }
    if (this.unacknowledged.size === 0) clearTimeout(this.watch);
    this.pause = RETRY.first;
    if (this.state !== "works") this.turn("works");
    if (0 < keys.length) report("acknowledged", this.name, keys);
  }
}

class FileLog extends Leg {
  async open() {
    if (!navigator.storage || !navigator.storage.getDirectory || !globalThis.Worker) throw missing();
    this.close();
    this.calls = new Map();
    this.worker = new Worker(workerAddress());
    this.worker.onmessage = ({ data: { number, result, failed } }) => {
      const { resolve, reject } = this.calls.get(number);
      this.calls.delete(number);
      if (failed) reject(failed);
      else resolve(result);
    };
    this.worker.onerror = (event) => {
      event.preventDefault();
      for (const { reject } of this.calls.values()) reject({ name: "Error", message: event.message || "the worker failed" });
    };
  }

  close() {
    if (this.worker) this.worker.terminate();
    this.worker = null;
  }

  isOpen() { return Boolean(this.worker); }

  ask(act, given) {
    return new Promise((resolve, reject) => {
      const number = this.calls.size === 0 ? 0 : Math.max(...this.calls.keys()) + 1;
      this.calls.set(number, { resolve, reject });
      this.worker.postMessage({ number, act, given });
    });
  }

  read() { return this.ask("read"); }

  write(pairs) { return this.ask("put", pairs.filter(([, value]) => value !== null).flat()); }
}

class Database extends Leg {
  async open() {
    if (!globalThis.indexedDB) throw missing();
    const request = indexedDB.open("postil", 1);
    request.onupgradeneeded = (event) => {
      // Chromium says so when it has thrown a damaged database away.
      if (event.dataLoss && event.dataLoss !== "none") report("lost", this.name, [event.dataLossMessage || ""]);
      request.result.createObjectStore("records");
    };
    this.db = await answer(request);
    this.db.onversionchange = () => this.fail(new DOMException("another tab changes the database", "VersionError"));
    this.db.onclose = () => this.fail(new DOMException("the browser has closed the database", "InvalidStateError"));
  }

  close() {
    if (this.db) this.db.close();
    this.db = null;
  }

  isOpen() { return Boolean(this.db); }

  async read() {
    const store = this.db.transaction("records").objectStore("records");
    const [keys, values] = await Promise.all([answer(store.getAllKeys()), answer(store.getAll())]);
    return keys.flatMap((key, idx) => [key, values[idx]]);
  }

  write(pairs) {
    return new Promise((resolve, reject) => {
      const change = this.db.transaction("records", "readwrite", { durability: "strict" });
      const store = change.objectStore("records");
      for (const [key, value] of pairs) {
        if (value === null) store.delete(key);
        else store.put(value, key);
      }
      change.oncomplete = () => resolve();
      // A request may succeed and the transaction fail all the same, for want of room.
      change.onabort = () => reject(change.error || new DOMException("aborted", "AbortError"));
    });
  }
}

function answer(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function missing() {
  return new DOMException("this browser has none", "NotSupportedError");
}

function isMissing({ name }) {
  return name === "NotSupportedError" || name === "SecurityError";
}

/** The page allows this one policy, and the policy this one address. */
function workerAddress() {
  const url = new URL("log_worker.js", import.meta.url).href;
  if (!globalThis.trustedTypes) return url;
  policy = policy || trustedTypes.createPolicy("postil-worker", {
    createScriptURL(asked) {
      if (asked !== url) throw new TypeError("no other worker");
      return asked;
    },
  });
  return policy.createScriptURL(url);
}

let policy = null;
let listener = null;
let isDue = false;
const unheard = [];
const known = new Set();
const records = (key) => /^postil1\/[jts]\//.test(key);
const file = new FileLog("file", records);
const database = new Database("database", () => true);
const legs = [file, database];
const tabs = globalThis.BroadcastChannel ? new BroadcastChannel("postil1") : null;

/** Tells the program; keeps what it is told before it listens. */
function report(kind, leg, strings) {
  if (listener) listener(kind, leg, strings);
  else unheard.push([kind, leg, strings]);
}

function listen(callback) {
  listener = callback;
  for (const [kind, leg, strings] of unheard.splice(0)) report(kind, leg, strings);
}

let news = [];

/** At the end of this turn: a tab that closes right after it has handed all of it over. */
function soon() {
  if (isDue) return;
  isDue = true;
  queueMicrotask(() => {
    isDue = false;
    for (const leg of legs) leg.flush();
    if (tabs && 0 < news.length) tabs.postMessage({ arrived: news });
    news = [];
  });
}

/** A new record: to both stores and to the other tabs. */
function put(key, value) {
  known.add(key);
  for (const leg of legs) leg.put(key, value);
  if (records(key)) news.push(key, value);
  soon();
}

/** A record that one store lacks. */
function mend(name, key, value) {
  for (const leg of legs) if (leg.name === name) leg.put(key, value);
}

function remove(key) {
  database.put(key, null);
}

function retry() {
  for (const leg of legs) leg.retry();
}

function local() {
  const found = new Map();
  try {
    for (let idx = 0; idx < localStorage.length; idx += 1) {
      const key = localStorage.key(idx);
      if (key.startsWith(PREFIX)) found.set(key, localStorage.getItem(key));
    }
  } catch (error) {
    // Blocked: the program will say so.
  }
  return found;
}

/** What one store has beside or unlike local storage, and what it lacks. */
function compared(leg, entries, here, all) {
  const has = new Set();
  const unlike = [];
  for (let at = 0; at < entries.length; at += 2) {
    const [key, value] = [entries[at], entries[at + 1]];
    has.add(key);
    known.add(key);
    if (here.get(key) !== value) unlike.push(key, value);
  }
  const lacks = [...all].filter((key) => records(key) && leg.holds(key) && !has.has(key));
  return { unlike, lacks, isEmpty: ![...has].some((key) => key.startsWith(`${PREFIX}j/`)) };
}

/** The stores as they are found at the start: [leg, isEmpty, unlike, lacks] for each that answered in time. */
async function found() {
  const here = local();
  for (const key of here.keys()) known.add(key);
  const hasFrames = [...here.keys()].some((key) => key.startsWith(`${PREFIX}j/`));
  const limit = hasFrames ? READING.withLocal : READING.without;
  const tooLate = new Promise((resolve) => { setTimeout(resolve, limit, null); });
  const read = await Promise.all(legs.map((leg) => Promise.race([leg.reading, tooLate])));
  legs.forEach((leg, idx) => {
    if (read[idx] === null) leg.reading.then((entries) => { if (entries) arrived(entries, here); });
  });
  const all = new Set(here.keys());
  for (const entries of read) if (entries) for (let at = 0; at < entries.length; at += 2) all.add(entries[at]);
  return legs.flatMap((leg, idx) => {
    if (read[idx] === null) return [];
    const { unlike, lacks, isEmpty } = compared(leg, read[idx], here, all);
    return [[leg.name, isEmpty, unlike, lacks]];
  });
}

/**
 * Records that this page has not met, from another tab or a store that was slow. What such a store
 * has otherwise than local storage at the start may be what is damaged there.
 */
function arrived(entries, here = new Map()) {
  const fresh = [];
  for (let at = 0; at < entries.length; at += 2) {
    const [key, value] = [entries[at], entries[at + 1]];
    const isUnlike = here.has(key) && here.get(key) !== value;
    if (!records(key) || (known.has(key) && !isUnlike)) continue;
    known.add(key);
    fresh.push(key, value);
  }
  if (0 < fresh.length) report("arrived", "", fresh);
}

/** Looks again: a page that slept has heard nothing from the others. */
function look() {
  arrived([...local()].flat());
  if (database.state === "works" && database.isOpen()) database.read().then(arrived, (error) => database.fail(error));
}

/** Everything that the two stores hold, for the rescue page. */
async function everything() {
  const read = await Promise.all(legs.map((leg) => (leg.isOpen() ? leg.read().catch(() => []) : [])));
  return read.flat();
}

if (tabs) tabs.onmessage = ({ data }) => { if (Array.isArray(data.arrived)) arrived(data.arrived); };
for (const leg of legs) leg.begin();
const start = found();

globalThis.postilDurable = Object.freeze({ everything, found: () => start, listen, look, mend, put, remove, retry });
