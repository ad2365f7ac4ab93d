// With the server stopped everything that was kept opens, and what is done is kept; a newer app is offered, never forced.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { answerAndReview } from "../tasks/answering.js";
import { readLeaveReturn } from "../tasks/reading.js";
import { LESSON } from "../tasks/places.js";
import { small } from "../tasks/sites.js";
import { test } from "./support/test.js";

/** The addresses that a site offers for keeping. */
function offered(folder) {
  const read = (address) => JSON.parse(readFileSync(join(folder, address), "utf8"));
  return read("packs/index.json").packs.flatMap(({ address }) => read(address).files.map(({ address }) => address));
}

/** Waits until the worker answers for the page, and everything is kept. */
async function isKeptWhole(reader, host) {
  await reader.open();
  const addresses = offered(host.folder).map((address) => host.url(address));
  const lacking = (all) =>
    Promise.all(all.map((address) => caches.match(address))).then((found) => found.filter((one) => !one).length + (navigator.serviceWorker.controller ? 0 : 1));
  await reader.until("everything is kept", async () => (await reader.run(lacking, addresses)) === 0);
}

/** The build that a site has. */
const buildOf = (folder) => /data-build="(\w+)"/.exec(readFileSync(join(folder, "index.html"), "utf8"))[1];

test("with the server stopped every page opens, and reading and answering are kept", async ({ reader, host }) => {
  await isKeptWhole(reader, host);
  await host.stop();
  for (const address of offered(host.folder).filter((address) => address === "" || address.endsWith("/"))) {
    await reader.open(address);
    await reader.sees("main h1");
  }
  await readLeaveReturn(reader);
  await answerAndReview(reader);
});

test("a newer app is offered, and runs when the reader agrees", async ({ reader, host }) => {
  await isKeptWhole(reader, host);
  const old = buildOf(host.folder);
  host.folder = small("small-newer");
  await reader.open(LESSON);
  await reader.sees("[role=status]", "有新版本");
  const build = () => reader.run(() => document.documentElement.dataset.build);
  assert.equal(await build(), old);
  await reader.press("button", "现在更新");
  await reader.until("the newer app runs", async () => (await build()) === buildOf(host.folder));
  await reader.appRuns();
  assert.equal(await reader.run(() => globalThis.isNewer), true);
});
