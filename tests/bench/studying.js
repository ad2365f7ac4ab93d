// The part of docs/BENCHMARKS.md about studying: the size of its program, starts with short and long logs, a backup of a long log, and a
// text with many marked passages.
import { backup } from "./backup.js";
import { highlights } from "./highlights.js";
import { isStartedAlone, writePart } from "./part.js";
import { studyingPart } from "./report/studying.js";
import { publishSample, sizes } from "./sizes.js";
import { start } from "./start.js";

/** Measures a site. */
export async function studying(folder) {
  console.log("starts with short and long logs");
  const starts = await start(folder);
  console.log("a backup of a long log");
  const saved = await backup(folder);
  console.log("a text with marked passages");
  return { size: sizes(folder, "study"), reader: sizes(folder), starts, saved, marked: await highlights() };
}

if (isStartedAlone(import.meta)) {
  const { out } = publishSample();
  writePart(studyingPart(await studying(out)));
}
