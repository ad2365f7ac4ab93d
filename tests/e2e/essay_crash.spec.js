// A tab that crashed while it had the essay: the next one writes at once, for the browser knows that it is gone.
import { Essay } from "./support/essay.js";
import { expect, test } from "./support/test.js";

test("a tab that crashed is not waited for", async ({ page, portal }) => {
  const first = new Essay(await portal.tab());
  await first.open();
  await first.write("写到这里。");
  const device = await first.page.context().newCDPSession(first.page);
  const crashed = first.page.waitForEvent("crash");
  device.send("Page.crash").catch(() => {});
  await crashed;
  // They may have had one process.
  await Promise.all([first.page.close(), page.close()]);
  const second = new Essay(await portal.tab());
  // Whatever waits for half a second waits for ever.
  await second.page.addInitScript(() => {
    const later = globalThis.setTimeout;
    globalThis.setTimeout = (call, ms, ...rest) => (ms >= 500 ? 0 : later(call, ms, ...rest));
  });
  await second.open();
  await expect(second.text).toBeEditable();
  await expect(second.text).toHaveValue("写到这里。");
});
