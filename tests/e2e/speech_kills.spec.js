// A browser that is killed while it records: the take plays and lacks at most two seconds (tests/rigs/speech-kills.mjs has more rounds).
import { MOST_LOST, kills } from "../rigs/speech-kills.mjs";
import { site } from "./support/sites.js";
import { expect, test } from "./support/test.js";

const ROUNDS = 3;
const SEED = 5;

test("a killed browser keeps all of a take but the last two seconds", async () => {
  for (const { lost } of await kills(site("sample"), ROUNDS, SEED)) {
    expect(lost).toBeLessThanOrEqual(MOST_LOST);
    expect(lost).toBeGreaterThan(-1);
  }
});
