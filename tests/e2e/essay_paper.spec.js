// Manuscript paper: four hundred cells a page, on the screen and printed.
import { holdPrint, paper as onPaper, print } from "./support/record.js";
import { expect, test } from "./support/test.js";
import { Essay } from "./support/essay.js";

const A4 = [595, 842];

test("the text stands in its cells, and follows what is written", async ({ portal }) => {
  const essay = new Essay(portal);
  await essay.open();
  await essay.title.fill("一盏灯");
  await essay.write("楼道里的灯亮了。");
  const pages = await essay.openPaper();
  await expect(pages).toHaveCount(1);
  const cells = pages.first().locator(".grid-cells > i");
  await expect(cells).toHaveCount(400);
  const row = (number) => cells.evaluateAll((all, from) => all.slice(from, from + 20).map((cell) => cell.textContent || "　").join(""), number * 20);
  await expect.poll(() => row(1)).toBe("　　楼道里的灯亮了。　　　　　　　　　　");
  await expect.poll(async () => (await row(0)).trim()).toBe("一盏灯");
  await essay.text.fill("亮".repeat(500));
  await expect(pages).toHaveCount(2);
  await expect(pages.nth(1)).toContainText("第 2 页，共 2 页");
  await expect(pages.nth(1).getByRole("img")).toHaveAccessibleName(/稿纸第 2 页，共 2 页/);
});

test("it prints upright on A4, four hundred cells a sheet, with title and number and nothing else", async ({ page, portal }) => {
  await holdPrint(page);
  const essay = new Essay(portal);
  await essay.open();
  await essay.title.fill("一盏灯");
  await essay.write("夜".repeat(800));
  await expect((await essay.openPaper()).locator(".grid-cells > i")).toHaveCount(1200);
  const paper = await print(page, page.getByRole("button", { name: "打印稿纸" }));
  expect(paper.size).toEqual(A4);
  expect(paper.pages).toBe(3);
  expect(paper.text.match(/夜/g)).toHaveLength(800);
  const sheets = paper.text.split("\f").slice(0, 3);
  sheets.forEach((sheet, index) => {
    expect(sheet).toContain("一盏灯");
    expect(sheet).toContain(`第 ${index + 1} 页，共 3 页`);
    expect(sheet.replace(/[夜\s]/g, "").replaceAll("一盏灯", "")).toBe(`第${index + 1}页，共3页`);
  });
  expect(sheets.map((sheet) => sheet.match(/夜/g).length)).toEqual([378, 400, 22]);
});

test("the menu of the browser prints the text as one reads it while the paper is closed, and all of it", async ({ page, portal }) => {
  const essay = new Essay(portal);
  await essay.open();
  await essay.title.fill("一盏灯");
  await essay.write(`\u3000\u3000${"夜".repeat(900)}\n\n${"亮".repeat(900)}\n走廊里又有灯了。`);
  await expect(page.locator(".for-paper")).toContainText("走廊里又有灯了");
  const sheets = await onPaper(page);
  expect(sheets.size).toEqual(A4);
  expect(sheets.text.match(/夜/g)).toHaveLength(900);
  expect(sheets.text.replace(/\s/g, "").replace(/[夜亮]/g, "")).toBe("一盏灯走廊里又有灯了。");
});

test("with the paper open it prints the paper and nothing else", async ({ page, portal }) => {
  const essay = new Essay(portal);
  await essay.open();
  await essay.title.fill("一盏灯");
  await essay.write("夜".repeat(500));
  await expect(await essay.openPaper()).toHaveCount(2);
  const sheets = await onPaper(page);
  expect(sheets).toMatchObject({ size: A4, pages: 2 });
  expect(sheets.text.match(/夜/g)).toHaveLength(500);
  expect(sheets.text.replace(/[夜\s]/g, "")).toBe("一盏灯一盏灯第1页，共2页一盏灯第2页，共2页");
});
