// The preview: what happens when.
// In:  revisions from the server, and what the writer does.
// Out: pages on the table; `data-shown` of the root is the number of the revision whose pages are painted.

import { connect } from "./connection.js";
import { contents } from "./contents.js";
import { desk as deskOf } from "./desk/desk.js";
import { addParts } from "./desk/parts.js";
import { headingAt } from "./revision.js";
import { dialogs, explain } from "./explanation.js";
import { keys } from "./keys.js";
import { notices } from "./notices.js";
import { panels } from "./panels.js";
import { preferences as remembered } from "./preferences.js";
import { sourceOn } from "./source.js";
import { status as statusLine } from "./status.js";
import { table as tableOn } from "./table.js";
import { theme as themeOf } from "./theme.js";
import { thumbnails } from "./thumbnails.js";
import { view as viewOf } from "./view.js";
import { wayfinder } from "./wayfinder.js";

const part = (name) => document.getElementById(name);
addParts();
const preferences = remembered();
const status = statusLine();
let revision = null;
let drawers = null;
let stale = false; // whether the brief cannot be set as it stands
let lost = false; // whether the line to the server is
let pressed = false; // whether press sheets are asked for

const table = tableOn(part("stage"), part("sheets"), preferences, {
  moved,
  dressed(item) {
    if (!revision) return;
    source.dress(item);
    desk.dress(item);
  },
});
const source = sourceOn(part("sheets"), part("stage"), table.itemOf);
const way = wayfinder(table, source, () => revision);
const leaves = thumbnails(part("thumbnails"), (number) => arrive(() => way.page(number)));
const outline = contents(part("contents"), part("no-contents"), (heading) =>
  arrive(() => way.heading(heading)),
);
const notice = notices(part("stage"), {
  go: (problem) => arrive(() => way.problem(problem)),
  shows: way.shows,
  explain,
  all: () => drawers.enter("problems"),
});
const view = viewOf({
  stage: part("stage"),
  zoom: table.zoom,
  preferences,
  relay: table.relay,
  press,
  whole: () => way.page(table.place.current()?.number, { smooth: false }),
});
const theme = themeOf({ table, source, sheets: part("sheets"), stage: part("stage"), revision: () => revision });
const desk = deskOf(table, () => drawers.chosen());
drawers = panels(preferences, () => table.relay(), (name, isOpen) => {
  if (name === "theme") theme.open(isOpen);
  desk.opened(name, isOpen);
});

function arrive(go) {
  drawers.chosen();
  go();
}

/** What is in sight has changed. */
function moved() {
  const item = table.place.current();
  if (!item || !revision) return;
  const beside = table.place.spread(item).map(({ number }) => number);
  status.pages(beside, table.items.length);
  leaves.entered(beside);
  outline.entered(headingAt(revision, ...table.middle(item)));
  source.entered(item);
  view.tell();
}

function take(next) {
  const first = !revision;
  revision = next;
  source.take(next);
  desk.take(next, first);
  table.show(next, first);
  status.take(next);
  if (next.whole) notice.revision(next.problems, next.inspected);
  stale = false;
  offerPress();
  outline.take(next.headings);
  theme.revised();
  table.afterwards(() => leaves.take(table.pages));
  if (first) {
    const line = Number(new URLSearchParams(location.search).get("line"));
    requestAnimationFrame(() => (line ? way.line(line, { smooth: false }) : way.waiting()));
  }
}

function press(on) {
  pressed = on;
  if (table.press(on)) status.sheets();
  else status.sheetsMade();
  table.afterwards(() => leaves.take(table.pages));
  table.afterwards(desk.relaid);
  offerPress();
}

/** There is no use in asking for press sheets that nobody can make; who asked before can go back. */
function offerPress() {
  const refused = stale && !pressed && !table.hasSheets() ? "after the brief can be set" : "";
  view.offerPress(lost ? "after the preview is back" : refused);
}

connect(
  {
    revision: take,
    building: () => status.building(),
    problems(told) {
      // Problems without a revision are why there is none.
      stale = told.stale || !revision;
      notice.take(told.problems, { stale, empty: !revision, inspected: told.inspected });
      if (stale) status.stale(!revision);
      offerPress();
    },
    sheets(sheets) {
      table.sheets(sheets);
      if (table.hasSheets()) status.sheetsMade();
      offerPress();
      table.afterwards(() => leaves.take(table.pages));
    },
    show: ({ line }) => way.line(line),
    theme: (told) => theme.take(told),
    notes: () => desk.notes(),
    switched: () => desk.switched(),
  },
  (holds) => {
    notice.line(holds);
    if (holds) status.found();
    else status.lost();
    if (holds) table.again();
    if (holds) theme.again();
    lost = !holds;
    offerPress();
  },
);

dialogs();
if (/Mac|iPhone|iPad/.test(navigator.platform)) {
  for (const key of document.querySelectorAll("#help kbd")) if (key.textContent === "Ctrl") key.textContent = "⌘";
}
const help = () => (part("help").open ? part("help").close() : part("help").showModal());
part("help-opens").addEventListener("click", help);
function step(by) {
  const item = table.place.current();
  const beside = item ? table.place.spread(item) : [];
  if (beside.length) way.page(beside.at(by < 0 ? 0 : -1).number + by);
}
// What was chosen in the contents is where the writer is, until they move on by themselves.
for (const move of ["wheel", "touchmove", "pointerdown", "keydown"]) {
  document.addEventListener(move, () => outline.left(), { passive: true, capture: true });
}
part("page-before").addEventListener("click", () => step(-1));
part("page-after").addEventListener("click", () => step(1));
keys(
  {
    ...view.acts,
    help,
    before: () => step(-1),
    after: () => step(1),
    pages: () => drawers.keyed("pages"),
    contents: () => drawers.keyed("contents"),
    problems: () => drawers.keyed("problems"),
    theme: () => drawers.keyed("theme"),
    briefs: () => drawers.keyed("briefs"),
    manuscript: () => drawers.keyed("manuscript"),
    files: () => drawers.keyed("files"),
    find: desk.find,
  },
  preferences,
);
