// The questions of a bank: answered one by one or on a sheet, told right or wrong at once, kept half finished, and put into the log.
import { THEMES, axeFaultsIn } from "./support/axe.js";
import { expect, test } from "./support/test.js";
import { changeBank, goTo, studied } from "./support/questions.js";

const BANK = "questions/shequ-zizhi-1/";
const OF = 9;

const heading = (page) => page.locator(".question h2");
const verdict = (page) => page.locator(".feedback [role=status]");
const doneButton = (page) => page.getByRole("button", { name: "答好了" });

test("a right answer says so, why, and where it stands in the lesson", async ({ page, portal }) => {
  await portal.open(BANK);
  await expect(heading(page)).toHaveText("第 1 题，共 9 题 · 单选", { useInnerText: true });
  await page.getByLabel("居民选人组成的自治组织").check();
  await doneButton(page).click();
  await expect(verdict(page)).toContainText("答对了");
  await expect(page.locator(".feedback")).toContainText("基层群众性自治组织");
  const passage = page.locator(".passage a");
  await expect(passage).toHaveAttribute("href", /lessons\/shequ-zizhi\/.+\/#/);
  await passage.click();
  await expect(page).toHaveURL(/lessons\/shequ-zizhi\/01/);
});

test("a wrong answer says why it is wrong and what is right", async ({ page, portal }) => {
  await portal.open(BANK);
  await page.getByLabel("物业公司在小区里的服务部").check();
  await doneButton(page).click();
  await expect(verdict(page)).toContainText("不对");
  const said = page.locator(".feedback");
  await expect(said).toContainText("和居委会是两家");
  await expect(said.locator("dd").first()).toContainText("居民选人组成的自治组织");
  await expect(page.locator("[data-mark=wrong]")).toContainText("选错了");
  await expect(page.locator("[data-mark=missed]")).toContainText("应该选");
});

test("an answer is in the log at once, with the revision, the verdict and the words of the question", async ({ page, portal }) => {
  await portal.open(BANK);
  await page.getByLabel("居民选人组成的自治组织").check();
  await doneButton(page).click();
  const [attempt] = await studied(portal, 1);
  expect(attempt).toMatchObject({
    question: "shequ-zizhi-1.q1",
    bank: "shequ-zizhi-1",
    stem: "居民委员会是什么样的组织？",
    answer: { chosen: [2] },
    verdict: { earned: 1000 },
    occasion: "test",
  });
  expect(attempt.revision).toMatch(/^[0-9a-f]{8}$/);
});

test("without an answer nothing is handed in, and that is said", async ({ page, portal }) => {
  await portal.open(BANK);
  await doneButton(page).click();
  await expect(page.locator(".acts [role=status]")).toHaveText("还没有作答。", { useInnerText: true });
  await expect(verdict(page)).toBeEmpty();
});

test("part of several right options is partly right", async ({ page, portal }) => {
  await portal.open(BANK);
  await goTo(page, 2);
  await expect(heading(page)).toContainText("多选");
  await page.getByLabel("独住的老人由谁常去看看").check();
  await doneButton(page).click();
  await expect(verdict(page)).toContainText("对了一部分");
  await expect(page.locator("[data-mark=missed]")).toContainText("也该选");
});

test("a blank takes an answer however it is written", async ({ page, portal }) => {
  await portal.open(BANK);
  await goTo(page, 4);
  await page.getByLabel("答：").fill(" “特 別 法 人” ");
  await page.keyboard.press("Enter");
  await expect(verdict(page)).toContainText("答对了");
});

test("pairs are chosen from lists, and each is marked", async ({ page, portal }) => {
  await portal.open(BANK);
  await goTo(page, 5);
  const lists = page.locator(".pairs select");
  const rights = ["有执法权的政府部门", "业主依法共同决定", "物业公司按合同修理", "居民商量，居委会组织"];
  for (const [at, right] of rights.entries()) {
    const words = (await lists.nth(at).locator("option").allTextContents()).find((text) => text.endsWith(right));
    await lists.nth(at).selectOption(words);
  }
  await doneButton(page).click();
  await expect(verdict(page)).toContainText("对了一部分");
  await expect(page.locator(".pairs [data-verdict=right]")).toHaveCount(2);
  await expect(page.locator(".pairs [data-verdict=wrong]")).toHaveCount(2);
});

test("things are put in order by taps", async ({ page, portal }) => {
  await portal.open(BANK);
  await goTo(page, 7);
  const right = ["先问清它碰不碰公共安全", "再弄明白它归谁，要不要业主表决", "把各家的难处摆出来听一听", "一起找几家都过得去的办法"];
  for (const [at, words] of right.entries()) {
    const things = page.locator(".order .thing");
    if ((await things.nth(at).textContent()) === words) continue;
    await things.filter({ hasText: words }).click();
    await things.nth(at).click();
    await expect(things.nth(at)).toHaveText(words, { useInnerText: true });
  }
  await doneButton(page).click();
  await expect(verdict(page)).toContainText("答对了");
});

test("with keys a thing is moved, keeps the keyboard, and its new place is said", async ({ page, portal }) => {
  await portal.open(BANK);
  await goTo(page, 7);
  const name = await page.locator(".order .thing").nth(1).textContent();
  const up = page.locator(".order li").filter({ hasText: name }).getByRole("button", { name: "上移" });
  await up.focus();
  await page.keyboard.press("Enter");
  await expect(page.locator(".order .thing").first()).toHaveText(name, { useInnerText: true });
  await expect(up).toBeFocused();
  await expect(page.getByRole("status").filter({ hasText: name })).toHaveText(`“${name}”现在排第 1，共 4 项。`, { useInnerText: true });
});

test("a whole bank is answered with the keyboard alone", async ({ page, portal }) => {
  await portal.open(BANK);
  await page.locator("#main").focus();
  for (let number = 1; number <= OF; number++) {
    await expect(heading(page)).toContainText(`第 ${number} 题`);
    await tabInto(page, ".asked :is(input, select, .thing)");
    await answerByKeys(page);
    await tabInto(page, ".asked [type=submit]");
    await page.keyboard.press("Enter");
    await expect(page.locator(".feedback")).toBeFocused();
    await tabInto(page, ".next");
    await page.keyboard.press("Enter");
  }
  await expect(page.locator("#test-heading")).toBeFocused();
  await expect(page.locator("#test-heading")).toContainText("9 题中");
  expect(await studied(portal, OF)).toHaveLength(OF);
});

/** Goes on with Tab until the focus is inside. */
async function tabInto(page, selector) {
  for (let step = 0; step < 40; step++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((selector) => document.activeElement.matches(selector), selector)) return;
  }
  throw new Error(`Tab does not reach ${selector}`);
}

/** Answers something with keys, whatever has the focus. */
async function answerByKeys(page) {
  const kind = await page.evaluate(() => document.activeElement.type ?? "");
  if (kind === "text") return page.keyboard.type("特别");
  if (kind === "select-one") return page.keyboard.press("ArrowDown");
  if (kind === "button") {
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
  }
  return page.keyboard.press("Space");
}

test("the end says what was right, leads to the wrong-answer book, and begins anew", async ({ page, portal }) => {
  await portal.open(BANK);
  await page.getByLabel("居民选人组成的自治组织").check();
  await doneButton(page).click();
  await page.getByRole("button", { name: "下一题" }).click();
  await goTo(page, 8);
  await page.getByLabel("替业主作主，直接指定几位委员").check();
  await doneButton(page).click();
  await page.getByRole("button", { name: "下一题" }).click();
  await page.getByRole("button", { name: "看结果" }).click();
  await expect(page.locator("#test-heading")).toHaveText("9 题中 1 题答对", { useInnerText: true });
  await expect(page.locator(".over")).toContainText("没答对的 1 题已放进错题本");
  await expect(page.locator(".over")).toContainText("不能当作任何证明");
  await expect(page.locator(".results > li")).toHaveCount(OF);
  await expect(page.locator(".results details[open]")).toHaveCount(1);
  await expect(page.getByRole("link", { name: "去练习" })).toHaveAttribute("href", /practice\/$/);
  await page.getByRole("button", { name: "接着答" }).click();
  await expect(heading(page)).toContainText("第 2 题");
  await goTo(page, 9);
  await page.getByRole("button", { name: "看结果" }).click();
  await page.getByRole("button", { name: "再做一遍" }).click();
  await expect(heading(page)).toContainText("第 1 题");
  await expect(page.locator(".choices :checked")).toHaveCount(0);
});

test("the whole sheet is handed in together, and what is missing is said first", async ({ page, portal }) => {
  await portal.open(BANK);
  await page.getByLabel("整卷作答").check();
  await expect(page.locator(".question")).toHaveCount(OF);
  await page.getByLabel("居民选人组成的自治组织").check();
  await page.getByLabel("答：").fill("特别");
  await page.getByRole("button", { name: "交卷" }).click();
  await expect(page.locator(".ways-on [role=status]")).toContainText("还有 7 题没有答");
  expect(await studied(portal, 0)).toHaveLength(0);
  await page.getByRole("button", { name: "交卷" }).click();
  await expect(page.locator("#test-heading")).toHaveText("9 题中 2 题答对", { useInnerText: true });
  expect(await studied(portal, 2)).toHaveLength(2);
  await page.reload();
  await expect(page.getByLabel("整卷作答")).toBeChecked();
});

/** Waits until it is on the disk that one question was handed in and another only answered. */
async function halfDone(portal) {
  const isHalfDone = (slip) => [true, false].every((is) => slip.includes(`"handed_in":${is}`));
  await portal.record(({ slips }) => slips.some(isHalfDone));
}

test("a half-finished test is there after a reload, another day too, and can be begun again", async ({ page, portal }) => {
  await page.clock.install();
  await portal.open(BANK);
  await page.getByLabel("居民选人组成的自治组织").check();
  await doneButton(page).click();
  await page.getByRole("button", { name: "下一题" }).click();
  await page.getByLabel("独住的老人由谁常去看看").check();
  await studied(portal, 1);
  await halfDone(portal);
  await page.reload();
  await portal.appRuns();
  await expect(page.getByRole("status").filter({ hasText: "接着上次的答" })).toBeVisible();
  await expect(heading(page)).toContainText("第 2 题");
  await expect(page.getByLabel("独住的老人由谁常去看看")).toBeChecked();
  await page.clock.fastForward("24:00:00");
  await page.reload();
  await page.getByRole("button", { name: "上一题" }).click();
  await expect(verdict(page)).toContainText("答对了");
  await page.getByRole("button", { name: "从头再来" }).click();
  await expect(verdict(page)).toBeEmpty();
  await page.reload();
  await portal.appRuns();
  await expect(heading(page)).toContainText("第 1 题");
  await expect(page.locator(".goes-on")).toHaveCount(0);
  expect(await studied(portal, 1)).toHaveLength(1);
});

test("answers of two tabs are all there: one tab answers, the other sees it and takes over", async ({ portal }) => {
  const [first, second] = [await portal.tab(), await portal.tab()];
  const [one, two] = [({ page }) => page.getByLabel("居民选人组成的自治组织"), ({ page }) => page.getByLabel("独住的老人由谁常去看看")];
  await second.open(BANK);
  await first.open(BANK);
  await one(first).check();
  await expect(one(second)).toBeDisabled();
  await expect(second.page.locator(".elsewhere")).toContainText("另一个标签页接着写了");
  await second.page.getByRole("button", { name: "在这里接着写" }).click();
  await expect(one(second)).toBeChecked();
  await expect(one(first)).toBeDisabled();
  await goTo(second.page, 2);
  await two(second).check();
  for (const tab of [first, second]) await tab.page.close({ runBeforeUnload: true });
  await portal.open(BANK);
  await expect(two(portal)).toBeChecked();
  await portal.page.getByRole("button", { name: "上一题" }).click();
  await expect(one(portal)).toBeChecked();
});

test("a changed question is asked anew, the others keep their answers, and history stays", async ({ page, portal, host }) => {
  const changed = changeBank("questions-changed", (text) => text.replace("=居民选人组成的自治组织", "=居民自己选人组成的自治组织"));
  await portal.open(BANK);
  await page.getByLabel("居民选人组成的自治组织").check();
  await doneButton(page).click();
  await page.getByRole("button", { name: "下一题" }).click();
  await page.getByLabel("独住的老人由谁常去看看").check();
  await studied(portal, 1);
  await halfDone(portal);
  host.folder = changed;
  await expect(async () => {
    await page.reload();
    await expect(page.locator(".goes-on")).toContainText("有 1 题后来改过", { timeout: 2_000 });
  }).toPass();
  await expect(page.getByLabel("独住的老人由谁常去看看")).toBeChecked();
  await page.getByRole("button", { name: "上一题" }).click();
  await page.getByLabel("居民自己选人组成的自治组织").check();
  await doneButton(page).click();
  await page.locator(".history summary").click();
  await expect(page.locator(".history li")).toHaveCount(2);
  await expect(page.locator(".history li").last()).toContainText("答对了");
  await expect(page.locator(".history li").last()).toContainText("题目后来改过");
  await expect(page.locator(".history li").first()).not.toContainText("题目后来改过");
});

test("a missing word is filled in inside its sentence, and an essay is kept without a grade", async ({ page, portal, host }) => {
  host.folder = changeBank("questions-kinds", () => KINDS);
  await portal.open(BANK);
  await expect(page.locator(".before")).toHaveText("先读这一段。", { useInnerText: true });
  await page.locator(".sentence input").fill("5");
  await doneButton(page).click();
  await expect(verdict(page)).toContainText("答对了");
  await page.getByRole("button", { name: "下一题" }).click();
  await expect(page.getByLabel("答：")).toHaveAttribute("inputmode", "decimal");
  await page.getByLabel("答：").fill("十四");
  await doneButton(page).click();
  await expect(verdict(page)).toContainText("答对了");
  await page.getByRole("button", { name: "下一题" }).click();
  await page.locator("textarea").fill("我的想法");
  await doneButton(page).click();
  await expect(page.locator(".feedback")).toContainText("想想邻居");
  await expect(verdict(page)).toBeEmpty();
  const attempts = await studied(portal, 3);
  expect(attempts.at(-1).answer).toEqual({ written: "我的想法" });
  await page.getByRole("button", { name: "看结果" }).click();
  await expect(page.locator("#test-heading")).toHaveText("2 题中 2 题答对", { useInnerText: true });
});

const KINDS = `::k.d::先读这一段。

::k.m::居民委员会每届任期 {=5 =五} 年。

::k.n::多大年龄？{#14:0}

::k.e::说说你的想法。{
####想想邻居}
`;

/** An answer of each kind, by the number of its question. */
const ANSWERS = {
  1: (page) => page.getByLabel("物业公司在小区里的服务部").check(),
  2: (page) => page.getByLabel("独住的老人由谁常去看看").check(),
  4: (page) => page.getByLabel("答：").fill("别的"),
  5: (page) => page.locator(".pairs select").first().selectOption({ index: 1 }),
  7: (page) => page.getByRole("button", { name: "下移" }).first().click(),
};

test("axe finds nothing while answering, in every theme", async ({ page, portal }) => {
  await portal.open(BANK);
  const found = [];
  for (let number = 1; number <= 9; number++) {
    await expect(heading(page)).toContainText(`第 ${number} 题`);
    found.push(...(await axeFaultsIn(page, THEMES)));
    if (ANSWERS[number]) {
      await ANSWERS[number](page);
      await doneButton(page).click();
      await expect(verdict(page)).not.toBeEmpty();
      found.push(...(await axeFaultsIn(page, THEMES)));
    }
    await page.locator(".next").click();
  }
  await expect(page.locator(".over")).toBeVisible();
  found.push(...(await axeFaultsIn(page, THEMES)));
  expect(found).toEqual([]);
});
