// Nobody else hears of a visit: every request of every page and of the worker goes to the portal's own host.
import { expect, test } from "./support/test.js";

test("no request of a whole visit leaves the portal's host", async ({ page, portal, host, context }) => {
  const asked = [];
  context.on("request", (request) => asked.push(request.url()));
  await portal.open();
  await portal.isKeptWhole();
  for (const address of portal.pages()) {
    await portal.open(address);
    await portal.picturesShow();
  }
  const fromWorker = asked.filter((url) => url.includes("/packs/"));
  expect(fromWorker.length).toBeGreaterThan(0);
  expect(asked.length).toBeGreaterThan(portal.pages().length);
  expect(asked.filter((url) => !url.startsWith(host.url()) && !url.startsWith("data:"))).toEqual([]);
});

test("a page may not reach another host even if something tried to", async ({ page, portal, expected }) => {
  expected.push(/Content.Security.Policy/i, /Fetch API cannot load|Refused to/);
  await portal.open("lessons/shequ-zizhi/01-what-is-self-government/");
  const outcome = await page.evaluate(() => fetch("http://127.0.0.1:9/").then(String, (error) => error.name));
  expect(outcome).toBe("TypeError");
  const blocked = await page.evaluate(
    () =>
      new Promise((done) => {
        document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => done(effectiveDirective));
        new Image().src = "http://127.0.0.1:9/picture.png";
      }),
  );
  expect(blocked).toBe("img-src");
  expect(await page.evaluate(() => document.cookie)).toBe("");
});
