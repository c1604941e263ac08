// The kill-safe log: appends records to files of this origin and flushes them before it answers.
//
// Only a worker may have a handle that writes at once, and what its flush has written survives a
// killed browser: neither local storage nor a database does. Each worker writes files of its own
// name, since a handle locks its file; so no two ever meet, and nothing is written twice.
//
// An entry is `PSTE <bytes of key> <bytes of value>\n<key>\n<value>\n`. Every value can be checked
// by itself, so a file that was cut or damaged is read up to the gap and after it.

const ROOT = "postil1";
const MAGIC = "PSTE ";
const me = crypto.getRandomValues(new Uint32Array(2)).join("-");
const encoder = new TextEncoder();
const logs = new Map();
let queue = Promise.resolve();

/** Ids are letters and digits; one from elsewhere may be long, and then its end is made a number. */
function fileName(id) {
  if (id.length < 100) return `${id}.d`;
  let hash = 7;
  for (const letter of id) hash = (Math.imul(hash, 31) + letter.codePointAt(0)) >>> 0;
  return `${id.slice(0, 90)}-${hash}.d`;
}

/** The folders and the file for a key. */
function place(key) {
  const [, kind, id, rest] = key.split("/");
  if (kind === "t") return { folders: ["t"], file: `${id}.${me}`, isLog: false };
  if (kind === "s") return { folders: [fileName(id)], file: `${rest}.${me}.pack`, isLog: false };
  return { folders: [fileName(id)], file: `${me}.log`, isLog: true };
}

async function folder(names) {
  let found = await (await navigator.storage.getDirectory()).getDirectoryHandle(ROOT, { create: true });
  for (const name of names) found = await found.getDirectoryHandle(name, { create: true });
  return found;
}

async function opened({ folders, file, isLog }) {
  const path = folders.concat(file).join("/");
  if (logs.has(path)) return logs.get(path);
  const handle = await (await folder(folders)).getFileHandle(file, { create: true });
  const access = await handle.createSyncAccessHandle();
  const log = { access, size: access.getSize() };
  if (isLog) logs.set(path, log);
  return log;
}

function entry(key, value) {
  const [name, content] = [encoder.encode(key), encoder.encode(value)];
  const head = encoder.encode(`${MAGIC}${name.length} ${content.length}\n`);
  const bytes = new Uint8Array(head.length + name.length + content.length + 2);
  bytes.set(head);
  bytes.set(name, head.length);
  bytes[head.length + name.length] = 10;
  bytes.set(content, head.length + name.length + 1);
  bytes[bytes.length - 1] = 10;
  return bytes;
}

function append(log, bytes) {
  const written = log.access.write(bytes, { at: log.size });
  // A short write is a full disk. Its torn end stays; the next one is put in the place of it.
  if (written < bytes.length) throw new DOMException("a short write", "QuotaExceededError");
  log.size += written;
}

/** Writes pairs of key and value in their order. */
async function put(pairs) {
  const touched = new Set();
  for (let at = 0; at < pairs.length; at += 2) {
    const where = place(pairs[at]);
    const log = await opened(where);
    append(log, entry(pairs[at], pairs[at + 1]));
    if (where.isLog) {
      touched.add(log);
    } else {
      log.access.flush();
      log.access.close();
    }
  }
  for (const log of touched) log.access.flush();
}

/** Reads one file: entries that are whole. */
function entries(bytes, found) {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let at = 0;
  while (at < bytes.length) {
    const line = bytes.indexOf(10, at);
    const head = line < 0 ? "" : decoder.decode(bytes.subarray(at, Math.min(line, at + 40)));
    const [, name, content] = /^PSTE (\d{1,9}) (\d{1,9})$/.exec(head) || [];
    const value = line + 2 + Number(name);
    const end = value + Number(content);
    if (name !== undefined && bytes[value - 1] === 10 && bytes[end] === 10) {
      found.push(decoder.decode(bytes.subarray(line + 1, value - 1)), decoder.decode(bytes.subarray(value, end)));
      at = end + 1;
    } else {
      at = next(bytes, at + 1);
    }
  }
}

function next(bytes, from) {
  const magic = encoder.encode(MAGIC);
  for (let at = bytes.indexOf(magic[0], from); 0 <= at; at = bytes.indexOf(magic[0], at + 1)) {
    if (magic.every((byte, idx) => bytes[at + idx] === byte)) return at;
  }
  return bytes.length;
}

async function read(directory, found) {
  const files = [];
  for await (const handle of directory.values()) {
    if (handle.kind === "directory") await read(handle, found);
    else files.push(handle);
  }
  // A file that another tab takes away or writes to meanwhile is that tab's to tell of.
  const bytes = await Promise.all(files.map((handle) => handle.getFile().then((file) => file.arrayBuffer()).catch(() => null)));
  for (const content of bytes) if (content !== null) entries(new Uint8Array(content), found);
}

const ACTS = {
  async read() {
    const found = [];
    await read(await folder([]), found);
    return found;
  },
  put,
};

onmessage = ({ data: { number, act, given } }) => {
  queue = queue.then(() => ACTS[act](given)).then(
    (result) => postMessage({ number, result }),
    ({ name, message }) => postMessage({ number, failed: { name, message } }),
  );
};
