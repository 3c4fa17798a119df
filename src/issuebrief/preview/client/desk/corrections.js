// An author's corrections, to be accepted or rejected one by one.
// In:  the corrections that the server reads beside the brief.
// Out: a row for each with its words and what can be done; `told(count)` says how many are open, `show(words)`
//      goes to the words that one is about.

import { post } from "../connection.js";
import { counted } from "../revision.js";
import { toast } from "../say.js";
import { action, make } from "./elements.js";

const NAMES = { open: "", accepted: "accepted", rejected: "rejected" };

export function corrections(body, { show, told }) {
  let drawn = "";

  async function refresh() {
    try {
      const response = await fetch("/corrections");
      if (!response.ok) return;
      const answer = await response.json();
      const words = JSON.stringify(answer);
      if (words !== drawn) draw(answer);
      drawn = words;
    } catch {
      return; // the list stays as it was
    }
  }

  function draw({ manuscript, corrections: all }) {
    const open = all.filter((each) => each.state === "open").length;
    told(open);
    const held = body.contains(document.activeElement) ? document.activeElement.id : "";
    if (!all.length) return body.replaceChildren();
    const left = open ? `${open} of ${counted(all.length, "correction")} to decide` : "All corrections are decided";
    body.replaceChildren(
      make("p", { class: "notes-left", role: "status" }, `${manuscript}: ${left}`),
      make("ul", { class: "notes" }, ...all.map(entry)),
    );
    const known = held.replace(/^[a-z]+-/, "");
    const next = held && (document.getElementById(held) ?? document.getElementById(`undo-${known}`) ?? document.getElementById(`accept-${known}`));
    if (next) next.focus({ preventScroll: true });
  }

  function entry(each) {
    const facts = [`Line ${each.line}`, NAMES[each.state]].filter(Boolean).join(", ");
    const change = make("p", { class: "correction-words" }, each.lead);
    if (each.before) change.append(make("del", {}, each.before));
    if (each.after) change.append(make("ins", {}, each.after));
    change.append(each.trail);
    const about = each.after || each.before;
    const button = (word, name, state) =>
      action(word, () => decide(each, state), { id: `${name}-${each.id}`, "aria-label": `${word}: ${about}` });
    const acts =
      each.state === "open"
        ? [button("Accept", "accept", "accepted"), button("Reject", "reject", "rejected")]
        : [button("Undo", "undo", "open")];
    const go = each.about ? [action("On the page", () => find(each), { "aria-label": `On the page: ${about}` })] : [];
    const parts = [make("span", { class: "note-facts" }, facts), change, make("div", { class: "correction-acts" }, ...acts, ...go)];
    return make("li", { class: "note correction", "data-done": String(each.state !== "open") }, make("div", {}, ...parts));
  }

  async function find({ about }) {
    if (!(await show(about))) toast("These words are not on the pages.");
  }

  async function decide(each, state) {
    try {
      const response = await post("/corrections", { id: each.id, state });
      if (!response.ok) toast(response.status === 404 ? "This correction is gone." : await response.text());
    } catch {
      toast("Nothing was done: the preview does not answer.");
    }
    return refresh();
  }

  return { refresh };
}
