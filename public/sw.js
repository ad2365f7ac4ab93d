// The service worker: serves kept pages first, and keeps pages and files when the app asks for it.
//
// A shell is what a page needs to run: the files of one build of the app, in one cache, all of them or none, each verified by
// its hash. A page names its build, and is kept only if the shell of that build is. So a page and its app always belong
// together, and what is kept still opens after any update.
//
// Its parts stand in sw/; xtask joins them, this one first. What a part has of others and what others have of it stands at its head. Names in
// capitals that stand nowhere here are shared with the programs: crates/model/src/shared.rs.
/* global activate, answer, hear, install */
/* exported HEADERS, PAGES, ROOT, SCOPE, SHELL, addressOf, isShell, shellName, url */

/** The files of this build: {build, files: [{address, bytes, sha256}], basics: [address]}. The publisher fills it in. */
const SHELL = null;

const ROOT = self.registration.scope;
const SCOPE = new URL(ROOT).pathname;
const PAGES = `huaide-pages@${SCOPE}`;
const shellName = (build) => `huaide-shell-${build}@${SCOPE}`;
const isShell = (name) => name.startsWith("huaide-shell-") && name.endsWith(`@${SCOPE}`);
const HEADERS = { build: "x-huaide-build", bytes: "x-huaide-bytes", sha256: "x-huaide-sha256" };

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("fetch", (event) => answer(event));
self.addEventListener("message", (event) => {
  // Whoever asked gets an answer, whatever goes wrong.
  event.waitUntil(hear(event).catch(() => event.ports[0]?.postMessage({ ok: false, files: [] })));
});

// Addresses are relative to the scope: "", "lessons/a/", "media/x.svg".

const url = (address) => new URL(address.split("/").map(encodeURIComponent).join("/"), ROOT).href;

/** What cannot be read as an address is the address of nothing. */
const addressOf = ({ pathname }) => {
  try {
    return decodeURIComponent(pathname.slice(SCOPE.length)).replace(/(^|\/)index\.html$/, "$1");
  } catch {
    return pathname;
  }
};
