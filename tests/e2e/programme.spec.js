// The programme: chosen by age and kind, as a list, a month, a day; by the portal's calendar, whatever the device's is.
import { axeFindsNothing } from "./support/axe.js";
import { expect, test } from "./support/test.js";
import { CROSSING, cards, desk, fits, look } from "./support/programme.js";

test.beforeEach(async ({ page }) => page.clock.install({ time: new Date("2027-01-20T10:00:00+08:00") }));

const age = (page) => desk(page).getByLabel("几岁");
const kind = (page, name) => desk(page).getByRole("checkbox", { name });
const sheet = (page) => desk(page).getByRole("table");

test("the season that comes next is open, its next activity first", async ({ page, portal }) => {
  await portal.open("activities/");
  await expect(desk(page).getByRole("heading", { name: "2027 年寒假" })).toBeVisible();
  await expect(desk(page).getByRole("radio", { name: "2027 年寒假" })).toBeChecked();
  await expect(cards(page).first()).toContainText("抽一张卡，说一件事");
  await expect(cards(page).first()).toContainText("还有 6 天");
  await desk(page).getByRole("radio", { name: "2027 年暑假" }).check();
  await expect(desk(page).getByRole("heading", { name: "2027 年暑假" })).toBeVisible();
  await expect(cards(page).filter({ hasText: "教爷爷奶奶用手机" })).toBeVisible();
});

test("what is over is put away, and a season that is over gives way to the next", async ({ page, portal }) => {
  await page.clock.setFixedTime(new Date("2027-02-16T10:00:00+08:00"));
  await portal.open("activities/");
  await expect(cards(page).first()).toContainText("正在进行");
  const over = desk(page).getByText(/^已经结束的 \d+ 个$/);
  await expect(cards(page).filter({ hasText: "跟着交警看路口" })).toHaveCount(0);
  await over.click();
  await expect(cards(page).filter({ hasText: "跟着交警看路口" })).toContainText("已经结束");
  await page.clock.setFixedTime(new Date("2027-02-22T00:10:00+08:00"));
  await portal.open("activities/");
  await expect(desk(page).getByRole("radio", { name: "2027 年暑假" })).toBeChecked();
});

test("age and kinds narrow the list, and survive a reload", async ({ page, portal }) => {
  await portal.open("activities/");
  await expect(cards(page).first()).toBeVisible();
  const all = await cards(page).count();
  await age(page).selectOption("16");
  await kind(page, "志愿服务").check();
  await kind(page, "演讲").check();
  await expect(cards(page).filter({ hasText: "元宵节，端一碗热汤圆" })).toBeVisible();
  await expect(cards(page)).toHaveCount(2);
  await expect(desk(page).getByRole("status")).toContainText(`${all} 个活动里，有 2 个合适`);
  await page.reload();
  await portal.appRuns();
  await expect(age(page)).toHaveValue("16");
  await expect(kind(page, "演讲")).toBeChecked();
  await expect(kind(page, "法治")).not.toBeChecked();
  await expect(cards(page)).toHaveCount(2);
  await desk(page).getByRole("button", { name: "显示全部" }).click();
  await expect(cards(page)).toHaveCount(all);
  await expect(age(page)).toHaveValue("");
});

test("where nothing fits it is said what to change", async ({ page, portal }) => {
  await portal.open("activities/");
  await age(page).selectOption("7");
  await kind(page, "志愿服务").check();
  await expect(cards(page)).toHaveCount(0);
  await expect(desk(page).getByRole("status")).toContainText("没有合适的活动。换一个年龄，或者少选几个种类。");
  await look(page, "一天");
  await expect(desk(page).locator(".empty")).toContainText("换一个年龄");
});

test("a month has its weeks from Monday, and a day of it leads to what is on", async ({ page, portal }) => {
  await portal.open("activities/");
  await look(page, "月历");
  await expect(sheet(page)).toHaveAccessibleName("2027年1月");
  await expect(sheet(page).getByRole("columnheader").first()).toContainText("星期一");
  await expect(sheet(page).getByRole("row").nth(1).getByRole("cell").nth(4)).toHaveText("1");
  await expect(sheet(page).locator("[aria-current=date]")).toHaveText("20");
  await sheet(page).getByRole("button", { name: /1月28日/ }).click();
  await expect(desk(page).getByRole("heading", { name: /2027年1月28日 星期四/ })).toBeFocused();
  await expect(cards(page).filter({ hasText: "跟着交警看路口" })).toBeVisible();
  await expect(page).toHaveURL(/#day=2027-01-28$/);
});

test("months are turned within the season, and what lasts for days stands on each of them", async ({ page, portal }) => {
  await portal.open("activities/");
  await look(page, "月历");
  const [before, after] = ["上个月", "下个月"].map((name) => desk(page).getByRole("button", { name }));
  await expect(before).toHaveAttribute("aria-disabled", "true");
  await after.click();
  await expect(sheet(page)).toHaveAccessibleName("2027年2月");
  for (const day of [9, 15, 21]) {
    await expect(sheet(page).getByRole("button", { name: new RegExp(`2月${day}日.*月亮日记`) })).toBeVisible();
  }
  await expect(after).toHaveAttribute("aria-disabled", "true");
  await after.press("Enter");
  await expect(sheet(page)).toHaveAccessibleName("2027年2月");
  await page.reload();
  await portal.appRuns();
  await expect(sheet(page)).toHaveAccessibleName("2027年2月");
});

test("days are turned one by one, and an empty one leads to the next that is not", async ({ page, portal }) => {
  await portal.open("activities/");
  await look(page, "一天");
  await expect(desk(page).getByRole("heading", { name: /1月25日/ })).toBeVisible();
  await expect(desk(page).locator(".empty")).toContainText("这一天没有活动");
  await desk(page).getByRole("button", { name: /去下一个有活动的日子：2027年1月26日/ }).click();
  await expect(cards(page).filter({ hasText: "抽一张卡" })).toBeVisible();
  await desk(page).getByRole("button", { name: "后一天" }).click();
  await expect(cards(page).filter({ hasText: "停下来，说出来" })).toBeVisible();
  await desk(page).getByRole("button", { name: "前一天" }).click();
  await expect(desk(page).getByRole("heading", { name: /1月26日/ })).toBeVisible();
});

test("whoever comes back from an activity stands where they were", async ({ page, portal }) => {
  await portal.open("activities/#day=2027-01-28");
  await cards(page).getByRole("link", { name: "跟着交警看路口" }).click();
  await expect(page).toHaveURL(new RegExp(`/${CROSSING}$`));
  await portal.appRuns();
  await page.goBack();
  await portal.appRuns();
  await expect(desk(page).getByRole("heading", { name: /1月28日/ })).toBeVisible();
});

test("what somebody will come to carries a mark in every view", async ({ page, portal }) => {
  await portal.open(CROSSING);
  await desk(page).getByRole("button", { name: "我要来" }).click();
  await expect(desk(page)).toContainText("你标了要来");
  await portal.open("activities/");
  await expect(cards(page).filter({ hasText: "跟着交警看路口" }).locator(".ticked")).toHaveText("✓ 我要来", { useInnerText: true });
  await expect(desk(page).locator(".ticked")).toHaveCount(1);
  await look(page, "月历");
  await expect(sheet(page).getByRole("button", { name: /1月28日.*我要来.*跟着交警看路口/ })).toBeVisible();
  await sheet(page).getByRole("button", { name: /1月28日/ }).click();
  await expect(cards(page).locator(".ticked")).toBeVisible();
});

test.describe("on a device that is set to New York", () => {
  test.use({ timezoneId: "America/New_York" });

  test("today is that of the portal", async ({ page, portal }) => {
    // In New York it is still the 27th.
    await page.clock.setFixedTime(new Date("2027-01-28T07:00:00+08:00"));
    await portal.open("activities/");
    await expect(cards(page).filter({ hasText: "跟着交警看路口" })).toContainText("今天");
    await look(page, "月历");
    await expect(sheet(page).locator("[aria-current=date]")).toContainText("28");
    await look(page, "一天");
    await expect(desk(page).getByRole("heading", { name: /1月28日.*今天/ })).toBeVisible();
  });
});

test("without a network the programme is there, and what is chosen is kept", async ({ page, portal, host, expected }) => {
  expected.push(/ERR_CONNECTION_REFUSED/);
  await portal.open();
  await portal.isKeptWhole();
  await host.stop();
  await portal.open("activities/");
  await kind(page, "科普").check();
  await look(page, "月历");
  await page.reload();
  await portal.appRuns();
  await expect(sheet(page)).toBeVisible();
  await expect(kind(page, "科普")).toBeChecked();
});

test("everything is reached with the keyboard alone", async ({ page, portal }) => {
  await portal.open("activities/");
  await desk(page).getByRole("radio", { name: "2027 年寒假" }).focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await expect(kind(page, "法治")).toBeChecked();
  await desk(page).getByRole("radio", { name: "列表" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(sheet(page)).toBeVisible();
  const tabTo = async (name) => {
    for (let tabs = 0; tabs < 20; tabs += 1) {
      const on = await page.evaluate(() => document.activeElement.textContent);
      if (name.test(on)) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`the keyboard does not reach ${name}`);
  };
  await tabTo(/下个月/);
  await page.keyboard.press("Enter");
  await expect(sheet(page)).toHaveAccessibleName("2027年2月");
  await expect(desk(page).getByRole("button", { name: "下个月" })).toBeFocused();
  await tabTo(/2月2日/);
  await page.keyboard.press("Enter");
  await expect(desk(page).getByRole("heading", { name: /2月2日/ })).toBeFocused();
  await tabTo(/停下来/);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/bangzhu/);
});

test("axe finds nothing in any view, in the light and in the dark", async ({ page, portal }) => {
  await portal.open("activities/");
  for (const name of ["列表", "月历", "一天"]) {
    await look(page, name);
    await axeFindsNothing(page);
  }
});

for (const width of [320, 360]) {
  test(`no view is wider than a phone of ${width} px`, async ({ page, portal }) => {
    await page.setViewportSize({ width, height: 740 });
    await portal.open("activities/");
    for (const name of ["列表", "月历", "一天"]) {
      await look(page, name);
      await fits(page);
    }
    await look(page, "月历");
    const { width: wide, height: high } = await sheet(page).getByRole("button").first().boundingBox();
    expect(Math.min(wide, high)).toBeGreaterThanOrEqual(width < 360 ? 36 : 40);
  });
}
