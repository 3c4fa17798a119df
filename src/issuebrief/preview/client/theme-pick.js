// From the page to the theme, and back: an element that is picked, and where a token is used.
// In:  clicks on pages while one picks, by pointer or keyboard; what the server answers.
// Out: areas on the pages, and a card in the panel: of an element its rules and tokens, of a token its places.

import { areasOn } from "./theme-areas.js";
import { pickedCard, usedCard } from "./theme-cards.js";
import { say, toast } from "./say.js";

const part = (name) => document.getElementById(name);
const root = document.documentElement;
const narrow = matchMedia("(max-width: 56rem)");

export function picker({ table, sheets, stage, act, ways }) {
  const button = part("theme-pick");
  const room = part("picked");
  const areas = areasOn(table);
  let asked = null; // the point that was picked, and how far up from it

  const isPicking = () => root.dataset.picking === "true";

  function begin() {
    root.dataset.picking = "true";
    button.setAttribute("aria-pressed", "true");
    toast("Click an element on a page, or choose a line and press Enter. Escape ends.");
  }

  function stop() {
    root.dataset.picking = "false";
    button.setAttribute("aria-pressed", "false");
  }

  /** In a narrow window the panel lies over the pages: it gives way until they have been looked at. */
  const peek = (on) => (root.dataset.peeking = String(on));

  function close() {
    room.hidden = true;
    room.replaceChildren();
    areas.clear();
    asked = null;
  }

  function show(card) {
    room.replaceChildren(...card);
    room.hidden = false;
    room.scrollIntoView({ block: "nearest" });
  }

  /** A point of a page, in pt, from a click; a line that was chosen by keyboard is picked in its middle. */
  function pointOf(event) {
    const item = table.items.find(({ paper }) => paper.contains(event.target));
    if (!item) return null;
    const frame = item.paper.getBoundingClientRect();
    const block = event.target.closest(".block");
    const byKey = event.detail === 0 && block;
    const box = byKey ? block.getBoundingClientRect() : null;
    const x = byKey ? box.left + box.width / 2 : event.clientX;
    const y = byKey ? box.top + box.height / 2 : event.clientY;
    const { width, height, trim } = item.page;
    return {
      page: item.number,
      x: ((x - frame.left) / frame.width) * width - (trim?.x ?? 0),
      y: ((y - frame.top) / frame.height) * height - (trim?.y ?? 0),
    };
  }

  async function pick(point, up = 0) {
    const answer = await act("pick", { ...point, up });
    if (!answer) return;
    asked = { point, up };
    const found = answer.picked;
    if (!found) {
      close();
      toast("Nothing of the brief stands there.");
      return;
    }
    areas.show(found.areas);
    const step = (by) => () => pick(asked.point, asked.up + by);
    show(pickedCard(found, up, { ...ways, close: closed, larger: step(1), smaller: step(-1) }));
    say(`Picked ${[found.tag, ...found.classes].join(" ")}: ${found.tokens.length} tokens.`);
    part("picked-name").focus();
  }

  function closed() {
    close();
    button.focus();
  }

  sheets.addEventListener(
    "click",
    (event) => {
      if (!isPicking()) return;
      event.preventDefault();
      event.stopPropagation();
      const point = pointOf(event);
      if (!point) return;
      stop();
      toast("");
      pick(point);
    },
    true,
  );
  button.addEventListener("click", () => (isPicking() ? stop() : begin()));
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || (!isPicking() && root.dataset.peeking !== "true")) return;
      event.preventDefault();
      event.stopPropagation();
      stop();
      peek(false);
      button.focus();
    },
    true,
  );
  stage.addEventListener("click", () => peek(false), true);

  return {
    used(found) {
      if (!found) return;
      asked = null;
      areas.show(found.areas);
      const card = usedCard(found, { close: closed, go: (area) => areas.go(area) });
      show(card.parts);
      if (!narrow.matches) say(card.words);
      if (!found.areas.length) return;
      areas.go(found.areas[0]);
      peek(true);
      if (narrow.matches) toast(`${card.words} Touch a page to come back to the theme.`);
    },
    /** The pages are others now: what was outlined may stand elsewhere. */
    revised() {
      areas.clear();
    },
    end() {
      stop();
      peek(false);
      close();
    },
  };
}
