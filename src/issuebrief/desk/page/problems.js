// What is wrong with the brief, as cards.
// In:  problems as the server words them.
// Out: cards with what, where, why and how to mend it; `go(problem)` shows its place, `open` the editor.

import { counted } from "./edition.js";
import { open } from "./opening.js";

const KINDS = { error: "Error", warning: "Warning", info: "Note" };

export function card(problem, ways) {
  const item = document.createElement("li");
  item.className = "problem";
  item.dataset.severity = problem.severity;
  const kind = part("p", "kind");
  kind.append(part("span", "", KINDS[problem.severity]), part("code", "", problem.code));
  item.append(kind, part("p", "message", problem.message));
  if (problem.excerpt) item.append(part("pre", "excerpt", problem.excerpt));
  if (problem.hint) item.append(part("p", "hint", problem.hint));
  const links = part("p", "ways");
  if (problem.file) links.append(openButton(problem));
  if (problem.page !== null || problem.line) links.append(showButton(problem, ways.go));
  links.append(explainLink(problem, ways.explain));
  item.append(links);
  return item;
}

function openButton(problem) {
  const place = problem.line ? `${problem.file}:${problem.line}` : problem.file;
  const button = action(place, () => open(problem.line || 1, problem.file));
  button.setAttribute("aria-label", `${place}, open in the editor`);
  return button;
}

function showButton(problem, go) {
  const button = action(problem.page === null ? "Show" : `Page ${problem.page + 1}`, () => go(problem));
  button.setAttribute("aria-label", `${button.textContent}: see ${problem.code} on the page`);
  return button;
}

function explainLink(problem, explain) {
  const link = part("a", "", "Explain");
  link.href = problem.explain;
  link.setAttribute("aria-label", `Explain ${problem.code}`);
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    explain(problem);
  });
  return link;
}

function action(words, act) {
  const button = part("button", "plain", words);
  button.type = "button";
  button.addEventListener("click", act);
  return button;
}

function part(name, kind, words = "") {
  const element = document.createElement(name);
  if (kind) element.className = kind;
  element.textContent = words;
  return element;
}

/** "1 error and 2 warnings", or "" where nothing is wrong. */
export function tally(problems) {
  const of = (severity) => problems.filter((problem) => problem.severity === severity).length;
  const parts = [
    [of("error"), "error"],
    [of("warning"), "warning"],
    [of("info"), "note"],
  ]
    .filter(([number]) => number)
    .map(([number, word]) => counted(number, word));
  return parts.length > 1 ? `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}` : (parts[0] ?? "");
}

/** The weightiest severity among problems, or "". */
export const worst = (problems) =>
  ["error", "warning", "info"].find((kind) => problems.some((problem) => problem.severity === kind)) ?? "";
