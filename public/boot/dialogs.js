// Dialogs before Safari 15.4 and Firefox 98, which have none: those of a page are shown and hidden by their attribute alone.
if (!window.HTMLDialogElement) {
  const { prototype } = (window.HTMLDialogElement = window.HTMLUnknownElement);
  Object.defineProperty(prototype, "open", {
    get() {
      return this.hasAttribute("open");
    },
    configurable: true,
  });
  prototype.showModal = function () {
    this.setAttribute("open", "");
  };
  prototype.close = function () {
    if (!this.open) return;
    this.removeAttribute("open");
    this.dispatchEvent(new Event("close"));
  };
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") document.querySelectorAll("dialog[open]").forEach((dialog) => dialog.close());
  });
  document.addEventListener("submit", (event) => {
    const dialog = event.target.closest("dialog");
    if (!dialog || event.target.getAttribute("method") !== "dialog") return;
    event.preventDefault();
    dialog.close();
  });
}
