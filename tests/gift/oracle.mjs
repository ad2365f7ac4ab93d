// What npm gift-pegjs reads of the shared banks, as the file that the tests of crates/formats compare with.
//
//   node tests/gift/oracle.mjs           writes tests/fixtures/gift/pegjs.json
//   node tests/gift/oracle.mjs --check   fails if that file is not what would be written
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "gift-pegjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const kept = join(root, "tests/fixtures/gift/pegjs.json");
const folders = ["tests/fixtures/gift/valid", "content/questions"];

const words = (text) => (text ? { format: text.format, text: text.text } : null);

const number = (value) => {
  switch (value.type) {
    case "range":
      return { low: value.number - value.range, high: value.number + value.range };
    case "high-low":
      return { low: value.numberLow, high: value.numberHigh };
    case "simple":
      return { low: value.number, high: value.number };
    default:
      return { low: null, high: null };
  }
};

const option = (kind) => (choice) => ({
  right: choice.isCorrect,
  weight: choice.weight,
  ...(kind === "Numerical" ? number(choice.text) : { words: words(choice.text) }),
  feedback: words(choice.feedback),
});

// A single number stands alone.
const choices = (one) => (Array.isArray(one.choices) ? one.choices : [{ isCorrect: true, weight: null, text: one.choices }]);

const question = (one, category) => ({
  kind: one.type,
  id: one.id,
  title: one.title,
  tags: one.tags ?? [],
  category,
  stem: words(one.stem),
  explanation: words(one.globalFeedback),
  ...(one.choices && { options: choices(one).map(option(one.type)) }),
  ...(one.matchPairs && { pairs: one.matchPairs.map((pair) => ({ left: words(pair.subquestion), right: pair.subanswer })) }),
  ...(one.type === "TF" && { right: one.isTrue, feedback: [words(one.trueFeedback), words(one.falseFeedback)] }),
});

const bank = (file) => {
  const questions = [];
  let category = "";
  for (const one of parse(readFileSync(join(root, file), "utf8"))) {
    if (one.type === "Category") category = one.title;
    else questions.push(question(one, category));
  }
  return questions;
};

const files = folders
  .flatMap((folder) => readdirSync(join(root, folder)).map((name) => relative(root, join(root, folder, name))))
  .filter((file) => file.endsWith(".gift"))
  .sort();
const banks = {};
for (const file of files) {
  try {
    banks[file.replaceAll("\\", "/")] = bank(file);
  } catch (error) {
    throw new Error(`gift-pegjs does not read ${file}: ${error.message} (line ${error.location?.start.line})`, { cause: error });
  }
}
// One question a line.
const lines = ([file, questions]) => `${JSON.stringify(file)}:[\n${questions.map((one) => JSON.stringify(one)).join(",\n")}\n]`;
const text = `{\n${Object.entries(banks).map(lines).join(",\n")}\n}\n`;
if (!process.argv.includes("--check")) {
  writeFileSync(kept, text);
} else if (readFileSync(kept, "utf8") !== text) {
  console.error("tests/fixtures/gift/pegjs.json is not what gift-pegjs reads; run: node tests/gift/oracle.mjs");
  process.exit(1);
}
console.log(`${files.length} banks, ${Object.values(banks).flat().length} questions read by gift-pegjs`);
