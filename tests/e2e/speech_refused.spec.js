// A microphone that may not be used: it is explained in plain words, and everything else works.
import { CHROMIUM } from "../chromium.js";
import { expect, test } from "./support/test.js";
import { SpeechDesk } from "./support/speech.js";

const NAME = "huaide.test";

/** There is a microphone, and nobody who allows it. */
const ARGS = ["--use-fake-device-for-media-stream", `--host-resolver-rules=MAP ${NAME} 127.0.0.1`];
test.use({ launchOptions: { ...CHROMIUM, args: [...CHROMIUM.args, ...ARGS] } });

test("a refused microphone is explained, and practising goes on without it", async ({ page, portal, host, context }) => {
  const browser = await context.newCDPSession(page);
  const { origin } = new URL(host.url());
  await browser.send("Browser.setPermission", { origin, permission: { name: "microphone" }, setting: "denied" });
  const desk = new SpeechDesk(portal);
  await desk.open();
  await desk.record.click();
  await expect(page.getByText("没有得到用麦克风的许可")).toBeVisible();
  await desk.worksWithoutRecording();
});

test("a connection that is not secure is named when the desk is opened", async ({ page, portal, host }) => {
  host.name = NAME;
  const desk = new SpeechDesk(portal);
  await desk.open();
  await expect(page.getByText("这个网址不是 https 开头")).toBeVisible();
  await desk.worksWithoutRecording();
});

test("a browser that cannot record is named when the desk is opened", async ({ page, portal }) => {
  await page.addInitScript(() => delete globalThis.MediaRecorder);
  const desk = new SpeechDesk(portal);
  await desk.open();
  await expect(page.getByText("这个浏览器不能录音")).toBeVisible();
  await desk.worksWithoutRecording();
});
