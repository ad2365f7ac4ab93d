// In the head of every page: how the text looks, before the first paint; then the app, after it.
//
// Its parts stand in boot/; xtask joins them into one script, this one first. What a part has of others and what others have of it stands at
// its head. Names in capitals that stand nowhere here are shared with the programs: crates/model/src/shared.rs.
/* exported facts, html, isFile, kept, root */

// The page's own policy must let old engines compile the programs, which they know as eval only (docs/DESIGN.md). An engine that knows
// the word for WebAssembly gets the strict policy besides, before anything else runs. Safari knew `findLast` before the word.
const news = Array.prototype;
if (news.toSorted || (news.findLast && !("GestureEvent" in window))) {
  const content = "script-src 'self' 'wasm-unsafe-eval'";
  document.head.append(Object.assign(document.createElement("meta"), { httpEquiv: "content-security-policy", content }));
}

const html = document.documentElement;
/** What the publisher wrote of this page, and what becomes of the app: `data-…` of the page. */
const facts = html.dataset;
const root = new URL(facts.root, location.href);
/** Opened from a disk or a USB stick, nobody answers for a folder with its page, and no program may be loaded. */
const isFile = location.protocol === "file:";

/** What is kept under a key; nothing in a browser that keeps nothing. */
const kept = (key) => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
};
