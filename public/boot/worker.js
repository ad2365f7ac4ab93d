// The service worker: registered when the program runs, or taken back where the organiser switched it off.
/* global FRESHER_EVENT, WORKER_REFUSED_EVENT, facts, root */
/* exported register */
const drop = async (workers) => {
  for (const registration of await workers.getRegistrations()) {
    if (registration.scope === root.href) await registration.unregister();
  }
};
const forget = async (workers) => {
  await drop(workers);
  for (const name of await caches.keys()) {
    if (name.startsWith("huaide-") && name.endsWith(`@${root.pathname}`)) await caches.delete(name);
  }
};
/** Fails where the caches of the browser are damaged for good: the worker goes, for it can keep nothing any more and give nothing. */
const look = async (workers) => {
  try {
    await caches.keys();
  } catch (error) {
    await drop(workers);
    throw error;
  }
};
const register = async () => {
  const workers = navigator.serviceWorker;
  if (!workers) return;
  try {
    if (facts.offline === "off") await forget(workers);
    else {
      await look(workers);
      await workers.register(new URL("sw.js", root), { scope: root.pathname, updateViaCache: "none" });
    }
  } catch {
    // Without a worker the portal works as long as there is a network; the settings page says so.
    facts.worker = "refused";
    document.dispatchEvent(new Event(WORKER_REFUSED_EVENT));
  }
};
// It may have a newer text of this page before the app runs: the app is told when it does.
navigator.serviceWorker?.addEventListener("message", ({ data }) => {
  if (data?.type !== "fresher") return;
  facts.fresher = data.address;
  document.dispatchEvent(new Event(FRESHER_EVENT));
});
