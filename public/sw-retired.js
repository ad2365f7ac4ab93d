// The organiser switched off what works offline: this worker takes everything back and goes.
//
// It does so while it is being installed: Chromium sometimes lets it wait for the old worker though it asked not to. Whoever opens the
// next page is then without either. Where it does begin, the pages that are open are loaded again at once.
const OWN = `@${new URL(self.registration.scope).pathname}`;

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(empty());
  // Not waited for: it comes after the installation.
  self.registration.unregister();
});

self.addEventListener("activate", (event) => event.waitUntil(leave()));

async function empty() {
  for (const name of await caches.keys()) {
    if (name.startsWith("huaide-") && name.endsWith(OWN)) await caches.delete(name);
  }
}

async function leave() {
  await empty();
  await self.registration.unregister();
  for (const page of await self.clients.matchAll({ type: "window" })) await page.navigate(page.url);
}
