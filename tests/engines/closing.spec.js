// The browser is closed and opened again, or killed: what was done is there, in the profile that stays.
import { TEXT, lacksAtMostASecond, openDesk, typeAway } from "../tasks/essay.js";
import { hasRead, isBackAt, readUntilKept } from "../tasks/reading.js";
import { test } from "./support/test.js";

/** How a browser ends, by what is said of it. */
const ENDS = { closed: (device) => device.close(), killed: (device) => device.kill() };

for (const [how, end] of Object.entries(ENDS)) {
  test(`who reads in a browser that is ${how} stands where they stopped`, async ({ device, reader }) => {
    const words = await readUntilKept(reader);
    await end(device);
    await device.start();
    await isBackAt(reader, words);
    await hasRead(reader, 1);
  });

  test(`an essay in a browser that is ${how} lacks at most the last second`, async ({ device, reader }) => {
    await openDesk(reader);
    const typed = await typeAway(reader, "正文", TEXT);
    const ended = Date.now();
    await end(device);
    await device.start();
    await openDesk(reader);
    lacksAtMostASecond(await reader.typed("正文"), typed, ended);
  });
}
