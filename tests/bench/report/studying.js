// What docs/BENCHMARKS.md says of studying.
import { aims, ms, program, times } from "./words.js";

/** The part, {title, lines}. */
export function studyingPart({ size, reader, starts: { few, many, counts }, saved, marked }) {
  const ratio = many / few;
  return {
    title: "Studying",
    lines: [
      "The program that answers, practises, notes and counts comes only on pages of studying, and on texts with notes:",
      `${program(size)} (brotli 11), FSRS included. All that follows with a processor a quarter as fast.`,
      "",
      `From opening the front page until the app has drawn the next step from the log, in turn: ${ms(few)} with ${counts.few} events,`,
      `${ms(many)} with ${counts.many}.`,
      "",
      `A backup of ${saved.events} events, ${saved.megabytes.toFixed(1)} MB: ${ms(saved.ms)} from the press to the file. Meanwhile the page stands still for`,
      `${ms(saved.still)} at the longest; the next press is answered after ${ms(saved.answered)}.`,
      "",
      `A text of ${marked.paragraphs} paragraphs, ${marked.characters} 字, from opening it until all is painted:`,
      "",
      "| marked passages | time |",
      "|---:|---:|",
      ...marked.times.map(({ count, ms: time }) => `| ${count === 0 ? "none: the app stands" : count} | ${ms(time)} |`),
      "",
      ...aims([
        [`a start with ${counts.many} events at most 1.3 × one with ${counts.few}`, times(ratio), ratio <= 1.3],
        ["with all this, WASM and JS of a page for reading at most 200 kB (brotli 11)", program(reader), reader.wasm + reader.js <= 200_000],
      ]),
    ],
  };
}
