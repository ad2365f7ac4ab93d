// The navigation stands at the top: who goes up to leave has not read the beginning again.
import { expect, test } from "./support/test.js";

const LESSON = "lessons/shequ-zizhi/01-what-is-self-government/";

test("who scrolls up to leave by the navigation comes back to where they read", async ({ page, portal, context }) => {
  await context.clock.install();
  await portal.open(LESSON);
  const words = await portal.readTo(9);
  await portal.isNotedDown(LESSON);
  await page.getByRole("link", { name: "怀德学苑" }).first().click();
  await page.getByRole("link", { name: "接着读" }).click();
  await expect.poll(() => portal.atTop()).toBe(words);
});
