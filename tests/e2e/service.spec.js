// Volunteer service in the record: hours of its own, declared by hand or confirmed by a code, and certificates.
import { axeFindsNothing } from "./support/axe.js";
import { expect, test } from "./support/test.js";
import { Learners } from "./support/learners.js";
import { Portal } from "./support/portal.js";
import { LANDSCAPE, holdPrint, print, section } from "./support/record.js";
import { code, desk } from "./support/programme.js";

const ACTIVITY = "activities/shujia-2027/shouji/";
const DURING = new Date("2027-08-18T10:00:00+08:00");

const service = (page) => section(page, "service");
const rows = (page) => service(page).locator("table tbody tr");

test.beforeEach(async ({ page }) => page.clock.install({ time: DURING }));

/** Fills in the form, each field as it is called on the page. */
async function fillIn(page, { title, day, hours, remark }) {
  if (title) await service(page).getByLabel("做了什么").fill(title);
  if (day) await service(page).getByLabel("日期").fill(day);
  if (hours) await service(page).getByLabel("几小时").fill(hours);
  if (remark) await service(page).getByLabel("备注").fill(remark);
}

/** Declares service, and waits until it is said to be saved. */
async function serve(page, served) {
  const before = await rows(page).count();
  await fillIn(page, served);
  await service(page).getByRole("button", { name: "记下来" }).press("Enter");
  await expect(rows(page)).toHaveCount(before + 1);
  await expect(page.locator(".told")).toContainText("已保存");
}

const WATERING = { title: "给花坛浇水", day: "2027-08-01", hours: "1.5", remark: "和二楼的奶奶一起" };

test("service is declared, marked as declared, counted by year, and stays", async ({ page, portal }) => {
  await portal.open("record/");
  await expect(service(page)).toContainText("还没有志愿服务");
  await serve(page, WATERING);
  await serve(page, { title: "扫雪", day: "2026-12-30", hours: "2" });
  await page.reload();
  await portal.appRuns();
  await expect(service(page).getByRole("heading", { level: 3 }).filter({ hasText: "年" })).toHaveText([/2027 年/, /2026 年/]);
  const of = (year) => service(page).getByRole("table", { name: `${year} 年的志愿服务` });
  await expect(of(2027).getByRole("row", { name: /给花坛浇水/ })).toContainText(/2027年8月1日.*和二楼的奶奶一起.*1\.5 小时.*自行申报/);
  await expect(of(2026).getByRole("row", { name: /扫雪/ })).toContainText("2 小时");
  await expect(section(page, "hours").locator(".sums dd").first()).toHaveText("0 学时", { useInnerText: true });
});

test("what is wrong is said beside the field, and a reload loses nothing", async ({ page, portal }) => {
  await portal.open("record/");
  await fillIn(page, { day: "2027-12-31", hours: "25", remark: "写到一半" });
  await service(page).getByRole("button", { name: "记下来" }).click();
  for (const words of ["请写上做了什么", "这一天还没有到", "一天最多 24 小时"]) await expect(service(page)).toContainText(words);
  await expect(service(page).getByLabel("做了什么")).toBeFocused();
  await page.reload();
  await portal.appRuns();
  await expect(service(page).getByLabel("备注")).toHaveValue("写到一半");
});

test("what was typed in two tabs is all there: one tab writes, the other sees it and takes over", async ({ page, portal }) => {
  const [first, second] = [await portal.tab(), await portal.tab()];
  const title = ({ page }) => service(page).getByLabel("做了什么");
  await first.open("record/");
  await fillIn(first.page, { title: "扫雪" });
  await second.open("record/");
  await expect(title(second)).toBeDisabled();
  await service(second.page).getByRole("button", { name: "在这里接着写" }).click();
  await expect(title(second)).toHaveValue("扫雪");
  await expect(title(first)).toBeDisabled();
  await fillIn(second.page, { remark: "和二楼的奶奶一起" });
  for (const tab of [first, second]) await tab.page.close({ runBeforeUnload: true });
  await portal.open("record/");
  await expect(title(portal)).toHaveValue("扫雪");
  await expect(service(page).getByLabel("备注")).toHaveValue("和二楼的奶奶一起");
  // Another form in which nothing was typed is nobody's.
  await expect(section(page, "declare").getByLabel("学了什么")).toBeEditable();
});

const declared = (page) => service(page).locator(".sums div").filter({ hasText: "自行申报" }).locator("dd");

test("a declaration is corrected: the new words stand once, and the old hours are not counted", async ({ page, portal }) => {
  await portal.open("record/");
  await serve(page, WATERING);
  await fillIn(page, { title: "写到一半" });
  await rows(page).getByRole("button", { name: "更正" }).press("Enter");
  await expect(service(page).getByRole("heading", { name: "更正这一次志愿服务" })).toBeVisible();
  await expect(service(page).getByLabel("做了什么")).toBeFocused();
  await expect(service(page).getByLabel("备注")).toHaveValue("和二楼的奶奶一起");
  await fillIn(page, { title: "给花坛浇水除草", day: "2027-08-02", hours: "2" });
  await page.reload();
  await portal.appRuns();
  await expect(service(page).getByLabel("几小时")).toHaveValue("2");
  await service(page).getByRole("button", { name: "保存更正" }).press("Enter");
  await expect(page.locator(".told")).toContainText("已保存更正");
  await expect(service(page).getByLabel("做了什么")).toHaveValue("写到一半");
  await page.reload();
  await portal.appRuns();
  await expect(rows(page)).toHaveText([/2027年8月2日.*给花坛浇水除草.*和二楼的奶奶一起.*2 小时/s], { useInnerText: true });
  await expect(declared(page)).toHaveText("2 小时", { useInnerText: true });
  await expect(service(page)).not.toContainText("1.5 小时");
});

test("a correction moves a declaration to another year, says what is wrong with it, and can be left", async ({ page, portal }) => {
  await portal.open("record/");
  await serve(page, WATERING);
  const correct = rows(page).getByRole("button", { name: "更正" });
  await correct.click();
  await fillIn(page, { hours: "25" });
  await service(page).getByRole("button", { name: "保存更正" }).click();
  await expect(service(page)).toContainText("一天最多 24 小时");
  await expect(service(page).getByLabel("几小时")).toBeFocused();
  await service(page).getByRole("button", { name: "不改了" }).click();
  await expect(service(page)).not.toContainText("一天最多 24 小时");
  await expect(declared(page)).toHaveText("1.5 小时", { useInnerText: true });
  await correct.click();
  await fillIn(page, { day: "2026-08-01" });
  await service(page).getByRole("button", { name: "保存更正" }).click();
  await expect(service(page).getByRole("table", { name: "2026 年的志愿服务" }).locator("tbody tr")).toHaveCount(1);
  await expect(rows(page)).toHaveCount(1);
});

test("what is taken back while it is corrected is corrected no more, until that is undone", async ({ page, portal }) => {
  await portal.open("record/");
  await serve(page, WATERING);
  await rows(page).getByRole("button", { name: "更正" }).click();
  await fillIn(page, { hours: "2" });
  await rows(page).getByText("删除", { exact: true }).click();
  await rows(page).getByRole("button", { name: "确定删除" }).click();
  await expect(service(page).getByRole("button", { name: "保存更正" })).toHaveCount(0);
  await expect(service(page).getByLabel("做了什么")).toHaveValue("");
  await service(page).getByRole("button", { name: "撤销" }).click();
  await expect(service(page).getByLabel("几小时")).toHaveValue("2");
  await service(page).getByRole("button", { name: "保存更正" }).click();
  await expect(declared(page)).toHaveText("2 小时", { useInnerText: true });
});

test("a declaration is taken back, and that can be undone", async ({ page, portal }) => {
  await portal.open("record/");
  await serve(page, WATERING);
  await rows(page).getByText("删除", { exact: true }).click();
  await rows(page).getByRole("button", { name: "确定删除" }).click();
  await expect(rows(page)).toHaveCount(0);
  await service(page).getByRole("button", { name: "撤销" }).click();
  await expect(rows(page)).toHaveCount(1);
});

test("corrections of two devices become one when their files meet: both say the same, and it counts once", async ({ page, portal, browser, host }) => {
  const other = new Portal(await (await browser.newContext()).newPage(), host);
  const devices = [portal, other].map((portal) => ({ portal, page: portal.page, learners: new Learners(portal) }));
  await other.page.clock.install({ time: DURING });
  await devices[0].learners.add("老王");
  await portal.open("record/");
  await serve(page, WATERING);
  await devices[1].learners.merge((await devices[0].learners.backup()).text, "合并完成");
  await devices[1].learners.isLearning("老王");
  for (const [place, hours] of ["2", "3"].entries()) {
    const { portal, page } = devices[place];
    await portal.open("record/");
    await rows(page).getByRole("button", { name: "更正" }).click();
    await fillIn(page, { hours });
    await service(page).getByRole("button", { name: "保存更正" }).click();
    await expect(declared(page)).toHaveText(`${hours} 小时`, { useInnerText: true });
  }
  const files = [];
  for (const { learners } of devices) files.push((await learners.backup()).text);
  for (const [place, { learners }] of devices.entries()) await learners.merge(files[1 - place], "合并完成");
  const sums = [];
  for (const { portal, page } of devices) {
    await portal.open("record/");
    await expect(rows(page)).toHaveCount(1);
    sums.push(await declared(page).innerText());
  }
  expect(["2 小时", "3 小时"]).toContain(sums[0]);
  expect(sums[1]).toBe(sums[0]);
  await other.page.context().close();
});

test("an activity whose code was typed counts as confirmed, and has a certificate; the year has one of its service", async ({ page, portal }) => {
  await holdPrint(page);
  await portal.open(ACTIVITY);
  await desk(page).getByLabel("签到码（八个字符）").fill(code("shujia-2027-shouji"));
  await desk(page).getByRole("button", { name: "签到", exact: true }).click();
  await expect(desk(page).locator(".attendance")).toContainText("来过", { timeout: 30_000 });
  await portal.open("record/");
  await expect(rows(page)).toContainText(["签到"]);
  await serve(page, WATERING);
  await section(page, "register").getByLabel("姓名").fill("李小红");
  await service(page).getByText("志愿服务证明：2027 年").click();
  const year = service(page).locator("details").filter({ hasText: "志愿服务证明：2027 年" });
  const { size, pages, text } = await print(page, year.getByRole("button", { name: "打印这张证书" }));
  expect({ size, pages }).toEqual({ size: LANDSCAPE, pages: 1 });
  for (const words of ["志愿服务证明", "李小红", "2027年", "自行申报1.5小时", "一共2次"]) expect(text.replaceAll(/\s/g, "")).toContain(words);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  const one = service(page).locator("details").filter({ hasText: "参加证明：" });
  await one.locator("summary").click();
  const paper = await print(page, one.getByRole("button", { name: "打印这张证书" }));
  for (const words of ["参加证明", "李小红", "2027年8月18日", "志愿服务2小时", "不是官方证书"]) expect(paper.text.replaceAll(/\s/g, "")).toContain(words);
});

test("axe finds nothing, and nothing is wider than a small phone", async ({ page, portal }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await portal.open("record/");
  await serve(page, WATERING);
  await service(page).locator("details > summary").evaluateAll((all) => all.forEach((one) => (one.parentElement.open = true)));
  await axeFindsNothing(page, { inside: "#service" });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});
