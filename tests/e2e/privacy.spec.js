// Nobody else hears of a visit: every request of every page and of the worker goes to the portal's own host.
import { expect, test } from "./support/test.js";

test("no request of a whole visit leaves the portal's host", async ({ portal, host, context }) => {
  const asked = [];
  const askedByWorker = [];
  context.on("request", (request) => (request.serviceWorker() ? askedByWorker : asked).push(request.url()));
  await portal.open();
  await portal.isKeptWhole();
  for (const address of portal.pages()) {
    await portal.open(address);
    await portal.picturesShow();
  }
  expect(asked.length).toBeGreaterThan(portal.pages().length);
  expect(askedByWorker.length).toBeGreaterThan(portal.files().length);
  expect([...asked, ...askedByWorker].filter((url) => !url.startsWith(host.url()) && !url.startsWith("data:"))).toEqual([]);
});

test("a page may not reach another host even if something tried to", async ({ page, portal, expected }) => {
  expected.push(/Content.Security.Policy/i, /Fetch API cannot load|Refused to/);
  await portal.open("lessons/shequ-zizhi/01-what-is-self-government/");
  const outcome = await page.evaluate(() => fetch("http://127.0.0.1:9/").then(String, (error) => error.name));
  expect(outcome).toBe("TypeError");
  const blocked = await page.evaluate(
    () =>
      new Promise((done) => {
        // That of the request before may be told only now.
        const told = ({ blockedURI, effectiveDirective }) => blockedURI.endsWith("/picture.png") && done(effectiveDirective);
        document.addEventListener("securitypolicyviolation", told);
        new Image().src = "http://127.0.0.1:9/picture.png";
      }),
  );
  expect(blocked).toBe("img-src");
  expect(await page.evaluate(() => document.cookie)).toBe("");
});
