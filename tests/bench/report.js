// Writes docs/BENCHMARKS.md from what was measured. Nothing in it is typed by hand.
import { execFileSync } from "node:child_process";
import { cpus, totalmem } from "node:os";
import { aims, kB, ms, program, times } from "./report/words.js";

/** The document. `rows` has one {name, text, blocking, kilobytes, requests, offline} for each site; `parts` are {title, lines}. */
export function report({ rows, runs, size, parts, anchors, sample, large }) {
  return [
    "# Benchmarks",
    "",
    "`cargo xtask bench` measures all of this and writes this file; nothing in it is typed by hand.",
    "",
    ...machine(),
    "",
    "## Reading one long text",
    "",
    `The contract book of the Civil Code, published as a material, and the same text made by others. Medians of ${runs} runs, every`,
    "site in turn; slow 4G (1.6 Mbit/s, 150 ms), a processor a quarter as fast, brotli 9 on the way.",
    "",
    "| site | text can be read | blocking time | transferred | requests | second visit, offline |",
    "|---|---:|---:|---:|---:|---:|",
    ...rows.map(line),
    "",
    "## Against the aims",
    "",
    ...aims(ofReading(rows, size, anchors)),
    "",
    ...parts.flatMap(({ title, lines }) => [`## ${title}`, "", ...lines, ""]),
    "## Publishing the sample portal",
    "",
    `${sample.files} files in ${sample.ms.toFixed(0)} ms, by a publisher that was built for debugging.`,
    "",
    "## A portal of thousands of texts",
    "",
    ...thousands(large),
    "",
  ].join("\n");
}

function thousands({ documents, few, publishing: { own, hugo }, change, costs }) {
  const made = (name, run) => (run ? `| ${name} | ${ms(run.ms)} | ${run.megabytes.toFixed(0)} MB |` : `| ${name} | is not installed | |`);
  const difference = (page) => costs.many[page].own / costs.few[page].own - 1;
  const differences = ["home", "lesson"].map(difference);
  const cost = (page) =>
    `| ${page} | ${kB(costs.few[page].own)} | ${kB(costs.many[page].own)} | ${(difference(page) * 100).toFixed(1)} % | ` +
    `${kB(costs.few[page].lists)} | ${kB(costs.many[page].lists)} |`;
  return [
    `${documents} texts: 80 copies of 44 laws that differ in their titles and in every tenth paragraph. Published from nothing, in turn`,
    "with Debian's Hugo on the same files (contents list, article, navigation, lists of sixty); medians of 3 runs.",
    "",
    "| publisher | time | peak memory |",
    "|---|---:|---:|",
    made("怀德学苑", own),
    made("Hugo", hugo),
    "",
    `What a first visit transfers, in brotli 9, with ${few} and with ${documents} texts beside one series of lessons:`,
    "",
    `| page | its own requests, ${few} | its own requests, ${documents} | difference | lists for keeping, ${few} | lists for keeping, ${documents} |`,
    "|---|---:|---:|---:|---:|---:|",
    cost("home"),
    cost("lesson"),
    "",
    ...aims([
      ...(hugo ? [["at most the time of Hugo", `${ms(own.ms)} to ${ms(hugo.ms)}`, own.ms <= hugo.ms]] : []),
      ["one changed text published in at most 300 ms", ms(change), change <= 300],
      [
        "a page costs the same within 5 %",
        differences.map((one) => `${(one * 100).toFixed(1)} %`).join(", "),
        differences.every((one) => Math.abs(one) <= 0.05),
      ],
    ]),
  ];
}

function machine() {
  const version = (program, ...args) => execFileSync(program, args, { encoding: "utf8" }).trim().split("\n")[0];
  const [{ model }] = cpus();
  return [
    `- ${new Date().toISOString().slice(0, 10)}, commit ${version("git", "rev-parse", "--short", "HEAD")} and what was changed since`,
    `- ${cpus().length} × ${model}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB`,
    `- ${version("rustc", "--version")}; Node ${process.version}; ${version("/usr/bin/chromium", "--version")}`,
  ];
}

function line({ name, text, blocking, kilobytes, requests, offline }) {
  return `| ${name} | ${ms(text)} | ${ms(blocking)} | ${kilobytes.toFixed(0)} kB | ${requests} | ${ms(offline)} |`;
}

function ofReading(rows, size, anchors) {
  const of = (name) => rows.find((row) => row.name === name);
  const [own, bare, mdbook] = [of("怀德学苑"), of("bare page"), of("mdBook")];
  const ratio = (value) => times(value / bare.text);
  const most = bare.blocking * 1.5 + 100;
  return [
    ["text at most 1.15 × the bare page", ratio(own.text), own.text <= 1.15 * bare.text],
    ["blocking time at most 1.5 × the bare page's + 100 ms", `${ms(own.blocking)} of ${ms(most)}`, own.blocking <= most],
    ...(mdbook ? [["blocking time below mdBook's", `${ms(own.blocking)} to ${ms(mdbook.blocking)}`, own.blocking < mdbook.blocking]] : []),
    ["all that is transferred at most 262 kB", `${own.kilobytes.toFixed(1)} kB`, own.kilobytes <= 262],
    [
      "offline, text at most 1.5 × the bare page online",
      own.offline === null ? "does not open" : ratio(own.offline),
      own.offline !== null && own.offline <= 1.5 * bare.text,
    ],
    ["WASM and JS of a page at most 200 kB (brotli 11)", program(size), size.wasm + size.js <= 200_000],
    ["anchors under 3 % of the page", `${(anchors * 100).toFixed(2)} %`, anchors < 0.03],
  ];
}
