// The part of docs/BENCHMARKS.md about the holiday programme: the size of its program, typing, packing, and browsers that are killed.
import { Host } from "../e2e/support/host.js";
import { DESK } from "../e2e/support/essay.js";
import * as essay from "../rigs/essay-kills.mjs";
import * as speech from "../rigs/speech-kills.mjs";
import { packing } from "./packing.js";
import { isStartedAlone, writePart } from "./part.js";
import { youthPart } from "./report/youth.js";
import { publishSample, sizes } from "./sizes.js";
import { typing } from "./typing.js";

const SEED = 1;
/** Of so many rounds in which writing is killed, there is one in which recording is. */
const WRITING_PER_RECORDING = 5;

/** Measures a site; `rounds` is how often writing is killed. */
export async function youth(folder, rounds) {
  console.log("typing in a long essay");
  const typed = await typing(folder);
  console.log("packing an entry");
  const packed = await packing(folder);
  console.log("killing browsers that are written in");
  const written = await killedWriting(folder, rounds);
  console.log("killing browsers that record");
  const recorded = await killedRecording(folder, Math.ceil(rounds / WRITING_PER_RECORDING));
  return { size: sizes(folder, "youth"), typed, packed, written, recorded };
}

async function killedWriting(folder, rounds) {
  const host = await new Host(folder).start();
  try {
    const all = await essay.kills(host.url(DESK), { rounds, seed: SEED });
    return { rounds: all.length, bad: all.filter((one) => !essay.isFine(one)).length, keys: Math.max(...all.map(({ missing }) => missing)) };
  } finally {
    await host.stop();
  }
}

async function killedRecording(folder, rounds) {
  const all = await speech.kills(folder, rounds, SEED);
  return { rounds: all.length, lost: Math.max(...all.map(({ lost }) => lost)), most: speech.MOST_LOST };
}

if (isStartedAlone(import.meta)) {
  const { out } = publishSample();
  writePart(youthPart(await youth(out, Number(process.env.HUAIDE_ROUNDS))));
}
