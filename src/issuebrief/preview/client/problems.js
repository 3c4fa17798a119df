// What is wrong with the brief, as cards.
// In:  problems as the server words them.
// Out: cards with what, where, why and how to mend it; `go(problem)` shows its place if it `shows` at all,
//      `open` the editor.

import { counted } from "./revision.js";
import { excerptOf } from "./excerpt.js";
import { open } from "./opening.js";

const KINDS = { error: "Error", warning: "Warning", info: "Note" };

export function card(problem, ways) {
  const item = document.createElement("li");
  item.className = "problem";
  item.dataset.severity = problem.severity;
  const kind = part("p", "kind");
  kind.append(part("span", "", KINDS[problem.severity]), part("code", "", problem.code));
  item.append(kind, part("p", "message", problem.message));
  if (problem.excerpt) item.append(excerpt(problem));
  // What a hint has below its first line is to be typed as it stands.
  const [hint, ...typed] = problem.hint.split("\n");
  if (hint) item.append(part("p", "hint", hint));
  if (typed.length) item.append(part("pre", "excerpt", typed.join("\n")));
  const links = part("p", "ways");
  if (problem.file && problem.code !== "source.missing") links.append(openButton(problem));
  if (ways.shows(problem)) links.append(showButton(problem, ways.go));
  links.append(explainLink(problem, ways.explain));
  item.append(links);
  return item;
}

function excerpt(problem) {
  const [before, meant, after] = excerptOf(problem.excerpt, problem.column, goesOn(problem) ? 0 : problem.end_column);
  const text = part("pre", "excerpt");
  text.append(before, meant ? part("mark", "", meant) : "", after);
  return text;
}

const goesOn = (problem) => problem.end_line > problem.line;

function openButton(problem) {
  // A brief has one text, so that its line says enough.
  const isText = /^[^/]*\.md$/.test(problem.file);
  const lines = goesOn(problem) ? `lines ${problem.line} to ${problem.end_line}` : `line ${problem.line}`;
  const place = isText ? lines : `${problem.file}, ${lines}`;
  const words = `Open ${problem.line ? place : problem.file}`;
  const button = action(words, () => open(problem.line || 1, problem.file));
  button.setAttribute("aria-label", `${words}${isText && problem.line ? ` of ${problem.file}` : ""} in the editor`);
  return button;
}

function showButton(problem, go) {
  const words = problem.page === null ? "On the page" : `On page ${problem.page + 1}`;
  const button = action(words, () => go(problem));
  button.setAttribute("aria-label", `${words}: ${problem.code}`);
  return button;
}

function explainLink(problem, explain) {
  const link = part("a", "", "What it means");
  link.href = problem.explain;
  link.setAttribute("aria-label", `What it means: ${problem.code}`);
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

const WEIGHTS = Object.keys(KINDS);

/** Problems with the errors first; those of one weight stay in the order of the file. */
export const weightiest = (problems) =>
  WEIGHTS.flatMap((kind) => problems.filter(({ severity }) => severity === kind));

/** The weightiest severity among problems, or "". */
export const worst = (problems) => weightiest(problems)[0]?.severity ?? "";
