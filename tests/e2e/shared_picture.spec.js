// A picture that stands in two series is kept for as long as one of them is.
import { expect, test } from "./support/test.js";

test.use({ siteName: "shared" });

test("a series that is dropped leaves the pictures that another one needs", async ({ page, portal }) => {
  await portal.open("settings/");
  await portal.isKeptWhole();
  await portal.isReadyForOffline();
  const media = portal.files().filter(({ address }) => address.startsWith("media/"));
  const packs = (address) => media.filter((file) => file.address === address).map(({ pack }) => pack);
  const shared = media.find(({ address }) => packs(address).length === 2).address;
  await page.getByRole("checkbox", { name: "法律在身边" }).click();
  await expect.poll(() => portal.kept()).not.toContain("lessons/weichengnian-baohu/02-bullying/");
  await expect(page.locator(".packs li").filter({ hasText: "法律在身边" })).toContainText(/已保存 \d%/);
  expect(await portal.kept()).toContain(shared);
});
