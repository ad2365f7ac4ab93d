// The hours of a year: what counts, what is declared, corrected, deleted, and shown in charts.
import { axeFindsNothing } from "./support/axe.js";
import { expect, test } from "./support/test.js";
import { declare, entries, fillIn, finish, section } from "./support/record.js";

const LESSON = "lessons/shequ-zizhi/01-what-is-self-government/";
const MEETING = { kind: "党课", title: "七月党课", day: "2026-07-01", hours: "1.5" };

test.beforeEach(async ({ page }) => page.clock.install({ time: new Date("2026-11-26T10:00:00+08:00") }));

const sums = (page) => section(page, "hours").locator(".sums dd");

test("a finished lesson counts its hours, and stands apart from what was done together", async ({ page, portal }) => {
  await finish(portal, LESSON);
  await portal.open("record/");
  await expect(entries(page)).toHaveCount(1);
  await expect(entries(page)).toContainText("课程学完");
  await expect(entries(page).getByRole("link")).toHaveAttribute("href", /01-what-is-self-government\/$/);
  await expect(sums(page).first()).toHaveText("0 学时", { useInnerText: true });
  await expect(sums(page).last()).not.toHaveText("0 学时", { useInnerText: true });
  await expect(section(page, "hours")).toContainText("不折算成学时");
});

test("a declared meeting counts towards the goal, and what is wanting is said kindly", async ({ page, portal }) => {
  await portal.open("record/");
  await expect(section(page, "hours")).toContainText("今年的目标是 32 学时。");
  await declare(page, MEETING);
  await expect(entries(page)).toContainText("自行申报");
  await expect(entries(page)).toContainText("集中学习");
  await expect(section(page, "hours")).toContainText("已计入 1.5 学时，还差 30.5 学时。慢慢来");
  await page.reload();
  await portal.appRuns();
  await expect(entries(page)).toContainText("七月党课");
});

test("pressing twice declares once", async ({ page, portal }) => {
  await portal.open("record/");
  await fillIn(page, MEETING);
  await section(page, "declare").getByRole("button", { name: "记下来" }).evaluate((button) => (button.click(), button.click()));
  await expect(page.locator(".told")).toContainText("已保存");
  await page.reload();
  await portal.appRuns();
  await expect(entries(page)).toHaveCount(1);
  await expect(section(page, "hours")).toContainText("已计入 1.5 学时");
});

test("make-up study is alone unless the learner says otherwise, and keeps what was missed", async ({ page, portal }) => {
  await portal.open("record/");
  await declare(page, { kind: "补学", title: "补七月党课", day: "2026-07-08", hours: "1", remark: "7月1日请假" });
  await expect(entries(page)).toContainText("自学");
  await expect(entries(page)).toContainText("7月1日请假");
  await expect(section(page, "hours")).toContainText("今年的目标是 32 学时。");
  await declare(page, { kind: "补学", mode: "集中学习", title: "一起补课", day: "2026-07-09", hours: "1" });
  await expect(entries(page).first()).toContainText("集中学习");
});

test("what is wrong is said beside the field, the first of them takes the keyboard, and a reload loses nothing", async ({ page, portal }) => {
  await portal.open("record/");
  const form = section(page, "declare");
  await fillIn(page, { day: "2026-12-31", hours: "两个" });
  await form.getByRole("button", { name: "记下来" }).click();
  await expect(form).toContainText("请写上学了什么。");
  await expect(form).toContainText("这一天还没有到");
  await expect(form).toContainText("请写数字");
  await expect(form.getByLabel("学了什么")).toBeFocused();
  await fillIn(page, { kind: "主题党日", title: "清理楼道" });
  await page.reload();
  await portal.appRuns();
  await expect(form.getByLabel("学了什么")).toHaveValue("清理楼道");
  await expect(form.getByLabel("多少学时")).toHaveValue("两个");
  await expect(form.getByRole("radio", { name: "主题党日" })).toBeChecked();
  await expect(entries(page)).toHaveCount(0);
});

test("a title that is typed by composition is left alone, and kept when it is composed", async ({ page, portal }) => {
  await portal.open("record/");
  const field = section(page, "declare").getByLabel("学了什么");
  await field.click();
  const device = await page.context().newCDPSession(page);
  for (const text of ["d", "da", "dang", "党课"]) {
    await device.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    await expect(field).toHaveValue(text);
  }
  await device.send("Input.insertText", { text: "党课" });
  await expect(field).toHaveValue("党课");
  await page.reload();
  await portal.appRuns();
  await expect(field).toHaveValue("党课");
});

test("a declaration is corrected, and what was being written beside it stays", async ({ page, portal }) => {
  await portal.open("record/");
  await declare(page, MEETING);
  await fillIn(page, { title: "写到一半" });
  await entries(page).getByRole("button", { name: "更正" }).click();
  const form = section(page, "declare");
  await expect(form.getByLabel("学了什么")).toHaveValue("七月党课");
  await form.getByLabel("多少学时").fill("2");
  await page.reload();
  await portal.appRuns();
  await expect(form.getByLabel("多少学时")).toHaveValue("2");
  await form.getByRole("button", { name: "保存更正" }).click();
  await expect(entries(page)).toContainText("2 学时");
  await expect(entries(page)).toHaveCount(1);
  await expect(form.getByLabel("学了什么")).toHaveValue("写到一半");
});

test("a deleted declaration comes back when that is undone", async ({ page, portal }) => {
  await portal.open("record/");
  await declare(page, MEETING);
  await entries(page).getByText("删除", { exact: true }).click();
  await expect(entries(page)).toContainText("删除后可以马上撤销");
  await entries(page).getByRole("button", { name: "确定删除" }).click();
  await expect(entries(page)).toHaveCount(0);
  const undo = section(page, "entries").getByRole("button", { name: "撤销" });
  await expect(undo).toBeFocused();
  await undo.press("Enter");
  await expect(entries(page)).toContainText("七月党课");
  await page.reload();
  await portal.appRuns();
  await expect(entries(page)).toContainText("七月党课");
});

test("each year has its own hours", async ({ page, portal }) => {
  await portal.open("record/");
  await declare(page, { ...MEETING, title: "去年的党课", day: "2025-12-31" });
  await expect(section(page, "hours").getByLabel("年份")).toHaveValue("2025");
  await expect(section(page, "hours")).toContainText("2025 年的目标是 32 学时，计入了 1.5 学时。");
  await section(page, "hours").getByLabel("年份").selectOption("2026");
  await expect(section(page, "entries")).toContainText("这一年还没有学时");
});

test("the charts say in tables what they show", async ({ page, portal }) => {
  await portal.open("record/");
  await declare(page, MEETING);
  await declare(page, { kind: "其他", title: "自己看书", day: "2026-07-02", hours: "0.5" });
  const charts = section(page, "charts");
  await expect(charts.getByRole("row", { name: /^7 月/ })).toContainText(/1\.5 学时.*0\.5 学时.*2 天/);
  await expect(charts.locator("rect.solid[y]")).toHaveCount(1);
  await expect(charts.locator("rect.striped")).toHaveCount(1);
  await expect(charts.locator(".calendar rect.hours")).toHaveCount(2);
  await expect(charts.locator(".calendar rect.today")).toHaveCount(1);
  await charts.getByText("看列表").click();
  await expect(charts.getByRole("row", { name: /2026年7月1日/ })).toContainText("1.5 学时");
  await expect(charts.getByRole("row", { name: /社区自治/ })).toContainText("0 / 4 课");
});

test("without the list of courses it is said what cannot be shown, and the rest is there", async ({ page, portal, host, expected }) => {
  expected.push(/404 \(Not Found\)/);
  await portal.open("record/");
  await declare(page, MEETING);
  const { study } = JSON.parse(await page.locator("#page").textContent());
  await page.addInitScript(() => delete navigator.serviceWorker);
  host.faults[study] = (_request, response) => response.writeHead(404).end();
  await page.route(`**/${study}`, (route) => route.fulfill({ status: 404 }));
  await page.reload();
  await portal.appRuns();
  await expect(section(page, "hours")).toContainText("今年的目标、各系列的进度和证书暂时看不到");
  await expect(entries(page)).toContainText("七月党课");
});

test("axe finds nothing on a full record, in the light and in the dark", async ({ page, portal }) => {
  await portal.open("record/");
  await declare(page, MEETING);
  await section(page, "declare").getByRole("button", { name: "记下来" }).click();
  await page.locator("details > summary").evaluateAll((all) => all.forEach((one) => (one.parentElement.open = true)));
  await axeFindsNothing(page);
});

test("nothing is wider than a small phone", async ({ page, portal }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await portal.open("record/");
  await declare(page, { ...MEETING, title: "很长很长的题目".repeat(12) });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});
