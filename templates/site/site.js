// The search of the site, and links that lead to files when the site is read from a disk.
(() => {
  "use strict";

  // A web server opens a folder's first page by itself; a disk does not.
  const fromDisk = location.protocol === "file:";
  const opened = (address) => (fromDisk && /(^|\/)$/.test(address.split(/[?#]/)[0]) ? address.replace(/([?#].*)?$/, (end) => "index.html" + end) : address);
  const mend = (root) => {
    for (const link of root.querySelectorAll("a[href]")) {
      const address = link.getAttribute("href");
      if (!/^([a-z]+:|#|\/\/)/i.test(address)) link.setAttribute("href", opened(address));
    }
  };
  if (fromDisk) mend(document);

  const box = document.querySelector(".search");
  if (!box) return;
  box.hidden = false;
  const field = box.querySelector("input");
  const status = box.querySelector(".found");
  const list = box.querySelector(".results");
  let briefs = null;

  // Without accents and in small letters, so that "moon", "Moon" and "Möon" are found alike.
  const folded = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  const WEIGHTS = [8, 4, 3, 1];

  const score = (brief, words) => {
    let sum = 0;
    for (const word of words) {
      let best = 0;
      brief.folded.forEach((text, index) => {
        const at = text.indexOf(word);
        if (at >= 0) best = Math.max(best, WEIGHTS[index] * (at === 0 || /[^\p{L}\p{N}]/u.test(text[at - 1]) ? 2 : 1));
      });
      if (!best) return 0;
      sum += best;
    }
    return sum;
  };

  const line = (name, text, kind = "p") => {
    const made = document.createElement(kind);
    made.className = name;
    made.textContent = text;
    return made;
  };

  const entry = (brief) => {
    const item = document.createElement("li");
    item.className = "entry";
    if (brief.lang !== document.documentElement.lang) item.lang = brief.lang;
    const text = document.createElement("div");
    const title = line("entry-title", "");
    const link = document.createElement("a");
    link.href = opened(box.dataset.root + brief.page);
    link.textContent = brief.title;
    title.append(link);
    text.append(title);
    if (brief.subtitle) text.append(line("entry-subtitle", brief.subtitle));
    text.append(line("entry-byline", brief.authors));
    item.append(line("entry-facts", brief.date), text);
    return item;
  };

  const search = () => {
    const words = folded(field.value).split(/\s+/).filter(Boolean);
    if (!words.length) {
      list.replaceChildren();
      status.textContent = "";
      return;
    }
    if (!briefs) return;
    const found = briefs
      .map((brief) => [score(brief, words), brief])
      .filter(([points]) => points)
      .sort((one, other) => other[0] - one[0] || other[1].iso.localeCompare(one[1].iso));
    list.replaceChildren(...found.slice(0, 50).map(([, brief]) => entry(brief)));
    status.textContent = found.length ? box.dataset.found.replace("{count}", found.length) : box.dataset.nothing;
  };

  // The index is a script, since a page on a disk may not fetch files.
  const load = () => {
    if (document.getElementById("search-index")) return;
    const script = document.createElement("script");
    script.id = "search-index";
    script.src = box.dataset.index;
    script.onload = () => {
      briefs = window.searchIndex;
      for (const brief of briefs) {
        brief.folded = [`${brief.title} ${brief.subtitle}`, brief.authors, brief.topics, brief.text].map(folded);
      }
      search();
    };
    document.head.append(script);
  };
  field.addEventListener("focus", load, { once: true });
  field.addEventListener("input", () => {
    load();
    search();
  });
  if (location.hash === "#search") field.focus();
})();
