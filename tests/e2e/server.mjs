// A static host for the tests: the right types, and the headers that a real host would send.
//
// It reads the `_headers` file of the folder it serves, as several hosts do, and knows nothing else
// about the program.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".mjs": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/**
 * Serves a folder on a free port of this machine, under a path such as `/` or `/class/7b/`.
 *
 * `extra` maps paths to answers `{status, headers, body}`, for pages that a test makes up.
 */
export async function serve(folder, { under = "/", extra = {} } = {}) {
  const headers = await hostHeaders(folder);
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const answer = extra[path] ?? (await file(folder, under, path));
    const body = request.method === "HEAD" ? undefined : answer.body;
    response.writeHead(answer.status, { ...headers, ...answer.headers }).end(body);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    url: origin + under,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

async function file(folder, under, path) {
  if (!path.startsWith(under)) return missing();
  const relative = normalize(path.slice(under.length) || "index.html");
  if (relative.startsWith("..") || relative.startsWith(sep)) return missing();
  try {
    const body = await readFile(join(folder, relative));
    const type = TYPES[extname(relative)] ?? "application/octet-stream";
    return { status: 200, headers: { "content-type": type }, body };
  } catch {
    return missing();
  }
}

function missing() {
  return { status: 404, headers: { "content-type": "text/plain" }, body: "not here\n" };
}

/** The indented lines below `/*`. */
async function hostHeaders(folder) {
  const text = await readFile(join(folder, "_headers"), "utf8").catch(() => "");
  const headers = {};
  for (const line of text.split("\n")) {
    const [, name, value] = line.match(/^ +([\w-]+): (.*)$/) ?? [];
    if (name) headers[name.toLowerCase()] = value;
  }
  return headers;
}

// `node server.mjs FOLDER` serves it until it is stopped.
if (import.meta.filename === process.argv[1] && process.argv[2]) {
  console.log((await serve(process.argv[2])).url);
}
