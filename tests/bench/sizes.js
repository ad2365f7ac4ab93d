// Sizes of what is published, and how long publishing takes.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const CHECKOUT = resolve(import.meta.dirname, "../..");

/** The size in bytes after brotli at its strongest, 11. */
export function brotli11(bytes) {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

/** A program on a site, `huaide` for reading, `study` or `youth`, and its script: {wasm, js}, in bytes of brotli 11. */
export function sizes(folder, program = "huaide") {
  const app = readdirSync(join(folder, "app")).filter((name) => name.startsWith(`${program}-`));
  const size = (ending) => brotli11(readFileSync(join(folder, "app", app.find((name) => name.endsWith(ending)))));
  return { wasm: size(".wasm"), js: size(".js") };
}

/** What the anchors of blocks cost of a page's bytes, as a part of 1: those in the page data and those of headings. */
export function shareOfAnchors({ folder, address }) {
  const page = readFileSync(join(folder, address, "index.html"), "utf8");
  const packed = JSON.parse(/<script type="application\/json" id="page">(.*?)<\/script>/s.exec(page)[1]).body.reading.blocks;
  const headings = [...page.matchAll(/<h\d( id="....")>/g)].reduce((sum, [, id]) => sum + id.length, 0);
  return (packed.length + headings) / Buffer.byteLength(page);
}

/** Publishes a content folder; gives {out, ms, files}. */
export function publishSample({ content = join(CHECKOUT, "content"), out = join(process.env.HUAIDE_MADE, "sample") } = {}) {
  const { HUAIDE_PUBLISH, HUAIDE_APP } = process.env;
  const start = performance.now();
  execFileSync(HUAIDE_PUBLISH, ["publish", "--content", content, "--app", HUAIDE_APP, "--out", out], { stdio: "pipe" });
  const ms = performance.now() - start;
  return { out, ms, files: readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length };
}
