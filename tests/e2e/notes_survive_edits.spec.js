// A text that was edited: its notes stand where their words are now; what is not found any more is listed, not lost.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Notes } from "./support/notes.js";
import { edit, publish } from "./support/sites.js";
import { expect, test } from "./support/test.js";

const LESSON = "lessons/samples/01-everything/";
const FILE = "lessons/samples/01-everything.md";
const MOVED = "会上有人着急";
const EDITED = "大家同意先换两盏，试一个月；电费怎么分，也写得明明白白";
const LOST = "记账的是退休的老会计，每一笔都有收据";

test.use({ siteName: "texts" });

/** The same portal after its author moved one passage, changed words of another, and took out a third. */
function republish() {
  const content = join(import.meta.dirname, "../fixtures/texts");
  const change = (text) =>
    text
      .replace("## 列表", "新写的一段。\n\n## 列表")
      .replace("第三段讲开会。", "第三段讲开会的事情。")
      .replace("先换两盏，试一个月", "先换三盏，试两个月")
      .replace(/第六段说细处。.*/, "第六段改得什么都不剩。");
  return publish("notes-edited", { content, edit: (folder) => edit(join(folder, FILE), change) });
}

test("moved and edited words keep their marks; lost ones are listed with their notes", async ({ page, portal }) => {
  await page.addInitScript(() => localStorage.setItem("huaide.keep", '"stopped"'));
  await portal.open(LESSON);
  const notes = new Notes(portal);
  await notes.begin();
  await notes.mark(MOVED, "重点");
  await notes.mark(EDITED, "好句");
  await notes.select(LOST);
  await notes.tools.getByRole("button", { name: "写旁注" }).click();
  await notes.panel.getByLabel("旁注").fill("问问会计");
  await notes.panel.getByRole("button", { name: "保存" }).click();
  await expect(notes.panel.getByRole("status").locator(".zh")).toHaveText("已保存");
  await page.keyboard.press("Escape");

  portal.host.folder = republish();
  const isNew = async () => {
    await page.goto(portal.host.url(LESSON));
    return page.locator("#text").textContent();
  };
  await expect.poll(isNew).toContain("新写的一段");
  await portal.appRuns();
  await expect.poll(() => notes.marked()).toEqual([MOVED, "大家同意先换三盏，试两个月；电费怎么分，也写得明明白白"]);
  await notes.openPanel();
  await expect(notes.panel.getByRole("heading", { name: "找不到原处的笔记" })).toBeVisible();
  await expect(notes.lines.last()).toContainText(LOST);
  await expect(notes.lines.last()).toContainText("问问会计");
  await notes.lines.last().click();
  await expect(notes.panel).toContainText("现在的课文里没有了");
  await expect(notes.panel.getByLabel("旁注")).toHaveValue("问问会计");
  await page.keyboard.press("Escape");

  await portal.open("record/");
  const all = page.locator(".note-record");
  const lost = all.locator("article").filter({ has: page.getByRole("heading", { name: "找不到原处的笔记" }) });
  await expect(lost).toContainText(LOST);
  const [download] = await Promise.all([page.waitForEvent("download"), all.getByRole("button", { name: "下载全部笔记" }).click()]);
  const text = readFileSync(await download.path(), "utf8");
  expect(text.split("## 找不到原文的摘记")[1]).toContain(LOST);
});
