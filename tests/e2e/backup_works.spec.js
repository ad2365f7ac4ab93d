// What is not in the log can leave in a backup too: an unfinished essay unless somebody says no, answers on moods only if they say yes.
import { expect, test } from "./support/test.js";
import { Essay } from "./support/essay.js";
import { Learners } from "./support/learners.js";
import { SENTENCES } from "./support/moods.js";
import { Portal } from "./support/portal.js";

const TICKED = "没交的作文";
const MOODS = "留下的心情小镜子答案";

/** The portal on another device. */
const device = async (browser, host) => new Portal(await (await browser.newContext()).newPage(), host);

/** An essay of somebody who never said their name. */
async function essay(portal, title, text) {
  const essay = new Essay(portal);
  await essay.open();
  await essay.title.fill(title);
  await essay.write(text);
  return essay;
}

test("an unfinished essay moves to another phone, and is gone on with there", async ({ portal, browser, host }) => {
  await essay(portal, "路口", "放学路上有一个路口。");
  const { text } = await new Learners(portal).backup();
  expect(JSON.parse(text).v).toBe(2);
  const there = await device(browser, host);
  const learners = new Learners(there);
  const preview = await learners.bring(text);
  await expect(preview).toContainText("《路口》");
  await expect(preview).toContainText("会放进来");
  await learners.merge(text, "合并完成");
  const moved = new Essay(there);
  await moved.open();
  await expect(moved.text).toHaveValue("放学路上有一个路口。");
  await moved.write("放学路上有一个路口。天黑了。");
  await moved.reload();
  await expect(moved.text).toHaveValue("放学路上有一个路口。天黑了。");
  await there.page.context().close();
});

test("another essay that is here stays, unless the learner wants the one of the file", async ({ page, portal }) => {
  await essay(portal, "路口", "第一稿。");
  const learners = new Learners(portal);
  const { text } = await learners.backup();
  await learners.merge(text, "没有新内容");
  const desk = await essay(portal, "路口", "第二稿。");
  const preview = await learners.bring(text);
  await expect(preview).toContainText("这里有另一份");
  await learners.merge(text, "没有新内容");
  await desk.open();
  await expect(desk.text).toHaveValue("第二稿。");
  await learners.bring(text);
  await page.getByLabel("换成文件里的这份").check();
  await page.getByRole("button", { name: "合并进来" }).click();
  await expect(page.locator("#files").getByRole("status").filter({ hasText: "合并完成" })).toBeVisible();
  await desk.open();
  await expect(desk.text).toHaveValue("第一稿。");
});

test("an essay stays at home if somebody says so", async ({ page, portal }) => {
  await essay(portal, "路口", "只给自己看。");
  const learners = new Learners(portal);
  await learners.open();
  await page.getByLabel(TICKED).uncheck();
  const { text } = await learners.saved(page.getByRole("button", { name: "存成备份文件" }));
  expect(text).not.toContain("只给自己看");
  expect(JSON.parse(text).v).toBe(1);
});

test("kept answers on moods go along only if the learner ticks them", async ({ page, portal, browser, host }) => {
  await portal.open("moods/");
  await page.getByRole("button", { name: "开始看看" }).click();
  for (let number = 1; number <= SENTENCES; number++) {
    await expect(page.locator(".mood")).toContainText(`第 ${number} 句`);
    if (number === 1) await page.getByRole("radio", { name: "几乎每天", exact: true }).check();
    await page.locator(".mood button.main").click();
  }
  await page.getByRole("button", { name: "留在这台设备上" }).click();
  await expect(page.getByRole("status").filter({ hasText: "已留在这台设备上" })).toBeVisible();
  const learners = new Learners(portal);
  expect((await learners.backup()).text).not.toContain("/moods");
  await learners.open();
  await page.getByLabel(MOODS).check();
  const { text } = await learners.saved(page.getByRole("button", { name: "存成备份文件" }));
  expect(text).toContain("/moods");
  const there = await device(browser, host);
  await new Learners(there).merge(text, "合并完成");
  await there.open("moods/");
  await expect(there.page.getByRole("button", { name: "看一看留着的" })).toBeVisible();
  await there.page.context().close();
});
