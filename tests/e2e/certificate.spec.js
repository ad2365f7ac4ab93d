// A certificate for a series that was read to its end.
import { expect, test } from "./support/test.js";
import { LANDSCAPE, finish, holdPrint, print, section } from "./support/record.js";

const SERIES = ["01-know-your-feelings", "02-study-sleep-phone", "03-ask-and-stay"];

test("a finished series has a certificate that says what it is and what it is not", async ({ page, portal }) => {
  test.slow();
  await page.clock.install();
  await holdPrint(page);
  await portal.open("record/");
  await expect(section(page, "certificates")).toContainText("不着急");
  for (const lesson of SERIES) await finish(portal, `lessons/xinli/${lesson}/`);
  await portal.open("record/");
  const certificate = section(page, "certificates").locator(".certificate");
  await expect(certificate).toHaveCount(1);
  await section(page, "register").getByLabel("姓名").fill("李小红");
  await expect(certificate).toContainText("李小红：您在");
  const { size, pages, text } = await print(page, section(page, "certificates").getByRole("button", { name: "打印这张证书" }));
  expect({ size, pages }).toEqual({ size: LANDSCAPE, pages: 1 });
  for (const words of ["学习证书", "李小红", "全部 3 课", "学完日期", "不是官方证书"]) expect(text).toContain(words);
  await expect(section(page, "charts").getByRole("row", { name: /3 \/ 3 课/ })).toHaveCount(1);
});
