// What surrounds the pages: other briefs, the manuscript, the text, finished files.
// In:  the table, revisions, and word from the server that something has changed.
// Out: panels that are up to date whenever they are open, words over the pages, a field to find them.

import { briefs as briefsIn } from "./briefs.js";
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
  const manuscript = manuscriptIn(part("manuscript-body"), part("notes-badge"), {
    async show(words) {
      const found = await find.show(words);
      if (found) chosen();
      return found;
    },
  });

  return {
    find: find.open,
    dress: layers.dress,
    relaid: find.relaid,
    notes: manuscript.refresh,
    /** Another brief is shown: this page begins anew. */
    switched: () => location.replace("/"),
    opened(name, isOpen) {
      if (name === "briefs" && isOpen) briefs.refresh();
    },
    take(revision, first) {
      layers.take(revision);
      find.take(revision);
      manuscript.refresh();
      if (!first && revision.whole) files.revised();
    },
  };
}
