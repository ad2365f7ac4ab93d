// A computer that many share: without a sign of life for some minutes, or when nobody was chosen, it is asked who is learning.
/* global ALIVE_KEY, LEARNER_KEY, ROOM_KEY, facts, kept, root */
/* exported minutes */

/** After so many it is asked; 0 where nobody shares. */
const minutes = Number(kept(ROOM_KEY));
const ask = () => {
  const isAlive = kept(LEARNER_KEY) && Date.now() - kept(ALIVE_KEY) < minutes * 6e4;
  if (isAlive || /^(learners|offline)/.test(facts.address)) return;
  location.href = `${root}learners/?at=${facts.address}`;
};
if (minutes) {
  for (const sign of ["keydown", "pointerdown", "scroll", "timeupdate"]) {
    addEventListener(sign, () => (localStorage[ALIVE_KEY] = Date.now()), true);
  }
  setInterval(ask, 1e4);
  ask();
}
