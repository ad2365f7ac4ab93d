// Read, leave by an address, return: the place is there, and so is what was read.
import assert from "node:assert/strict";
import { ELSEWHERE, LESSON } from "./places.js";

/** The deeds of a kind in a record that are over: what stands in the log. */
export const deeds = ({ events }, kind) =>
  events.map((line) => JSON.parse(line).event.deed).map((deed) => deed[kind] || (deed.study || {})[kind]).filter(Boolean);

/** Opens the lesson and reads until the first seconds are counted. */
export async function beginReading(reader) {
  await reader.open(LESSON);
  await reader.readTo(2);
  await reader.record("reading is counted", ({ drafts }) => drafts.length > 0);
}

/** Opens the lesson in its middle, and reads until the place is on the disk; gives the words there. */
export async function readUntilKept(reader) {
  await reader.open(LESSON);
  const words = await reader.readTo(9);
  // A draft may have been begun at the top: this one is of the place where the reader stands.
  const isThere = (draft) => JSON.parse(JSON.parse(draft).record).event.deed.read.place.before.length > 0;
  await reader.record("the place is kept", ({ drafts }) => drafts.some(isThere));
  return words;
}

/** Comes back to the lesson: it stands where these words are at the top. */
export async function isBackAt(reader, words) {
  await reader.open(LESSON);
  await reader.sees("[role=status]", "已回到上次读到的地方");
  await reader.until(`the lesson stands at “${words.slice(0, 8)}”`, async () => (await reader.atTop()) === words);
}

/** Waits until so many stretches of reading are in the log. */
export const hasRead = (reader, count) => reader.record(`${count} stretches are in the log`, (record) => deeds(record, "read").length >= count);

export async function readLeaveReturn(reader) {
  await beginReading(reader);
  const words = await reader.readTo(9);
  await reader.leaveFor(ELSEWHERE);
  await hasRead(reader, 1);
  await isBackAt(reader, words);
  await reader.open();
  await reader.sees("a.step", "接着读");
  assert.equal((await reader.run(() => document.querySelector("a.step").pathname)).endsWith(LESSON), true);
}
