// The register on paper: A4 on its side, with who, when, what, sums apart, and lines to sign.
import { expect, test } from "./support/test.js";
import { LANDSCAPE, declare, holdPrint, print, section } from "./support/record.js";

const press = (page) => section(page, "register").getByRole("button", { name: "打印登记表" });

test.beforeEach(async ({ page, portal }) => {
  await holdPrint(page);
  await portal.open("record/");
  await declare(page, { kind: "党课", title: "一月党课", day: "2026-01-05", hours: "2" });
  await declare(page, { kind: "补学", title: "补学党章", day: "2026-03-08", hours: "0.5", remark: "三月请假" });
});

test("the register lies on its side and has everything a branch keeps", async ({ page }) => {
  await section(page, "register").getByLabel("姓名").fill("王小明");
  await section(page, "register").getByLabel("支部").fill("第一支部");
  const { size, pages, text } = await print(page, press(page));
  expect(size).toEqual(LANDSCAPE);
  expect(pages).toBe(1);
  for (const words of ["学习登记表", "王小明", "第一支部", "一月党课", "补学党章", "三月请假", "自行申报", "本人签字", "支部书记签字"]) {
    expect(text).toContain(words);
  }
  expect(text).toMatch(/集中学习 ?2 ?学时，自学 ?0\.5 ?学时/);
  expect(text).not.toContain("学习日历");
});

test("the register has a part of the year when that is asked for", async ({ page }) => {
  await section(page, "register").getByLabel("从").fill("2026-03-01");
  await expect(section(page, "register").locator("tbody tr")).toHaveCount(1);
  const { text } = await print(page, press(page));
  expect(text).toContain("补学党章");
  expect(text).not.toContain("一月党课");
});

test("the name that was typed for the print is there the next time", async ({ page, portal }) => {
  await section(page, "register").getByLabel("姓名").fill("王小明");
  await page.reload();
  await portal.appRuns();
  await expect(section(page, "register").getByLabel("姓名")).toHaveValue("王小明");
  await expect(section(page, "register").locator(".leaf")).toContainText("王小明");
});

test("a long register goes on over several sheets, each with its headings", async ({ page }) => {
  test.slow();
  for (let day = 1; day <= 24; day++) {
    await declare(page, { title: `第${day}次学习`, day: `2026-02-${String(day).padStart(2, "0")}`, hours: "1" });
  }
  const { size, pages, text } = await print(page, press(page));
  expect(size).toEqual(LANDSCAPE);
  expect(pages).toBeGreaterThan(1);
  expect(text.match(/序号/g).length).toBeGreaterThan(1);
});

test("the page itself prints upright, without forms and buttons", async ({ page }) => {
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("form.fields, .within, .leaf").filter({ visible: true })).toHaveCount(0);
  await expect(section(page, "entries")).toContainText("一月党课");
});
