// The controls of the view: zoom, facing pages, press sheets, surround.
// In:  what is chosen, by button, key, wheel or fingers; what was chosen last time.
// Out: `relay` lays out the pages again around a point that stays; `acts` for the keys.

import { gestures } from "./gestures.js";
import { STEPS } from "./zoom.js";
import { THIN } from "./revision.js";

const part = (name) => document.getElementById(name);
const root = document.documentElement;
const dark = matchMedia("(prefers-color-scheme: dark)");

export function view({ stage, zoom, preferences, relay, press, whole }) {
  const select = part("zoom");
  const ways = [["width", "Fit width"], ["page", "Fit page"]];
  const option = (value, words) => new Option(words, String(value));
  const own = option("own", "");
  const steps = STEPS.map((step) => option(step, `${step}${THIN}%`));
  select.append(...ways.map((way) => option(...way)), ...steps, own);

  /** Show the zoom that is chosen. */
  function tell() {
    const { chosen } = zoom;
    const known = typeof chosen !== "number" || STEPS.includes(chosen);
    own.hidden = known;
    own.textContent = `${Math.round(zoom.percent())}${THIN}%`;
    select.value = known ? String(chosen) : "own";
    part("zoom-out").disabled = zoom.percent() <= STEPS[0];
    part("zoom-in").disabled = zoom.percent() >= STEPS.at(-1);
  }

  function choose(value, x, y) {
    relay(() => zoom.choose(value), x, y);
    tell();
    // A whole page is to be seen whole, not the halves of two.
    if (value === "page") whole();
  }

  select.addEventListener("change", () => {
    const wanted = select.value;
    if (wanted !== "own") choose(Number(wanted) || wanted);
  });
  part("zoom-in").addEventListener("click", () => choose(zoom.step(true)));
  part("zoom-out").addEventListener("click", () => choose(zoom.step(false)));
  gestures(stage, (factor, x, y) => {
    const frame = stage.getBoundingClientRect();
    choose(zoom.percent() * factor, x - frame.left, y - frame.top);
  });

  function turn(name, on) {
    part(name).setAttribute("aria-checked", String(on));
    return on;
  }

  function facing(on) {
    preferences.set("layout", turn("facing", on) ? "facing" : "single");
    relay(() => (root.dataset.layout = preferences.get("layout")));
  }

  function surround(wanted) {
    const system = dark.matches ? "dark" : "light";
    // Choosing what the system has is following it again.
    if (wanted) preferences.set("surround", wanted === system ? "system" : wanted);
    root.dataset.surround = preferences.get("surround");
    turn("surround", isDark());
  }

  function isDark() {
    const chosen = preferences.get("surround");
    return chosen === "system" ? dark.matches : chosen === "dark";
  }

  const on = (name) => part(name).getAttribute("aria-checked") === "true";
  const acts = {
    larger: () => choose(zoom.step(true)),
    smaller: () => choose(zoom.step(false)),
    width: () => choose("width"),
    page: () => choose("page"),
    facing: () => facing(!on("facing")),
    press: () => part("press").disabled || press(turn("press", !on("press"))),
    surround: () => surround(isDark() ? "light" : "dark"),
  };
  for (const name of ["facing", "press", "surround"]) part(name).addEventListener("click", acts[name]);
  dark.addEventListener("change", () => surround());
  surround();
  root.dataset.layout = preferences.get("layout");
  turn("facing", root.dataset.layout === "facing");
  tell();
  const title = part("press").title;
  return {
    acts,
    tell,
    /** Offer press sheets, or say when there will be some. */
    offerPress(until) {
      part("press").disabled = Boolean(until);
      part("press").title = until ? `Press sheets: ${until}` : title;
    },
  };
}
