// Asks for the fonts of the page at once, so that the text is there in its own letters when it first shows and
// nothing moves. Pages that are read from a disk may not ask ahead.
(() => {
  "use strict";
  if (location.protocol === "file:") return;
  const script = document.currentScript;
  for (const name of script.dataset.fonts.split(" ").filter(Boolean)) {
    const link = document.createElement("link");
    Object.assign(link, { rel: "preload", as: "font", type: "font/woff2", crossOrigin: "anonymous", href: new URL(name, script.src).href });
    document.head.append(link);
  }
})();
