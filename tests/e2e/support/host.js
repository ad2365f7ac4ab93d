// A static host that a test can stop, start again, give another site, and make answer wrongly.
import { createServer } from "node:http";
import { readFileSync, statSync } from "node:fs";
import { extname, join, normalize } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const KINDS = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".woff2": "font/woff2",
  ".json": "application/json",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".mp3": "audio/mpeg",
  ".wav": "audio/wav",
  ".mp4": "video/mp4",
  ".xml": "application/xml",
  ".webmanifest": "application/manifest+json",
};

const COMPRESSIBLE = /\.(html|js|json|wasm|svg|xml|css|webmanifest)$/;
const compressedFiles = new Map();

/** A file in brotli 9, made once. */
function compress(file) {
  if (!compressedFiles.has(file)) {
    compressedFiles.set(file, brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
  }
  return compressedFiles.get(file);
}

export class Host {
  /** Answers for addresses: {path: (request, response, answer) => …}; `answer` is what would be sent: {status, headers, body}. */
  faults = {};
  /** The paths that were asked for, in order. */
  asked = [];
  /** The name in its addresses. */
  name = "localhost";

  /** `compressed` sends text in brotli, as a good web server does. */
  constructor(folder, base = "/", { compressed = false } = {}) {
    Object.assign(this, { folder, base, compressed });
  }

  async start() {
    this.server = createServer((request, response) => this.#serve(request, response));
    await new Promise((done) => this.server.listen(this.port ?? 0, "127.0.0.1", done));
    this.port = this.server.address().port;
    return this;
  }

  /** As if the machine were switched off: connections break, new ones are refused. */
  async stop() {
    if (!this.server) return;
    const closed = new Promise((done) => this.server.close(done));
    this.server.closeAllConnections();
    await closed;
    this.server = undefined;
  }

  url(address = "") {
    return `http://${this.name}:${this.port}${this.base}${address}`;
  }

  /** The address of an empty page of the same origin, on which no app runs. */
  bare() {
    const body = Buffer.from("<!doctype html><link rel='icon' href='data:,'>");
    this.faults.bare = (request, response) => send(response, { status: 200, headers: { "content-type": "text/html" }, body });
    return this.url("bare");
  }

  #serve(request, response) {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    this.asked.push(path);
    const answer = this.#answer(path);
    const address = path.startsWith(this.base) ? path.slice(this.base.length) : path;
    const fault = this.faults[address];
    if (fault) return fault(request, response, answer);
    send(response, answer);
  }

  #answer(path) {
    const inside = normalize(path).replaceAll("\\", "/");
    if (!inside.startsWith(this.base)) return { status: 404, headers: {}, body: Buffer.from("not here") };
    const file = join(this.folder, inside.slice(this.base.length));
    const kind = kindOf(file);
    if (kind === "folder" && !path.endsWith("/")) return { status: 301, headers: { location: `${path}/` }, body: Buffer.alloc(0) };
    const found = kind === "folder" ? join(file, "index.html") : file;
    if (kindOf(found) !== "file") return this.#file(join(this.folder, "404.html"), 404);
    return this.#file(found, 200);
  }

  #file(file, status) {
    if (kindOf(file) !== "file") return { status: 404, headers: {}, body: Buffer.from("not here") };
    const headers = { "content-type": KINDS[extname(file)] ?? "application/octet-stream", "cache-control": "no-cache" };
    if (!this.compressed || !COMPRESSIBLE.test(file)) return { status, headers, body: readFileSync(file) };
    return { status, headers: { ...headers, "content-encoding": "br" }, body: compress(file) };
  }
}

/** Sends an answer. */
export function send(response, { status, headers, body }) {
  response.writeHead(status, { ...headers, "content-length": body.length });
  response.end(body);
}

function kindOf(file) {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) return "nothing";
  return found.isDirectory() ? "folder" : "file";
}
