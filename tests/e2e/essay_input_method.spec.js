// Chinese comes through an input method: while it composes nothing is written back, counted or cut into versions, and nothing is lost.
import { expect, test } from "./support/test.js";
import { Essay, inputMethod } from "./support/essay.js";

/** Does something to a page whose text is being composed, and gives what was composed before. */
async function composing(essay) {
  await essay.text.click();
  const method = await inputMethod(essay.page);
  await method.compose("lou xia");
  await method.commit("楼下，");
  await essay.isSaved();
  await expect(essay.length).toContainText("3 字");
  for (const letters of ["d", "de", "de deng"]) await method.compose(letters);
  return method;
}

test("while it composes 字数 wait, and nothing is written back", async ({ page, portal }) => {
  const essay = new Essay(portal);
  await essay.open();
  const method = await composing(essay);
  await page.evaluate(() => {
    const { set, get } = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value");
    globalThis.set = 0;
    Object.defineProperty(HTMLTextAreaElement.prototype, "value", { set(value) { globalThis.set++; set.call(this, value); }, get });
  });
  await expect(essay.text).toHaveValue("楼下，de deng");
  await essay.isSaved();
  await expect(essay.length).toContainText("3 字");
  await method.commit("的灯");
  await expect(essay.text).toHaveValue("楼下，的灯");
  await expect(essay.length).toContainText("5 字");
  await essay.isSaved();
  await expect.poll(async () => (await essay.draft()).text).toBe("楼下，的灯");
  expect(await page.evaluate(() => globalThis.set)).toBe(0);
});

test("a reload in the middle of composing keeps the words before", async ({ portal }) => {
  const essay = new Essay(portal);
  await essay.open();
  await composing(essay);
  await essay.reload();
  await expect(essay.text).toHaveValue(/^楼下，/);
});

test("a tab that is killed in the middle of composing keeps the words before", async ({ page, portal }) => {
  const essay = new Essay(portal);
  await essay.open();
  await composing(essay);
  const device = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent("crash");
  device.send("Page.crash").catch(() => {});
  await crashed;
  const again = new Essay(await portal.tab());
  await again.open();
  await expect(again.text).toHaveValue(/^楼下，/);
  await expect(again.text).toBeEditable();
});

test("no version is cut in the middle of a word, however long one writes", async ({ page, portal }) => {
  await page.clock.install();
  const essay = new Essay(portal);
  await essay.open();
  await essay.text.click();
  const method = await inputMethod(page);
  // Twenty stretches of sixteen seconds are more than five minutes of writing.
  for (let stretch = 0; stretch < 20; stretch++) {
    await method.compose(`de${"n".repeat(stretch)}`);
    await page.clock.fastForward(16_000);
  }
  await expect(essay.text).toHaveValue(/^de/);
  await expect(essay.versions).toContainText("留下的版本（0）");
  await method.commit("灯");
  await page.clock.fastForward(3_000);
  await expect(essay.versions).toContainText("留下的版本（1）");
  const [, version] = [await essay.openVersions(), essay.versions.locator(".entries > li").first()];
  await expect(version).toContainText("1 字");
});
