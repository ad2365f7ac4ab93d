// Two tabs with one essay: one writes, and neither writes over the other.
import { expect, test } from "./support/test.js";
import { EntryPanel } from "./support/entry.js";
import { Essay } from "./support/essay.js";

test("a second tab only shows, until one goes on there; the first says so at once", async ({ portal }) => {
  const first = new Essay(portal);
  await first.open();
  await first.write("第一个标签页写的。");
  const second = new Essay(await portal.tab());
  await second.open();
  await expect(second.text).toHaveValue("第一个标签页写的。");
  await expect(second.text).not.toBeEditable();
  await expect(second.page.locator(".elsewhere")).toContainText("在另一个标签页里写着");
  await first.write("第一个标签页写的，又写了。");
  await second.page.getByRole("button", { name: "在这里接着写" }).click();
  await expect(second.text).toBeEditable();
  await expect(second.text).toHaveValue("第一个标签页写的，又写了。");
  await expect(first.text).not.toBeEditable();
  await expect(first.page.locator(".elsewhere")).toContainText("另一个标签页接着写了");
  await second.write("第二个接着写。");
  await first.page.getByRole("button", { name: "在这里接着写" }).click();
  await expect(first.text).toHaveValue("第二个接着写。");
  await expect(second.text).not.toBeEditable();
});

test("keys that were not kept yet go along when another tab takes over", async ({ portal }) => {
  const first = new Essay(portal);
  await first.open();
  await first.write("起头。");
  const second = new Essay(await portal.tab());
  await second.open();
  await expect(second.text).not.toBeEditable();
  // The taking over follows the key in the same breath: long before a pause in which it would have been kept.
  await first.text.evaluate((field) => {
    field.value += "最后一个字";
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  });
  await second.page.getByRole("button", { name: "在这里接着写" }).evaluate((button) => button.click());
  await expect(second.text).toBeEditable();
  await expect(second.text).toHaveValue("起头。最后一个字");
});

test("a tab that is closed leaves the essay to the other one", async ({ portal }) => {
  const first = new Essay(await portal.tab());
  await first.open();
  await first.write("写到这里。");
  const second = new Essay(portal);
  await second.open();
  await expect(second.text).not.toBeEditable();
  await first.text.fill("写到这里，走了。");
  await first.page.close({ runBeforeUnload: true });
  await expect(second.text).toBeEditable();
  await expect(second.text).toHaveValue("写到这里，走了。");
});

test("each contest has an essay of its own", async ({ portal }) => {
  const winter = new Essay(portal);
  await winter.open();
  await winter.write("寒假的。");
  const tab = await portal.tab();
  await tab.open("contests/zhengwen-shuqi-2027/write/");
  const summer = new Essay(tab);
  await expect(summer.text).toBeEditable();
  await expect(summer.text).toHaveValue("");
});

test("each learner has an essay of their own", async ({ portal }) => {
  const { Learners } = await import("./support/learners.js");
  const essay = new Essay(portal);
  const learners = new Learners(portal);
  await learners.add("小明");
  await essay.open();
  await essay.write("小明写的。");
  await learners.add("小红");
  await essay.open();
  await expect(essay.text).toHaveValue("");
  await learners.choose("小明");
  await essay.open();
  await expect(essay.text).toHaveValue("小明写的。");
});

for (const closed of ["first", "second"]) {
  test(`what was filled in over two tabs stays, when the ${closed} is closed first`, async ({ portal }) => {
    const tabs = { first: new Essay(await portal.tab()), second: new Essay(await portal.tab()) };
    const name = (essay) => new EntryPanel(essay.portal).panel.getByLabel("姓名，或者小名");
    const school = (essay) => new EntryPanel(essay.portal).panel.getByLabel("学校");
    await tabs.first.open();
    await expect(name(tabs.first)).toBeEditable();
    await tabs.second.open();
    await expect(name(tabs.second)).toBeDisabled();
    await name(tabs.first).fill("小雨");
    await tabs.second.page.getByRole("button", { name: "在这里接着写" }).click();
    await expect(name(tabs.second)).toHaveValue("小雨");
    await expect(name(tabs.first)).toBeDisabled();
    await school(tabs.second).fill("第一小学");
    const other = closed === "first" ? "second" : "first";
    for (const tab of [closed, other]) await tabs[tab].page.close({ runBeforeUnload: true });
    const again = new Essay(portal);
    await again.open();
    await expect(name(again)).toHaveValue("小雨");
    await expect(school(again)).toHaveValue("第一小学");
  });
}

test("the tab that has the essay has its form, whoever takes that", async ({ portal }) => {
  const first = new Essay(portal);
  await first.open();
  const name = new EntryPanel(portal).panel.getByLabel("姓名，或者小名");
  await name.fill("小雨");
  const second = new Essay(await portal.tab());
  await second.open();
  // As a tab does that asked while the first was too busy to answer, and is gone by now.
  const form = await second.page.evaluate(() => Object.keys(localStorage).find((key) => key.startsWith("huaide.entry-form/")));
  await second.page.evaluate((form) => localStorage.setItem(form, `gone@${Date.now()}`), form);
  await expect.poll(() => second.page.evaluate((form) => localStorage.getItem(form), form)).not.toContain("gone");
  await expect(name).toBeEditable();
  await expect(name).toHaveValue("小雨");
});
