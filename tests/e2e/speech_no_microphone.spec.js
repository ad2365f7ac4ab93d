// A device without a microphone: it is told so, and everything else works.
import { expect, test } from "./support/test.js";
import { SpeechDesk } from "./support/speech.js";

test("a device without a microphone is told so, and practising goes on without it", async ({ page, portal, context }) => {
  await context.grantPermissions(["microphone"]);
  const desk = new SpeechDesk(portal);
  await desk.open();
  await desk.record.click();
  await expect(page.getByText("没有找到麦克风")).toBeVisible();
  await desk.worksWithoutRecording();
});
