// Kills the browser while it records a speech (SIGKILL, at seeded moments), and looks what is left when it is opened again: the take must
// play and lack at most two seconds.
//
//   node tests/rigs/speech-kills.mjs FOLDER-OF-A-PUBLISHED-SITE [ROUNDS] [SEED]
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { chromium } from "@playwright/test";
import { Host } from "../e2e/support/host.js";
import { BEEPING, DESK } from "../e2e/support/speech.js";
import { numbers } from "./numbers.mjs";

/** What a take may lack, in seconds. */
export const MOST_LOST = 2;
const SHORTEST_MS = 3_000;
const LONGEST_MS = 9_000;

/** A browser with a folder of its own, in a group of processes of its own, so that all of it can be killed. */
class Browser {
  constructor(folder) {
    this.folder = folder;
  }

  async open(address) {
    const port = join(this.folder, "DevToolsActivePort");
    rmSync(port, { force: true });
    const args = ["--headless=new", "--remote-debugging-port=0", `--user-data-dir=${this.folder}`, "--mute-audio", "about:blank"];
    this.process = spawn(BEEPING.executablePath, [...BEEPING.args, ...args], { detached: true, stdio: "ignore" });
    this.gone = new Promise((done) => this.process.once("exit", done));
    while (!existsSync(port) || !readFileSync(port, "utf8").includes("\n")) await pause(50);
    const [number] = readFileSync(port, "utf8").split("\n");
    this.connection = await chromium.connectOverCDP(`http://127.0.0.1:${number}`);
    const [context] = this.connection.contexts();
    this.page = context.pages()[0] ?? (await context.newPage());
    await this.page.addInitScript(() => {
      const start = MediaRecorder.prototype.start;
      MediaRecorder.prototype.start = function (...slice) {
        this.addEventListener("start", () => (globalThis.recordsSince = Date.now()));
        return start.apply(this, slice);
      };
    });
    await this.page.goto(address);
    await this.page.locator("#speech-script").waitFor();
  }

  async kill() {
    if (this.process?.exitCode !== null || this.process.signalCode !== null) return;
    process.kill(-this.process.pid, "SIGKILL");
    await this.gone;
    // The connection is gone with the browser.
    await this.connection?.close().catch(() => {});
  }
}

/** One kill. Gives what was said and what is left, in seconds. */
async function round(address, ms) {
  const folder = mkdtempSync(join(tmpdir(), "speech-kills-"));
  const browser = new Browser(folder);
  try {
    await browser.open(address);
    await browser.page.locator("#record").click();
    const since = await (await browser.page.waitForFunction(() => globalThis.recordsSince)).jsonValue();
    await pause(Math.max(0, since + ms - Date.now()));
    const said = (Date.now() - since) / 1_000;
    await browser.kill();
    await browser.open(address);
    const take = browser.page.locator(".take");
    await take.getByRole("button", { name: "听一听" }).click({ timeout: 10_000 });
    const left = await browser.page.waitForFunction(() => {
      const audio = document.querySelector(".take audio");
      const isPlaying = audio && Number.isFinite(audio.duration) && audio.currentTime > 0.3 && !audio.error;
      return isPlaying && audio.duration;
    });
    return { said, left: await left.jsonValue() };
  } finally {
    await browser.kill();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** So many kills with a site. Gives every round: {said, left, lost}. */
export async function kills(site, rounds, seed, tell = () => {}) {
  const host = await new Host(site).start();
  const next = numbers(seed);
  const all = [];
  try {
    for (let number = 1; number <= rounds; number++) {
      const ms = SHORTEST_MS + next() * (LONGEST_MS - SHORTEST_MS);
      const { said, left } = await round(host.url(DESK), ms);
      all.push({ said, left, lost: said - left });
      tell(`${number}: ${said.toFixed(2)} s said, ${left.toFixed(2)} s left, ${(said - left).toFixed(2)} s lost`);
    }
  } finally {
    await host.stop();
  }
  return all;
}

if (process.argv[1] === import.meta.filename) {
  const [site, rounds = "20", seed = "1"] = process.argv.slice(2);
  const all = await kills(site, Number(rounds), Number(seed), console.log);
  const worst = Math.max(...all.map(({ lost }) => lost));
  console.log(`seed ${seed}: ${all.length} kills, at most ${worst.toFixed(2)} s lost`);
  process.exitCode = worst <= MOST_LOST ? 0 : 1;
}
