// What docs/BENCHMARKS.md says of the first run.
import { aims } from "./words.js";

/** The part, {title, lines}. */
export function firstRunPart({ pages, programs, cores }) {
  const row = (what, seconds, aim) => [`${what} within ${aim} s`, `${seconds.toFixed(0)} s`, seconds <= aim];
  return {
    title: "First run",
    lines: [
      `\`cargo xtask serve\` in a fresh clone without any of the tools, on ${cores} cores; what cargo and npm had fetched before is there.`,
      "",
      ...aims([row("the pages can be read", pages, 240), row("the programs run in them", programs, 600)]),
    ],
  };
}
