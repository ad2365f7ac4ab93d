// The part of docs/BENCHMARKS.md about databases that are damaged: who is told, and what is taken back from the mirror.
import { join, resolve } from "node:path";
import { Host } from "../e2e/support/host.js";
import { damage, table } from "../rigs/damage.mjs";
import { isStartedAlone, writePart } from "./part.js";
import { damagePart } from "./report/damage.js";
import { publishSample } from "./sizes.js";

if (isStartedAlone(import.meta)) {
  const content = resolve(import.meta.dirname, "../fixtures/small");
  const { out } = publishSample({ content, out: join(process.env.HUAIDE_MADE, "damage") });
  const host = await new Host(out).start();
  const { rounds, intact, told, restored, lines } = await damage(host, (line) => console.log(JSON.stringify(line)));
  await host.stop();
  writePart(damagePart({ rounds, intact, told, restored, rows: table(lines) }));
}
