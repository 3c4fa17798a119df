// The table: pages laid at their size, painted as they come into sight, those in sight first.
// In:  revisions and press sheets; scrolling, zooming, a window that changes its size.
// Out: pages that are current; the server is told what is in sight; `moved` hears of every move.

import { changedRows, earlier, markChange } from "./change-bars.js";
import { name, post } from "./connection.js";
import { changedPages, pageNames } from "./revision.js";
import { pageList } from "./pages.js";
import { pictures } from "./pictures.js";
import { placeOn } from "./place.js";
import { say } from "./say.js";
import { zoomOf } from "./zoom.js";

const SETTLED = 140; // ms without a move

export function table(stage, list, preferences, { moved, dressed }) {
  const root = document.documentElement;
  const { items, itemOf, show: showPages } = pageList(list);
  const zoom = zoomOf(stage, list, items, preferences);
  const place = placeOn(stage, items);
  const near = new Set();
  let revision = null;
  let whole = null; // the last revision whose pages were all drawn
  let led = 0; // the revision of which a change was in sight, or has been brought there
  let wantSheets = false;
  let sheets = null;
  let settling;
  let later = [];

  const painter = pictures((item, before) => {
    // Not now: the new picture is to be seen first, and to compare the two takes longer than a frame.
    if (before) requestAnimationFrame(() => setTimeout(() => mark(item, before)));
  });

  function mark(item, before) {
    item.rows = before?.naturalWidth ? changedRows(before, item.image) : null;
    if (item.rows) markChange(item.paper, item.rows);
  }

  const watch = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const item = itemOf(target);
        if (!item) continue;
        near[isIntersecting ? "add" : "delete"](item);
        if (isIntersecting) ready(item);
      }
    },
    { root: stage, rootMargin: "100% 50%" },
  );

  function ready(item) {
    dressed(item);
    return painter.paint(item);
  }

  /** The press sheets are not those of the pages any more; they stay until there are others. */
  const forget = () => sheets && (sheets.old = true);
  const hasSheets = () => Boolean(sheets && !sheets.old && sheets.number === revision?.number);
  const pages = () => (wantSheets && sheets ? sheets.pages : revision.pages);

  /** Take pages: paint those in sight at once, the near ones after them, the others when they come near. */
  async function lay(first) {
    const seen = new Set(first ? [] : place.inSight());
    const held = first ? null : place.anchor();
    const before = items.map((item) => item.page.key);
    const { changed, sized } = showPages(pages());
    root.dataset.sheets = String(pages() !== revision.pages);
    if (sized) {
      zoom.apply();
      place.restore(held);
      for (const item of items) watch.observe(item.element);
    }
    for (const item of near) if (!item.element.isConnected) near.delete(item);
    const inSight = sized ? place.inSight() : [...seen];
    let wanted = inSight.filter((item) => changed.includes(item) || item.drawn !== item.page.key);
    const away = led !== revision.number && !first && !wanted.length && changed.length && changed[0];
    if (away) wanted = [nearest(changed, inSight)];
    if (first || wanted.length) led = revision.number;
    for (const item of wanted) item.rows = null;
    await Promise.all(wanted.map((item) => painter.paint(item, "high")));
    if (away) await compare(wanted[0], before[wanted[0].number]);
    return { wanted, away: Boolean(away) };
  }

  /** Find what has changed on a page that was out of sight, and so perhaps never painted. */
  async function compare(item, key) {
    if (item.rows || !key || !item.image || !item.page.key) return;
    const image = item.image;
    const before = await earlier(key, image);
    if (item.image === image) mark(item, before);
  }

  const nearest = (changed, [seen]) =>
    changed.reduce((best, item) =>
      Math.abs(item.number - (seen?.number ?? 0)) < Math.abs(best.number - (seen?.number ?? 0)) ? item : best,
    );

  async function show(next, first) {
    revision = next;
    if (sheets?.number !== next.number) forget();
    const laid = lay(first);
    if (next.whole) announce(next);
    const { wanted, away } = await laid;
    // The same revision may have been told again meanwhile, with more of its pages.
    if (revision.number !== next.number) return;
    if (away) bring(wanted[0], wanted[0].rows ?? [0, 0]);
    requestAnimationFrame(() => {
      root.dataset.shown = String(next.number);
      setTimeout(() => {
        if (!first && !away) stay(wanted);
        afterPaint();
      });
    });
    if (wantSheets) tell();
  }

  const bring = (item, [top, bottom]) => place.goTo(item, top, bottom - top, { always: top === bottom });

  /** Where pages in sight have changed, but only beyond its edge, bring the first of the changes there. */
  function stay(wanted) {
    const marked = wanted.filter(({ rows }) => rows);
    const isSeen = (item) => place.shows(item, item.rows[0], item.rows[1] - item.rows[0]);
    if (marked.length && !marked.some(isSeen)) bring(marked[0], marked[0].rows);
  }

  function announce(next) {
    const changed = whole && whole.number !== next.number ? changedPages(whole.pages, next.pages) : [];
    whole = next;
    if (changed.length) say(`${pageNames(changed)} ${changed.length === 1 ? "has" : "have"} changed.`);
  }

  function afterPaint() {
    for (const item of near) ready(item);
    for (const act of later.splice(0)) act();
    settle();
  }

  /** Lay out the pages again after `act`, around a point of the stage that stays where it is. */
  function relay(act, x, y) {
    const held = items.length ? place.anchor(x, y) : null;
    act?.();
    if (!held) return;
    zoom.apply();
    place.restore(held);
    settle();
  }

  function settle() {
    clearTimeout(settling);
    settling = setTimeout(() => {
      for (const item of place.inSight()) painter.paint(item, "high");
      for (const item of near) painter.paint(item);
      moved();
      tell();
    }, SETTLED);
  }

  let told = "";
  function tell() {
    const seen = place.inSight();
    if (!seen.length) return;
    const view = {
      name,
      pages: seen.map(({ number }) => number),
      width: Math.round(seen[0].across * devicePixelRatio),
      sheets: wantSheets,
    };
    const words = JSON.stringify(view);
    if (words === told) return;
    told = words;
    post("/view", view).catch(() => (told = ""));
  }

  let frame = 0;
  stage.addEventListener(
    "scroll",
    () => {
      frame ||= requestAnimationFrame(() => {
        frame = 0;
        moved();
        settle();
      });
    },
    { passive: true },
  );
  new ResizeObserver(() => relay()).observe(stage);

  return {
    items,
    itemOf,
    zoom,
    place,
    relay,
    show,
    ready,
    get pages() {
      return pages();
    },
    /** The page and the height on it, in pt, that lie in the middle. */
    middle(item) {
      const held = place.anchor();
      return [item.number, held.item === item ? held.down * item.page.height : item.page.height];
    },
    afterwards: (act) => later.push(act),
    /** Whether the press sheets of these pages are there. */
    hasSheets,
    /** Show press sheets or pages; whether sheets are still to be made. */
    press(on) {
      wantSheets = on;
      tell();
      if (revision && sheets) lay(false).then(afterPaint);
      return on && !hasSheets();
    },
    sheets(next) {
      sheets = next;
      if (wantSheets && revision) lay(false).then(afterPaint);
    },
    /** The server is back: tell it again what is in sight. Pages are asked for when it has told which there are. */
    again() {
      told = "";
      forget();
      if (revision) tell();
    },
  };
}
