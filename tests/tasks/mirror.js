// The mirror: an essay and a bookmark are in it, the database is damaged, and what is missing is taken back.
import { openDesk } from "./essay.js";
import { LESSON } from "./places.js";
import { damage, mirrored } from "./page.js";
import { deeds } from "./reading.js";

const BEGINNING = "门口的路口，";
/** What a damage cuts off. */
export const END = "天天有人看着。";

/** Puts a bookmark and writes an essay, until both are on the disk and in the mirror. */
export async function makeAndMirror(reader) {
  await reader.open(LESSON);
  // It can be pressed when the record is open.
  await reader.press("[data-act=bookmark]:enabled", "加书签");
  await reader.sees("[role=status]", "已加书签");
  await openDesk(reader);
  await reader.type("正文", BEGINNING + END);
  await reader.sees(".keeping", "已保存");
  const all = [BEGINNING + END, "bookmarked"];
  await reader.until("the mirror has both", async () => {
    const there = await reader.run(mirrored);
    return all.every((words) => there.includes(words));
  });
}

/** Damages the database while no page of the portal is open: cuts these words off the texts in it, or empties it. */
export async function damageDatabase(reader, words = "") {
  await reader.driver.goto(reader.host.bare());
  await reader.run(damage, words);
}

/** Somebody comes back: it is told, at the desk too, and the essay is not whole there. */
export async function isTold(reader) {
  await reader.open();
  await reader.sees("[role=alert]", "份写过的内容不见了，或与保存时不同");
  await openDesk(reader);
  await reader.sees(".lost [role=alert]", "现在磁盘上找不到，或者与保存时不一样");
}

/** Takes back what the mirror has: the essay is whole, the bookmark is in the log, and nothing is told any more. */
export async function takeBack(reader) {
  await reader.press(".lost a", "去找回");
  await take(reader);
}

/** The same, where what is missing is found already. */
export async function take(reader) {
  await reader.sees("#lost", `副本里 ${(BEGINNING + END).length} 字`);
  await reader.press("#lost button", "取回");
  await reader.sees("#lost [role=status]", "已取回");
  await openDesk(reader);
  await reader.has("正文", BEGINNING + END);
  await reader.seesNo(".bar.warning, .lost");
  await reader.record("the bookmark is in the log", (record) => deeds(record, "bookmarked").length === 1);
}
