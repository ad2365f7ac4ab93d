// Only the part of docs/BENCHMARKS.md about studying: the size of its program, and starts with short and long logs.
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { withStudying } from "./report.js";
import { publishSample, sizes } from "./sizes.js";
import { start } from "./start.js";

const FILE = join(resolve(import.meta.dirname, "../.."), "docs/BENCHMARKS.md");

const { out } = publishSample();
const starts = await start(out);
const [reader, study] = [sizes(out), sizes(out, "study")];
console.log({ reader, study, starts });
writeFileSync(FILE, withStudying(readFileSync(FILE, "utf8"), study, starts));
