// A backup: made in one browser, taken in by another.
import assert from "node:assert/strict";

/** Adds a learner, who is learning from then on. */
export async function addLearner(reader, name) {
  await reader.open("learners/");
  await reader.press(".add > summary");
  await reader.type("名字或小名", name);
  await reader.press("button", "保存");
  await reader.sees(".person[aria-current=true]", name);
}

/** Saves a backup of all: {name, bytes}. */
export async function makeBackup(reader) {
  await reader.open("learners/");
  const saved = await reader.save("button", "存成备份文件");
  assert.match(saved.name, /-备份-全部-.*\.huaide-backup\.json$/);
  return saved;
}

/** Takes a file in; all of it must come. */
export async function takeIn(reader, file, learner) {
  await reader.open("learners/");
  await reader.attach("选一个备份文件", file);
  await reader.sees("#files", learner);
  await reader.press("#files button", "合并进来");
  await reader.sees("#files [role=status]", "合并完成");
  await reader.sees(".person", learner);
}
