// Handing an essay in: the form, the consent, the sealed file, the ways to hand it over, and the receipt.
import { join } from "node:path";
import { axeFindsNothing } from "./support/axe.js";
import { EntryPanel, opened, saved, sha256 } from "./support/entry.js";
import { Essay } from "./support/essay.js";
import { holdPrint, print } from "./support/record.js";
import { edit, publish } from "./support/sites.js";
import { expect, test } from "./support/test.js";

const TEXT = "那天下雨，楼下的王伯伯替我扶着门。\n他的伞掉在地上，他也没有去捡。";

test.beforeEach(async ({ page }) => page.clock.install({ time: new Date("2027-02-01T19:30:00+08:00") }));

/** An essay with a title, and the panel at its end. */
async function written(portal, text = TEXT) {
  const essay = new Essay(portal);
  await essay.open();
  const panel = new EntryPanel(portal);
  await panel.chooseGroup(/小学组/);
  await essay.title.fill("一把伞");
  await essay.write(text);
  return { essay, panel };
}

/** The entries in the log. */
const handedIn = ({ events }) => events.map((line) => JSON.parse(line).event.deed.study?.handed_in ?? JSON.parse(line).event.deed.handed_in).filter(Boolean);

test("an essay becomes one sealed file that the organiser opens with age, and nothing in its name says who", async ({ portal }) => {
  const { panel } = await written(portal);
  await panel.fill();
  await expect(panel.panel).toContainText("只有社区关工委打得开");
  await panel.makes();
  const file = await panel.save();
  expect(file.name).toMatch(/^zhengwen-2027-xiaoxue-[0-9a-f]{8}-1\.huaide-entry\.zip\.age$/);
  expect(file.bytes.includes("小雨")).toBe(false);
  const { manifest, files, names } = opened(file);
  expect(names).toEqual(["manifest.json", "essay.txt", "essay.html"]);
  expect(files["essay.txt"].toString()).toBe(`\ufeff一把伞\r\n\r\n${TEXT.replace("\n", "\r\n")}\r\n`);
  const { work } = manifest;
  expect(work).toMatchObject({ contest: "zhengwen-2027", group: "xiaoxue", revision: 1, title: "一把伞" });
  expect(work.length).toEqual({ characters: { with_punctuation: 32, without_punctuation: 28 } });
  expect(work.entrant).toEqual({ name: "小雨", age: { years: 10 }, school: "第一小学" });
  expect(work.consent).toMatchObject({ taking_part: "yes", work: "yes", name: "no", likeness: "no", receiver: "社区关工委" });
  expect(work.consent.by).toEqual({ guardian: { name: "王芳", relation: "母亲" } });
  expect(files["essay.html"].toString()).not.toContain("小雨");
});

test("the same entry made again keeps its number and has a higher revision, after a reload too", async ({ portal }) => {
  const { essay, panel } = await written(portal);
  await panel.fill();
  await panel.makes();
  const first = opened(await panel.save()).manifest.work;
  await essay.isSaved();
  await essay.reload();
  await expect(panel.panel).toContainText("文件已经做过 1 次");
  await expect(panel.panel.getByLabel("姓名，或者小名")).toHaveValue("小雨");
  await expect(panel.panel.getByLabel("监护人的姓名")).toHaveValue("王芳");
  await essay.write(`${TEXT}\n后来呢。`);
  await panel.answer(/^参加/, "同意");
  await panel.makes(2);
  const second = opened(await panel.save()).manifest.work;
  expect([second.entry, second.revision]).toEqual([first.entry, 2]);
  const made = handedIn(await portal.record((record) => handedIn(record).length === 2));
  expect(made.map(({ revision }) => revision)).toEqual([1, 2]);
  await expect(await essay.openVersions()).toContainText([/交/, /交/]);
});

test("under fourteen nothing is made without a guardian, nor where the age is not known", async ({ page, portal }) => {
  const { panel } = await written(portal);
  for (const age of ["13", ""]) {
    await panel.isFrom({ age });
    await panel.answer(/^参加/, "同意");
    await panel.make.click();
    await expect(panel.panel).toContainText("请写监护人的姓名。");
    await expect(panel.panel.getByLabel("监护人的姓名")).toBeFocused();
  }
  await panel.guardian({ relation: "" });
  await panel.make.click();
  await expect(panel.panel).toContainText("请写监护人是孩子的什么人。");
  await expect(panel.made).toBeEmpty();
  await panel.isFrom({ age: "14" });
  await expect(panel.panel.getByLabel("监护人的姓名")).toBeHidden();
  await panel.makes();
  expect(opened(await panel.save()).manifest.work.consent.by).toBe("entrant");
  await expect(page.locator(".told")).toContainText("还没有提交");
});

test("refusing leaves the work where it is, and nothing is made", async ({ portal }) => {
  const { essay, panel } = await written(portal);
  await panel.isFrom();
  await panel.guardian();
  await panel.answer(/^参加/, "不同意");
  await expect(panel.panel).toContainText("作品还在这台设备上，哪里都没有去");
  await panel.make.click();
  await expect(panel.panel).toContainText("要同意参加，才能做成文件");
  await expect(panel.made).toBeEmpty();
  await essay.write(`${TEXT}还可以接着写。`);
  expect(handedIn(await portal.record())).toEqual([]);
});

test("what is wrong is said beside its field, and the first of them takes the keyboard", async ({ portal }) => {
  const { panel } = await written(portal);
  await panel.make.click();
  await expect(panel.panel.getByLabel("姓名，或者小名")).toBeFocused();
  await expect(panel.panel.locator("#entry-entrant-said")).toHaveText("这一格要填。", { useInnerText: true });
  await expect(panel.panel.locator("#entry-school-said")).toHaveText("这一格要填。", { useInnerText: true });
  await expect(panel.panel.getByLabel("联系电话")).toHaveCount(0);
});

test("a group has to be chosen, and there has to be something to hand in", async ({ portal }) => {
  const essay = new Essay(portal);
  await essay.open();
  const panel = new EntryPanel(portal);
  await panel.fill();
  await panel.make.click();
  await expect(panel.panel).toContainText("先在上面选好参加哪一组");
  await panel.chooseGroup(/小学组/);
  await panel.make.click();
  await expect(panel.panel).toContainText("还没有正文，也没有照片");
});

test("the receipt says what was made, is saved as text, and prints alone on a sheet of A4", async ({ page, portal }) => {
  await holdPrint(page);
  const { panel } = await written(portal);
  await panel.fill();
  // However long the filling in took, the file is made at this minute.
  await page.clock.setFixedTime(new Date("2027-02-01T19:30:00+08:00"));
  await panel.makes();
  const file = await panel.save();
  const blocks = sha256(file.bytes).match(/.{4}/g).join(" ");
  await expect(panel.receipt.locator(".blocks")).toHaveText(blocks);
  await expect(panel.receipt).toContainText(["2027-02-01 19:30"]);
  await expect(panel.receipt.getByRole("img")).toBeVisible();
  const receipt = await saved(page, panel.receipt.getByRole("button", { name: "存下回执" }));
  expect(receipt.name).toMatch(/^回执-[0-9a-f]{8}-1\.txt$/);
  expect(receipt.bytes.toString()).toContain(`sha256: ${sha256(file.bytes)}`);
  const sheet = await print(page, panel.receipt.getByRole("button", { name: "打印回执" }));
  expect(sheet).toMatchObject({ size: [595, 842], pages: 1 });
  expect(sheet.text).toContain(blocks.slice(0, 9));
  expect(sheet.text).not.toContain("监护人");
});

test("it is all made without a network", async ({ host, portal }) => {
  await portal.open();
  await portal.isKeptWhole();
  await host.stop();
  const { panel } = await written(portal);
  await panel.fill();
  await panel.makes();
  expect(opened(await panel.save()).manifest.work.title).toBe("一把伞");
});

test("it can be done by keyboard alone", async ({ page, portal }) => {
  const { panel } = await written(portal);
  await panel.panel.getByLabel("姓名，或者小名").focus();
  const type = (text) => page.keyboard.type(text);
  const next = () => page.keyboard.press("Tab");
  await type("小雨");
  await next();
  await type("10");
  await next();
  await type("第一小学");
  await next();
  await type("王芳");
  await next();
  await type("母亲");
  for (let question = 0; question < 4; question += 1) {
    await next();
    await page.keyboard.press("Space");
  }
  await next();
  await page.keyboard.press("Enter");
  await expect(panel.made).toBeFocused();
  await next();
  await expect(panel.made.getByRole("button", { name: "存下文件" })).toBeFocused();
});

test("axe finds nothing, in the light and in the dark, and nothing is wider than a small phone", async ({ page, portal }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const { panel } = await written(portal);
  await panel.make.click();
  await panel.fill();
  await panel.makes();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.locator("section.entry details > summary").evaluateAll((all) => all.forEach((one) => (one.parentElement.open = true)));
  await axeFindsNothing(page);
});

test("a device that shares files is handed the sealed one", async ({ page, portal }) => {
  await page.addInitScript(() => {
    navigator.canShare = ({ files }) => files.length === 1;
    navigator.share = async ({ files }) => (globalThis.shared = { name: files[0].name, size: files[0].size });
  });
  const { panel } = await written(portal);
  await panel.fill();
  await panel.makes();
  await panel.made.getByRole("button", { name: "分享到别的应用" }).click();
  const file = await panel.save();
  await expect.poll(() => page.evaluate(() => globalThis.shared)).toEqual({ name: file.name, size: file.bytes.length });
});

test("deleting the essay deletes what was typed about its writer, and the fields are empty at once", async ({ page, portal }) => {
  const { essay, panel } = await written(portal);
  await panel.fill({ name: "要删掉的名字", age: "12" });
  await panel.makes();
  await portal.record(({ slips }) => slips.some((slip) => slip.includes("要删掉的名字")));
  await page.locator("section.leave").getByRole("button", { name: "删", exact: false }).first().click();
  await page.locator("section.leave .calm").getByRole("button").first().click();
  await portal.record(({ slips }) => !slips.some((slip) => slip.includes("要删掉的名字")));
  await expect(essay.text).toHaveValue("");
  for (const label of ["姓名，或者小名", "年龄", "学校", "监护人的姓名", /监护人是孩子的/]) {
    await expect(panel.panel.getByLabel(label)).toHaveValue("");
  }
  await expect(panel.panel.locator("input:checked")).toHaveCount(0);
  await expect(panel.made).toBeEmpty();
  // What is made next is of somebody else.
  await panel.make.click();
  await expect(panel.panel.getByLabel("姓名，或者小名")).toBeFocused();
});

test("the age in the form stands beside the rules of the group in the checklist", async ({ portal }) => {
  const { essay, panel } = await written(portal);
  const { checklist } = essay;
  await expect(checklist).not.toContainText("岁");
  await panel.isFrom({ age: "10" });
  await expect(checklist).toContainText("10 岁，正是这一组（7 到 12 岁）。");
  await panel.isFrom({ age: "15" });
  await expect(checklist.getByRole("listitem").filter({ hasText: "注意" })).toContainText("下面填的是 15 岁，可是小学组是 7 到 12 岁的。要是 15 岁没有填错，就到上面改选");
  await panel.isFrom({ age: "5" });
  await expect(checklist).toContainText("看看年龄填错没有；没填错，问问老师或者社区能不能参加。");
  await essay.isSaved();
  await essay.reload();
  await expect(checklist).toContainText("下面填的是 5 岁");
  await panel.isFrom({ age: "" });
  await expect(checklist).not.toContainText("岁");
});

test.describe("in the browser of WeChat", () => {
  test.use({ userAgent: "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36 MicroMessenger/8.0.50" });

  test("a way out is named, and the sealed file can be copied as text", async ({ page, portal }) => {
    const { panel } = await written(portal);
    await panel.fill();
    await panel.makes();
    await expect(panel.made).toContainText("这一页是在微信里打开的");
    await expect(panel.made).toContainText("在浏览器打开");
    const text = await page.getByLabel("加密的文字").inputValue();
    expect(opened({ name: "text.age", bytes: Buffer.from(text) }).manifest.work.title).toBe("一把伞");
  });
});

test.describe("where the portal has no key", () => {
  const strip = (folder) => edit(join(folder, "portal.toml"), (text) => text.replace(/^key = .*$/m, ""));
  test.beforeAll(() => void publish("no-key", { edit: strip }));
  test.use({ siteName: "no-key" });

  test("it is said plainly that the file is not sealed, and it is not to be sent", async ({ portal }) => {
    const { panel } = await written(portal);
    await expect(panel.panel).toContainText("未加密：这个门户没有收件人的公钥");
    await panel.fill();
    await panel.makes();
    await expect(panel.made).toContainText("未加密。");
    const file = await panel.save();
    expect(file.name).toMatch(/\.huaide-entry\.zip$/);
    expect(opened(file).manifest.work.title).toBe("一把伞");
    await expect(panel.made.locator(".as-text")).toHaveCount(0);
  });
});

test.describe("where the contest has an address for mail", () => {
  const write = (folder) => edit(join(folder, "contests/zhengwen-2027.md"), (text) => text.replace('mail = ""', 'mail = "essay@example.org"'));
  test.beforeAll(() => void publish("mail", { edit: write }));
  test.use({ siteName: "mail" });

  test("a mail is begun that says what to attach", async ({ portal }) => {
    const { panel } = await written(portal);
    await panel.fill();
    await panel.makes();
    const link = await panel.made.getByRole("link", { name: "写一封邮件" }).getAttribute("href");
    expect(link).toMatch(/^mailto:essay@example\.org\?subject=/);
    expect(decodeURIComponent(link)).toMatch(/zhengwen-2027-xiaoxue-\w+-1\.huaide-entry\.zip\.age/);
    expect(decodeURIComponent(link)).not.toContain("小雨");
  });
});
