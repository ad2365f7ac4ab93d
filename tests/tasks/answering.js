// Answer a question, and review what was wrong.
import { BANK } from "./places.js";
import { deeds } from "./reading.js";

/** Ticks an option of the first question, and does not hand it in. */
export async function halfATest(reader, option) {
  await reader.open(BANK);
  await reader.sees(".question h2", "第 1 题");
  await reader.tick(option);
}

export async function answerAndReview(reader) {
  await halfATest(reader, "灯其实没有坏");
  await reader.press("button", "答好了");
  await reader.sees(".feedback [role=status]", "不对");
  await reader.open("practice/");
  await reader.sees(".wrong > li", "头一天为什么没有人报修");
  await reader.press(".wrong button", "再答一次");
  await reader.tick("大家都以为别人报了");
  await reader.press(".wrong button", "答好了");
  await reader.sees(".wrong .feedback [role=status]", "答对了");
  const record = await reader.record("both answers are in the log", (record) => deeds(record, "answered").length === 2);
  return deeds(record, "answered");
}
