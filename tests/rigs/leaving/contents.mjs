// What somebody is in the middle of when a page is left. Each opens its page, changes something and gives what must be there afterwards, and
// reads what is there.
import { halfATest } from "../../tasks/answering.js";
import { openDesk } from "../../tasks/essay.js";
import { BANK, LESSON } from "../../tasks/places.js";
import { beginStudyNote } from "../../tasks/notes.js";

/** Something typed into a field: what was there before stays. */
const typed = (name, label, open) => ({
  name,
  open,
  change: async (reader, number) => {
    // The number tells the rounds apart.
    const words = `第${number}句。`;
    const before = await reader.typed(label);
    await reader.type(label, words);
    return before + words;
  },
  read: (reader) => reader.typed(label),
});

/** Waits until the page was drawn as it stands. */
const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));

/** Words that are chosen on a page. */
const chosen = () => [...document.querySelectorAll(".choices :checked")].map((one) => one.labels[0].innerText).join();
const OPTIONS = ["灯其实没有坏", "大家都以为别人报了", "电话没有人接"];

/** The ids of the stretches of reading that go on. */
const goingOn = ({ drafts }) => drafts.map((draft) => JSON.parse(JSON.parse(draft).record).event.id);

export const CONTENTS = [
  {
    name: "reading",
    open: (reader) => reader.open(LESSON),
    change: async (reader, number) => {
      const before = new Set(goingOn(await reader.record()));
      await reader.readTo(2);
      // A look of less than a second is not reading; that of a page before may become an event only now.
      await reader.record("this reading is counted", (record) => goingOn(record).some((id) => !before.has(id)));
      const words = await reader.readTo(6 + (number % 3));
      // What was never drawn was never read.
      await reader.run(drawn);
      return words;
    },
    read: (reader) => reader.atTop(),
  },
  typed("essay", "正文", openDesk),
  typed("note", "写给自己的", beginStudyNote),
  {
    name: "half test",
    open: async (reader) => {
      await reader.open(BANK);
      await reader.sees(".question h2", "第 1 题");
    },
    change: async (reader, number) => {
      const option = OPTIONS[number % OPTIONS.length];
      await halfATest(reader, option);
      return option;
    },
    read: async (reader) => {
      const words = await reader.run(chosen);
      return OPTIONS.find((option) => words.includes(option));
    },
  },
  typed("entry form", "姓名，或者小名", openDesk),
  typed("declaring", "学了什么", async (reader) => {
    await reader.open("record/");
    await reader.sees("#declare");
  }),
];
