// Chinese comes through an input method, here by the engine's own door for one: a word half composed is not counted, and the word is kept.
import { openDesk } from "../tasks/essay.js";
import { ELSEWHERE } from "../tasks/places.js";
import { inputMethod } from "./support/input_method.js";
import { test } from "./support/test.js";

/** Waits until the essay on the disk has this text. */
const isKept = (reader, text) => reader.record(`“${text}” is kept`, ({ slips }) => slips.some((slip) => slip.includes(`"text":"${text}"`)));

test("a word that is being composed is not counted yet, and what takes its place is counted and kept", async ({ device, reader }) => {
  await openDesk(reader);
  await reader.type("正文", "楼下的");
  await reader.sees(".length", "3 字");
  const method = await inputMethod(device);
  let text = "楼下的";
  for (const letter of "deng") {
    await method.compose(letter);
    text += letter;
    await isKept(reader, text);
    // This is said after a pause in which whole words are counted.
    await reader.sees(".keeping", "已保存");
  }
  await reader.has("正文", text);
  await reader.sees(".length", "3 字");
  await method.commit("灯");
  await reader.has("正文", "楼下的灯");
  await reader.sees(".length", "4 字");
  await isKept(reader, "楼下的灯");
  await reader.leaveFor(ELSEWHERE);
  await openDesk(reader);
  await reader.has("正文", "楼下的灯");
});
