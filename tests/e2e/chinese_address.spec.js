// An address in Chinese characters is an address like any other.
import { expect, test } from "./support/test.js";

const MATERIAL = "materials/怎样用这个学苑/";

test("a line of the contents leads to its section without opening the page again", async ({ page, portal, host }) => {
  await portal.open(MATERIAL);
  await portal.isKept(MATERIAL);
  await page.locator("#contents summary").click();
  host.asked.length = 0;
  await page.locator("#contents").getByRole("link", { name: "没有网络的时候" }).click();
  await expect.poll(() => portal.atTop()).toBe("没有网络的时候");
  await page.goBack();
  await expect.poll(() => page.evaluate(() => location.hash)).toBe("");
  expect(host.asked.filter((path) => path.includes(MATERIAL))).toEqual([]);
});

test("a text at such an address is kept, and opens without a network", async ({ portal, host }) => {
  await portal.open(MATERIAL);
  await portal.isKept(MATERIAL);
  await portal.isReadyForOffline();
  await host.stop();
  await portal.open(MATERIAL);
  await expect(portal.page.locator("#text")).toContainText("不用注册，不用登录");
});
