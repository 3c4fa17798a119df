// What surrounds the pages: other briefs, the manuscript, the text, finished files.
// In:  the table, revisions, and word from the server that something has changed.
// Out: panels that are up to date whenever they are open, words over the pages, a field to find them.

import { briefs as briefsIn } from "./briefs.js";
import { corrections as correctionsIn } from "./corrections.js";
import { make } from "./elements.js";
import { files as filesIn } from "./files.js";
import { finder } from "./find.js";
import { manuscript as manuscriptIn } from "./manuscript.js";
import { textLayers } from "./text-layer.js";

const part = (name) => document.getElementById(name);

export function desk(table, chosen) {
  const layers = textLayers(part("sheets"));
  const find = finder(table);
  const briefs = briefsIn(part("briefs-body"));
  const files = filesIn(part("files-body"));
  const badge = part("notes-badge");
  const open = { corrections: 0, notes: 0 };
  async function show(words) {
    const found = await find.show(words);
    if (found) chosen();
    return found;
  }
  const told = (kind) => (count) => {
    open[kind] = count;
    badge.textContent = String(open.corrections + open.notes);
    badge.hidden = badge.textContent === "0";
  };
  const [first, second] = [make("div", { class: "corrections" }), make("div")];
  part("manuscript-body").append(first, second);
  const corrections = correctionsIn(first, { show, told: told("corrections") });
  const manuscript = manuscriptIn(second, { show, told: told("notes") });
  const refresh = () => Promise.all([corrections.refresh(), manuscript.refresh()]);

  return {
    find: find.open,
    dress: layers.dress,
    relaid: find.relaid,
    notes: refresh,
    /** Another brief is shown: this page begins anew. */
    switched: () => location.replace("/"),
    opened(name, isOpen) {
      if (name === "briefs" && isOpen) briefs.refresh();
    },
    take(revision, isFirst) {
      layers.take(revision);
      find.take(revision);
      refresh();
      if (!isFirst && revision.whole) files.revised();
    },
  };
}
