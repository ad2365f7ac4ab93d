// What docs/BENCHMARKS.md says of databases that are damaged.
import { aims } from "./words.js";

/** The part, {title, lines}. */
export function damagePart({ rounds, intact, told, restored, rows }) {
  const of = (count) => `${count} of ${rounds - intact}`;
  return {
    title: "Damaged databases",
    lines: [
      "An essay, records, or both are made in Chromium; the page is left, the browser closed, and the files of IndexedDB are damaged in eight ways.",
      "Whoever comes back looks whether the front page tells it, presses 取回 on the learners' page, and looks at the desk and the record.",
      "",
      ...rows.split("\n"),
      "",
      ...aims([
        ["every loss is told", of(told), told === rounds - intact],
        ["all of it is taken back from the mirror", of(restored), restored === rounds - intact],
      ]),
    ],
  };
}
