// Writes docs/BENCHMARKS.md from what was measured. Nothing in it is typed by hand.
import { execFileSync } from "node:child_process";
import { cpus, totalmem } from "node:os";

const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
const ms = (value) => (value === null ? "does not open" : `${value.toFixed(0)} ms`);

/** The document. `rows` has one {name, text, blocking, kilobytes, requests, offline} for each site. */
export function report({ rows, runs, sizes, study, starts, anchors, sample, large }) {
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
    "| aim | measured | met |",
    "|---|---|---|",
    ...aims(rows, sizes, anchors).map(([aim, measured, met]) => `| ${aim} | ${measured} | ${met ? "yes" : "**no**"} |`),
    "",
    "## Studying",
    "",
    ...studying(study, starts),
    "",
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

/** Puts the part about studying into a document, in the place of the one that is there or before the sample portal. */
export function withStudying(document, study, starts) {
  const part = ["## Studying", "", `Measured on ${new Date().toISOString().slice(0, 10)}.`, "", ...studying(study, starts), "", ""].join("\n");
  const [begin, end] = [document.indexOf("## Studying"), document.indexOf("## Publishing the sample portal")];
  return document.slice(0, begin === -1 ? end : begin) + part + document.slice(end);
}

function studying({ wasm, js }, { few, many, counts }) {
  const ratio = many / few;
  return [
    `The program that answers, practises, notes and counts comes only on pages of studying, and on texts with notes: ${kB(wasm)} + ${kB(js)} =`,
    `${kB(wasm + js)} (brotli 11), FSRS included.`,
    "",
    `From opening the front page until the app has drawn the next step from the log, a processor a quarter as fast, in turn: ${ms(few)} with`,
    `${counts.few} events, ${ms(many)} with ${counts.many}.`,
    "",
    "| aim | measured | met |",
    "|---|---|---|",
    `| a start with ${counts.many} events at most 1.3 × one with ${counts.few} | ${ratio.toFixed(2)} × | ${ratio <= 1.3 ? "yes" : "**no**"} |`,
  ];
}

function thousands({ documents, few, publishing: { own, hugo }, change, costs }) {
  const made = (name, run) => (run ? `| ${name} | ${ms(run.ms)} | ${run.megabytes.toFixed(0)} MB |` : `| ${name} | is not installed | |`);
  const difference = (page) => costs.many[page].own / costs.few[page].own - 1;
  const differences = ["home", "lesson"].map(difference);
  const cost = (page) =>
    `| ${page} | ${kB(costs.few[page].own)} | ${kB(costs.many[page].own)} | ${(difference(page) * 100).toFixed(1)} % | ` +
    `${kB(costs.few[page].lists)} | ${kB(costs.many[page].lists)} |`;
  const met = (is) => (is ? "yes" : "**no**");
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
    "| aim | measured | met |",
    "|---|---|---|",
    ...(hugo ? [`| at most the time of Hugo | ${ms(own.ms)} to ${ms(hugo.ms)} | ${met(own.ms <= hugo.ms)} |`] : []),
    `| one changed text published in at most 300 ms | ${ms(change)} | ${met(change <= 300)} |`,
    `| a page costs the same within 5 % | ${differences.map((one) => `${(one * 100).toFixed(1)} %`).join(", ")} | ${met(differences.every((one) => Math.abs(one) <= 0.05))} |`,
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

function aims(rows, sizes, anchors) {
  const of = (name) => rows.find((row) => row.name === name);
  const [own, bare, mdbook] = [of("怀德学苑"), of("bare page"), of("mdBook")];
  const ratio = (value) => `${(value / bare.text).toFixed(2)} ×`;
  const most = bare.blocking * 1.5 + 100;
  const app = sizes.wasm + sizes.js;
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
    ["WASM and JS of a page at most 200 kB (brotli 11)", `${kB(sizes.wasm)} + ${kB(sizes.js)} = ${kB(app)}`, app <= 200_000],
    ["anchors under 3 % of the page", `${(anchors * 100).toFixed(2)} %`, anchors < 0.03],
  ];
}
