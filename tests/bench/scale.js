// A portal of thousands of texts: how long publishing takes beside Hugo, how soon one change is out, and what a page costs.
import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { chromium } from "@playwright/test";
import { CHROMIUM } from "../chromium.js";
import { Host } from "../e2e/support/host.js";
import { median } from "./median.js";

const { HUAIDE_MADE, HUAIDE_LAWS, HUAIDE_APP, HUAIDE_PUBLISH_RELEASE } = process.env;
const CHECKOUT = resolve(import.meta.dirname, "../..");
const LAWS = 44;
const COPIES = 80;
const FEW = 20;
const RUNS = 3;
const LESSON = "lessons/shequ-zizhi/01-what-is-self-government/";

/** Measures all of it. */
export async function scale() {
  const [many, few] = [portal("many", LAWS * COPIES), portal("few", FEW)];
  const publishing = compare(many);
  const out = join(HUAIDE_MADE, "scale/site-few");
  timed(HUAIDE_PUBLISH_RELEASE, ["publish", "--content", few, "--app", HUAIDE_APP, "--out", out]);
  const costs = {};
  for (const [name, folder] of [["few", out], ["many", site("many")]]) costs[name] = await cost(folder);
  return { documents: LAWS * COPIES, few: FEW, publishing, change: await change(many), costs };
}

const site = (name) => join(HUAIDE_MADE, "scale", `site-${name}`);

/** A content folder with copies of the laws, each with words of its own in its title and in every tenth paragraph. */
function portal(name, documents) {
  const folder = join(HUAIDE_MADE, "scale", `content-${name}`);
  mkdirSync(join(folder, "lessons"), { recursive: true });
  cpSync(join(CHECKOUT, "content/portal.toml"), join(folder, "portal.toml"));
  cpSync(join(CHECKOUT, "content/lessons/shequ-zizhi"), join(folder, "lessons/shequ-zizhi"), { recursive: true });
  const laws = Array.from({ length: LAWS }, (_, law) => read(law));
  for (let number = 0; number < documents; number += 1) {
    const [copy, law] = [Math.floor(number / LAWS), number % LAWS];
    const at = join(folder, "materials", `copy-${String(copy).padStart(2, "0")}`);
    mkdirSync(at, { recursive: true });
    writeFileSync(join(at, `law-${String(law).padStart(2, "0")}.md`), another(laws[law], copy + 1));
  }
  return folder;
}

const read = (law) => readFileSync(join(HUAIDE_LAWS, `d${String(law).padStart(4, "0")}.md`), "utf8").split("\n");

function another(lines, copy) {
  let paragraph = 0;
  let titled = false;
  return lines
    .map((line) => {
      if (!titled && line.startsWith("# ")) {
        titled = true;
        return `${line}（第${copy}份）`;
      }
      if (!line.trim() || line.startsWith("#")) return line;
      paragraph += 1;
      return paragraph % 10 === 0 ? `${line}（第${copy}份，第${paragraph}段）` : line;
    })
    .join("\n");
}

/** Publishes in turn with this publisher and with Hugo, from nothing: {own, hugo}, each {ms, megabytes}; hugo is null where it is not installed. */
function compare(content) {
  const hugo = makeHugo(content);
  const runs = { own: [], hugo: [] };
  for (let run = 1; run <= RUNS; run += 1) {
    rmSync(site("many"), { recursive: true, force: true });
    runs.own.push(timed(HUAIDE_PUBLISH_RELEASE, ["publish", "--content", content, "--app", HUAIDE_APP, "--out", site("many")]));
    if (!hugo) continue;
    rmSync(join(hugo, "public"), { recursive: true, force: true });
    runs.hugo.push(timed("hugo", ["--quiet", "--source", hugo, "--ignoreCache"]));
  }
  const sum = (all) => (all.length ? { ms: median(all.map(({ ms }) => ms)), megabytes: median(all.map(({ megabytes }) => megabytes)) } : null);
  return { own: sum(runs.own), hugo: sum(runs.hugo) };
}

/** A project for Hugo of the same texts, with a contents list, the article, the navigation, and lists in pages of sixty. */
function makeHugo(content) {
  if (spawnSync("hugo", ["version"]).error) return undefined;
  const folder = join(HUAIDE_MADE, "scale/hugo");
  cpSync(join(import.meta.dirname, "hugo"), folder, { recursive: true });
  cpSync(join(content, "materials"), join(folder, "content/materials"), { recursive: true });
  return folder;
}

/** Runs a program: {ms, megabytes}, the second its peak memory as the system counts it. */
function timed(program, args) {
  const start = performance.now();
  const { status, stderr } = spawnSync("/usr/bin/time", ["-f", "peak %M", program, ...args], { encoding: "utf8" });
  const ms = performance.now() - start;
  if (status !== 0) throw new Error(`${program}: ${stderr}`);
  return { ms, megabytes: Number(/peak (\d+)/.exec(stderr)[1]) / 1024 };
}

/** Changes one text under `serve` several times: ms from the change being seen until all is published, as `serve` tells. */
async function change(content) {
  const file = join(content, "materials/copy-40/law-20.md");
  const server = spawn(HUAIDE_PUBLISH_RELEASE, ["serve", "--content", content, "--app", HUAIDE_APP, "--port", "0", "--lang", "en"]);
  const lines = [];
  server.stdout.setEncoding("utf8").on("data", (text) => lines.push(...text.split("\n")));
  const published = () => lines.filter((line) => / in (\d+) ms/.test(line)).map((line) => Number(/ in (\d+) ms/.exec(line)[1]));
  const until = async (count) => {
    for (const start = Date.now(); published().length < count; ) {
      if (Date.now() - start > 60_000) throw new Error(`serve told nothing: ${lines.join("\n")}`);
      await new Promise((done) => setTimeout(done, 20));
    }
  };
  try {
    await until(1);
    for (let run = 1; run <= RUNS; run += 1) {
      writeFileSync(file, `${readFileSync(file, "utf8")}\n第${run}次修改。\n`);
      await until(1 + run);
    }
    return median(published().slice(1));
  } finally {
    server.kill();
  }
}

/**
 * What a page costs on the first visit, in bytes with brotli 9: {home, lesson}, each {own, lists}: what the page asked for itself, and
 * the lists of what there is to keep, whoever asked for them.
 */
async function cost(folder) {
  const costs = {};
  for (const [name, address] of [["home", ""], ["lesson", LESSON]]) {
    const host = await new Host(folder, "/", { compressed: true }).start();
    const browser = await chromium.launch(CHROMIUM);
    try {
      costs[name] = await visit(browser, host, address);
    } finally {
      await browser.close();
      await host.stop();
    }
  }
  return costs;
}

async function visit(browser, host, address) {
  const page = await browser.newPage();
  const devtools = await page.context().newCDPSession(page);
  const addresses = new Map();
  let own = 0;
  devtools.on("Network.requestWillBeSent", ({ requestId, request }) => addresses.set(requestId, request.url));
  devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const isList = addresses.get(requestId)?.startsWith(host.url("packs/"));
    if (!isList) own += encodedDataLength;
  });
  await devtools.send("Network.enable");
  await page.goto(host.url(address), { waitUntil: "load" });
  await page.waitForSelector("html[data-app-state=on]");
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
  await page.waitForLoadState("networkidle");
  const lists = [...new Set(host.asked)].filter((path) => path.startsWith("/packs/"));
  const size = (path) => brotli9(readFileSync(join(host.folder, path)));
  return { own, lists: lists.reduce((sum, path) => sum + size(path), 0) };
}

const brotli9 = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).length;
