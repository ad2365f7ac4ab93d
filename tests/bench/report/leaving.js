// What docs/BENCHMARKS.md says of pages that are left.
import { table } from "../../rigs/leaving.mjs";
import { aims } from "./words.js";

/** The part, {title, lines}. */
export function leavingPart({ rounds, engines }) {
  const counts = (found) => found.rows.flatMap((row) => row.counts);
  const aim = (found) => {
    const [there, all] = [counts(found).reduce((sum, count) => sum + count, 0), counts(found).length * rounds];
    return [`all of it is there again in ${found.about}`, `${there} of ${all}`, there === all];
  };
  return {
    title: "Leaving",
    lines: [
      "Something is read, written or filled in, and the page is left at once in one of six ways; where it has no chance to notice (killed, crashed,",
      `put aside and killed; in Firefox also closed) 1.1 s later. Whoever comes back must find it, whole. ${rounds} rounds of each, three engines side by side, which makes a`,
      "busy machine.",
      "",
      ...engines.flatMap((found) => [`${found.about}:`, "", ...table(found), ""]),
      ...aims(engines.map(aim)),
    ],
  };
}
