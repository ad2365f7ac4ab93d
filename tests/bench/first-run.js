// The part of docs/BENCHMARKS.md about the first run: a clone of this checkout that finds no tools and nothing that was compiled.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as later } from "node:timers/promises";
import { isStartedAlone, writePart } from "./part.js";
import { firstRunPart } from "./report/first-run.js";

const CHECKOUT = resolve(import.meta.dirname, "../..");
const ASKED_EVERY_MS = 500;

/** The text at an address; nothing as long as nobody serves it. */
const text = async (url) => fetch(url).then((answer) => (answer.ok ? answer.text() : ""), () => "");

/** The program that the front page loads; nothing as long as there is no page. */
async function program(home) {
  const [address] = /app\/huaide-[0-9a-f]+\.js/.exec(await text(home)) ?? [];
  return address && text(new URL(address, home));
}

/** How a program ended; nothing as long as it runs. */
const endOf = ({ exitCode, signalCode }) => exitCode ?? signalCode;

/** The seconds until something is there. */
async function seconds(begun, isThere, serving) {
  while (!(await isThere())) {
    if (endOf(serving) !== null) throw new Error(`cargo xtask serve ended with ${endOf(serving)}`);
    await later(ASKED_EVERY_MS);
  }
  return (performance.now() - begun) / 1000;
}

/** Runs `cargo xtask serve` for the first time: {pages, programs} in seconds. */
async function firstRun(port) {
  const folder = mkdtempSync(join(tmpdir(), "huaide-first-run-"));
  const clone = join(folder, "clone");
  execFileSync("git", ["clone", "--quiet", CHECKOUT, clone]);
  const env = { ...process.env, HUAIDE_TOOLS: join(folder, "tools"), CARGO_TARGET_DIR: join(clone, "target") };
  // What this run of cargo says of itself is not for the other one.
  for (const name of ["CARGO_MANIFEST_DIR", "HUAIDE_LOCKED"]) delete env[name];
  const begun = performance.now();
  const serving = spawn("cargo", ["xtask", "serve", "--port", String(port)], { cwd: clone, env, detached: true, stdio: ["ignore", "ignore", "inherit"] });
  const home = `http://127.0.0.1:${port}/`;
  try {
    const pages = await seconds(begun, () => program(home), serving);
    const isWhole = async () => {
      const script = await program(home);
      return script && !script.includes('appState = "coming"');
    };
    return { pages, programs: await seconds(begun, isWhole, serving) };
  } finally {
    if (endOf(serving) === null) {
      process.kill(-serving.pid, "SIGTERM");
      await once(serving, "exit");
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 500 });
  }
}

if (isStartedAlone(import.meta)) writePart(firstRunPart({ ...(await firstRun(8098)), cores: cpus().length }));
