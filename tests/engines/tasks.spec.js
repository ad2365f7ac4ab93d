// The six core tasks, but for the backup that goes from one engine to another.
import { answerAndReview } from "../tasks/answering.js";
import { essayAndEntry } from "../tasks/essay.js";
import { hours } from "../tasks/hours.js";
import { notes } from "../tasks/notes.js";
import { readLeaveReturn } from "../tasks/reading.js";
import { test } from "./support/test.js";

const TASKS = {
  "who reads, leaves by an address and returns stands where they stopped, and what was read is in the log": readLeaveReturn,
  "questions are answered, and what was wrong is reviewed": answerAndReview,
  "a passage is marked, and notes that were left half-written are there again": notes,
  "a meeting is declared and stands in the record": hours,
  "an essay is there again after it was left, and becomes an entry": essayAndEntry,
};

for (const [what, does] of Object.entries(TASKS)) test(what, ({ reader }) => does(reader));
