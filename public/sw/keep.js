// Keeping: files are fetched, checked, written and dropped.
/* global HEADERS, PAGES, SHELL, addressOf, dropShells, isComplete, ours, url */
/* exported drop, hash, isPlain, keep, keptFile, put, renew */

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

/** What a drawing may do that is opened by itself: nothing but show what it holds. */
const DRAWING = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; sandbox";

/** Writes a file. Gives "full" if there is no room. */
async function put(address, body, response, { build, sha256 } = {}) {
  const headers = new Headers({ [HEADERS.bytes]: String(body.byteLength), [HEADERS.sha256]: sha256 ?? (await hash(body)) });
  headers.set("content-type", response.headers.get("content-type") ?? "application/octet-stream");
  if (build) headers.set(HEADERS.build, build);
  if (address.endsWith(".svg")) headers.set("content-security-policy", DRAWING);
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
