// What docs/BENCHMARKS.md says of the holiday programme.
import { aims, ms, program, times } from "./words.js";

/** The part, {title, lines}. */
export function youthPart({ size, typed: { bare, desk, ratio }, packed, written, recorded }) {
  return {
    title: "The holiday programme",
    lines: [
      `The program of activities, scenes and contests comes only on their pages: ${program(size)} (brotli 11).`,
      "",
      "Typing at the end of 5000 字, ten keys a second, a processor a quarter as fast, from the key to the frame that shows it:",
      "",
      "| field | median | 95th percentile | work of the page per key |",
      "|---|---:|---:|---:|",
      ...[["bare textarea", bare], ["essay desk", desk]].map(([name, of]) => `| ${name} | ${ms(of.median)} | ${ms(of.p95)} | ${of.work.toFixed(1)} ms |`),
      "",
      `An entry of 3000 字 and four photographed pages is one sealed file of ${packed.megabytes.toFixed(1)} MB. Browsers are killed (SIGKILL) at moments that a`,
      "seed determines, and opened again.",
      "",
      ...aims([
        ["a key in an essay of 5000 字 at most 1.3 × one in a bare field (95th percentile)", times(ratio), ratio <= 1.3],
        ["that entry packed and sealed in at most 2 s, a processor a quarter as fast", ms(packed.ms), packed.ms <= 2_000],
        [
          "killed at ten keys a second: all that was said to be saved is there, and all but the keys of the last second",
          `${written.rounds - written.bad} of ${written.rounds} rounds, at most ${written.keys} keys missing`,
          written.bad === 0,
        ],
        [
          `killed while recording: the take plays and lacks at most ${recorded.most} s`,
          `${recorded.rounds} rounds, at most ${recorded.lost.toFixed(2)} s`,
          recorded.lost <= recorded.most,
        ],
      ]),
    ],
  };
}
