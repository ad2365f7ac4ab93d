// Recording a speech: takes are written as they come, played, chosen, and deleted for good; at the limit a take ends by itself.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { send } from "./support/host.js";
import { expect, test } from "./support/test.js";
import { BEEPING, DESK, SpeechDesk } from "./support/speech.js";

test.use({ launchOptions: BEEPING });

/** Lets the contest take no more than so many bytes. */
function limitTo(host, bytes) {
  const html = readFileSync(join(host.folder, DESK, "index.html"), "utf8");
  const { study } = JSON.parse(/<script[^>]*id="page"[^>]*>(.*?)<\/script>/s.exec(html)[1]);
  host.faults[study] = (_request, response, answer) => {
    const index = JSON.parse(answer.body);
    for (const { groups } of index.contests) for (const group of groups) group.audio_bytes &&= bytes;
    send(response, { ...answer, body: Buffer.from(JSON.stringify(index)) });
  };
}

test("three seconds are recorded, kept over a reload, and play", async ({ portal }) => {
  const desk = new SpeechDesk(portal);
  await desk.open();
  await desk.recordFor(3);
  await expect(desk.takes).toHaveCount(1);
  await expect(desk.take(1)).toContainText(/([3-9]|1\d) 秒/);
  expect(await desk.play(desk.take(1))).toBeGreaterThan(2);
  await desk.reload();
  expect(await desk.play(desk.take(1))).toBeGreaterThan(2);
  await expect(desk.page.getByText("完整地存在这台设备上")).toBeVisible();
});

test("every slice is on the disk before the recording ends", async ({ page, portal }) => {
  const desk = new SpeechDesk(portal);
  await desk.open();
  await desk.begin();
  await expect(page.getByText(/已经录了 \d+ kB，最多 12 MB/)).toBeVisible();
  await expect.poll(async () => Object.keys(await desk.slips("speech-take/")).length).toBeGreaterThan(1);
  await desk.end();
});

test("of two takes one is chosen, by the keyboard too, and stays so", async ({ page, portal }) => {
  const desk = new SpeechDesk(portal);
  await desk.open();
  await desk.recordFor(1);
  await desk.record.focus();
  await page.keyboard.press("Enter");
  await expect(desk.record).toHaveText("停止录音", { useInnerText: true });
  await desk.ranFor(2);
  await page.keyboard.press("Enter");
  await expect(desk.takes).toHaveCount(2);
  const [first, second] = [1, 2].map((number) => page.getByRole("radio", { name: `交第 ${number} 遍` }));
  await expect(first).toBeChecked();
  await first.focus();
  await page.keyboard.press("ArrowDown");
  await expect(second).toBeChecked();
  await expect(page.getByText("完整地存在这台设备上")).toBeVisible();
  await desk.reload();
  await expect(second).toBeChecked();
  await expect(first).not.toBeChecked();
});

test("a deleted take leaves nothing on the disk, and the other one is whole", async ({ page, portal }) => {
  const desk = new SpeechDesk(portal);
  await desk.open();
  await desk.recordFor(2);
  await desk.recordFor(2);
  const slips = async () => new Set(Object.keys(await desk.slips("speech-take/")).map((name) => name.split("/")[2]));
  expect((await slips()).size).toBe(2);
  await desk.take(1).getByText("删掉", { exact: true }).click();
  await expect(desk.take(1)).toContainText("找不回来");
  await desk.take(1).getByRole("button", { name: "永远删掉这一遍" }).click();
  await expect(desk.takes).toHaveCount(1);
  await expect(page.getByRole("status").filter({ hasText: "已经删掉了" })).toBeVisible();
  expect((await slips()).size).toBe(1);
  expect(await desk.play(desk.take(1))).toBeGreaterThan(1);
});

test("near the limit there is a quiet warning, at the limit the take ends by itself and is kept within it", async ({ page, portal, host }) => {
  limitTo(host, 60_000);
  const desk = new SpeechDesk(portal);
  await desk.open();
  await desk.begin();
  await expect(page.getByText("到了比赛允许的大小，录音自动停下了")).toBeVisible({ timeout: 30_000 });
  await expect(desk.record).toHaveText("开始录音", { useInnerText: true });
  const [draft] = Object.values(await desk.slips("speech/"));
  const { bytes, end } = JSON.parse(draft).takes[0];
  expect(end).toBe("closed");
  expect(bytes).toBeGreaterThan(30_000);
  expect(bytes).toBeLessThanOrEqual(60_000);
  expect(await desk.play(desk.take(1))).toBeGreaterThan(2);
});

test("a page that is reloaded while it records finds the take again", async ({ page, portal }) => {
  const desk = new SpeechDesk(portal);
  await desk.open();
  await desk.begin();
  await desk.ranFor(4);
  await desk.reload();
  await expect(desk.take(1)).toContainText("这是找回来的");
  expect(await desk.play(desk.take(1))).toBeGreaterThan(2);
  await page.getByRole("radio", { name: "交第 1 遍" }).check();
  await expect(page.getByText("完整地存在这台设备上")).toBeVisible();
});

test("recording, playing and choosing work without a network", async ({ portal, host }) => {
  await portal.open();
  await portal.isKeptWhole();
  await host.stop();
  const desk = new SpeechDesk(await portal.tab());
  await desk.open();
  await desk.recordFor(2);
  expect(await desk.play(desk.take(1))).toBeGreaterThan(1);
  await expect(desk.page.getByRole("radio", { name: "交第 1 遍" })).toBeChecked();
});

test("a recording leads the prompter along from the beginning, and the clock stops with it", async ({ portal }) => {
  const desk = new SpeechDesk(portal);
  await desk.open();
  await desk.script.fill("各位邻居，大家好。我想说说楼下的车棚。");
  await desk.recordFor(2);
  const spoken = await desk.prompter.locator(".spoken").textContent();
  expect(spoken.length).toBeGreaterThanOrEqual(5);
  const stood = await desk.timer.textContent();
  await desk.play(desk.take(1));
  await expect.poll(() => desk.take(1).locator("audio").evaluate((audio) => audio.ended)).toBe(true);
  await expect(desk.timer).toHaveText(stood);
});
