// Notes: a passage is marked, a note in the margin and a study note are typed and left without saving.
import { ELSEWHERE, LESSON } from "./places.js";

const PASSAGE = "电话是下午两点打的";
const SECOND = "孩子数了数台阶";
const PANEL = "dialog[open]";

/** Lets the program for notes come. */
async function begin(reader) {
  await reader.open(LESSON);
  await reader.press("button", "笔记");
  await reader.press(`${PANEL} button`, "关闭");
  await reader.seesNo(PANEL);
}

/** Begins a note in the margin of a passage. */
async function beginInMargin(reader, passage) {
  await reader.select(passage);
  await reader.press(".pens button", "写旁注");
  await reader.sees(PANEL);
}

/** Begins a study note. */
export async function beginStudyNote(reader) {
  await reader.open(LESSON);
  await openStudyNote(reader);
}

const openStudyNote = (reader) => reader.press("button", "写心得");

export async function notes(reader) {
  await begin(reader);
  await reader.select(PASSAGE);
  await reader.press(".pens button", "重点");
  await reader.sees("#text mark", PASSAGE);
  await beginInMargin(reader, SECOND);
  await reader.type("旁注", "一百零二级");
  await reader.leaveFor(ELSEWHERE);
  await reader.open(LESSON);
  await reader.sees("#text mark", PASSAGE);
  await reader.press("#text mark", SECOND);
  await reader.has("旁注", "一百零二级");
  await beginStudyNote(reader);
  await reader.type("写给自己的", "才写了半句");
  await reader.leaveFor(ELSEWHERE);
  await beginStudyNote(reader);
  await reader.has("写给自己的", "才写了半句");
}
