// Answering: kept pages and files first, the network where nothing is kept.
/* global HEADERS, SCOPE, SMALL_PORTAL, addressOf, isPlain, isShell, keptFile, ours, put, renew, sum, url */
/* exported answer */

/** How long a page that belongs to an older build is looked for in the network before the kept one is shown, in ms. */
const PATIENCE = 3000;
/** Names all lists of what there is. */
const INDEX = "packs/index.json";
/** A book or zip of the portal itself; a file that a text links to is in `media/`. */
const isBook = (address) => /\.(epub|zip)$/.test(address) && !address.startsWith("media/");

function answer(event) {
  const { request } = event;
  const target = new URL(request.url);
  if (request.method !== "GET" || target.origin !== location.origin || !target.pathname.startsWith(SCOPE)) return;
  const address = addressOf(target);
  // What is carried away is large and kept by no worker: the browser fetches it, and says so itself if it cannot.
  if (isBook(address)) return;
  const isPage = request.mode === "navigate" || address === "" || address.endsWith("/");
  // Where caches are damaged, and can never be read again (docs/DESIGN.md), there is the network.
  const respond = (found) => event.respondWith(found.catch(() => fetch(request)));
  if (isPage) respond(pageAnswer(event, address));
  else if (address.startsWith("app/") || address.startsWith("icons/")) respond(shellAnswer(request, address));
  else if (address.startsWith("packs/")) respond(packAnswer(event, address));
  else if (/^(media|study)\//.test(address)) respond(mediaAnswer(request, address));
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
