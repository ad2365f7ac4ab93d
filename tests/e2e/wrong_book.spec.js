// The wrong-answer book: what is in it, how it leaves, the learner's remark, and what the portal no longer has.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { edit, publish } from "./support/sites.js";
import { expect, test } from "./support/test.js";
import { answerWrong, deeds, five, morning, practise, recalls, say } from "./support/practice.js";

const STEM = "居民委员会是什么样的组织？";

test.beforeEach(async ({ page }) => page.clock.install({ time: morning(0) }));

const book = (page) => page.locator("#book");
const lines = (page) => page.locator(".wrong > li");

/** Answers the open question of the book right. */
async function answerAgain(page) {
  await lines(page).first().getByRole("button", { name: "再答一次" }).click();
  await lines(page).first().getByLabel("居民选人组成的自治组织").check();
  await lines(page).first().getByRole("button", { name: "答好了" }).click();
  await expect(lines(page).first().locator(".feedback [role=status]")).toContainText("答对了");
}

test("the book of who was never wrong is empty", async ({ page, portal }) => {
  await practise(portal);
  await expect(book(page)).toContainText("错题本是空的。");
});

test("what was wrong is in it, with its bank, its day and how it leaves", async ({ page, portal }) => {
  await answerWrong(portal);
  await practise(portal);
  await expect(lines(page)).toHaveCount(1);
  await expect(lines(page)).toContainText(STEM);
  await expect(lines(page)).toContainText("2026年11月23日没答对");
  await expect(lines(page)).toContainText("再有 2 天答对就移出");
  await expect(lines(page).getByRole("link")).toHaveAttribute("href", /questions\/shequ-zizhi-1\/$/);
});

test("right on two days it leaves, and what was said to the answer stays to be read", async ({ page, portal }) => {
  await answerWrong(portal, 0);
  await practise(portal, 1);
  await answerAgain(page);
  await expect(lines(page)).toContainText("再有 1 天答对就移出");
  await practise(portal, 2);
  await answerAgain(page);
  await expect(lines(page)).toContainText("已经移出错题本");
  await deeds(portal, "answered", 3);
  await practise(portal, 2);
  await expect(book(page)).toContainText("错题本是空的。");
});

test("twice right on one day is one day", async ({ page, portal }) => {
  await answerWrong(portal, 0);
  await recalls(page);
  await practise(portal, 1);
  await answerAgain(page);
  await deeds(portal, "answered", 2);
  await lines(page).first().getByRole("button", { name: "再答一次" }).click();
  await answerAgain(page);
  await deeds(portal, "answered", 3);
  await expect(lines(page)).toContainText("再有 1 天答对就移出");
});

test("不会 puts a question into the book with its words", async ({ page, portal }) => {
  await recalls(page);
  await practise(portal);
  const stem = await five(page).locator(".stem").innerText();
  await say(five(page), "不会");
  await expect(lines(page)).toHaveCount(1);
  await expect(lines(page).locator(".asks")).toContainText(stem.trim().slice(0, 8));
});

test("what is taken out by hand is put back with one press, now and later", async ({ page, portal }) => {
  await answerWrong(portal);
  await practise(portal);
  await page.getByRole("button", { name: "移出错题本" }).click();
  await expect(lines(page)).toHaveCount(0);
  await expect(page.getByRole("status").filter({ hasText: `“${STEM}”已移出错题本。` })).toBeFocused();
  await page.locator("#book-taken").getByRole("button", { name: "放回错题本" }).click();
  await expect(lines(page)).toHaveCount(1);
  await page.getByRole("button", { name: "移出错题本" }).click();
  await expect(lines(page)).toHaveCount(0);
  await practise(portal);
  await page.getByText("自己移出的题（1）").click();
  await page.locator(".settled").getByRole("button", { name: "放回错题本" }).click();
  await expect(lines(page)).toHaveCount(1);
});

test("a remark is kept, shown, and changed", async ({ page, portal }) => {
  await answerWrong(portal);
  await practise(portal);
  await page.getByRole("button", { name: "写备注" }).click();
  await page.getByLabel("我的备注").fill("和物业是两家");
  await page.getByRole("button", { name: "保存备注" }).click();
  await expect(page.getByRole("status").filter({ hasText: "备注已保存" })).toBeVisible();
  await practise(portal);
  await expect(lines(page)).toContainText("备注： 和物业是两家", { useInnerText: true });
  await page.getByRole("button", { name: "写备注" }).click();
  await expect(page.getByLabel("我的备注")).toHaveValue("和物业是两家");
});

test("a remark typed with an input method is never written over, and outlives a reload", async ({ page, portal }) => {
  await answerWrong(portal);
  await practise(portal);
  await page.getByRole("button", { name: "写备注" }).click();
  const field = page.getByLabel("我的备注");
  await expect(field).toBeFocused();
  const keyboard = await page.context().newCDPSession(page);
  await keyboard.send("Input.imeSetComposition", { text: "ju wei", selectionStart: 6, selectionEnd: 6 });
  await expect(field).toHaveValue("ju wei");
  await keyboard.send("Input.insertText", { text: "居委" });
  await expect(field).toHaveValue("居委");
  await portal.record(({ slips }) => slips.includes("居委"));
  await practise(portal);
  await page.getByRole("button", { name: "写备注" }).click();
  await expect(field).toHaveValue("居委");
  expect(await deeds(portal, "remarked", 0)).toEqual([]);
});

test("one looks at the questions of one series", async ({ page, portal }) => {
  await answerWrong(portal);
  await portal.open("questions/kexue-1/");
  let answered = 0;
  for (let number = 1; number <= 9; number++) {
    await expect(page.locator(".question h2")).toContainText(`第 ${number} 题`);
    if ((await page.locator(".choices input").count()) > 0) {
      await page.locator(".choices input").last().check();
      await page.getByRole("button", { name: "答好了" }).click();
      answered += 1;
      const said = page.locator(".feedback [role=status]");
      await expect(said).not.toBeEmpty();
      if (!(await said.textContent()).includes("答对了")) break;
    }
    await page.locator(".next").click();
  }
  await deeds(portal, "answered", 1 + answered);
  await practise(portal);
  await expect(lines(page)).toHaveCount(2);
  await book(page).getByLabel(/社区.*1/).check();
  await expect(lines(page)).toHaveCount(1);
  await expect(lines(page)).toContainText(STEM);
  await book(page).getByLabel(/全部/).check();
  await expect(lines(page)).toHaveCount(2);
});

test("a question that the portal no longer has is shown by the words it had", async ({ page, portal, host }) => {
  await answerWrong(portal);
  host.folder = publish("without-a-bank", {
    edit: (folder) => {
      rmSync(join(folder, "questions/shequ-zizhi-1.gift"));
      edit(join(folder, "lessons/shequ-zizhi/01-what-is-self-government.md"), (text) => text.replace(/^questions = .*\n/mu, ""));
    },
  });
  await page.evaluate(async () => {
    for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister();
    for (const name of await caches.keys()) await caches.delete(name);
  });
  await practise(portal);
  await expect(lines(page)).toContainText(STEM);
  await expect(lines(page)).toContainText("题库里已经没有这道题了");
  await expect(lines(page).getByRole("button", { name: "再答一次" })).toHaveCount(0);
  await page.getByRole("button", { name: "移出错题本" }).click();
  await expect(lines(page)).toHaveCount(0);
});
