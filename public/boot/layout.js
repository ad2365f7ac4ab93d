// The later blocks of a long text, which text.css leaves out of the first layout: a piece of them in every frame. When the app has drawn, it
// needs all of them.
/* global DRAWN_EVENT */
/* exported layOut */

/** So many blocks at once. */
const PIECE = 50;
const leftOut = () => [...document.getElementById("text").children].filter((block) => !block.style.contentVisibility);
const layOut = (count = PIECE) => {
  const blocks = leftOut();
  for (const block of blocks.slice(0, count)) block.style.contentVisibility = "visible";
  if (blocks.length > count) requestAnimationFrame(() => layOut(count));
};
document.addEventListener(DRAWN_EVENT, () => layOut(Infinity));
