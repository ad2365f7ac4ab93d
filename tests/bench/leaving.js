// The part of docs/BENCHMARKS.md about pages that are left: what is there again, of each content, way and engine.
import { join, resolve } from "node:path";
import { ENGINES, leavingIn } from "../rigs/leaving.mjs";
import { isStartedAlone, writePart } from "./part.js";
import { leavingPart } from "./report/leaving.js";
import { publishSample } from "./sizes.js";

if (isStartedAlone(import.meta)) {
  const content = resolve(import.meta.dirname, "../fixtures/small");
  const { out } = publishSample({ content, out: join(process.env.HUAIDE_MADE, "leaving") });
  const rounds = Number(process.env.HUAIDE_ROUNDS);
  writePart(leavingPart({ rounds, engines: await leavingIn(ENGINES, out, rounds) }));
}
