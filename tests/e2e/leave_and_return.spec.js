// The promise in one sentence: read, leave, and without a network stand at the very same words again.
import { stretches } from "./support/portal.js";
import { expect, test } from "./support/test.js";

const LESSON = "lessons/shequ-zizhi/02-who-decides-who-acts/";

test("who read half a lesson and left finds the same words again, without a network", async ({ page, portal, host }) => {
  await portal.open();
  await portal.isKeptWhole();
  await portal.isReadyForOffline();
  await portal.open(LESSON);
  const words = await portal.readTo(9);
  // A draft may have been begun at the top: this one is of the place where the reader stands.
  await portal.record((record) => stretches(record).some(({ place }) => place.before.length > 0));
  await page.close();
  await host.stop();
  const later = await portal.tab();
  await later.open();
  await later.page.getByRole("link", { name: "接着读" }).click();
  await expect(later.page).toHaveURL(host.url(LESSON));
  await expect(later.page.getByRole("status").filter({ hasText: "已回到上次读到的地方" })).toBeVisible();
  await expect.poll(() => later.atTop()).toBe(words);
});
