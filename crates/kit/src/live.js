// In the pages of `huaide serve`: when something newer was published, the page is loaded again where the reader stands.
(() => {
  "use strict";
  const { root, published } = document.documentElement.dataset;
  const changes = new URL(`~changes?${published}`, new URL(root, location.href));
  const AGAIN = 500;
  let asking;
  // A hidden page does not ask: a browser opens only a few connections to one host, and they are for pages that are seen.
  const ask = async () => {
    asking?.abort();
    if (document.hidden) return;
    const own = new AbortController();
    asking = own;
    try {
      const answer = await fetch(changes, { cache: "no-store", signal: own.signal });
      if (answer.ok && (await answer.text()) !== published) return location.reload();
    } catch {
      // The host was stopped; it may come back.
    }
    if (!own.signal.aborted) setTimeout(ask, AGAIN);
  };
  document.addEventListener("visibilitychange", ask);
  addEventListener("pageshow", ask);
})();
