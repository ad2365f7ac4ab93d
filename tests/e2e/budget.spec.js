// What a page costs whoever only reads.
import { sizes } from "../bench/sizes.js";
import { site } from "./support/sites.js";
import { expect, test } from "./support/test.js";

test("the program for reading and its script stay below 200 kB, as they are sent", () => {
  const { wasm, js } = sizes(site("sample"));
  expect(wasm + js, `${wasm} bytes of program and ${js} of script in brotli 11`).toBeLessThanOrEqual(200_000);
});
