// Raw HTML of authors: what is harmless stays, nothing runs, and nothing is fetched that the portal does not have.
import { expect, test } from "./support/test.js";

test.use({ siteName: "texts" });

test("nothing of an author's HTML runs or fetches, and harmless words stay", async ({ page, portal, host }) => {
  await portal.open("materials/raw/");
  const text = page.locator("#text");
  await expect(text).toContainText("这一块可以留下");
  await text.getByText("这一块可以留下").click();
  await text.getByText("粗体").hover();
  await text.getByText("这个链接不会动").click();
  expect(await page.evaluate(() => globalThis.attacked)).toBeUndefined();
  await expect(text.locator("script, iframe, [onclick], [onerror], [onmouseover], [href^=javascript]")).toHaveCount(0);
  const below = host.asked.filter((path) => path.startsWith("/materials/raw/"));
  expect([...new Set(below)], "only the page itself").toEqual(["/materials/raw/"]);
});
