// Kills the browser again and again while an essay is typed at ten keys a second, and looks at what is there afterwards: nothing that was
// said to be saved is lost, and at most the keys of the last second. The same seed gives the same keys and the same moments.
//
//   node tests/rigs/essay-kills.mjs SITE [ROUNDS [SEED]]      SITE is a folder that `huaide publish` made
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { chromium } from "@playwright/test";
import { CHROMIUM } from "../chromium.js";
import { Host } from "../e2e/support/host.js";
import { numbers } from "./numbers.mjs";

const DESK = "contests/zhengwen-2027/write/";
const KEY_MS = 100;
/** The keys of so many milliseconds before a kill may be missing. */
const MAY_MISS_MS = 1_000;
const KEYS = "abcdefghijklmnopqrstuvwxyz ";

const until = (moment) => new Promise((done) => setTimeout(done, Math.max(0, moment - Date.now())));

/** Starts a browser of its own, in a process group that can be killed as one. */
export async function launch(profile, flags = []) {
  const port = join(profile, "DevToolsActivePort");
  rmSync(port, { force: true });
  const args = [...CHROMIUM.args, ...flags, "--headless=new", "--remote-debugging-port=0", `--user-data-dir=${profile}`, "about:blank"];
  const child = spawn(CHROMIUM.executablePath, args, { detached: true, stdio: "ignore" });
  const gone = new Promise((done) => child.once("exit", done));
  while (!existsSync(port) || !readFileSync(port, "utf8").includes("\n")) await until(Date.now() + 20);
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${readFileSync(port, "utf8").split("\n")[0]}`);
  const kill = async () => {
    process.kill(-child.pid, "SIGKILL");
    await gone;
  };
  return { browser, kill, gone };
}

/** Opens the desk; `saved` is told the text whenever the page says that it is saved. */
async function openDesk(browser, url, saved) {
  const context = browser.contexts()[0];
  const page = await context.newPage();
  await page.exposeFunction("noteSaved", saved);
  await page.addInitScript(() => {
    const look = () => {
      const line = document.querySelector(".keeping");
      // The attribute and the words change one after the other.
      const isSaved = line?.dataset.keeping === "kept" && line.textContent.includes("已保存");
      const text = document.getElementById("essay-text")?.value;
      if (isSaved && text) globalThis.noteSaved(text);
    };
    new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-keeping"] });
  });
  await page.goto(url);
  await page.locator("#essay-text:not([readonly])").waitFor({ timeout: 30_000 });
  return page;
}

/** One round: types, kills in the middle of it, starts again. Gives what was found. */
async function round(profile, url, random) {
  let saved = "";
  const first = await launch(profile);
  const page = await openDesk(first.browser, url, (text) => (saved = text));
  const field = page.locator("#essay-text");
  let text = await field.inputValue();
  const before = text.length;
  await field.press("ControlOrMeta+End");
  const typed = [];
  const started = Date.now();
  const kill = started + 1_500 + Math.floor(random() * 3_000);
  for (let count = 0; ; count++) {
    const moment = started + count * KEY_MS + Math.floor(random() * 20);
    if (moment >= kill) break;
    await until(moment);
    const key = KEYS[Math.floor(random() * KEYS.length)];
    await page.keyboard.insertText(key);
    text += key;
    typed.push({ at: Date.now(), text });
  }
  await until(kill);
  await first.kill();
  const killed = Date.now();
  const second = await launch(profile);
  const found = await (await openDesk(second.browser, url, () => {})).locator("#essay-text").inputValue();
  await second.kill();
  const must = typed.findLast(({ at }) => at < killed - MAY_MISS_MS)?.text ?? "";
  return {
    typed: text.length - before,
    missing: text.length - found.length,
    isOurs: text.startsWith(found),
    lostSaved: !found.startsWith(saved),
    lostOld: !found.startsWith(must),
    wasSaved: saved.length > before,
  };
}

/** Many rounds on one profile. Gives one line for each. */
export async function kills(url, { rounds = 10, seed = 1, log = () => {} } = {}) {
  const profile = mkdtempSync(join(tmpdir(), "huaide-kills-"));
  const random = numbers(seed);
  const lines = [];
  try {
    for (let count = 0; count < rounds; count++) {
      lines.push(await round(profile, url, random));
      log(count + 1, lines.at(-1));
    }
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
  return lines;
}

/** Whether a round is as it must be. */
export const isFine = ({ isOurs, lostSaved, lostOld, wasSaved }) => isOurs && !lostSaved && !lostOld && wasSaved;

if (resolve(process.argv[1]) === import.meta.filename) {
  const [site, rounds = "10", seed = "1"] = process.argv.slice(2);
  const host = await new Host(resolve(site)).start();
  const lines = await kills(host.url(DESK), { rounds: Number(rounds), seed: Number(seed), log: console.log });
  await host.stop();
  const bad = lines.filter((line) => !isFine(line));
  console.log(`${lines.length} kills, ${bad.length} with a loss, at most ${Math.max(...lines.map(({ missing }) => missing))} keys missing`);
  process.exitCode = bad.length === 0 ? 0 : 1;
}
