// A page that was opened from a disk: its links name the pages themselves.
/* global isFile */
if (isFile) {
  document.addEventListener("DOMContentLoaded", () => {
    for (const link of document.links) {
      if (link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
    }
  });
}
