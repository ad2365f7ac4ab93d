// The ways in which a page is left.
import { ELSEWHERE } from "../../tasks/places.js";

/** What came in the last second may be lost where the page cannot notice. */
const lastSecond = () => new Promise((done) => setTimeout(done, 1_100));

export const WAYS = {
  left: (_device, reader) => reader.leaveFor(ELSEWHERE),
  reloaded: (device) => device.reload(),
  closed: async (device) => {
    if (device.stopsScripts) await lastSecond();
    await device.closeTab();
  },
  killed: async (device) => {
    await lastSecond();
    await device.kill();
    await device.start();
  },
  crashed: async (device) => {
    await lastSecond();
    await device.crash();
  },
  /** Another app comes to the front; a second later the system ends the browser. */
  "put aside": async (device) => {
    await device.putAside();
    await lastSecond();
    await device.kill();
    await device.start();
  },
};
