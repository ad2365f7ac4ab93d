// What the app asks.
/* global DROP_REQUEST, KEEP_REQUEST, KEPT_REQUEST, MIRRORED_REQUEST, RENEW_REQUEST, STATE_REQUEST, UPDATE_REQUEST */
/* global HEADERS, PAGES, SHELL, addressOf, agree, drop, keep, mirror, mirrored, renew */
/* exported hear, sum */

/** How long a page of the newer build is looked for in the network when a reader just agreed to that build, in ms. */
const LONG_PATIENCE = 15000;

async function hear({ data, ports: [port] }) {
  switch (data?.type) {
    case UPDATE_REQUEST:
      await agree();
      port.postMessage({ ok: true });
      return self.skipWaiting();
    case KEEP_REQUEST: {
      // Whoever is answered is also served from now on: a page may ask while this worker is still activating.
      await self.clients.claim();
      const reason = await keep(data);
      return port.postMessage(reason ? { ok: false, reason } : { ok: true });
    }
    case RENEW_REQUEST:
      await Promise.race([renew(data.address), new Promise((done) => setTimeout(done, LONG_PATIENCE))]);
      return port.postMessage({ ok: true });
    case DROP_REQUEST:
      await drop(data.addresses);
      return port.postMessage({ ok: true });
    case KEPT_REQUEST:
      return port.postMessage({ ok: true, files: await keptFiles() });
    case "mirror":
      return port.postMessage(await mirror(data));
    case MIRRORED_REQUEST:
      return port.postMessage({ ok: true, mirror: JSON.stringify(await mirrored()) });
    case STATE_REQUEST:
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
