// An essay: typed, left right after the last key, and made into an entry.
import assert from "node:assert/strict";
import { DESK, ELSEWHERE } from "./places.js";

/** What is typed, at some ten keys a second. */
export const TEXT = "楼道里的灯亮了，孩子数了数台阶，一级一级都看得清楚。";

/** What came in so many milliseconds before the end may be missing. */
const LAST_SECOND = 1_000;

/** Opens the desk. */
export async function openDesk(reader) {
  await reader.open(DESK);
  await reader.until("the desk can be written at", () => reader.run(() => document.querySelector("#essay-text:not([readonly])") !== null));
}

/** Types key by key, as somebody does; gives when each was there: [{at, text}]. */
export async function typeAway(reader, label, text) {
  const typed = [];
  for (let length = 1; length <= text.length; length++) {
    await reader.type(label, text[length - 1]);
    typed.push({ at: Date.now(), text: text.slice(0, length) });
  }
  return typed;
}

/** What is there of a text may lack what came in the last second before it ended, and nothing else. */
export function lacksAtMostASecond(found, typed, ended) {
  const whole = typed[typed.length - 1].text;
  const must = typed.filter(({ at }) => at < ended - LAST_SECOND).map(({ text }) => text).pop() || "";
  assert.ok(whole.startsWith(found), `“${found}” is not the beginning of “${whole}”`);
  assert.ok(found.startsWith(must), `“${found}” lacks more than the last second: “${must}” was there before`);
}

export async function essayAndEntry(reader) {
  await openDesk(reader);
  await typeAway(reader, "正文", TEXT);
  await reader.leaveFor(ELSEWHERE);
  await openDesk(reader);
  // Who leaves is noticed, so nothing at all is missing.
  await reader.has("正文", TEXT);
  await reader.tick("小学组");
  await reader.type("题目", "一盏灯");
  await reader.sees(".keeping", "已保存");
  return enter(reader);
}

/** Fills in the form of a child. */
export async function fillInEntry(reader) {
  await reader.type("姓名，或者小名", "小雨");
}

async function enter(reader) {
  await fillInEntry(reader);
  await reader.choose("年龄", "10");
  await reader.type("学校", "第一小学");
  await reader.type("监护人的姓名", "王芳");
  await reader.type("监护人是孩子的", "母亲");
  await reader.tick("同意", "参加");
  await reader.tick("同意", "公开作品");
  await reader.tick("不同意", "写上姓名");
  await reader.tick("不同意", "照片或者声音");
  await reader.press("section.entry button", "做成文件");
  await reader.sees("#entry-receipt", "第几次");
  const { name, bytes } = await reader.save("#entry-made button", "存下文件");
  assert.match(name, /^xiaoshi-xiaoxue-[0-9a-f]{8}-1\.huaide-entry\.zip$/);
  assert.equal(bytes.subarray(0, 2).toString(), "PK");
}
