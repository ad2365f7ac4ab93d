// Today's five: chosen when the day began, the same all day and on every device with the same log, ticked when done.
import { expect, test } from "./support/test.js";
import { Portal } from "./support/portal.js";
import { answerWrong, deeds, five, goOn, idsOfFive, keep, kept, morning, practise, recalls, say, step } from "./support/practice.js";

test.beforeEach(async ({ page }) => {
  await page.clock.install({ time: morning(0) });
  await recalls(page);
});

test("whoever never learnt anything gets five new questions, all from first lessons", async ({ page, portal, host }) => {
  await practise(portal);
  const ids = await idsOfFive(page);
  expect(ids).toHaveLength(5);
  for (const id of ids) expect(id).toMatch(/^[a-z-]+-1\./);
  const banks = host.asked.filter((path) => path.startsWith("/study/") && !path.includes("index-"));
  expect(new Set(banks).size, "only their banks are fetched").toBe(new Set(ids.map((id) => id.split(".")[0])).size);
});

test("the five stay the same after some are done and after a reload, and those are ticked", async ({ page, portal }) => {
  await practise(portal);
  const ids = await idsOfFive(page);
  await step(page, 1).click();
  await say(five(page), "会");
  await goOn(five(page));
  await say(five(page), "不会");
  await practise(portal);
  await expect(five(page).locator("[data-done]")).toHaveCount(2);
  await expect(five(page).locator(".question h2")).toContainText("第 3 题，共 5 题");
  expect(await idsOfFive(page)).toEqual(ids);
});

test("when all are done that is said, and on the next day there are others", async ({ page, portal }) => {
  await practise(portal);
  const ids = await idsOfFive(page);
  await step(page, 1).click();
  for (let number = 1; number <= 5; number++) {
    await say(five(page), "会");
    await goOn(five(page));
  }
  await expect(five(page).getByRole("status").filter({ hasText: "今天的五题做完了" })).toBeFocused();
  await practise(portal);
  await expect(five(page)).toContainText("今天的五题做完了");
  await practise(portal, 1);
  const next = await idsOfFive(page);
  expect(next).toHaveLength(5);
  expect(next.filter((id) => ids.includes(id))).toEqual([]);
});

test("what was wrong yesterday is asked first today", async ({ page, portal }) => {
  await answerWrong(portal, 0);
  await practise(portal, 1);
  await expect(five(page).locator(".question")).toHaveAttribute("id", "q-shequ-zizhi-1.q1");
});

test("a second device with the same log has the same five", async ({ page, portal, host, browser }) => {
  await answerWrong(portal, 0);
  await practise(portal, 1);
  const ids = await idsOfFive(page);
  await step(page, 1).click();
  await say(five(page), "会");
  const all = await kept(page);
  const second = await browser.newContext({ locale: "zh-CN", timezoneId: "America/Lima" });
  const other = new Portal(await second.newPage(), host);
  await other.page.clock.install({ time: morning(1) });
  await keep(other, all);
  await practise(other, 1);
  await expect(five(other.page).locator("[data-done]")).toHaveCount(1);
  expect(await idsOfFive(other.page)).toEqual(ids);
  await second.close();
});

test("an answer is given as in a test, is in the log as practice, and stands after a reload", async ({ page, portal }) => {
  await answerWrong(portal, 0);
  await practise(portal, 1);
  await five(page).getByLabel("作答").check();
  await five(page).getByLabel("居民选人组成的自治组织").check();
  await five(page).getByRole("button", { name: "答好了" }).click();
  await expect(five(page).locator(".feedback")).toBeFocused();
  await expect(five(page).locator(".feedback [role=status]")).toContainText("答对了");
  const [, attempt] = await deeds(portal, "answered", 2);
  expect(attempt).toMatchObject({ question: "shequ-zizhi-1.q1", occasion: "practice", verdict: { earned: 1000 } });
  await page.reload();
  await portal.appRuns();
  await step(page, 1).click();
  await expect(five(page).locator(".feedback [role=status]")).toContainText("答对了");
});

test("an answer that is half given is still there after a reload", async ({ page, portal }) => {
  await answerWrong(portal, 0);
  await practise(portal, 1);
  await five(page).getByLabel("作答").check();
  await five(page).getByLabel("居民选人组成的自治组织").check();
  await portal.record(({ slips }) => slips.some((slip) => slip.includes("chosen")));
  await page.addInitScript(() => localStorage.setItem("huaide.practice", "answer"));
  await practise(portal, 1);
  await expect(five(page).getByLabel("居民选人组成的自治组织")).toBeChecked();
});
