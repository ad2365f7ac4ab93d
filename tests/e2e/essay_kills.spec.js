// The browser is killed while one writes: what was said to be saved is there, and all but the keys of the last second.
import { kills, isFine } from "../rigs/essay-kills.mjs";
import { DESK } from "./support/essay.js";
import { expect, test } from "./support/test.js";

test("ten kills at ten keys a second lose nothing that was saved, and at most a second of keys", async ({ host }) => {
  test.setTimeout(240_000);
  const lines = await kills(host.url(DESK), { rounds: 10, seed: 5 });
  expect(lines.filter((line) => !isFine(line))).toEqual([]);
  expect(lines).toHaveLength(10);
});
