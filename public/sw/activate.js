// Coming and going: the shell of this build is filled, older ones go, and the reader agrees to a newer one.
/* global HEADERS, PAGES, ROOT, SCOPE, SHELL, hash, isPlain, isShell, keep, shellName, url */
/* exported activate, agree, dropShells, install, isComplete, ours */

/** Stands in a shell when all of it does. */
const COMPLETE = new URL(".complete", ROOT).href;
/** Names the build that the reader agreed to, in a cache of its own. */
const AGREED = new URL(".agreed", ROOT).href;
const AGREEMENT = `huaide-agreed@${SCOPE}`;

async function install() {
  const isFirst = !self.registration.active;
  const name = shellName(SHELL.build);
  try {
    const shell = await caches.open(name);
    await Promise.all(SHELL.files.map((file) => putInShell(shell, file)));
    await shell.put(COMPLETE, new Response(""));
    if (isFirst) await keepBasics();
  } catch (error) {
    // One that keeps nothing takes the place of one that can give nothing.
    if (!(await areReadable())) return self.skipWaiting();
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
  if (await areReadable()) {
    await caches.delete(AGREEMENT);
    await dropShells();
  }
  await self.clients.claim();
}

/** Whether caches can be read: where a browser was killed while it wrote the list of them, it may refuse all for ever. */
const areReadable = () => caches.keys().then(() => true, () => false);

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
