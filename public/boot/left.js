// WebKit keeps a page that is left as it is, with each transaction that waits for an answer, and whoever comes next waits for that one: what
// is not committed is given up when such a page is left. What was to be written is noted by then (crates/records/src/parting.rs), and who
// comes back to the page gets it anew.
if (navigator.vendor.startsWith("Apple") && window.IDBDatabase) {
  const { prototype } = IDBDatabase;
  const { transaction } = prototype;
  const going = new Set();
  let isGivenUp = false;
  prototype.transaction = function (...asked) {
    const begun = transaction.apply(this, asked);
    going.add(begun);
    for (const end of ["complete", "abort"]) begun.addEventListener(end, () => going.delete(begun));
    return begun;
  };
  addEventListener("pagehide", ({ persisted }) => {
    for (const begun of persisted ? going : []) {
      try {
        begun.abort();
        isGivenUp = true;
      } catch {
        // It is committed: nobody has to wait for this page.
      }
    }
  });
  addEventListener("pageshow", ({ persisted }) => persisted && isGivenUp && location.reload());
}
