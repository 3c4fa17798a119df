// The theme panel: its tokens in groups, changes that are tried at once, undone, and saved.
// In:  the theme as the server tells it; what is typed, moved, chosen and pressed.
// Out: acts for the server, one after the other; the list, which keeps what has the focus.

import { post } from "./connection.js";
import { counted } from "./revision.js";
import { say, toast } from "./say.js";
import { contrastOf } from "./theme-contrast.js";
import { element } from "./theme-elements.js";
import { picker } from "./theme-pick.js";
import { row } from "./theme-rows.js";

const part = (name) => document.getElementById(name);
const PAUSE = 120; // ms between two acts while a slider is moved

export function themePanel(around) {
  let told = null;
  const rows = new Map(); // by the names of tokens
  const groups = new Map(); // by their names
  let sending = Promise.resolve();
  let waiting = null; // a change that is to be sent next
  let timer;

  /** Acts are done one after the other, lest a later one overtake an earlier one. */
  function act(name, message = {}) {
    sending = sending.then(async () => {
      try {
        const answer = await post(`/theme/${name}`, message);
        if (!answer.ok) throw new Error(String(answer.status));
        return await answer.json();
      } catch {
        toast("The preview does not answer: nothing was changed.");
        return null;
      }
    });
    return sending;
  }

  function flush() {
    clearTimeout(timer);
    timer = undefined;
    const change = waiting;
    waiting = null;
    if (change) act("change", change);
  }

  /** Try a value; while a slider is held not more often than can be shown. */
  function change(token, value, goesOn, held) {
    if (waiting && waiting.token !== token) flush();
    waiting = { token, value, goes_on: (waiting?.token === token ? waiting.goes_on : true) && goesOn };
    if (!held) flush();
    else timer ??= setTimeout(flush, PAUSE);
  }

  const ways = {
    change,
    reset: (token) => change(token, null, false, false),
    where: (token) => where(token),
    go: goTo,
  };
  const pick = picker({ ...around, act, ways });

  async function where(token) {
    const found = await act("where", { token });
    if (found) pick.used(found.used);
  }

  /** Bring the row of a token into sight, and go there. */
  function goTo(token) {
    const found = rows.get(token);
    if (!found) return;
    part("theme-find").value = "";
    part("theme-changed").checked = false;
    filter();
    found.element.closest("details").open = true;
    found.element.scrollIntoView({ block: "center" });
    found.focus();
  }

  function draw() {
    const { look } = told;
    const faults = new Map(look.faults.map((fault) => [fault.token, fault]));
    const kept = new Set();
    for (const group of look.groups) {
      const list = groups.get(group.name) ?? newGroup(group);
      for (const token of group.tokens) {
        const shown = rows.get(token.name) ?? newRow(token, list);
        shown.take(token, faults.get(token.name));
        kept.add(token.name);
      }
    }
    for (const [name, shown] of rows) {
      if (kept.has(name)) continue;
      shown.element.remove();
      rows.delete(name);
    }
    contrastOf(part("theme-contrast"), look, rows);
    filter();
  }

  function newGroup(group) {
    const box = element("details", "theme-group");
    const summary = element("summary");
    summary.append(element("h3", "", group.name));
    box.open = true;
    box.append(summary);
    if (group.about) box.append(element("p", "about", group.about));
    const list = element("ul", "tokens");
    list.setAttribute("role", "list");
    if (group.tokens.some((token) => token.name === "--ink")) {
      const contrast = element("div", "contrast");
      contrast.id = "theme-contrast";
      box.append(contrast);
    }
    box.append(list);
    part("theme-groups").append(box);
    groups.set(group.name, list);
    return list;
  }

  function newRow(token, list) {
    const shown = row(ways);
    list.append(shown.element);
    rows.set(token.name, shown);
    return shown;
  }

  /** Show the tokens whose names have what is sought, or that are changed. */
  function filter() {
    const sought = part("theme-find").value.trim().toLowerCase();
    const changed = part("theme-changed").checked;
    let any = false;
    for (const [name, shown] of rows) {
      const fits = name.includes(sought) && (!changed || shown.isChanged);
      shown.element.hidden = !fits;
      any ||= fits;
    }
    for (const list of groups.values()) {
      const box = list.closest("details");
      box.hidden = ![...list.children].some((item) => !item.hidden);
    }
    if (part("theme-contrast")) part("theme-contrast").hidden = Boolean(sought || changed);
    part("theme-nothing").hidden = any;
  }

  function head() {
    const { look, undo, redo } = told;
    const file = part("theme-file");
    file.replaceChildren(element("b", "", look.theme));
    if (look.unsaved) file.append(` – not to be changed: ${look.unsaved}`);
    else if (look.is_new) file.append(" comes with issuebrief. What you save goes into ", element("code", "", look.file), ", a new file, for all briefs of this folder in that theme.");
    else file.append(" in ", element("code", "", look.file));
    part("theme-undo").disabled = !undo;
    part("theme-redo").disabled = !redo;
  }

  function foot() {
    const { look } = told;
    const number = look.changes.length;
    const good = number - look.faults.length;
    part("theme-foot").hidden = !number;
    const wrong = look.faults.length ? `, ${look.faults.length} not taken` : "";
    part("theme-tally").textContent = number ? `${counted(number, "change")}${wrong}, not saved` : "";
    part("theme-save").disabled = !good || Boolean(look.unsaved);
    part("theme-diff-opens").disabled = !look.diff.length;
  }

  function difference() {
    const { look } = told;
    part("theme-diff-file").textContent = look.is_new ? `${look.file}, a new file` : look.file;
    const kinds = { "+": ["ins", "Added: "], "-": ["del", "Removed: "] };
    const lines = look.diff.map((line) => {
      const [kind, words] = kinds[line[0]] ?? ["span", ""];
      const [, from] = line.match(/^@@ .*\+(\d+)/) ?? [];
      if (from) return element("li", "hunk", `From line ${from}`);
      const item = element("li");
      const text = element(kind, "", line);
      if (words) item.append(element("span", "hidden", words));
      item.append(text);
      return item;
    });
    part("theme-diff-lines").replaceChildren(...lines);
    part("theme-diff").showModal();
  }

  async function save() {
    flush();
    const answer = await act("save");
    if (!answer) return;
    if (answer.saved) toast(`Saved to ${answer.saved}.`);
    else toast([answer.message, answer.hint].filter(Boolean).join(" – "));
  }

  let spoken = "";
  function speak() {
    const words = told.look.faults.map((fault) => `${fault.message}. ${fault.hint}`).join(" ");
    if (words && words !== spoken) say(words);
    spoken = words;
  }

  part("theme-undo").addEventListener("click", () => (flush(), act("undo")));
  part("theme-redo").addEventListener("click", () => (flush(), act("redo")));
  part("theme-discard").addEventListener("click", () => (flush(), act("discard")));
  part("theme-save").addEventListener("click", save);
  part("theme-diff-opens").addEventListener("click", difference);
  part("theme-find").addEventListener("input", filter);
  part("theme-changed").addEventListener("change", filter);
  part("theme-panel").addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    // In a field of text these keys are the field's own.
    if (event.target.matches("input[type=text], input[type=search], input[type=number]")) return;
    const key = event.key.toLowerCase();
    const button = key === "y" || (key === "z" && event.shiftKey) ? "theme-redo" : key === "z" ? "theme-undo" : "";
    if (!button) return;
    event.preventDefault();
    part(button).click();
  });

  return {
    take(next) {
      told = next;
      for (const name of ["head", "body"]) part(`theme-${name}`).hidden = !told;
      part("theme-none").hidden = Boolean(told);
      if (!told) {
        part("theme-foot").hidden = true;
        return;
      }
      head();
      draw();
      foot();
      speak();
    },
    revised: () => pick.revised(),
    close() {
      pick.end();
    },
  };
}
