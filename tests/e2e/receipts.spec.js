// Whether a file is the one of a receipt.
import { axeFindsNothing } from "./support/axe.js";
import { EntryPanel, saved } from "./support/entry.js";
import { Essay } from "./support/essay.js";
import { expect, test } from "./support/test.js";

/** An entry that was made: its file, its receipt as text. */
async function made(portal) {
  const essay = new Essay(portal);
  await essay.open();
  const panel = new EntryPanel(portal);
  await panel.chooseGroup(/小学组/);
  await essay.title.fill("一把伞");
  await essay.write("那天下雨。");
  await panel.fill();
  await panel.makes();
  const file = await panel.save();
  const receipt = await saved(portal.page, panel.receipt.getByRole("button", { name: "存下回执" }));
  return { file, receipt: receipt.bytes.toString() };
}

const result = (page) => page.locator(".result");
const choose = (page, { name, bytes }) => page.getByLabel("选要核对的文件").setInputFiles({ name, mimeType: "application/octet-stream", buffer: bytes });

test("a file is the same, changed, or another one, and no request leaves for it", async ({ page, portal }) => {
  const { file, receipt } = await made(portal);
  await portal.open("receipts/");
  await expect(result(page)).toContainText("回执和文件都选好了");
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.getByLabel("或者把回执的文字贴在这里").fill(receipt);
  await choose(page, file);
  await expect(result(page)).toContainText("一样：这就是回执上的那个文件");
  const changed = Buffer.from(file.bytes);
  changed[changed.length - 1] ^= 1;
  await choose(page, { name: file.name, bytes: changed });
  await expect(result(page)).toContainText("改过：大小一样，内容不一样");
  await choose(page, { name: "other.txt", bytes: Buffer.from("别的") });
  await expect(result(page)).toContainText(`另一个：这不是回执上的文件。回执上的有 ${file.bytes.length} 字节，这个有 6 字节`);
  expect(asked).toEqual([]);
});

test("a receipt comes from this device's own, or from a saved one", async ({ page, portal }) => {
  const { file, receipt } = await made(portal);
  await portal.open("receipts/");
  await choose(page, file);
  await expect(page.locator(".receipts .entries")).toContainText("一把伞，第 1 次");
  await page.getByRole("button", { name: "用这一张核对" }).click();
  await expect(result(page)).toHaveAttribute("data-result", "same");
  await page.getByText("看这张回执").click();
  await expect(page.locator(".receipt .blocks")).toBeVisible();
  await page.reload();
  await portal.appRuns();
  await page.getByLabel("选存下的回执").setInputFiles({ name: "回执.txt", mimeType: "text/plain", buffer: Buffer.from(receipt) });
  await choose(page, file);
  await expect(result(page)).toHaveAttribute("data-result", "same");
});

test("what is no receipt is told, line by line, and it all works without a network", async ({ page, host, portal }) => {
  await portal.open();
  await portal.isKeptWhole();
  await host.stop();
  await portal.open("receipts/");
  const field = page.getByLabel("或者把回执的文字贴在这里");
  await field.fill("你好");
  await expect(page.locator("#receipt-text-said")).toContainText("这不是回执的文字");
  await field.fill("huaide-receipt 1\ncontest: 征文");
  await expect(page.locator("#receipt-text-said")).toContainText("那一行缺了");
  await expect(page.getByText("这台设备上还没有回执")).toBeVisible();
});

test("axe finds nothing, and nothing is wider than a small phone", async ({ page, portal }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await made(portal);
  await portal.open("receipts/");
  await page.getByText("看这张回执").click();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await axeFindsNothing(page);
});
