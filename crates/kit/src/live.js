// In the pages of `huaide serve`: when something newer was published, the page is loaded again where the reader stands.
(() => {
  "use strict";
  const { root, published } = document.documentElement.dataset;
  const changes = new URL(`~changes?${published}`, new URL(root, location.href));
  const AGAIN = 500;
  const STOOD = "huaide.stood";
  let asking;
  const again = () => {
    sessionStorage.setItem(STOOD, scrollY);
    location.reload();
  };
  // The app leaves a window alone that is scrolled already. All blocks are laid out first, so that the place is exact.
  const stand = () => {
    const stood = sessionStorage.getItem(STOOD);
    sessionStorage.removeItem(STOOD);
    if (!Number(stood)) return;
    for (const block of document.getElementById("text").children) block.style.contentVisibility = "visible";
    scrollTo(0, stood);
  };
  // A hidden page does not ask: a browser opens only a few connections to one host, and they are for pages that are seen.
  const ask = async () => {
    asking?.abort();
    if (document.hidden) return;
    const own = new AbortController();
    asking = own;
    try {
      const answer = await fetch(changes, { cache: "no-store", signal: own.signal });
      if (answer.ok && (await answer.text()) !== published) return again();
    } catch {
      // The host was stopped; it may come back.
    }
    if (!own.signal.aborted) setTimeout(ask, AGAIN);
  };
  document.addEventListener("DOMContentLoaded", stand);
  document.addEventListener("visibilitychange", ask);
  addEventListener("pageshow", ask);
})();
