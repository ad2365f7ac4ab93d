// Handing a speech in: what the rules still want, the form of a child, the sealed file with the chosen take, and the receipt.
import { EntryPanel, opened, saved, sha256 } from "./support/entry.js";
import { BEEPING, SpeechDesk } from "./support/speech.js";
import { expect, test } from "./support/test.js";

test.use({ launchOptions: BEEPING });
test.beforeEach(async ({ page }) => page.clock.install({ time: new Date("2027-02-01T19:30:00+08:00") }));

/** A speech with a title and so many takes of a second or two, and the panel at its end. */
async function spoken(portal, takes) {
  const desk = new SpeechDesk(portal);
  await desk.open();
  await portal.page.getByLabel("题目").fill("楼下的车棚");
  const panel = new EntryPanel(portal);
  await panel.chooseGroup(/小学组/);
  for (let take = 1; take <= takes; take += 1) await desk.recordFor(take);
  await expect(desk.takes).toHaveCount(takes);
  return { desk, panel };
}

/** Everything that the entry of a child needs. */
async function fill(panel, who) {
  await panel.fill(who);
  await panel.panel.getByLabel("联系电话").fill("0519 8888 8888");
}

test("the chosen take becomes one sealed file that the organiser opens with age, and the receipt stands on the device", async ({ page, portal }) => {
  const { desk, panel } = await spoken(portal, 2);
  await page.getByRole("radio", { name: "交第 2 遍" }).check();
  await expect(page.getByText("完整地存在这台设备上")).toBeVisible();
  await fill(panel);
  await panel.makes();
  const file = await panel.save();
  expect(file.name).toMatch(/^yanjiang-2027-xiaoxue-[0-9a-f]{8}-1\.huaide-entry\.zip\.age$/);
  expect(file.bytes.includes("小雨")).toBe(false);

  const { manifest, files, names } = opened(file);
  const { work, parts } = manifest;
  expect(names).toEqual(["manifest.json", ...parts.map(({ name }) => name)]);
  for (const { name, bytes, sha256: hash } of parts) expect([files[name].length, sha256(files[name])]).toEqual([bytes, hash]);
  expect(parts).toMatchObject([{ kind: "audio", media: "audio/webm" }]);
  const [{ name: audio }] = parts;
  expect(files[audio].subarray(0, 4).toString("hex")).toBe("1a45dfa3");
  expect(files[audio].equals(await desk.sound(2))).toBe(true);
  expect(work).toMatchObject({ contest: "yanjiang-2027", group: "xiaoxue", revision: 1, title: "楼下的车棚" });
  expect(work.length.seconds).toBeGreaterThanOrEqual(2);
  expect(work.entrant).toEqual({ name: "小雨", age: { years: 10 }, school: "第一小学", phone: "0519 8888 8888" });
  expect(work.consent.by).toEqual({ guardian: { name: "王芳", relation: "母亲" } });
  expect(work.consent).toMatchObject({ taking_part: "yes", name: "no", receiver: "社区关工委" });

  const blocks = sha256(file.bytes).match(/.{4}/g).join(" ");
  await expect(panel.receipt.locator(".blocks")).toHaveText(blocks);
  const receipt = await saved(page, panel.receipt.getByRole("button", { name: "存下回执" }));
  expect(receipt.bytes.toString()).toContain(`sha256: ${sha256(file.bytes)}`);
  await portal.record(({ events }) => events.some((line) => line.includes(sha256(file.bytes))));
  await portal.open("receipts/");
  await expect(page.locator("#desk .receipts")).toContainText("楼下的车棚");
  await desk.open();
  await expect(panel.panel).toContainText("文件已经做过 1 次");
  await expect(desk.checklist).toContainText("文件已经做过 1 次");
});

test("under fourteen nothing is made without a guardian, and without a take there is nothing to hand in", async ({ portal }) => {
  const { panel } = await spoken(portal, 0);
  await fill(panel);
  await panel.guardian({ name: "" });
  await panel.make.click();
  await expect(panel.panel).toContainText("请写监护人的姓名。");
  await panel.guardian();
  await panel.make.click();
  await expect(panel.panel.getByRole("alert").filter({ hasText: /./ })).toBeVisible();
  await expect(panel.made).toBeEmpty();
});

test("the checklist says what the rules still want of a speech", async ({ page, portal }) => {
  const desk = new SpeechDesk(portal);
  await desk.open();
  const { checklist } = desk;
  await expect(checklist).toContainText("2027年2月20日 星期六 18:00 截止（北京时间），还有 18 天 22 小时");
  await expect(checklist).toContainText("还没有选参加哪一组");
  await expect(checklist).toContainText("还没有写题目");
  await expect(checklist).toContainText("还没有选好要交哪一遍");
  await expect(checklist).toContainText("每个人只交一份");
  await checklist.getByRole("checkbox", { name: /自己讲的/ }).check();
  await page.getByLabel("题目").fill("楼下的车棚");
  await page.getByRole("radio", { name: /小学组/ }).check();
  await desk.recordFor(2);
  await expect(checklist).toContainText("题目有了");
  await expect(checklist).toContainText("要交的那一遍选好了");
  await expect(checklist).toContainText(/还要多讲 2 分 5\d 秒：这一遍是 \d 秒，至少要 3 分钟/);
  await expect(checklist).toContainText("录音不太大，可以交");
  await new EntryPanel(portal).panel.getByLabel("年龄").selectOption("15");
  await expect(checklist).toContainText("下面填的是 15 岁，可是小学组是 7 到 12 岁的。要是 15 岁没有填错，就到上面改选中学组。");
  await desk.isSaved();
  await desk.reload();
  await expect(checklist.getByRole("checkbox")).toBeChecked();
  await expect(checklist).toContainText("下面填的是 15 岁");
});

test("deleting the speech empties what was typed about the speaker at once", async ({ page, portal }) => {
  const { desk, panel } = await spoken(portal, 1);
  await fill(panel);
  await portal.record(({ slips }) => slips.some((slip) => slip.includes("小雨")));
  await page.evaluate(() => (globalThis.isTheSame = true));
  await page.getByText("全部删掉，重新开始").click();
  await page.getByRole("button", { name: "永远全部删掉" }).click();
  await expect(page.locator(".told")).toContainText("全都删掉了");
  await expect(panel.panel.getByLabel("姓名，或者小名")).toHaveValue("");
  await expect(panel.panel.getByLabel("监护人的姓名")).toHaveValue("");
  await expect(desk.takes).toHaveCount(0);
  await expect(page.getByLabel("题目")).toHaveValue("");
  await expect(page.getByRole("radio", { name: /小学组/ })).not.toBeChecked();
  await expect(page.getByRole("heading", { name: "稿子", exact: true })).toBeFocused();
  await portal.record(({ slips }) => !slips.some((slip) => slip.includes("小雨")));
  expect(await page.evaluate(() => globalThis.isTheSame)).toBe(true);
  await desk.recordFor(1);
  await expect(desk.take(1)).toBeVisible();
});
