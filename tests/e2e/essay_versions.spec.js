// Versions of an essay: cut by themselves and on demand, compared, and come back to without losing anything.
import { expect, test } from "./support/test.js";
import { Essay } from "./support/essay.js";

test("a version is cut after five minutes of writing, and time without keys does not count", async ({ page, portal }) => {
  await page.clock.install({ time: new Date("2027-01-28T19:00:00+08:00") });
  const essay = new Essay(portal);
  await essay.open();
  await essay.text.click();
  await page.keyboard.insertText("开头。");
  await page.clock.fastForward(600_000);
  const write = async (times) => {
    for (let stretch = 0; stretch < times; stretch++) {
      await page.keyboard.insertText("写一句。");
      await page.clock.fastForward(20_000);
    }
  };
  // The clock stands still between the keys: fourteen pauses of twenty seconds, however slow the device is.
  await page.clock.pauseAt(new Date("2027-01-28T19:12:00+08:00"));
  await write(15);
  await page.clock.resume();
  await expect(essay.versions).toContainText("留下的版本（0）");
  await write(2);
  await expect(essay.versions).toContainText("留下的版本（1）");
  await essay.reload();
  const versions = await essay.openVersions();
  await expect(versions).toContainText("写了五分钟");
  await expect(versions).toContainText("2027年1月28日 19:1");
});

test("a version is kept on demand, and the same text is not kept twice", async ({ page, portal }) => {
  const essay = new Essay(portal);
  await essay.open();
  await essay.title.fill("灯");
  await essay.write("第一稿。");
  await essay.cut();
  await essay.versions.getByRole("button", { name: "留一版" }).click();
  await expect(page.locator(".told")).toContainText("和上一版一样");
  const versions = await essay.openVersions();
  await expect(versions).toHaveCount(1);
  await expect(versions).toContainText("自己留的");
  await expect(versions).toContainText("4 字");
});

test("what changed since a version is shown as one reads it", async ({ portal }) => {
  const essay = new Essay(portal);
  await essay.open();
  await essay.write("楼道里的灯坏了三天。\n没有人修。");
  await essay.cut();
  await essay.write("楼道里的灯坏了五天。\n没有人修。");
  const versions = await essay.openVersions();
  await versions.getByRole("button", { name: "看看改了什么" }).click();
  await expect(versions.locator("del")).toHaveText("三");
  await expect(versions.locator("ins")).toHaveText("五");
  await expect(versions.locator(".written")).toHaveText("楼道里的灯坏了三五天。\n没有人修。");
});

test("going back to a version loses nothing of what stood there, also after a reload", async ({ page, portal }) => {
  const essay = new Essay(portal);
  await essay.open();
  await essay.title.fill("旧题目");
  await essay.write("旧的。");
  await essay.cut();
  await essay.title.fill("新题目");
  await essay.write("新的，更好。");
  const versions = await essay.openVersions();
  await versions.getByRole("button", { name: "回到这一版" }).click();
  await expect(essay.text).toHaveValue("旧的。");
  await expect(essay.title).toHaveValue("旧题目");
  await expect(page.locator(".told")).toContainText("刚才的文字也留成了一版");
  await essay.isSaved();
  await essay.reload();
  await expect(essay.text).toHaveValue("旧的。");
  const again = await essay.openVersions();
  await expect(again).toHaveCount(2);
  await expect(again.first()).toContainText("回到旧版之前");
  await again.first().getByRole("button", { name: "回到这一版" }).click();
  await expect(essay.text).toHaveValue("新的，更好。");
});
