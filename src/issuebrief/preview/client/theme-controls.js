// The controls of tokens: a field of colours, a slider with its number, a choice, plain text.
// In:  a kind of control, a token, values as they are told.
// Out: `parts` to be shown; `take` shows a value, unless somebody is at it; values to try.

import { element, input } from "./theme-elements.js";

export function control(kind, token, ways) {
  if (token.held) return held(token);
  if (kind === "colour") return colour(token, ways);
  if (["length", "grid", "number"].includes(kind)) return scale(token, ways);
  if (kind === "word" || kind === "face") return choice(token, ways);
  return text(token, ways);
}

/** Mark a field as wrong, with what says so. */
function judge(field, wrong, id) {
  if (wrong) {
    field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-describedby", id);
  } else {
    field.removeAttribute("aria-invalid");
    field.removeAttribute("aria-describedby");
  }
}

/** A field that is being typed in is left alone; what was typed and not taken stays. */
function settle(field, value, wrong, id) {
  judge(field, wrong, id);
  const typing = field === document.activeElement && field.dataset.touched === "true";
  if (!typing) field.value = wrong ? wrong.value : value;
}

function typing(field, send) {
  field.addEventListener("input", () => (field.dataset.touched = "true"));
  field.addEventListener("change", () => {
    field.dataset.touched = "false";
    send(field.value);
  });
}

function held(token) {
  const value = element("code", "value");
  const swatch = element("span", "swatch");
  return {
    parts: [swatch, value],
    focus: () => {},
    take(next) {
      value.textContent = next.value;
      swatch.hidden = !next.colour;
      swatch.style.background = next.colour || "none";
    },
  };
}

function text(token, ways) {
  const field = input("text", token.name);
  typing(field, (value) => ways.change(token.name, value, false, false));
  return {
    parts: [field],
    focus: () => field.focus(),
    take: (next, wrong, id) => settle(field, next.value, wrong, id),
  };
}

const TYPED = /^(insertText|insertFrom|delete)/;

/** While it is held, changes are parts of one step; the first of them begins it. */
function moving(field, ways, token, written) {
  let moved = false;
  const timer = { id: 0 };
  field.addEventListener("input", (event) => {
    // What is half typed is no value yet.
    if (field.value === "" || TYPED.test(event.inputType ?? "")) return;
    ways.change(token.name, written(field.value), moved, true);
    moved = true;
    clearTimeout(timer.id);
  });
  field.addEventListener("change", () => {
    if (field.value === "") {
      field.value = field.defaultValue;
      if (!moved) return;
    }
    ways.change(token.name, written(field.value), moved, false);
    // Arrow keys move a slider by a step each, and tell of a change each time: those in a row are one.
    timer.id = setTimeout(() => (moved = false), 700);
  });
  return () => moved;
}

function colour(token, ways) {
  const field = input("color", `${token.name}: choose a colour`);
  const value = input("text", token.name);
  const isMoved = moving(field, ways, token, (chosen) => chosen);
  field.addEventListener("input", () => (value.value = field.value));
  typing(value, (typed) => ways.change(token.name, typed, false, false));
  return {
    parts: [field, value],
    focus: () => value.focus(),
    take(next, wrong, id) {
      if (!isMoved() || field !== document.activeElement) field.value = next.colour || "#000000";
      settle(value, next.value, wrong, id);
    },
  };
}

function scale(token, ways) {
  const slider = input("range", `${token.name}: slider`);
  const number = input("number", token.name);
  const unit = element("span", "unit");
  let form = "{}";
  const written = (value) => form.replace("{}", String(Number(value)));
  const isMoved = moving(slider, ways, token, written);
  slider.addEventListener("input", () => (number.value = slider.value));
  const isStepped = moving(number, ways, token, written);
  number.addEventListener("input", () => number.value !== "" && (slider.value = number.value));
  return {
    parts: [slider, number, unit],
    focus: () => number.focus(),
    take(next, wrong, id) {
      const { scale: now } = next;
      form = now.form;
      unit.textContent = now.unit;
      number.setAttribute("aria-label", now.unit ? `${next.name}, in ${now.unit}` : next.name);
      Object.assign(slider, { min: now.least, max: now.most, step: now.step });
      Object.assign(number, { step: now.step });
      slider.setAttribute("aria-valuetext", `${now.number} ${now.unit}`.trim());
      const active = document.activeElement;
      const busy = (isMoved() && slider === active) || ((isStepped() || number.value === "") && number === active);
      judge(number, wrong, id);
      if (busy) return;
      slider.value = now.number;
      number.value = now.number;
      number.defaultValue = String(now.number);
    },
  };
}

function choice(token, ways) {
  const select = element("select");
  select.setAttribute("aria-label", token.name);
  select.addEventListener("change", () => ways.change(token.name, select.value, false, false));
  let known = "";
  return {
    parts: [select],
    focus: () => select.focus(),
    take(next, wrong, id) {
      const words = JSON.stringify(next.choices);
      if (words !== known) select.replaceChildren(...next.choices.map(([value, name]) => new Option(name, value)));
      known = words;
      judge(select, wrong, id);
      select.value = next.value;
    },
  };
}
