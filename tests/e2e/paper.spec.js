// A bank as a paper: the same code prints the same text, another one another, and the answers stand on a page of their own.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { axeFindsNothing } from "./support/axe.js";
import { expect, test } from "./support/test.js";

const BANK = "questions/shequ-zizhi-1/";

/** Opens the paper, and types a code if there is one. */
async function openPaper(page, portal, code) {
  await portal.open(BANK);
  await page.getByRole("button", { name: "打印试卷" }).click();
  if (code) await typeCode(page, code);
}

async function typeCode(page, code) {
  await page.getByLabel("编号").fill(code);
  await page.getByRole("button", { name: "用这个编号" }).click();
}

/** The text of the page as it is printed, a string for each sheet of paper. */
async function printed(page, info) {
  const file = info.outputPath("paper.pdf");
  writeFileSync(file, await page.pdf({ preferCSSPageSize: true }));
  expect(execFileSync("pdfinfo", [file], { encoding: "utf8" })).toMatch(/Page size:\s+59[45]\.\d+ x 84[12]\.\d+ pts/);
  return execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" }).split("\f").slice(0, -1);
}

test("the same code prints the same paper, another one another", async ({ page, portal }, info) => {
  await openPaper(page, portal, "A7K3-B");
  const first = await printed(page, info);
  await typeCode(page, "b2c4");
  await expect(page.getByLabel("编号")).toHaveValue("B2C4-B");
  const other = await printed(page, info);
  await page.reload();
  await openPaper(page, portal, "a7k3-b");
  expect(await printed(page, info)).toEqual(first);
  expect(other.join("").replaceAll("B2C4", "A7K3")).not.toBe(first.join(""));
});

test("the answers stand on pages of their own, under the same code, with their explanations", async ({ page, portal }, info) => {
  await openPaper(page, portal, "A7K3-B");
  const sheets = await printed(page, info);
  const key = sheets.findIndex((sheet) => sheet.includes("答案与解析"));
  expect(key).toBeGreaterThan(0);
  const [asked, answered] = [sheets.slice(0, key).join(""), sheets.slice(key).join("")];
  expect(asked).toContain("编号 A7K3-B");
  expect(answered).toContain("编号 A7K3-B");
  for (const words of ["姓名", "日期", "得分", "满分 9 分", "居民委员会是什么样的组织"]) expect(asked).toContain(words);
  expect(asked).not.toContain("人人有份，自己的事");
  expect(answered).toContain("基层群众性自治组织");
});

test("nothing of the screen is printed", async ({ page, portal }, info) => {
  await openPaper(page, portal, "A7K3-B");
  const all = (await printed(page, info)).join("");
  for (const words of ["打印试卷", "打印", "打乱", "怀德学苑", "下载这个题库", "学习记录"]) expect(all).not.toContain(words);
});

test("what is shuffled follows from the code, and the code from what is shuffled", async ({ page, portal }) => {
  await openPaper(page, portal, "A7K3-D");
  await expect(page.getByLabel("打乱题目")).toBeChecked();
  await page.getByLabel("打乱题目").uncheck();
  await page.getByLabel("打乱选项").uncheck();
  await expect(page.getByLabel("编号")).toHaveValue("A7K3-A");
  const first = page.locator(".exam-sheet ol > li").first();
  await expect(first).toContainText("居民委员会是什么样的组织？");
  await expect(first.locator("li").first()).toHaveText("A. 政府设在小区里的一个科室");
});

test("a code that is none says so", async ({ page, portal }) => {
  await openPaper(page, portal, "A7K3-B");
  await typeCode(page, "0000");
  await expect(page.getByRole("status").filter({ hasText: "没有这样的编号" })).toBeVisible();
  await page.getByRole("button", { name: "换一份" }).click();
  await expect(page.getByLabel("编号")).toHaveValue(/^[A-Z2-9]{4}-B$/);
});

test("the button prints, the other leads back, and axe finds nothing", async ({ page, portal }) => {
  await page.addInitScript(() => {
    globalThis.printed = 0;
    globalThis.print = () => (globalThis.printed += 1);
  });
  await openPaper(page, portal, "A7K3-B");
  await axeFindsNothing(page);
  await page.getByRole("button", { name: "打印" }).click();
  await expect.poll(() => page.evaluate(() => globalThis.printed)).toBe(1);
  await page.getByRole("button", { name: "回到答题" }).click();
  await expect(page.locator(".question h2")).toBeFocused();
});
