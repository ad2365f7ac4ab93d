// The page of practice: the two buttons, what it says when something is missing, and that everybody can use it.
import { THEMES, axeFaults, axeFaultsIn } from "./support/axe.js";
import { expect, test } from "./support/test.js";
import { answerWrong, bankFile, deeds, five, goOn, indexFile, morning, practise, recalls, say } from "./support/practice.js";

const PHONE = { width: 360, height: 740 };

test.beforeEach(async ({ page }) => page.clock.install({ time: morning(0) }));

test("会 and 不会 are said with keys only", async ({ page, portal }) => {
  await recalls(page);
  await practise(portal);
  await page.keyboard.press("1");
  await five(page).getByRole("button", { name: "看答案" }).focus();
  for (const [key, words] of [["1", "已记下：会"], ["2", "已记下：不会"]]) {
    await page.keyboard.press("Enter");
    await expect(five(page).locator(".feedback")).toBeFocused();
    await page.keyboard.press(key);
    const noted = five(page).getByRole("status").filter({ hasText: words });
    await expect(noted).toBeFocused();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await expect(five(page).locator(".next")).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(five(page).locator(".question h2")).toBeFocused();
    await page.keyboard.press("Tab");
  }
  const said = await deeds(portal, "reviewed", 2);
  expect(said.map(({ known }) => known)).toEqual([true, false]);
  expect(said[0].revision).toMatch(/^[0-9a-f]{8}$/);
  expect(said[0].stem).not.toBe("");
});

test("on a phone the two buttons stand side by side, large, and fill the line", async ({ page, portal }) => {
  await page.setViewportSize(PHONE);
  await recalls(page);
  await practise(portal);
  await five(page).getByRole("button", { name: "看答案" }).click();
  await expect(five(page).locator(".feedback")).toBeFocused();
  const [yes, no] = await Promise.all(["会", "不会"].map((name) => five(page).getByRole("button", { name, exact: true }).boundingBox()));
  expect(yes.y).toBe(no.y);
  expect(Math.min(yes.height, no.height)).toBeGreaterThanOrEqual(60);
  expect(yes.width + no.width).toBeGreaterThan(PHONE.width * 0.8);
});

test("a press on the wrong button is taken back", async ({ page, portal }) => {
  await recalls(page);
  await practise(portal);
  await say(five(page), "不会");
  await expect(page.locator("#book")).toContainText("1 题");
  await five(page).getByRole("button", { name: "按错了" }).click();
  await expect(five(page).getByRole("button", { name: "会", exact: true })).toBeVisible();
  await expect(page.locator("#book")).toContainText("错题本是空的。");
  await expect(five(page).locator("[data-done]")).toHaveCount(0);
});

test("practice is counted by days, and never by anything that could be lost", async ({ page, portal }) => {
  await answerWrong(portal, 0);
  await practise(portal, 1);
  await expect(page.locator("#rhythm")).toContainText("这个月学了 1 天");
  await recalls(page);
  await practise(portal, 1);
  await say(five(page), "会");
  await expect(page.locator("#rhythm")).toContainText("这个月学了 2 天");
  await practise(portal, 16);
  await expect(page.locator("#rhythm")).toContainText("这个月还没有开始");
  await expect(page.locator("#rhythm")).toContainText("一共学了 2 天");
  await expect(page.locator(".weeks li")).toHaveCount(12);
  await expect(page.locator(".weeks li").nth(9)).toHaveText("2 周前 学过 ✓", { useInnerText: true });
});

test("a bank that cannot be fetched is said calmly, and fetched when it is there again", async ({ page, portal, host, expected }) => {
  expected.push(/503/);
  await answerWrong(portal, 0);
  const file = bankFile(host, "shequ-zizhi-1");
  host.faults[file] = (_request, response) => response.writeHead(503).end();
  await page.evaluate(async () => {
    for (const name of await caches.keys()) await caches.delete(name);
  });
  await practise(portal, 1);
  await expect(five(page)).toContainText("这道题没有加载出来");
  delete host.faults[file];
  await five(page).getByRole("button", { name: "再试一次" }).click();
  await expect(five(page).locator(".question")).toBeVisible();
});

test("without the list of questions the book and the rhythm still stand", async ({ page, portal, host, expected }) => {
  expected.push(/503/);
  await answerWrong(portal, 0);
  const file = indexFile(host);
  host.faults[file] = (_request, response) => response.writeHead(503).end();
  await page.evaluate(async () => {
    for (const name of await caches.keys()) await caches.delete(name);
  });
  await practise(portal, 0);
  await expect(page.getByRole("status").filter({ hasText: "题目清单没有加载出来" })).toBeVisible();
  await expect(page.locator(".wrong")).toContainText("居民委员会是什么样的组织？");
  delete host.faults[file];
  await page.getByRole("button", { name: "再试一次" }).click();
  await expect(five(page).locator(".question")).toBeVisible();
});

test("axe finds nothing in the largest text, in every theme and in English", async ({ page, portal }) => {
  await page.addInitScript(() => localStorage.setItem("huaide.view", '{"size":"7"}'));
  const look = async () => {
    const found = await axeFaultsIn(page, THEMES);
    await portal.choose({ language: "en", size: "7" });
    found.push(...(await axeFaults(page)));
    await portal.choose({ language: "zh", size: "7" });
    return found;
  };
  await recalls(page);
  await page.setViewportSize(PHONE);
  await practise(portal);
  const show = five(page).locator(".acts .main");
  await expect(show).toBeVisible();
  const found = await look();
  await show.click();
  found.push(...(await look()));
  await five(page).locator(".knew.not").click();
  await expect(page.locator(".wrong > li")).toHaveCount(1);
  await page.locator(".entry-tools button").nth(1).click();
  await expect(page.locator("textarea")).toBeFocused();
  found.push(...(await look()));
  await page.locator(".entry-tools button").nth(0).click();
  await expect(page.locator(".wrong .question")).toBeVisible();
  found.push(...(await look()));
  await page.locator(".entry-tools button").nth(2).click();
  await expect(page.locator("#book-taken button")).toBeVisible();
  await page.locator(".settled summary").click();
  found.push(...(await look()));
  expect(found).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
});

test("after skipping the five in any order the rest is still offered", async ({ page, portal }) => {
  await recalls(page);
  await practise(portal);
  await goOn(five(page));
  await expect(five(page).locator(".question h2")).toContainText("第 2 题");
  for (let number = 2; number <= 5; number++) {
    await say(five(page), "会");
    await goOn(five(page));
  }
  await expect(five(page).locator(".question h2")).toContainText("第 1 题");
});

test.describe("a portal without questions", () => {
  test.use({ siteName: "texts" });
  test("says so", async ({ page, portal }) => {
    await practise(portal);
    await expect(page.locator(".practice > .empty")).toHaveText("还没有自测题。", { useInnerText: true });
    await expect(page.locator("#book")).toContainText("错题本是空的。");
  });
});
