// Leaves pages in every way there is, in every engine, right after something was done on them, and looks whether it is there afterwards:
// what a learner reads, writes and fills in must be, whole; where the page has no chance to notice (killed, crashed), what was done a second
// before.
//
//   node tests/rigs/leaving.mjs SITE [ROUNDS [ENGINE ...]]      SITE is the small portal of tests/fixtures, published; the engines are
//                                                               chromium, firefox and webkit; HUAIDE_GECKODRIVER is the driver of Firefox
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Host } from "../e2e/support/host.js";
import { startDisplay } from "../engines/support/display.js";
import { Reader } from "../tasks/reader.js";
import { CONTENTS } from "./leaving/contents.mjs";
import { start } from "./leaving/devices.mjs";
import { WAYS } from "./leaving/ways.mjs";

export const ENGINES = ["chromium", "firefox", "webkit"];

/** One round: something is done, the page is left, somebody comes back. Gives what is wrong, or nothing. */
async function round(device, reader, content, way, number) {
  await device.tab();
  await content.open(reader);
  const wanted = await content.change(reader, number);
  await way(device, reader);
  // Where the page is gone from its tab or with it, somebody comes back in another one.
  if (way !== WAYS.reloaded) await device.tab();
  await content.open(reader);
  // What a page that is gone had noted is taken in at the start; it is looked at until it is there.
  const [found] = await reader.until("it is there again", async () => {
    const found = await content.read(reader);
    return found === wanted && [found];
  }).catch(async () => [await content.read(reader)]);
  return found === wanted ? undefined : `${found} in the place of ${wanted}`;
}

/** All rounds of a content and the way of a name: how many held. */
async function held(device, reader, content, way, rounds, log) {
  let count = 0;
  for (let number = 1; number <= rounds; number++) {
    const fault = await round(device, reader, content, WAYS[way], number).catch((error) => error.message);
    await device.onlyFirst();
    if (fault) log(`${content.name}, ${way}, ${number}: ${fault}`);
    else count += 1;
  }
  return count;
}

/** All that an engine held: {about, rows: [{content, counts}]}, a count for each way. */
export async function leaving(engine, host, { rounds, display, log }) {
  const folder = mkdtempSync(join(tmpdir(), `huaide-leaving-${engine}-`));
  const device = await start(engine, folder, display);
  const reader = new Reader(device, host);
  const rows = [];
  for (const content of CONTENTS) {
    const counts = [];
    for (const way of Object.keys(WAYS)) counts.push(await held(device, reader, content, way, rounds, log));
    rows.push({ content: content.name, counts });
    log(`${content.name}: ${counts.join(", ")}`);
  }
  const about = await device.about();
  await device.end();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  return { about, rows };
}

/** The engines side by side, each with a host of its own: what `leaving` gives of each. */
export async function leavingIn(engines, site, rounds) {
  const display = await startDisplay();
  const one = async (engine) => {
    const host = await new Host(site).start();
    const found = await leaving(engine, host, { rounds, display: display.name, log: (line) => console.error(`${engine}: ${line}`) });
    await host.stop();
    return found;
  };
  const found = await Promise.all(engines.map(one));
  await display.stop();
  return found;
}

/** The table of an engine, in Markdown. */
export function table({ rows }) {
  const ways = Object.keys(WAYS);
  const lines = rows.map(({ content, counts }) => `| ${content} | ${counts.join(" | ")} |`);
  return [`| | ${ways.join(" | ")} |`, `|---|${"---:|".repeat(ways.length)}`, ...lines];
}

if (resolve(process.argv[1]) === import.meta.filename) {
  const [site, rounds = "20", ...engines] = process.argv.slice(2);
  for (const found of await leavingIn(engines.length > 0 ? engines : ENGINES, resolve(site), Number(rounds))) {
    console.log([found.about, "", ...table(found), ""].join("\n"));
  }
}
