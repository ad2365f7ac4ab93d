// What learners made is mirrored by the worker (public/sw/mirror.js), which hears what was acknowledged: every half minute as long as the
// page is seen, and when it is hidden or asks for it.
/* global DATABASE_KEY, LOST_PREFIX, MIRROR_EVENT, MIRROR_KEY, SEEN_PREFIX, WITNESS_KEY */

/** Whether the worker must know what stands under a key. */
const isTold = (key) => [DATABASE_KEY, MIRROR_KEY, WITNESS_KEY].includes(key) || key.startsWith(SEEN_PREFIX) || key.startsWith(LOST_PREFIX);
let told;
const mirror = async () => {
  try {
    const notes = Object.fromEntries(Object.entries(localStorage).filter(([key]) => isTold(key)));
    const now = JSON.stringify(notes);
    if (document.hidden && now === told) return;
    const { active } = (await navigator.serviceWorker.getRegistration()) ?? {};
    if (!active) return;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => {
      port1.close();
      if (!data.ok) return;
      told = now;
      if (localStorage[MIRROR_KEY] === notes[MIRROR_KEY]) localStorage[MIRROR_KEY] = data.mark;
    };
    active.postMessage({ type: "mirror", notes }, [port2]);
  } catch {
    // Where there is no worker there is no mirror; the page of what is stored says so.
  }
};
setTimeout(mirror, 5e3);
setInterval(mirror, 3e4);
for (const sign of ["visibilitychange", MIRROR_EVENT]) document.addEventListener(sign, mirror);
