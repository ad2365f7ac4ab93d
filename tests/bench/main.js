// The figures of docs/BENCHMARKS.md: how soon one long text can be read, side by side with others, all in one run.
//
// The text is published as a material, made by the others too, and every site is visited in turn, run by run; medians count.
import { mkdirSync, copyFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Host } from "../e2e/support/host.js";
import { makeRivals } from "./rivals.js";
import { visit } from "./measure.js";
import { median } from "./median.js";
import { report } from "./report.js";
import { studyingPart } from "./report/studying.js";
import { youthPart } from "./report/youth.js";
import { scale } from "./scale.js";
import { publishSample, shareOfAnchors, sizes } from "./sizes.js";
import { studying } from "./studying.js";
import { youth } from "./youth.js";

const { HUAIDE_MADE, HUAIDE_LAWS, HUAIDE_RUNS, HUAIDE_ROUNDS } = process.env;
const CHECKOUT = resolve(import.meta.dirname, "../..");
/** The first article of the text: when it is on the screen, one can read. */
const WORDS = "本编调整因合同产生的民事关系";
const TEXT = join(HUAIDE_LAWS, "d0032.md");

rmSync(HUAIDE_MADE, { recursive: true, force: true });
const site = publishWithText();
const sites = { ...makeRivals(TEXT, join(HUAIDE_MADE, "rivals")), 怀德学苑: site };
const rows = await measureAll(sites);
console.log("a portal of thousands of texts");
const large = await scale();
const sample = publishSample();
const parts = [studyingPart(await studying(sample.out)), youthPart(await youth(sample.out, Number(HUAIDE_ROUNDS)))];
writeFileSync(
  join(CHECKOUT, "docs/BENCHMARKS.md"),
  report({
    rows,
    runs: Number(HUAIDE_RUNS),
    size: sizes(site.folder),
    parts,
    anchors: shareOfAnchors(site),
    sample,
    large,
  }),
);
console.log("docs/BENCHMARKS.md is written");

function publishWithText() {
  const content = join(HUAIDE_MADE, "content");
  mkdirSync(join(content, "materials"), { recursive: true });
  writeFileSync(join(content, "portal.toml"), `name = "怀德学苑"\n`);
  copyFileSync(TEXT, join(content, "materials/law.md"));
  const folder = publishSample({ content, out: join(HUAIDE_MADE, "site") }).out;
  return { folder, address: "materials/law/" };
}

async function measureAll(sites) {
  const hosts = {};
  for (const [name, { folder }] of Object.entries(sites)) hosts[name] = await new Host(folder, "/", { compressed: true }).start();
  const visits = Object.fromEntries(Object.keys(sites).map((name) => [name, []]));
  for (let run = 1; run <= Number(HUAIDE_RUNS); run += 1) {
    for (const [name, { address }] of Object.entries(sites)) {
      visits[name].push(await visit({ url: hosts[name].url(address), words: WORDS }));
    }
    console.log(`run ${run} of ${HUAIDE_RUNS}`);
  }
  await Promise.all(Object.values(hosts).map((host) => host.stop()));
  return Object.entries(visits).map(([name, all]) => ({ name, ...medians(all) }));
}

/** The median of every figure; what failed once is no figure. */
function medians(visits) {
  const of = (figure) => {
    const values = visits.map((visit) => visit[figure]);
    return values.includes(null) ? null : median(values);
  };
  return Object.fromEntries(Object.keys(visits[0]).map((figure) => [figure, of(figure)]));
}
