// A token of the theme: its name, its control, where it is declared, what is wrong with a value.
// In:  the token as the server tells it, and the fault of a value that was typed.
// Out: values to try: while something is held (a slider, a field of colours), and when it is let go.

import { open } from "./opening.js";
import { control } from "./theme-controls.js";
import { element, iconButton } from "./theme-elements.js";

export function row(ways) {
  const item = element("li", "token");
  const name = element("code", "token-name");
  const mark = element("span", "changed");
  const buttons = element("span", "token-acts");
  const place = element("p", "place");
  const fault = element("p", "fault");
  const head = element("p", "token-head");
  const body = element("div", "token-control");
  head.append(name, mark, buttons);
  item.append(head, body, fault, place);
  let token = null;
  let typed = false; // whether the value is typed as CSS, whatever its control
  let shown = null;

  function draw() {
    const kind = typed && token.control !== "text" ? "typed" : token.control;
    if (shown?.kind !== kind || shown.held !== Boolean(token.held)) {
      const had = item.contains(document.activeElement) && body.contains(document.activeElement);
      shown = control(kind, token, ways);
      shown.kind = kind;
      shown.held = Boolean(token.held);
      body.replaceChildren(...shown.parts);
      if (had) shown.focus();
    }
  }

  function acts() {
    const { name: token_name } = token;
    const made = [];
    if (token.saved !== null || fault.textContent) {
      made.push(iconButton("reset", `Reset ${token_name}`, () => ways.reset(token_name)));
    }
    if (!token.held && !["text", "colour"].includes(token.control)) {
      const words = typed ? `Show the control of ${token_name}` : `Write ${token_name} as CSS`;
      const css = iconButton("css", words, () => {
        typed = !typed;
        draw();
        shown.take(token, null);
        acts();
        shown.focus();
      });
      css.setAttribute("aria-pressed", String(typed));
      made.push(css);
    }
    made.push(iconButton("where", `Where ${token_name} is used`, () => ways.where(token_name)));
    // A button that has the focus keeps it.
    const held = [...buttons.children].findIndex((button) => button === document.activeElement);
    const label = held < 0 ? "" : buttons.children[held].dataset.act;
    made.forEach((button) => (button.dataset.act = button.querySelector("use").getAttribute("href")));
    buttons.replaceChildren(...made);
    if (held >= 0) (made.find((button) => button.dataset.act === label) ?? made[0]).focus();
  }

  function places() {
    place.replaceChildren();
    const parts = [];
    if (token.held) parts.push(element("span", "held", token.held));
    if (token.comes_to) parts.push(element("span", "comes-to", `= ${token.comes_to}`));
    const where = `${token.file.split("/").at(-1)}, line ${token.line}`;
    if (!token.line) parts.push(element("span", "", token.file));
    else if (token.origin === "shipped") {
      const shipped = element("span", "", `${where}, shipped`);
      shipped.title = token.file;
      parts.push(shipped);
    } else {
      const button = element("button", "plain", where);
      button.type = "button";
      button.title = token.file;
      button.setAttribute("aria-label", `Open ${token.name}: ${where}`);
      button.addEventListener("click", () => open(token.line, token.file));
      parts.push(button);
    }
    place.append(...parts);
  }

  return {
    element: item,
    get isChanged() {
      return token.saved !== null || Boolean(fault.textContent);
    },
    focus: () => shown.focus(),
    get colour() {
      return token.colour;
    },
    take(next, wrong) {
      token = next;
      item.dataset.token = token.name;
      name.textContent = token.name;
      fault.textContent = wrong ? `${wrong.message}${wrong.hint ? ` – ${wrong.hint}` : ""}` : "";
      fault.id = `fault-${token.name.slice(2)}`;
      const changed = token.saved !== null;
      item.dataset.changed = String(changed || Boolean(wrong));
      mark.textContent = wrong ? "not taken" : changed ? "changed" : "";
      mark.title = changed ? (token.saved ? `It was ${token.saved}` : "It was not declared") : "";
      draw();
      shown.take(token, wrong, fault.id);
      acts();
      places();
    },
  };
}
