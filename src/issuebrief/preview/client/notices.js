// What stands above the pages when they are not current, and the panel of problems.
// In:  problems, whether the pages are stale, whether the line to the server holds.
// Out: notices that cover nothing for good: the table gets room above, and its pages stay where they are.

import { counted } from "./revision.js";
import { edge } from "./edge.js";
import { card, tally, weightiest, worst } from "./problems.js";
import { say } from "./say.js";

const part = (name) => document.getElementById(name);

export function notices(stage, ways) {
  const root = document.documentElement;
  const fold = part("stale-fold");
  let told = "";
  let lesser = []; // what was found by the slower checks of the last revision
  let tallied = "";
  let refused = false;
  let opening = false; // whether the notice has stood there since the page was opened

  /** Change the notices by `act` without moving the pages under the writer's eyes. */
  function keepingPlace(act) {
    act();
    const before = parseFloat(stage.style.getPropertyValue("--covered")) || 0;
    const after = part("notices").offsetHeight;
    if (before === after) return;
    stage.style.setProperty("--covered", `${after}px`);
    // A page that opens with a notice begins below it; later the notice covers what was there.
    opening = after > 0 && stage.scrollTop === 0 && (opening || !root.dataset.shown);
    if (!opening) stage.scrollTop += after - before;
  }

  fold.addEventListener("click", () => {
    const folded = fold.getAttribute("aria-expanded") === "true";
    fold.setAttribute("aria-expanded", String(!folded));
    fold.textContent = folded ? "Show" : "Hide";
    keepingPlace(() => (part("stale-problems").hidden = folded));
  });
  part("stale-others").addEventListener("click", ways.all);
  new ResizeObserver(() => keepingPlace(() => {})).observe(part("notices"));
  edge(part("problems"));
  edge(part("stale-problems"));

  const cards = (problems) => problems.map((problem) => card(problem, ways));

  /** The panel: what must be mended, and below it what is merely good to know. */
  function list(problems, inspected) {
    const weighty = problems.filter(({ severity }) => severity !== "info");
    const slight = problems.filter(({ severity }) => severity === "info");
    const below = slight.length ? [apart("Good to know"), ...cards(slight)] : [];
    part("problems").replaceChildren(...cards(weighty), ...below);
    part("problems").hidden = !problems.length;
    part("no-problems").hidden = weighty.length > 0;
    part("no-problems").textContent = inspected ? "Nothing is wrong with this brief." : "Checking…";
    part("badge").hidden = !weighty.length;
    part("badge").textContent = String(weighty.length);
    part("badge").dataset.worst = worst(weighty);
  }

  /** The notice: how many errors there are, and these; the panel has the rest. */
  function refuse(problems) {
    const errors = problems.filter(({ severity }) => severity === "error");
    const others = problems.filter(({ severity }) => severity === "warning");
    const number = errors.length ? `${counted(errors.length, "error")}: the brief cannot be rendered` : "";
    part("stale-name").textContent = number || "The brief cannot be rendered";
    part("stale-others").hidden = !errors.length || !others.length;
    part("stale-others").textContent = `and ${tally(others)}`;
    part("stale-problems").replaceChildren(...cards(errors.length ? errors : problems));
  }

  return {
    /** A revision's problems; what slower checks found of the last one stays until they have run again. */
    revision(problems, inspected) {
      const known = new Set(problems.map(({ code }) => code));
      const kept = inspected ? [] : lesser.filter(({ code }) => !known.has(code));
      this.take([...problems, ...kept], { inspected });
    },
    /** `stale` says that the brief cannot be set, `empty` that it never was. */
    take(found, { stale = false, empty = false, inspected = false }) {
      const problems = weightiest(found);
      const words = JSON.stringify([problems, stale, empty, inspected]);
      if (words === told) return;
      const was = refused;
      const before = told;
      told = words;
      lesser = problems.filter(({ severity }) => severity !== "error");
      refused = stale;
      keepingPlace(() => {
        list(problems, inspected);
        refuse(stale ? problems : []);
        root.dataset.stale = String(stale && !empty);
        part("stale-why").textContent = empty
          ? "There will be pages as soon as this is fixed."
          : "The pages below are the last that could be rendered.";
        part("stale").hidden = !stale || !part("lost").hidden;
      });
      if (stale) say(`The brief cannot be rendered: ${tally(problems)}.`);
      else if (was) say("The brief can be rendered again.");
      else if (before && problems.length && tally(problems) !== tallied) say(`${tally(problems)}.`);
      tallied = tally(problems);
    },
    line(holds) {
      if (part("lost").hidden === holds) return;
      // A preview that has stopped comes first: what is mended meanwhile, nobody sets.
      keepingPlace(() => {
        part("lost").hidden = holds;
        part("stale").hidden = !holds || !refused;
      });
      say(holds ? "The preview is back." : "The preview has stopped.");
    },
  };
}

function apart(words) {
  const item = document.createElement("li");
  const name = document.createElement("h3");
  item.className = "apart";
  name.textContent = words;
  item.append(name);
  return item;
}
