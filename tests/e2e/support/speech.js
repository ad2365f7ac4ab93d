// The speech desk, as somebody meets it who makes a speech.
import { expect } from "@playwright/test";
import { CHROMIUM } from "../../chromium.js";

export const DESK = "contests/yanjiang-2027/write/";

/** A browser whose microphone beeps, and that allows it without asking. */
export const BEEPING = {
  ...CHROMIUM,
  args: [...CHROMIUM.args, "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"],
};

export class SpeechDesk {
  constructor(portal) {
    Object.assign(this, { portal, page: portal.page });
    this.script = this.page.getByLabel("演讲稿");
    this.prompter = this.page.getByRole("region", { name: "提词器" });
    this.record = this.page.locator("#record");
    this.timer = this.page.getByRole("timer");
    this.takes = this.page.locator(".take");
    this.checklist = this.page.locator(".checklist");
  }

  async open() {
    await this.portal.open(DESK);
    await expect(this.script).toBeVisible();
  }

  async reload() {
    await this.page.reload();
    await this.portal.appRuns();
    await expect(this.script).toBeVisible();
  }

  async isSaved() {
    await expect(this.page.getByText("已保存在这台设备上")).toBeVisible();
  }

  take(number) {
    return this.takes.filter({ has: this.page.getByRole("heading", { name: `第 ${number} 遍` }) });
  }

  async begin() {
    await this.record.click();
    await expect(this.record).toHaveText("停止录音", { useInnerText: true });
  }

  async end() {
    await this.record.click();
    await expect(this.record).toHaveText("开始录音", { useInnerText: true });
  }

  /** Waits until the timer says so many seconds, or more: where it is looked at late, it went on. */
  async ranFor(seconds) {
    const ran = async () => {
      const [minutes, rest] = (await this.timer.textContent()).split(":").map(Number);
      return minutes * 60 + rest;
    };
    await expect.poll(ran, { intervals: [100] }).toBeGreaterThanOrEqual(seconds);
  }

  /** Works where nothing can be recorded: the script is kept, and the timer runs. */
  async worksWithoutRecording() {
    await expect(this.page.getByText("不录音也可以写稿、用提词器练")).toBeVisible();
    await this.script.fill("没有麦克风也能练。");
    await this.isSaved();
    await this.page.getByRole("button", { name: "只练，不录" }).click();
    await this.ranFor(1);
    expect(await this.slips("speech-take/")).toEqual({});
  }

  /** Records for so many seconds by the timer, or a little more. */
  async recordFor(seconds) {
    await this.begin();
    await this.ranFor(seconds);
    await this.end();
  }

  /** Plays a take; gives how long it is, in seconds. */
  async play(take) {
    await take.getByRole("button", { name: "听一听" }).click();
    const audio = take.locator("audio");
    await expect.poll(() => audio.evaluate((audio) => Number.isFinite(audio.duration) && audio.currentTime > 0.3 && !audio.error)).toBe(true);
    return audio.evaluate((audio) => audio.duration);
  }

  /** The bytes of a take as they are on the disk, by its number. */
  async sound(number) {
    const [draft] = Object.values(await this.slips("speech/"));
    const { id, slices } = JSON.parse(draft).takes[number - 1];
    const kept = await this.slips("speech-take/");
    const name = (slice) => Object.keys(kept).find((name) => name.endsWith(`/${id}/${slice}`));
    return Buffer.concat(Array.from({ length: slices }, (_, slice) => Buffer.from(kept[name(slice)], "base64")));
  }

  /** The slips on the disk whose names contain something: {name: text}, names without the learner. */
  async slips(part) {
    return this.page.evaluate(
      (part) =>
        new Promise((done, failed) => {
          const opening = indexedDB.open("huaide");
          opening.onerror = () => failed(opening.error);
          opening.onsuccess = () => {
            const database = opening.result;
            const store = database.transaction("slips").objectStore("slips");
            const found = {};
            store.openCursor().onsuccess = ({ target }) => {
              const cursor = target.result;
              if (!cursor) {
                database.close();
                return done(found);
              }
              const name = cursor.key.slice(cursor.key.indexOf("/") + 1);
              if (name.startsWith(part)) found[name] = cursor.value;
              cursor.continue();
            };
          };
        }),
      part,
    );
  }
}
