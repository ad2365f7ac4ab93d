// How the text looks: theme, size, spacing and language, as the reader chose them.
/* global DRAWN_EVENT, facts, kept */

/** The key of the choice. */
const VIEW_KEY = "huaide.view";
const CHOICES = {
  theme: ["system", "light", "dark", "contrast"],
  size: ["3", "1", "2", "4", "5", "6", "7"],
  spacing: ["2", "1", "3"],
  language: ["zh", "en"],
};
const prefers = (what) => matchMedia(`(prefers-${what})`);
const dark = prefers("color-scheme: dark");
const contrast = prefers("contrast: more");

/** The reader's choice. Anything unknown becomes the first of its choices. */
const checked = (found) =>
  Object.fromEntries(
    Object.entries(CHOICES).map(([name, all]) => {
      const wanted = String(found?.[name]);
      return [name, all.includes(wanted) ? wanted : all[0]];
    }),
  );
const read = () => {
  try {
    return checked(JSON.parse(kept(VIEW_KEY)));
  } catch {
    return checked();
  }
};
let view = read();

const apply = () => {
  const own = contrast.matches ? "contrast" : dark.matches ? "dark" : "light";
  facts.theme = view.theme === "system" ? own : view.theme;
  facts.themeChoice = view.theme;
  facts.size = view.size;
  facts.spacing = view.spacing;
  facts.language = view.language;
};
const showChoice = () => {
  for (const input of document.querySelectorAll("input[type=radio]")) {
    if (input.name in CHOICES) input.checked = view[input.name] === input.value;
  }
};
facts.js = "on";
apply();
for (const media of [dark, contrast]) media.addEventListener("change", apply);
document.addEventListener("DOMContentLoaded", showChoice);
document.addEventListener(DRAWN_EVENT, showChoice);
document.addEventListener("change", ({ target }) => {
  if (!(target.name in CHOICES)) return;
  view = checked({ ...view, [target.name]: target.value });
  try {
    localStorage.setItem(VIEW_KEY, JSON.stringify(view));
  } catch {
    // A browser that keeps nothing still shows it until the page closes.
  }
  apply();
  showChoice();
});
addEventListener("storage", ({ key }) => {
  if (key !== VIEW_KEY) return;
  view = read();
  apply();
  showChoice();
});
document.addEventListener("click", ({ target }) => {
  const bar = target.closest?.("[data-close]")?.parentElement;
  if (bar) bar.hidden = true;
});
