// The service worker: serves kept pages first, and keeps pages and files when the app asks for it.
//
// A shell is what a page needs to run: the files of one build of the app, in one cache, all of them or none, each verified by
// its hash. A page names its build, and is kept only if the shell of that build is. So a page and its app always belong
// together, and what is kept still opens after any update.

/** The files of this build: {build, files: [{address, bytes, sha256}], basics: [address]}. The publisher fills it in. */
const SHELL = null;

/** How long a page that belongs to an older build is looked for in the network before the kept one is shown, in ms. */
const PATIENCE = 3000;
/** The same for a reader who just agreed to the newer build. */
const LONG_PATIENCE = 15000;
/** A portal up to this size is kept whole by itself, in bytes; the app has the same limit. */
const SMALL_PORTAL = 20_000_000;
const ROOT = self.registration.scope;
const SCOPE = new URL(ROOT).pathname;
const PAGES = `huaide-pages@${SCOPE}`;
const shellName = (build) => `huaide-shell-${build}@${SCOPE}`;
const isShell = (name) => name.startsWith("huaide-shell-") && name.endsWith(`@${SCOPE}`);
/** Names all lists of what there is. */
const INDEX = "packs/index.json";
/** Stands in a shell when all of it does. */
const COMPLETE = new URL(".complete", ROOT).href;
/** Names the build that the reader agreed to, in a cache of its own. */
const AGREED = new URL(".agreed", ROOT).href;
const AGREEMENT = `huaide-agreed@${SCOPE}`;
const HEADERS = { build: "x-huaide-build", bytes: "x-huaide-bytes", sha256: "x-huaide-sha256" };

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("fetch", (event) => answer(event));
self.addEventListener("message", (event) => {
  // Whoever asked gets an answer, whatever goes wrong.
  event.waitUntil(hear(event).catch(() => event.ports[0]?.postMessage({ ok: false })));
});

// Addresses are relative to the scope: "", "lessons/a/", "media/x.svg".

const url = (address) => new URL(address.split("/").map(encodeURIComponent).join("/"), ROOT).href;

/** What cannot be read as an address is the address of nothing. */
const addressOf = ({ pathname }) => {
  try {
    return decodeURIComponent(pathname.slice(SCOPE.length)).replace(/(^|\/)index\.html$/, "$1");
  } catch {
    return pathname;
  }
};

/** A book or zip of the portal itself; a file that a text links to is in `media/`. */
const isBook = (address) => /\.(epub|zip)$/.test(address) && !address.startsWith("media/");

// Coming and going

async function install() {
  const isFirst = !self.registration.active;
  const name = shellName(SHELL.build);
  try {
    const shell = await caches.open(name);
    await Promise.all(SHELL.files.map((file) => putInShell(shell, file)));
    await shell.put(COMPLETE, new Response(""));
    if (isFirst) await keepBasics();
  } catch (error) {
    await caches.delete(name);
    if (isFirst) await caches.delete(PAGES);
    throw error;
  }
  if (isFirst) await self.skipWaiting();
}

/** A copy that the browser has already is good enough if its hash is right. */
async function putInShell(shell, { address, sha256 }) {
  for (const cache of ["default", "reload"]) {
    const response = await fetch(url(address), { cache });
    const body = await response.arrayBuffer();
    if (isPlain(response) && (await hash(body)) === sha256) {
      return shell.put(url(address), new Response(body, { headers: response.headers }));
    }
  }
  throw new Error(`not as it was published: ${address}`);
}

async function keepBasics() {
  for (const address of SHELL.basics) {
    const reason = await keep({ address });
    if (reason) throw new Error(`${reason}: ${address || "home"}`);
  }
}

async function activate() {
  await caches.delete(AGREEMENT);
  await dropShells();
  await self.clients.claim();
}

/**
 * The build that pages are kept and shown in: this worker's, or the newer one that the reader agreed to. Chromium sometimes lets the
 * newer worker wait for long though it asked not to (docs/DESIGN.md); until it begins, this one does as it would.
 */
async function ours() {
  const agreed = await caches.match(AGREED, { cacheName: AGREEMENT });
  return agreed ? agreed.text() : SHELL.build;
}

async function agree() {
  await (await caches.open(AGREEMENT)).put(AGREED, new Response(SHELL.build));
}

/** Drops the shells that no kept page needs. One that another worker is filling or waiting with is not ours to drop. */
async function dropShells() {
  if (self.registration.installing || self.registration.waiting) return;
  const needed = new Set([SHELL.build, ...(await buildsOfPages())].map(shellName));
  for (const name of (await caches.keys()).filter(isShell)) {
    if (!needed.has(name)) await caches.delete(name);
  }
}

async function buildsOfPages() {
  const pages = await caches.open(PAGES);
  const kept = await Promise.all((await pages.keys()).map((key) => pages.match(key)));
  return kept.map((page) => page?.headers.get(HEADERS.build)).filter(Boolean);
}

async function isComplete(build) {
  const name = shellName(build);
  return (await caches.has(name)) && Boolean(await (await caches.open(name)).match(COMPLETE));
}

// Answering

function answer(event) {
  const { request } = event;
  const target = new URL(request.url);
  if (request.method !== "GET" || target.origin !== location.origin || !target.pathname.startsWith(SCOPE)) return;
  const address = addressOf(target);
  // What is carried away is large and kept by no worker: the browser fetches it, and says so itself if it cannot.
  if (isBook(address)) return;
  const isPage = request.mode === "navigate" || address === "" || address.endsWith("/");
  if (isPage) event.respondWith(pageAnswer(event, address));
  else if (address.startsWith("app/") || address.startsWith("icons/")) event.respondWith(shellAnswer(request, address));
  else if (address.startsWith("packs/")) event.respondWith(packAnswer(event, address));
  else if (/^(media|study)\//.test(address)) event.respondWith(mediaAnswer(request, address));
}

/** The kept page at once, and a newer one for the next time. One of an older build only if the network is silent. */
async function pageAnswer(event, address) {
  const kept = await keptFile(address);
  if (!kept) return networkAnswer(event.request, address);
  const renewed = renew(address, event.resultingClientId || event.clientId);
  event.waitUntil(renewed);
  if (kept.headers.get(HEADERS.build) === (await ours())) return kept;
  await Promise.race([renewed, new Promise((done) => setTimeout(done, PATIENCE))]);
  return (await keptFile(address)) ?? kept;
}

async function networkAnswer(request, address) {
  try {
    return await fetch(request);
  } catch (error) {
    if (request.mode !== "navigate") throw error;
    if (await keptFile(`${address}/`)) return Response.redirect(url(`${address}/`));
    return Response.redirect(`${url("offline/")}?at=${encodeURIComponent(address)}`);
  }
}

async function shellAnswer(request, address) {
  for (const name of (await caches.keys()).filter(isShell)) {
    const file = await (await caches.open(name)).match(url(address));
    if (file) return file;
  }
  return fetch(request);
}

/** Lists of what there is. The index is as new as can be; the others have their hash in their names. */
async function packAnswer(event, address) {
  const kept = await keptFile(address);
  if (kept && address !== INDEX) return kept;
  try {
    const response = await fetch(event.request);
    // What cannot be kept now is kept the next time that it is asked for.
    if (isPlain(response)) event.waitUntil(keepList(address, response.clone()).catch(() => undefined));
    return response;
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
}

/** Keeps a list. An index is kept after the lists that it names, so that what is kept fits together; those of a large portal as they are
 *  asked for, for they are many. */
async function keepList(address, response) {
  const body = await response.arrayBuffer();
  if (address === INDEX && !(await keepNamed(JSON.parse(new TextDecoder().decode(body)).packs))) return;
  await put(address, body, response);
}

/** Keeps the lists of a small portal. Gives whether all of them are there. */
async function keepNamed(packs) {
  if (sum(packs) > SMALL_PORTAL) return true;
  for (const { address } of packs) {
    if (await keptFile(address)) continue;
    const list = await fetch(url(address));
    if (!isPlain(list)) return false;
    await put(address, await list.arrayBuffer(), list);
  }
  return true;
}

async function mediaAnswer(request, address) {
  const kept = await keptFile(address);
  if (!kept) return fetch(request);
  const range = request.headers.get("range");
  return range ? part(await kept.blob(), range) : kept;
}

/** A part of a file, as players ask for it: `bytes=0-99`, `bytes=100-`, `bytes=-100`. */
function part(file, range) {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(range) ?? [null, "", ""];
  const start = from ? Number(from) : Math.max(0, file.size - Number(to || NaN));
  const end = from && to ? Math.min(Number(to), file.size - 1) : file.size - 1;
  if (!(start >= 0 && start <= end)) {
    return new Response(null, { status: 416, headers: { "content-range": `bytes */${file.size}` } });
  }
  const headers = {
    "content-type": file.type,
    "content-range": `bytes ${start}-${end}/${file.size}`,
    "content-length": String(end - start + 1),
  };
  return new Response(file.slice(start, end + 1, file.type), { status: 206, headers });
}

// Keeping

async function keptFile(address) {
  return (await caches.open(PAGES)).match(url(address));
}

/** Keeps a file. Gives why it could not: "network", "wrong", "full"; nothing if all is well. */
async function keep({ address, bytes, sha256 }) {
  const kept = await keptFile(address);
  if (kept && (!sha256 || kept.headers.get(HEADERS.sha256) === sha256)) return undefined;
  const file = await obtain(address);
  if (file.reason) return file.reason;
  const isOther = (sha256 && file.sha256 !== sha256) || (bytes && file.body.byteLength !== bytes);
  if (isOther || !(await mayReplace(kept, file))) return "wrong";
  return replace(kept, address, file);
}

/** Looks for a newer text of a kept page, and tells who is opening it or has it open. */
async function renew(address, reader) {
  const file = await obtain(address);
  const kept = await keptFile(address);
  if (file.reason || !kept || file.sha256 === kept.headers.get(HEADERS.sha256) || !(await mayReplace(kept, file))) return;
  const wasOurs = kept.headers.get(HEADERS.build) === (await ours());
  if ((await replace(kept, address, file)) || !wasOurs) return;
  const readers = new Set([await self.clients.get(reader), ...(await self.clients.matchAll())]);
  for (const client of readers) client?.postMessage({ type: "fresher", address });
}

/** A page of a newer build waits until the reader agrees to that build. */
const mayReplace = async (kept, file) => !kept || !file.build || file.build === (await ours());

/** Fetches a file and checks that it is what it should be: {response, body, sha256, build} or {reason}. */
async function obtain(address) {
  let response, body;
  try {
    response = await fetch(url(address), { cache: "no-cache", credentials: "same-origin" });
    body = await response.arrayBuffer();
  } catch {
    return { reason: "network" };
  }
  const isHtml = (response.headers.get("content-type") ?? "").startsWith("text/html");
  const wantsHtml = address === "" || address.endsWith("/");
  if (!isPlain(response) || isHtml !== wantsHtml) return { reason: "wrong" };
  const build = wantsHtml ? buildOf(new TextDecoder().decode(body), address) : undefined;
  if (wantsHtml && !(build && (await isComplete(build)))) return { reason: "wrong" };
  return { response, body, build, sha256: await hash(body) };
}

/** The build that a page names; nothing for what is no whole page, or the page of another address. */
function buildOf(html, address) {
  const isWhole = html.trimEnd().endsWith("</html>");
  const [, build, own] = /^<!doctype html>\s*<html[^>]* data-build="([0-9a-f]+)" data-address="([^"]*)"/i.exec(html) ?? [];
  return isWhole && own === escaped(address) ? build : undefined;
}

const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text) => text.replace(/[&<>"]/g, (character) => ENTITIES[character]);

const isPlain = (response) => response.status === 200 && !response.redirected;

/** Writes a file. Gives "full" if there is no room. */
async function put(address, body, response, { build, sha256 } = {}) {
  const headers = new Headers({ [HEADERS.bytes]: String(body.byteLength), [HEADERS.sha256]: sha256 ?? (await hash(body)) });
  headers.set("content-type", response.headers.get("content-type") ?? "application/octet-stream");
  if (build) headers.set(HEADERS.build, build);
  try {
    await (await caches.open(PAGES)).put(url(address), new Response(body, { headers }));
  } catch {
    return "full";
  }
  return undefined;
}

/** Writes a page or file in the place of the kept one; the shell that the old page needed may be needed no more. */
async function replace(kept, address, file) {
  const reason = await put(address, file.body, file.response, file);
  if (!reason && kept && kept.headers.get(HEADERS.build) !== (file.build ?? null)) await dropShells();
  return reason;
}

/** Drops files, but never a page that is open somewhere, nor what every portal needs. */
async function drop(addresses) {
  const pages = await caches.open(PAGES);
  const clients = await self.clients.matchAll({ type: "window" });
  const firm = new Set([...SHELL.basics, ...clients.map((client) => addressOf(new URL(client.url)))]);
  for (const address of addresses) {
    if (!firm.has(address)) await pages.delete(url(address));
  }
  await dropShells();
}

async function hash(body) {
  const digest = await crypto.subtle.digest("SHA-256", body);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// What the app asks

async function hear({ data, ports: [port] }) {
  switch (data?.type) {
    case "update":
      await agree();
      port.postMessage({ ok: true });
      return self.skipWaiting();
    case "keep": {
      // Whoever is answered is also served from now on: a page may ask while this worker is still activating.
      await self.clients.claim();
      const reason = await keep(data);
      return port.postMessage(reason ? { ok: false, reason } : { ok: true });
    }
    case "renew":
      await Promise.race([renew(data.address), new Promise((done) => setTimeout(done, LONG_PATIENCE))]);
      return port.postMessage({ ok: true });
    case "drop":
      await drop(data.addresses);
      return port.postMessage({ ok: true });
    case "kept":
      return port.postMessage({ ok: true, files: await keptFiles() });
    case "state":
      return port.postMessage({ ok: true, build: SHELL.build, shellBytes: sum(SHELL.files) });
  }
}

const sum = (files) => files.reduce((bytes, file) => bytes + file.bytes, 0);

async function keptFiles() {
  const pages = await caches.open(PAGES);
  const size = async (key) => Number((await pages.match(key))?.headers.get(HEADERS.bytes));
  const line = async (key) => ({ address: addressOf(new URL(key.url)), bytes: await size(key) });
  return Promise.all((await pages.keys()).map(line));
}
