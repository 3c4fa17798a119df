// Finished files: the PDF, the press file, the web page and the EPUB, made when they are asked for.
// In:  a button for each.
// Out: the file in the build folder with a link to it, and what was wrong with it.

import { explain } from "../explanation.js";
import { card, tally } from "../problems.js";
import { make } from "./elements.js";

const KINDS = [
  { purpose: "screen", title: "PDF", about: "for the screen, accessible" },
  { purpose: "press", title: "Press file", about: "PDF/X in CMYK, with bleed and marks" },
  { purpose: "web", title: "Web page", about: "one HTML file" },
  { purpose: "epub", title: "EPUB", about: "for e-readers and reading programs" },
];
// A frame of an editor may open no window: there the file is saved.
const framed = window.top !== window;

export function files(body) {
  const rows = KINDS.map(row);
  body.replaceChildren(make("ul", { class: "files" }, ...rows.map(({ element }) => element)));

  function row({ purpose, title, about }) {
    const make_ = make("button", { class: "tool strong", type: "button" }, `Make ${`the ${title === title.toUpperCase() ? title : title.toLowerCase()}`}`);
    const state = make("p", { class: "file-state", role: "status" });
    const problems = make("ol", { class: "problems", hidden: true, "aria-label": `Problems of the ${title}` });
    make_.addEventListener("click", () => build(purpose, make_, state, problems));
    const element = make("li", {}, make("h3", {}, title), make("p", { class: "file-about" }, about), make_, state, problems);
    return { element, state, problems };
  }

  async function build(purpose, button, state, problems) {
    button.disabled = true;
    state.replaceChildren("Making it …");
    problems.hidden = true;
    try {
      const response = await fetch(`/files/${purpose}`, { method: "POST" });
      if (!response.ok) throw new Error(String(response.status));
      show(await response.json(), state, problems);
    } catch {
      state.replaceChildren("The preview does not answer.");
    }
    button.disabled = false;
  }

  function show(made, state, list) {
    const counts = tally(made.problems);
    const words = made.is_made ? `${made.file}${counts ? `, with ${counts}` : ""}` : `Not made: ${counts || "no reason given"}`;
    state.replaceChildren(words, ...(made.is_made ? [" ", link(made)] : []));
    list.replaceChildren(...made.problems.map((problem) => card(problem, { shows: () => false, go() {}, explain })));
    list.hidden = made.problems.length === 0;
  }

  function link({ purpose, file }) {
    const name = file.split("/").at(-1);
    const how = framed ? { download: name } : { target: "_blank", rel: "noopener" };
    const words = framed ? "Save" : "Open";
    return make("a", { href: `/files/${purpose}`, "aria-label": `${words} ${name}`, ...how }, words);
  }

  return {
    /** Another text: what was made before is older. */
    revised() {
      for (const { state } of rows) {
        if (state.querySelector("a") && !state.querySelector(".older")) state.append(make("span", { class: "older" }, " (older than the text)"));
      }
    },
  };
}
