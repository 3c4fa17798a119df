// Find words on all pages.
// In:  what is typed, the texts of the pages, Ctrl F and Enter.
// Out: every match marked on its page, one of them the current one; how many there are is said.

import { figure } from "../revision.js";
import { make } from "./elements.js";
import { findIndex } from "./find-index.js";
import { keepTexts, textOf } from "./texts.js";

const TYPED = 120; // ms after the last key before pages are searched
const part = (name) => document.getElementById(name);

export function finder(table) {
  const [bar, field, count, opener] = ["find", "find-words", "find-count", "find-opens"].map(part);
  let revision = null;
  let index = null; // of the pages as they are now
  let matches = [];
  let now = -1;
  let typing;
  let run = 0;

  /** The index of all pages that are drawn. */
  async function indexed() {
    const pages = revision?.pages ?? [];
    const keys = pages.map(({ key }) => key).join();
    if (index?.keys !== keys) {
      const texts = await Promise.all(pages.map(({ key }) => textOf(key)));
      index = { keys: texts.every((lines) => lines.length) ? keys : "", ...findIndex(texts) };
    }
    return index;
  }

  async function search({ stay = false } = {}) {
    const own = ++run;
    const words = field.value;
    const found = words.trim() ? await indexed() : null;
    if (own !== run) return;
    matches = found ? found.matches(words).map((match) => found.areas(match)).filter((areas) => areas.length) : [];
    now = matches.length ? (stay ? Math.min(Math.max(now, 0), matches.length - 1) : nearest()) : -1;
    draw();
    if (!stay) go();
    tell();
  }

  /** The first match on the page in sight or after it. */
  function nearest() {
    const here = table.place.current()?.number ?? 0;
    return Math.max(0, matches.findIndex(([area]) => area.page >= here));
  }

  function tell() {
    const none = field.value.trim() ? "No match" : "";
    const page = now >= 0 ? matches[now][0].page + 1 : 0;
    count.replaceChildren(
      now < 0 ? none : `${figure(now + 1)} of ${figure(matches.length)}`,
      ...(page ? [make("span", { class: "hidden" }, `, page ${page}`)] : []),
    );
    bar.dataset.none = String(Boolean(none && now < 0));
    for (const name of ["find-before", "find-after"]) part(name).disabled = matches.length === 0;
  }

  function clear() {
    for (const layer of document.querySelectorAll(".paper > .marks")) layer.remove();
  }

  function draw() {
    clear();
    const layers = new Map();
    matches.forEach((areas, number) => {
      for (const area of areas) {
        const item = table.items[area.page];
        if (!item) continue;
        if (!layers.has(item)) layers.set(item, make("div", { class: "marks" }));
        layers.get(item).append(markOf(area, item.page, number));
      }
    });
    for (const [item, layer] of layers) item.paper.append(layer);
  }

  function markOf(area, { width, height, trim }, number) {
    const { x: left, y: top } = trim ?? { x: 0, y: 0 };
    const mark = make("div", { class: number === now ? "mark now" : "mark", "data-match": number });
    const share = (length, whole) => `${((100 * length) / whole).toFixed(3)}%`;
    mark.style.left = share(left + area.x, width);
    mark.style.top = share(top + area.y, height);
    mark.style.width = share(area.width, width);
    mark.style.height = share(area.height, height);
    return mark;
  }

  function go() {
    for (const mark of document.querySelectorAll(".mark")) {
      mark.classList.toggle("now", Number(mark.dataset.match) === now);
    }
    if (now < 0) return;
    const [area] = matches[now];
    const item = table.items[area.page];
    const top = (item.page.trim?.y ?? 0) + area.y;
    table.place.goTo(item, top / item.page.height, area.height / item.page.height, { always: false });
  }

  function step(by) {
    if (!matches.length) return;
    now = (now + by + matches.length) % matches.length;
    go();
    tell();
  }

  function open() {
    bar.hidden = false;
    opener.setAttribute("aria-expanded", "true");
    const chosen = String(getSelection()).trim();
    if (chosen && chosen.length < 60 && !chosen.includes("\n") && document.activeElement !== field) field.value = chosen;
    field.focus();
    field.select();
    if (field.value) search();
  }

  function close() {
    const within = bar.contains(document.activeElement);
    bar.hidden = true;
    opener.setAttribute("aria-expanded", "false");
    run += 1;
    matches = [];
    now = -1;
    clear();
    if (within) opener.focus();
  }

  field.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(search, TYPED);
  });
  bar.addEventListener("submit", (event) => event.preventDefault());
  bar.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    else if (event.key === "Enter" && event.target === field) step(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  document.addEventListener("keydown", (event) => {
    const onPages = [document.body, part("stage")].includes(document.activeElement);
    if (event.key === "Escape" && !event.defaultPrevented && onPages && !bar.hidden) close();
    const again = event.key === "F3" || (event.key.toLowerCase() === "g" && (event.ctrlKey || event.metaKey));
    if (!again || bar.hidden) return;
    event.preventDefault();
    step(event.shiftKey ? -1 : 1);
  });
  opener.addEventListener("click", () => (bar.hidden ? open() : close()));
  part("find-before").addEventListener("click", () => step(-1));
  part("find-after").addEventListener("click", () => step(1));
  part("find-close").addEventListener("click", close);
  tell();

  return {
    open,
    take(next) {
      revision = next;
      keepTexts(new Set(next.pages.map(({ key }) => key)));
      if (!bar.hidden && field.value) search({ stay: true });
    },
    /** The pages are laid out as others: press sheets or not. */
    relaid: () => !bar.hidden && draw(),
    /** Go to some words; whether they are on the pages. */
    async show(words) {
      const found = (await indexed()).matches(words);
      if (!found.length) return false;
      bar.hidden = false;
      opener.setAttribute("aria-expanded", "true");
      field.value = words;
      await search();
      return true;
    },
  };
}
