// The comments of the manuscript and what its import guessed, as a list to tick off.
// In:  the notes that the server reads beside the brief.
// Out: a box for each, kept by the server; `told(count)` says how many are open, `show(words)` goes to the words
//      that one is about.

import { post } from "../connection.js";
import { counted } from "../revision.js";
import { toast } from "../say.js";
import { action, make } from "./elements.js";

const NAMES = { comment: "Comment", guess: "Guess", change: "Changed", "left out": "Left out", missing: "Missing", lost: "Lost" };
const WORDS = 8; // so many words of a passage are looked for

export function manuscript(body, { show, told }) {
  let drawn = "";

  async function refresh() {
    let answer;
    try {
      const response = await fetch("/notes");
      if (!response.ok) return;
      answer = await response.json();
    } catch {
      return; // the list stays as it was
    }
    const words = JSON.stringify(answer);
    if (words === drawn) return;
    drawn = words;
    draw(answer);
  }

  function draw({ manuscript: name, notes }) {
    const open = notes.filter((note) => !note.done);
    told(open.length);
    const held = body.contains(document.activeElement) ? document.activeElement.id : "";
    if (!notes.length) {
      const none = "This brief was not imported from a manuscript, or nothing is to be looked at.";
      body.replaceChildren(make("p", { class: "none" }, none));
      return;
    }
    const left = open.length ? `${open.length} of ${counted(notes.length, "note")} to look at` : "All done";
    body.replaceChildren(
      make("p", { class: "notes-left", role: "status" }, name ? `${name}: ${left}` : left),
      make("ul", { class: "notes" }, ...notes.map(entry)),
    );
    if (held) document.getElementById(held)?.focus({ preventScroll: true });
  }

  function entry(note) {
    const box = make("input", { type: "checkbox", id: `note-${note.id}` });
    box.checked = note.done;
    box.addEventListener("change", () => tick(note, box));
    const where = note.paragraph ? `paragraph ${note.paragraph}` : "";
    const facts = [NAMES[note.kind] ?? note.kind, note.who, where].filter(Boolean).join(", ");
    const label = make("label", { for: box.id }, make("span", { class: "note-facts" }, facts), make("span", { class: "note-words" }, note.words));
    const quote = note.kind === "comment" && note.about ? [make("blockquote", {}, note.about)] : [];
    const hint = note.hint ? [make("p", { class: "hint" }, note.hint)] : [];
    const go = note.about ? [action("On the page", () => find(note), { "aria-label": `On the page: ${note.about}` })] : [];
    return make("li", { class: "note", "data-kind": note.kind, "data-done": String(note.done) }, box, make("div", {}, label, ...quote, ...hint, ...go));
  }

  async function find({ about }) {
    const words = about.split(/\s+/).slice(0, WORDS).join(" ");
    if (!(await show(words))) toast("These words are not on the pages any more.");
  }

  async function tick(note, box) {
    try {
      const response = await post("/notes", { id: note.id, done: box.checked });
      if (response.ok) return refresh();
      toast(response.status === 404 ? "This note is gone." : await response.text());
    } catch {
      toast("It was not kept: the preview does not answer.");
    }
    box.checked = note.done;
    return refresh();
  }

  return { refresh };
}
