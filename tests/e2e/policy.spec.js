// Old engines may compile the programs, which they know as eval only; every newer one keeps to the strict policy all the same.
import { expect, test } from "./support/test.js";

/** A page of each program: reading, studying, the holiday programme. */
const PAGES = { reading: "", studying: "record/", youth: "contests/zhengwen-2027/write/" };

/** Runs in the page: how each way to run a text ended. A timer of the page calls them, for what a driver calls is bound by no policy. */
const tried = () =>
  new Promise((done) =>
    setTimeout(() => {
      const ways = { eval: () => window.eval("1"), function: () => window.Function("return 1")() };
      const ended = ([name, way]) => {
        try {
          return [name, way()];
        } catch (fault) {
          return [name, fault.name];
        }
      };
      done(Object.fromEntries(Object.entries(ways).map(ended)));
    }),
  );

for (const [what, address] of Object.entries(PAGES)) {
  test(`no text is run as a program on a page of ${what}, and the page itself never tries to`, async ({ portal, page, expected }) => {
    await page.addInitScript(() => {
      globalThis.violations = [];
      document.addEventListener("securitypolicyviolation", ({ blockedURI }) => globalThis.violations.push(blockedURI));
    });
    await portal.open(address);
    expect(await page.evaluate(() => globalThis.violations)).toEqual([]);
    expected.push(/unsafe-eval/);
    expect(await page.evaluate(tried)).toEqual({ eval: "EvalError", function: "EvalError" });
  });
}
