// A text with notes, or a reader who wants to make one: what draws them comes then, and once.
/* global DRAWN_EVENT, NOTE_EVENT, NOTES_KEY, NOTES_REFUSED_EVENT, facts, kept, root, run */
let drawing;
const bring = async () => {
  const href = new URL(facts.notesStyle, root);
  const integrity = facts.notesIntegrity;
  document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href, integrity }));
  await run(facts.notes, facts.notesWasm);
};
const note = async (detail) => {
  if (!facts.notes) return;
  try {
    await (drawing ??= bring());
    if (detail) document.dispatchEvent(new CustomEvent(NOTE_EVENT, { detail }));
  } catch {
    drawing = undefined;
    if (detail) document.dispatchEvent(new Event(NOTES_REFUSED_EVENT));
  }
};
document.addEventListener("click", ({ target }) => {
  const button = target.closest?.("[data-note]");
  if (button) note(button.dataset.note);
});
document.addEventListener(DRAWN_EVENT, () => {
  if (kept(NOTES_KEY)) note();
});
