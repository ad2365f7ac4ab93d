// Damages the database of a stopped browser in eight ways, with an essay, records or both in it, on both backends that Chromium has, and looks
// whether somebody who comes back is told and gets it back from the mirror.
//
//   node tests/rigs/damage.mjs SITE      SITE is the small portal of tests/fixtures, published
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { Host } from "../e2e/support/host.js";
import { DESK, LESSON } from "../tasks/places.js";
import { launch } from "./essay-kills.mjs";


const WORDS = "灯其实没有坏，是大家都以为别人报了。";
const PATIENCE = { timeout: 20_000 };

const BACKENDS = { LevelDB: ["--disable-features=IdbSqliteBackingStore"], SQLite: ["--enable-features=IdbSqliteBackingStore"] };

/** The files of the database. */
const files = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/^(LOCK|LOG|LOG\.old)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));

/** Writes every file of the database as `change` makes it of its bytes and its name. */
const rewrite = (change) => (folder) => {
  for (const file of files(folder)) {
    const bytes = readFileSync(file);
    if (bytes.length > 0) writeFileSync(file, change(bytes, basename(file)));
  }
};

const zeros = (bytes) => bytes.fill(0, Math.floor(bytes.length * 0.4), Math.min(bytes.length, Math.floor(bytes.length * 0.4) + 4096));
/** What names the other files of a LevelDB. */
const isHead = (name) => /^(MANIFEST|CURRENT)/.test(name);
const flipped = (bytes) => {
  bytes[Math.floor(bytes.length / 2)] ^= 0xff;
  return bytes;
};

/** What happens to the folder of the database while the browser is stopped; `before` is how it was before anything was made. */
const DAMAGES = {
  "a flipped byte": rewrite((bytes, name) => (isHead(name) ? bytes : flipped(bytes))),
  "cut off": rewrite((bytes) => bytes.subarray(0, Math.floor(bytes.length * 0.6))),
  "random bytes": rewrite((bytes) => randomBytes(bytes.length)),
  "a random head": rewrite((bytes, name) => (isHead(name) ? randomBytes(bytes.length) : /\.(log|ldb)$/.test(name) ? bytes : Buffer.concat([randomBytes(100), bytes.subarray(100)]))),
  "a page of zeros": rewrite(zeros),
  "files deleted": (folder) => files(folder).forEach((file) => rmSync(file)),
  "folder deleted": (folder) => rmSync(folder, { recursive: true }),
  "an older copy": (folder, before) => {
    rmSync(folder, { recursive: true });
    cpSync(before, folder, { recursive: true });
  },
};

/** Chromium writes the list of caches, and localStorage, some seconds after. */
const settled = () => new Promise((done) => setTimeout(done, 6_000));

const appRuns = (page) => page.waitForFunction(() => document.documentElement.dataset.appState === "on", null, PATIENCE);

async function open(page, url) {
  await page.goto(url);
  await appRuns(page);
}

const CONTENTS = {
  essay: async (page, host) => {
    await open(page, host.url(DESK));
    await page.locator("#essay-text:not([readonly])").fill(WORDS, PATIENCE);
    await page.locator(".keeping[data-keeping=kept]").waitFor(PATIENCE);
  },
  events: async (page, host) => {
    await open(page, host.url(LESSON));
    await page.getByRole("button", { name: "加书签" }).click(PATIENCE);
    await page.getByText("已加书签").waitFor(PATIENCE);
  },
  both: async (page, host) => {
    await CONTENTS.essay(page, host);
    await CONTENTS.events(page, host);
  },
};

/** What is there of it. */
async function isThere(content, page, host) {
  if (content !== "events") {
    await open(page, host.url(DESK));
    const field = page.locator("#essay-text");
    // A desk that cannot show it says why.
    if (!(await field.waitFor({ timeout: 10_000 }).then(() => true, () => false)) || (await field.inputValue()) !== WORDS) return false;
  }
  if (content !== "essay") {
    await open(page, host.url("record/"));
    return page.getByText("改名").waitFor({ timeout: 10_000 }).then(() => true, () => false);
  }
  return true;
}

/** Does something in a browser that is closed afterwards, as people close it. */
async function browsing(profile, flags, act) {
  const { browser, gone } = await launch(profile, flags);
  const page = await browser.contexts()[0].newPage();
  const outcome = await act(page);
  await (await browser.newBrowserCDPSession()).send("Browser.close");
  await gone;
  return outcome;
}

/** One round: {intact, told, restored}. */
async function round(flags, content, damage, host) {
  const profile = mkdtempSync(join(tmpdir(), "huaide-damage-"));
  const [database, before] = [join(profile, "Default/IndexedDB"), join(profile, "before")];
  try {
    await browsing(profile, flags, async (page) => {
      await open(page, host.url());
      await page.evaluate(() => navigator.serviceWorker.ready);
    });
    cpSync(database, before, { recursive: true });
    await browsing(profile, flags, async (page) => {
      await CONTENTS[content](page, host);
      // Leaving the page mirrors it.
      await open(page, host.url("settings/"));
      await page.waitForFunction(async () => Boolean(await caches.match(new URL("/.huaide-mirror/state", location.href))), null, PATIENCE);
      await page.waitForFunction(async (wanted) => (await (await caches.open("huaide.mirror")).keys()).filter(({ url }) => /\/(text|records)\//.test(url)).length >= wanted, content === "both" ? 2 : 1, PATIENCE);
      await settled();
    });
    assert.ok(existsSync(database), "there is no database to damage");
    damage(database, before);
    return await browsing(profile, flags, async (page) => {
      await open(page, host.url());
      const told = await page.locator(".bar.warning").first().waitFor({ timeout: 10_000 }).then(() => true, () => false);
      if (!told && (await isThere(content, page, host))) return { intact: true };
      const words = told ? await page.locator(".bar.warning").first().innerText() : "";
      await open(page, host.url("learners/#lost"));
      const press = (name) => page.locator("#lost").getByRole("button", { name, exact: true }).click({ timeout: 10_000 });
      if (words.includes("打不开")) {
        await press("清掉坏了的，再取回").catch(() => {});
        await Promise.all([page.waitForEvent("load", PATIENCE), press("确定清掉")]).catch(() => {});
        await appRuns(page);
      }
      await press("取回").catch(() => {});
      await page.locator("#lost").getByText("已取回").waitFor({ timeout: 10_000 }).catch(() => {});
      return { told, words, restored: await isThere(content, page, host) };
    });
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** All rounds: {rounds, intact, told, restored, lines}. */
export async function damage(host, log = () => {}, only = Object.keys(DAMAGES)) {
  const lines = [];
  for (const [backend, flags] of Object.entries(BACKENDS)) {
    for (const content of Object.keys(CONTENTS)) {
      for (const name of only) {
        const outcome = await round(flags, content, DAMAGES[name], host).catch((error) => ({ failed: error.message }));
        lines.push({ backend, content, damage: name, ...outcome });
        log(lines.at(-1));
      }
    }
  }
  const count = (what) => lines.filter((line) => line[what]).length;
  return { rounds: lines.length, intact: count("intact"), told: count("told"), restored: count("restored"), lines };
}

/** A table of what became of each content, in Markdown. */
export function table(lines) {
  const rows = Object.keys(BACKENDS).flatMap((backend) =>
    Object.keys(CONTENTS).map((content) => {
      const own = lines.filter((line) => line.backend === backend && line.content === content);
      const count = (what) => own.filter((line) => line[what]).length;
      return `| ${backend} | ${content} | ${own.length} | ${count("intact")} | ${count("told")} | ${count("restored")} |`;
    }),
  );
  return ["| backend | in it | damages | nothing lost | told | taken back |", "|---|---|---:|---:|---:|---:|", ...rows].join("\n");
}

if (resolve(process.argv[1]) === import.meta.filename) {
  const [site, ...only] = process.argv.slice(2);
  const host = await new Host(resolve(site)).start();
  const { rounds, intact, told, restored, lines } = await damage(host, (line) => console.error(JSON.stringify(line)), only.length > 0 ? only : undefined);
  await host.stop();
  console.log(table(lines));
  process.exitCode = intact + told === rounds && intact + restored === rounds ? 0 : 1;
}
