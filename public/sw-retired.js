// The organiser switched off what works offline: this worker takes everything back and goes.
const OWN = `@${new URL(self.registration.scope).pathname}`;

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => event.waitUntil(leave()));

async function leave() {
  for (const name of await caches.keys()) {
    if (name.startsWith("huaide-") && name.endsWith(OWN)) await caches.delete(name);
  }
  await self.registration.unregister();
  for (const page of await self.clients.matchAll({ type: "window" })) await page.navigate(page.url);
}
