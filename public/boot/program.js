// The program of the page, which comes when the text is painted, and the worker after it.
/* global LEARNER_KEY, facts, isFile, layOut, minutes, register, root */
/* exported run */

/** Loads a program and lets it run. */
const run = async (script, wasm) => {
  const program = await import(new URL(script, root));
  await program.default({ module_or_path: new URL(wasm, root) });
};
// A program that has failed does nothing any more, though its buttons are still there.
addEventListener("error", ({ error }) => {
  if (error?.name === "RuntimeError") facts.appState = "failed";
});
const start = async () => {
  facts.appState = "starting";
  try {
    await run(facts.app, facts.wasm);
  } catch {
    // A worker that gives a page has its programs too. Chromium may take it from a page that opens while a newer worker comes: asked once
    // more, that one answers (docs/DESIGN.md).
    const [{ type, workerStart } = {}] = performance.getEntriesByType("navigation");
    if (workerStart && type !== "reload") return location.reload();
    facts.appState = "off";
    // Where nobody can be asked, a guest reads.
    if (minutes) localStorage[LEARNER_KEY] ||= "guest";
  }
};
// Two frames: the text is painted first.
document.addEventListener("DOMContentLoaded", () => {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      layOut();
      if (isFile) facts.appState = "off";
      else setTimeout(() => start().then(register));
    }),
  );
});
