// One activity: how it stands, "I will come", and the code on the wall.
import { axeFindsNothing } from "./support/axe.js";
import { expect, test } from "./support/test.js";
import { CROSSING, PHONES, code, desk, fits } from "./support/programme.js";

const DURING = new Date("2027-01-28T10:00:00+08:00");
const CODE = code("hanjia-2027-jiaojing");

/** A name at which plain http is no secure context. */
const INSECURE = "huaide.test";

test.use({
  launchOptions: async ({ launchOptions }, use) => {
    await use({ ...launchOptions, args: [...launchOptions.args, `--host-resolver-rules=MAP ${INSECURE} 127.0.0.1`] });
  },
});

test.beforeEach(async ({ page }) => page.clock.install({ time: DURING }));

const field = (page) => desk(page).getByLabel("签到码（八个字符）");
const here = (page) => desk(page).getByRole("button", { name: "签到", exact: true });
const attendances = ({ events }) => events.filter((event) => event.includes('"attended"'));

async function type(page, text) {
  await field(page).fill(text);
  await here(page).click();
}

test("how long it is until an activity is said in words, then that it is on, then that it is over", async ({ page, portal }) => {
  for (const [time, words] of [
    ["2027-01-25T23:59:00+08:00", "开始还有 3 天：2027年1月28日 星期四 09:00–11:00"],
    ["2027-01-27T00:00:00+08:00", "就在明天"],
    ["2027-01-28T08:59:00+08:00", "就在今天"],
    ["2027-01-28T09:00:00+08:00", "正在进行，到今天 11:00"],
    ["2027-01-28T11:00:00+08:00", "已经结束"],
  ]) {
    await page.clock.setFixedTime(new Date(time));
    await portal.open(CROSSING);
    await expect(desk(page).locator(".standing")).toContainText(words);
  }
  await expect(desk(page).getByRole("button", { name: "我要来" })).toBeHidden();
});

test("a page that stays open says so when the activity begins", async ({ page, portal }) => {
  await page.clock.setSystemTime(new Date("2027-01-28T08:59:30+08:00"));
  await portal.open(CROSSING);
  await expect(desk(page).locator(".standing")).toContainText("就在今天");
  await page.clock.fastForward(60_000);
  await expect(desk(page).locator(".standing")).toContainText("正在进行");
});

test("coming is kept on the device, is no registration, and can be taken back", async ({ page, portal }) => {
  await portal.open(CROSSING);
  await expect(desk(page)).toContainText("这不是报名");
  await desk(page).getByRole("button", { name: "我要来" }).click();
  await expect(desk(page).locator(".coming")).toContainText("你标了要来");
  await page.reload();
  await portal.appRuns();
  await expect(desk(page).locator(".coming")).toContainText("你标了要来");
  await desk(page).getByRole("button", { name: "不来了" }).click();
  await expect(desk(page).locator(".coming")).toBeEmpty();
  await page.reload();
  await portal.appRuns();
  await expect(desk(page).getByRole("button", { name: "我要来" })).toBeVisible();
});

for (const [how, typed] of [
  ["as it is shown", CODE],
  ["in small letters without the hyphen", CODE.toLowerCase().replace("-", "")],
  ["in full width with spaces", ` ${[...CODE].map((c) => String.fromCodePoint(c.codePointAt(0) + 0xfee0)).join("")}\u3000`],
]) {
  test(`a right code is taken ${how}, and noted down once`, async ({ page, portal }) => {
    await portal.open(CROSSING);
    await type(page, typed);
    await expect(desk(page).locator(".attendance")).toContainText("2027年1月28日 星期四 来过");
    await expect(field(page)).toHaveCount(0);
    await expect(page.locator(".told")).toContainText("签到已保存");
    const record = await portal.record((record) => attendances(record).length === 1);
    const { attended } = JSON.parse(attendances(record)[0]).event.deed.study;
    expect(attended).toMatchObject({ activity: "hanjia-2027-jiaojing", day: "2027-01-28", hours_hundredths: 100, volunteer_hundredths: 0 });
    await page.reload();
    await portal.appRuns();
    await expect(desk(page).locator(".attendance")).toContainText("2027年1月28日 星期四 来过");
    await expect(field(page)).toHaveCount(0);
  });
}

test("a wrong code is refused, and what was typed stays", async ({ page, portal }) => {
  await portal.open(CROSSING);
  await type(page, "7K2M-9XQ5");
  await expect(desk(page).getByRole("status").filter({ hasText: "签到码不对" })).toBeVisible();
  await expect(field(page)).toHaveValue("7K2M-9XQ5");
  await expect(field(page)).toBeFocused();
  expect(attendances(await portal.record())).toEqual([]);
});

test("what is no code is said in plain words", async ({ page, portal }) => {
  await portal.open(CROSSING);
  for (const [typed, words] of [
    ["", "请填墙上的签到码"],
    ["7K2M-9XQ", "要 8 个字符，这里有 7 个"],
    ["7K2M-9XU4", "没有“U”"],
  ]) {
    await type(page, typed);
    await expect(desk(page).locator("#code-said")).toContainText(words);
    await expect(field(page)).toHaveValue(typed);
  }
});

test("a code that is typed at home in the evening counts for the day of the activity", async ({ page, portal }) => {
  await page.clock.setFixedTime(new Date("2027-01-30T20:00:00+08:00"));
  await portal.open(CROSSING);
  await type(page, CODE);
  await expect(desk(page).locator(".attendance")).toContainText("2027年1月28日 星期四 来过");
});

test("volunteer hours are kept with the visit", async ({ page, portal }) => {
  await page.clock.setFixedTime(new Date("2027-08-18T10:00:00+08:00"));
  await portal.open(PHONES);
  await type(page, code("shujia-2027-shouji"));
  const record = await portal.record((record) => attendances(record).length === 1);
  expect(JSON.parse(attendances(record)[0]).event.deed.study.attended.volunteer_hundredths).toBe(200);
});

test("there is no field where there is no code, and long before the day it is folded away", async ({ page, portal }) => {
  await portal.open("activities/hanjia-2027/yueliang/");
  await expect(desk(page).getByRole("button", { name: "我要来" })).toBeVisible();
  await expect(desk(page).locator(".attendance")).toHaveCount(0);
  await page.clock.setFixedTime(new Date("2027-01-20T10:00:00+08:00"));
  await portal.open(CROSSING);
  await expect(field(page)).toBeHidden();
  await expect(desk(page).locator(".attendance")).toContainText("不能当作证明");
  await desk(page).getByText("到了现场，填墙上的签到码").click();
  await expect(field(page)).toBeVisible();
});

test("a code typed by composition is left alone", async ({ page, portal }) => {
  await portal.open(CROSSING);
  await field(page).click();
  const device = await page.context().newCDPSession(page);
  for (const text of ["q", "qi", "qian"]) {
    await device.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    await expect(field(page)).toHaveValue(text);
  }
  await device.send("Input.insertText", { text: "签" });
  await expect(field(page)).toHaveValue("签");
});

test.describe("on a device that is set to New York", () => {
  test.use({ timezoneId: "America/New_York" });

  test("the day of a visit is the portal's, and it is said whose time it is", async ({ page, portal }) => {
    // It is the evening of the 27th in New York.
    await portal.open(CROSSING);
    await expect(desk(page).locator(".standing")).toContainText("正在进行，到今天 11:00");
    await expect(desk(page)).toContainText("以上为活动当地时间");
    await type(page, CODE);
    await expect(desk(page).locator(".attendance")).toContainText("2027年1月28日 星期四 来过");
  });
});

test("without a network a code is checked all the same", async ({ page, portal, host, expected }) => {
  expected.push(/ERR_CONNECTION_REFUSED/);
  await portal.open();
  await portal.isKeptWhole();
  await host.stop();
  await portal.open(CROSSING);
  await type(page, CODE);
  await expect(desk(page).locator(".attendance")).toContainText("2027年1月28日 星期四 来过");
});

test("with the keyboard alone somebody comes and is there", async ({ page, portal }) => {
  await portal.open(CROSSING);
  await desk(page).getByRole("button", { name: "我要来" }).focus();
  await page.keyboard.press("Enter");
  await expect(desk(page).getByRole("button", { name: "不来了" })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(field(page)).toBeFocused();
  await page.keyboard.type(CODE);
  await page.keyboard.press("Enter");
  await expect(desk(page).locator("#attended")).toBeFocused();
  await expect(desk(page).locator("#attended")).toContainText("来过");
});

test("axe finds nothing, in the light and in the dark", async ({ page, portal }) => {
  await portal.open(CROSSING);
  await type(page, "7K2M");
  await expect(desk(page).locator(".fault")).toBeVisible();
  await axeFindsNothing(page);
});

test("nothing is wider than a small phone", async ({ page, portal }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await portal.open(CROSSING);
  await fits(page);
});

test("over plain http it is said kindly that codes cannot be checked, and coming works", async ({ page, portal, host }) => {
  host.name = INSECURE;
  await portal.open(CROSSING);
  await expect(desk(page).locator(".attendance")).toContainText("这个网址不是 https");
  await expect(field(page)).toHaveCount(0);
  await desk(page).getByRole("button", { name: "我要来" }).click();
  await expect(desk(page).locator(".coming")).toContainText("你标了要来");
});
