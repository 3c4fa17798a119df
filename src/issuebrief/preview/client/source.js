// The lines of the file on the pages: targets for the pointer and the keyboard, and outlines of places.
// In:  a revision's blocks; clicks, arrow keys, and lines to point at.
// Out: buttons over the pages, of which one at a time is a tab stop; the line of one chosen is opened.

import { blocksOfPage } from "./revision.js";
import { open } from "./opening.js";

const WAYS = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1, Home: "Home", End: "End" };
const LINGER = 2600; // ms that an outline stays

export function sourceOn(list, stage, itemOf) {
  let revision = null;
  let stop = null; // the button that Tab leads to

  /** Lay the targets over a page; what had the focus keeps it. */
  function dress(item) {
    if (item.dressed === revision && item.dressedAs === item.page) return;
    const held = [...(item.blocks?.children ?? [])].indexOf(document.activeElement);
    const layer = document.createElement("div");
    layer.className = "blocks";
    layer.setAttribute("role", "toolbar");
    layer.setAttribute("aria-orientation", "vertical");
    const how = "arrow keys move, Enter opens the editor";
    layer.setAttribute("aria-label", `Lines on page ${item.number + 1}: ${how}`);
    const blocks = blocksOfPage(revision, item.number);
    const titles = new Map(revision.headings.map((heading) => [heading.line, heading.title]));
    layer.append(...blocks.map((block, number) => target(block, blocks[number - 1], item, titles)));
    item.blocks?.remove();
    item.dressed = revision;
    item.dressedAs = item.page;
    item.blocks = layer;
    if (blocks.length) item.paper.append(layer);
    if (!stop?.isConnected) settle(layer.children[Math.max(0, held)]);
    if (held >= 0) stop?.focus({ preventScroll: true });
  }

  function target(block, before, item, titles) {
    // A press sheet is larger than its page.
    const { x: left, y: top } = item.page.trim ?? { x: 0, y: 0 };
    const button = document.createElement("button");
    const title = titles.get(block.line);
    const name = title ? `Line ${block.line}: ${title}` : `Line ${block.line}`;
    button.type = "button";
    button.className = "block";
    button.tabIndex = -1;
    button.dataset.line = block.line;
    button.dataset.file = block.file;
    button.setAttribute("aria-label", before?.line === block.line ? `${name}, continued` : name);
    const part = (length, whole) => `${((100 * length) / whole).toFixed(3)}%`;
    button.style.left = part(left + block.x, item.page.width);
    button.style.top = part(top + block.y, item.page.height);
    button.style.width = part(block.width, item.page.width);
    button.style.height = part(block.height, item.page.height);
    // Small ones lie over large ones, so that a click meets the closest.
    button.style.zIndex = String(1 + Math.round(1000 / (1 + block.width * block.height / 500)));
    return button;
  }

  function settle(button) {
    if (!button) return;
    if (stop) stop.tabIndex = -1;
    stop = button;
    stop.tabIndex = 0;
  }

  function move(button, way) {
    const all = [...list.querySelectorAll(".block")];
    const here = [...button.parentElement.children];
    const to = { Home: here[0], End: here.at(-1) }[way] ?? all[all.indexOf(button) + way];
    if (!to) return;
    settle(to);
    to.focus({ preventScroll: true });
    to.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  list.addEventListener("click", (event) => {
    const button = event.target.closest(".block");
    if (!button) return;
    settle(button);
    open(Number(button.dataset.line), button.dataset.file);
  });
  list.addEventListener("keydown", (event) => {
    const button = event.target.closest(".block");
    if (!button || event.ctrlKey || event.metaKey || event.altKey) return;
    const way = WAYS[event.key];
    if (way) move(button, way);
    else if (event.key === "Escape") stage.focus({ preventScroll: true });
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  list.addEventListener("focusin", (event) => settle(event.target.closest(".block")));

  return {
    dress,
    take: (next) => (revision = next),
    /** Let Tab lead to the page in sight, unless the writer is among the lines already. */
    entered(item) {
      if (!item?.blocks || list.contains(document.activeElement)) return;
      if (itemOf(stop?.closest(".sheet")) !== item) settle(item.blocks.firstElementChild);
    },
    /** Outline blocks of an item for a while. */
    point(item, blocks) {
      for (const old of list.querySelectorAll(".pointed")) old.classList.remove("pointed", "fading");
      const lines = new Set(blocks.map((block) => String(block.line)));
      for (const button of item.blocks.children) {
        if (!lines.has(button.dataset.line) || button.dataset.file !== blocks[0].file) continue;
        button.classList.add("pointed");
        setTimeout(() => button.classList.add("fading"), LINGER);
        setTimeout(() => button.classList.remove("pointed", "fading"), LINGER + 700);
      }
    },
  };
}
