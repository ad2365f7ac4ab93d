// Caches that can never be read again, as a browser may leave them that was killed while it wrote the list of them: nothing depends on them.
import { send } from "./support/host.js";
import { expect, test } from "./support/test.js";

/** Every question to the caches fails. */
function breakCaches() {
  const broken = new Proxy({}, { get: () => () => Promise.reject(new TypeError("Failed reading data from the file system")) });
  Object.defineProperty(globalThis, "caches", { value: broken });
}

test("where caches are broken, pages come over the network, nothing is kept, and the settings say so", async ({ page, host, portal }) => {
  const lesson = "lessons/shequ-zizhi/01-what-is-self-government/";
  await portal.open();
  await portal.isKeptWhole();
  host.faults["sw.js"] = (_request, response, answer) =>
    send(response, { ...answer, body: Buffer.from(`(${breakCaches})();\n${answer.body}`) });
  await page.evaluate(() => navigator.serviceWorker.getRegistration().then((worker) => worker.update()));
  const isBroken = () => page.evaluate(() => navigator.serviceWorker.getRegistration().then(({ active, waiting, installing }) => Boolean(active && !waiting && !installing)));
  await expect.poll(isBroken).toBe(true);
  await page.addInitScript(breakCaches);
  await portal.open(lesson);
  await expect(page.locator("#text")).toContainText("居民自治");
  await portal.open("settings/");
  await expect(page.locator("main")).toContainText("不能保存页面供离线时读");
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.getRegistrations().then((all) => all.length))).toBe(0);
});
