// The six core tasks in browsers of 2020 and 2021: the old phone of PRODUCT.md.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { answerAndReview } from "../tasks/answering.js";
import { addLearner, makeBackup, takeIn } from "../tasks/backup.js";
import { essayAndEntry } from "../tasks/essay.js";
import { hours } from "../tasks/hours.js";
import { notes } from "../tasks/notes.js";
import { readLeaveReturn } from "../tasks/reading.js";
import { Reader } from "../tasks/reader.js";
import { test } from "./test.js";

const TASKS = {
  "who reads, leaves by an address and returns stands where they stopped, and what was read is in the log": readLeaveReturn,
  "questions are answered, and what was wrong is reviewed": answerAndReview,
  "a passage is marked, and notes that were left half-written are there again": notes,
  "a meeting is declared and stands in the record": hours,
  "an essay is there again after it was left, and becomes an entry": essayAndEntry,
};

for (const [what, does] of Object.entries(TASKS)) test(what, ({ reader }) => does(reader));

test("a backup made in one browser is taken in by another", async ({ reader, devices, host }) => {
  await addLearner(reader, "阿明");
  await hours(reader);
  const { name, bytes } = await makeBackup(reader);
  const other = await devices();
  const file = join(other.folder, name);
  writeFileSync(file, bytes);
  await takeIn(new Reader(other, host), file, "阿明");
});
