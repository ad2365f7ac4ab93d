// Learning goals: one new skill a year, in steps, with thoughts on the way.
import { expect, test } from "./support/test.js";
import { section } from "./support/record.js";

const goals = (page) => section(page, "goals");
const goal = (page) => goals(page).locator(".goal");

async function setGoal({ page, portal }) {
  await portal.open("record/");
  await goals(page).getByText("定一个目标").click();
  await goals(page).getByLabel("想学什么").fill("剪纸");
  await goals(page).getByLabel("为什么想学").fill("过年给邻居剪窗花");
  await goals(page).getByRole("button", { name: "定下来" }).click();
  await expect(goal(page)).toContainText("剪纸");
}

async function addStep(page, step, until = "") {
  await goal(page).getByLabel("下一步做什么").fill(step);
  if (until) await goal(page).getByLabel("打算哪天前做完").fill(until);
  await goal(page).getByRole("button", { name: "加上这一步" }).click();
  await expect(goal(page).locator(".steps")).toContainText(step);
}

test("a goal is set, goes on in steps that are ticked off, and is there after a reload", async ({ page, portal }) => {
  await setGoal({ page, portal });
  await addStep(page, "学会折纸", "2020-01-31");
  await addStep(page, "剪一对窗花");
  await expect(goal(page)).toContainText("下一步：学会折纸");
  await expect(goal(page)).toContainText("什么时候做都不晚");
  await goal(page).getByRole("checkbox", { name: "学会折纸" }).check();
  await expect(goal(page)).toContainText("做完 1 / 2 步");
  await page.reload();
  await portal.appRuns();
  await expect(goal(page).getByRole("checkbox", { name: "学会折纸" })).toBeChecked();
  await expect(goal(page)).toContainText("下一步：剪一对窗花");
});

test("two steps that are ticked in one breath are both done, and pressing twice sets one goal", async ({ page, portal }) => {
  await setGoal({ page, portal });
  await addStep(page, "学会折纸");
  await addStep(page, "剪一对窗花");
  await goal(page).locator(".steps input").evaluateAll((boxes) => boxes.forEach((box) => box.click()));
  await expect(goal(page)).toContainText("做完 2 / 2 步");
  const another = goals(page).locator(".goal-new");
  await another.getByLabel("想学什么").fill("拉二胡");
  await another.getByRole("button", { name: "定下来" }).evaluate((button) => (button.click(), button.click()));
  await expect(goal(page)).toHaveCount(2);
  await page.reload();
  await portal.appRuns();
  await expect(goals(page).getByText("做完 2 / 2 步")).toBeVisible();
  await expect(goal(page)).toHaveCount(2);
});

test("thoughts stand under the goal with their day, and the goal is reached", async ({ page, portal }) => {
  await setGoal({ page, portal });
  await goal(page).getByLabel("写一点心得").fill("手要稳\n心要静");
  await goal(page).getByRole("button", { name: "记下来" }).click();
  await expect(goal(page).locator(".thoughts")).toContainText("手要稳");
  await goal(page).getByRole("button", { name: "学会了" }).click();
  await expect(goal(page)).toContainText("学会了，真好");
  await goal(page).getByRole("button", { name: "还要再学学" }).click();
  await expect(goal(page)).not.toContainText("真好");
});

test("a half-written thought survives a reload and a step that is ticked meanwhile", async ({ page, portal }) => {
  await setGoal({ page, portal });
  await addStep(page, "学会折纸");
  await goal(page).getByLabel("写一点心得").fill("写到一半");
  await goal(page).getByRole("checkbox", { name: "学会折纸" }).check();
  await expect(goal(page)).toContainText("做完 1 / 1 步");
  await expect(goal(page).getByLabel("写一点心得")).toHaveValue("写到一半");
  await page.reload();
  await portal.appRuns();
  await expect(goal(page).getByLabel("写一点心得")).toHaveValue("写到一半");
});

test("a ticked step that is dropped leaves the next one as it was", async ({ page, portal }) => {
  await setGoal({ page, portal });
  await addStep(page, "学会折纸");
  await addStep(page, "学会剪纸");
  await goal(page).getByRole("checkbox", { name: "学会折纸" }).check();
  await goal(page).locator(".steps > li").first().getByRole("button").click();
  await expect(goal(page)).toContainText("做完 0 / 1 步");
  await expect(goal(page).getByRole("checkbox", { name: "学会剪纸" })).not.toBeChecked();
});

test("a goal is said better, deleted, and brought back", async ({ page, portal }) => {
  await setGoal({ page, portal });
  await goal(page).getByText("改一改").click();
  await goal(page).getByLabel("想学什么").fill("");
  await goal(page).getByRole("button", { name: "定下来" }).click();
  await expect(goal(page)).toContainText("请写上想学什么。");
  await goal(page).getByLabel("想学什么").fill("剪窗花");
  await goal(page).getByRole("button", { name: "定下来" }).click();
  await expect(goal(page).getByRole("heading", { level: 3 })).toHaveText("剪窗花");
  await goal(page).getByText("删除", { exact: true }).click();
  await goal(page).getByRole("button", { name: "确定删除" }).click();
  await expect(goal(page)).toHaveCount(0);
  await goals(page).getByRole("button", { name: "撤销" }).click();
  await expect(goal(page)).toContainText("剪窗花");
});
