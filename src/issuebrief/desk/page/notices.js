// What stands above the pages when they are not current, and the panel of problems.
// In:  problems, whether the pages are stale, whether the line to the server holds.
// Out: notices that cover nothing for good: the table gets room above, and its pages stay where they are.

import { card, tally, weightiest, worst } from "./problems.js";
import { say } from "./say.js";

const part = (name) => document.getElementById(name);

const NOTHING = "Nothing is wrong with this brief.";

export function notices(stage, ways) {
  const root = document.documentElement;
  const fold = part("stale-fold");
  let told = "";
  let lesser = []; // what was found by the slower checks of the last edition
  let tallied = "";
  let refused = false;

  /** Change the notices by `act` without moving the pages under the writer's eyes. */
  function keepingPlace(act) {
    act();
    const before = parseFloat(stage.style.getPropertyValue("--covered")) || 0;
    const after = part("notices").offsetHeight;
    if (before === after) return;
    stage.style.setProperty("--covered", `${after}px`);
    // Where nothing has been shown yet the first page begins below.
    if (root.dataset.shown) stage.scrollTop += after - before;
  }

  fold.addEventListener("click", () => {
    const folded = fold.getAttribute("aria-expanded") === "true";
    fold.setAttribute("aria-expanded", String(!folded));
    fold.textContent = folded ? "Show" : "Hide";
    keepingPlace(() => (part("stale-problems").hidden = folded));
  });
  new ResizeObserver(() => keepingPlace(() => {})).observe(part("notices"));

  function list(found, stale) {
    const problems = weightiest(found);
    part("problems").replaceChildren(...problems.map((problem) => card(problem, ways)));
    part("no-problems").hidden = problems.length > 0;
    const badge = part("badge");
    const weighty = problems.filter(({ severity }) => severity !== "info").length;
    badge.textContent = String(weighty);
    badge.dataset.count = String(weighty);
    badge.dataset.worst = worst(problems);
    const grave = stale ? problems.filter((problem) => problem.severity === "error") : [];
    const shown = stale && !grave.length ? problems : grave;
    part("stale-problems").replaceChildren(...shown.map((problem) => card(problem, ways)));
    const rest = tally(problems.filter((problem) => !shown.includes(problem)));
    part("stale-name").textContent = `${tally(shown) || "Something"}: the brief cannot be set`;
    part("stale-rest").textContent = rest && `Under Problems there is more: ${rest}.`;
  }

  return {
    /** An edition's problems; what slower checks found of the last one stays until they have run anew. */
    edition(problems, checked) {
      part("no-problems").textContent = checked ? NOTHING : "Checking…";
      const known = new Set(problems.map(({ code }) => code));
      this.take([...problems, ...lesser.filter(({ code }) => !known.has(code))], false);
    },
    /** All that is wrong, when slower checks have run; `stale` and `empty` as below. */
    problems(problems, stale, empty) {
      part("no-problems").textContent = NOTHING;
      this.take(problems, stale, empty);
    },
    /** `stale` says that the brief cannot be set, `empty` that it never was. */
    take(problems, stale, empty = false) {
      const words = JSON.stringify([problems, stale, empty]);
      if (words === told) return;
      const was = refused;
      const before = told;
      told = words;
      lesser = problems.filter(({ severity }) => severity !== "error");
      refused = stale;
      keepingPlace(() => {
        list(problems, stale);
        root.dataset.stale = String(stale && !empty);
        part("stale-why").textContent = empty
          ? "There will be pages as soon as this is mended."
          : "The pages below are the last that could be set.";
        part("stale").hidden = !stale || !part("lost").hidden;
      });
      if (stale) say(`The brief cannot be set: ${tally(problems)}.`);
      else if (was) say("The brief can be set again.");
      else if (before && problems.length && tally(problems) !== tallied) say(`${tally(problems)}.`);
      tallied = tally(problems);
    },
    line(holds) {
      if (part("lost").hidden === holds) return;
      // A desk that has stopped comes first: what is mended meanwhile, nobody sets.
      keepingPlace(() => {
        part("lost").hidden = holds;
        part("stale").hidden = !holds || !refused;
      });
      say(holds ? "The preview is back." : "The preview has stopped.");
    },
  };
}
