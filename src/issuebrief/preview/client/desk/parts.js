// The panels of what surrounds the pages, and the buttons that open them.
// In:  the frame of the page.
// Out: the same with panels for briefs, the manuscript and files, and with a field to find words.

import { icon, make, tool } from "./elements.js";

const PANELS = [
  { name: "briefs", title: "Briefs", key: "B", side: "left" },
  { name: "manuscript", title: "Manuscript", key: "M", side: "right" },
  { name: "files", title: "Files", key: "O", side: "right" },
];

/** Add them; the buttons stand before those that are there. */
export function addParts() {
  const [left, right] = document.querySelectorAll(".top > .tools");
  const workspace = document.querySelector(".workspace");
  const finder = tool({ id: "find-opens", "data-room": "desk", title: "Find (Ctrl F)", "aria-expanded": "false", "aria-controls": "find" }, "find", "Find");
  right.prepend(finder);
  for (const panel of PANELS) {
    const button = tool(
      {
        "data-panel": panel.name,
        "data-room": "desk",
        "aria-expanded": "false",
        "aria-controls": `${panel.name}-panel`,
        title: `${panel.title} (${panel.key})`,
      },
      panel.name,
      panel.title,
    );
    if (panel.side === "left") left.prepend(button);
    else finder.before(button);
    if (panel.side === "left") workspace.prepend(aside(panel));
    else workspace.append(aside(panel));
  }
  document.querySelector('[data-panel="manuscript"]').append(" ", make("span", { class: "badge", id: "notes-badge", hidden: true }));
  document.getElementById("main").append(findBar());
}

function aside({ name, title, side }) {
  const close = make("button", { class: "close", type: "button", "aria-label": `Close ${title.toLowerCase()}` }, icon("close"));
  const heading = make("header", {}, make("h2", { id: `${name}-name` }, title), close);
  const body = make("div", { class: "desk-body", id: `${name}-body`, tabindex: "0", role: "region", "aria-labelledby": `${name}-name` });
  return make(
    "aside",
    { class: "panel", id: `${name}-panel`, "data-side": side, "aria-labelledby": `${name}-name`, tabindex: "-1", hidden: true },
    heading,
    body,
  );
}

function findBar() {
  const field = make("input", { type: "search", id: "find-words", "aria-label": "Find on the pages", placeholder: "Find", autocomplete: "off", spellcheck: "false" });
  const small = (id, label, picture) => make("button", { class: "tool", type: "button", id, "aria-label": label, title: label }, icon(picture));
  return make(
    "form",
    { class: "find", id: "find", role: "search", "aria-label": "Find on the pages", hidden: true },
    field,
    make("output", { id: "find-count", for: "find-words" }),
    small("find-before", "Previous match", "before"),
    small("find-after", "Next match", "after"),
    small("find-close", "Close the search", "close"),
  );
}
