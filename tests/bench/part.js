// One part of docs/BENCHMARKS.md, measured and written without the others.
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const FILE = join(resolve(import.meta.dirname, "../.."), "docs/BENCHMARKS.md");
/** What follows the parts that can be measured alone. */
const NEXT = "## Publishing the sample portal";

/** Whether Node was started with this module. */
export const isStartedAlone = ({ filename }) => resolve(process.argv[1]) === filename;

/** Writes a part, {title, lines}, in the place of the one that is there, or as the last of its kind. */
export function writePart(part) {
  console.log(part.lines.join("\n"));
  writeFileSync(FILE, withPart(readFileSync(FILE, "utf8"), part));
  console.log(`docs/BENCHMARKS.md has a new part: ${part.title}`);
}

function withPart(document, { title, lines }) {
  const measured = `Measured on ${new Date().toISOString().slice(0, 10)}.`;
  const part = [`## ${title}`, "", measured, "", ...lines, "", ""].join("\n");
  const begin = document.indexOf(`## ${title}\n`);
  if (begin === -1) return document.replace(NEXT, () => part + NEXT);
  const end = document.indexOf("\n## ", begin);
  return document.slice(0, begin) + part + document.slice(end === -1 ? document.length : end + 1);
}
