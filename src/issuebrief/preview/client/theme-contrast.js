// Contrast: the colours of text on what they stand on, each with its figure and whether small text can be read.
// In:  the theme as the server tells it, and the rows of its tokens.
// Out: a table; the figures are the server's.

import { element } from "./theme-elements.js";

export function contrastOf(room, look, rows) {
  if (!room) return;
  const table = element("table");
  const caption = element("caption", "", "Contrast: small text needs 4.5");
  const body = element("tbody");
  for (const { text, paper, ratio, passes } of look.legibility) {
    const line = element("tr");
    const sample = element("td", "sample");
    sample.style.color = rows.get(text)?.colour || "inherit";
    sample.style.background = paper === "paper" ? "#ffffff" : rows.get(paper)?.colour || "none";
    const name = element("th", "", `${text.slice(2)} on ${paper.replace(/^--/, "")}`);
    name.scope = "row";
    const figure = element("td", "figure", ratio.toFixed(2));
    const verdict = element("td", passes ? "passes" : "fails", passes ? "passes" : "fails");
    line.append(sample, name, figure, verdict);
    body.append(line);
  }
  table.append(caption, body);
  room.replaceChildren(table);
}
