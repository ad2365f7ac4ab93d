// Review: what was asked comes back when it is due, as much of it as somebody wants.
import { expect, test } from "./support/test.js";
import { goTo } from "./support/questions.js";
import { deeds, five, idsOfFive, morning, practise } from "./support/practice.js";

const CHOICES = 7;

test.beforeEach(async ({ page }) => {
  await page.clock.install({ time: morning(0) });
});

const due = (page) => page.locator("#due");

/** Answers whole banks by their sheets, as badly as it goes. */
async function answerBanks(portal, day) {
  await portal.page.clock.setSystemTime(morning(day));
  await portal.open("questions/shequ-zizhi-1/");
  let done = 0;
  for (let number = 1; number <= 9 && done < CHOICES; number++) {
    await goTo(portal.page, number);
    if (await portal.page.locator(".choices input").count() === 0) continue;
    await portal.page.locator(".choices input").first().check();
    await portal.page.getByRole("button", { name: "答好了" }).click();
    await expect(portal.page.locator(".feedback dl")).toBeVisible();
    done += 1;
  }
  await deeds(portal, "answered", done);
  return done;
}

test("nothing else is due for who begins", async ({ page, portal }) => {
  await practise(portal);
  await expect(due(page)).toContainText("没有别的题到期。");
});

test("what is due beyond the five is asked one after another, and stopping is free", async ({ page, portal }) => {
  const first = await answerBanks(portal, 0);
  await portal.open("questions/shequ-zizhi-2/");
  let more = 0;
  for (let number = 1; number <= 9; number++) {
    await goTo(page, number);
    if (await page.locator(".choices input").count() === 0) continue;
    await page.locator(".choices input").first().check();
    await page.getByRole("button", { name: "答好了" }).click();
    await expect(page.locator(".feedback dl")).toBeVisible();
    more += 1;
  }
  await deeds(portal, "answered", first + more);
  await practise(portal, 20);
  const rest = first + more - 5;
  expect(rest).toBeGreaterThan(1);
  await expect(due(page)).toContainText(`还有 ${rest} 题到期`);
  const ids = await idsOfFive(page);
  await due(page).getByRole("button", { name: "开始复习" }).click();
  await expect(due(page).locator(".question h2")).toContainText(`复习第 1 题，共 ${rest} 题`);
  const id = (await due(page).locator(".question").getAttribute("id")).slice(2);
  expect(ids).not.toContain(id);
  await due(page).getByRole("button", { name: "看答案" }).click();
  await due(page).getByRole("button", { name: "会", exact: true }).click();
  await due(page).getByRole("button", { name: "下一题" }).click();
  await expect(due(page).locator(".question h2")).toContainText("复习第 2 题");
  await due(page).getByRole("button", { name: "先到这里" }).click();
  if (rest > 2) await expect(due(page)).toContainText(`还有 ${rest - 1} 题到期`);
  await expect(five(page).locator("[data-done]"), "the five are left alone").toHaveCount(0);
});
