// Elements of the theme panel, made.
// In:  a tag, a class, words.
// Out: an element.

const SVG = "http://www.w3.org/2000/svg";

export function element(tag, kind = "", words = "") {
  const made = document.createElement(tag);
  if (kind) made.className = kind;
  if (words) made.textContent = words;
  return made;
}

/** A button with a picture; its words are its name. */
export function iconButton(icon, words, act) {
  const button = element("button", "tool small");
  button.type = "button";
  button.title = words;
  button.setAttribute("aria-label", words);
  const [picture, use] = ["svg", "use"].map((tag) => document.createElementNS(SVG, tag));
  picture.setAttribute("class", "icon");
  picture.setAttribute("aria-hidden", "true");
  use.setAttribute("href", `/assets/icons.svg#${icon}`);
  picture.append(use);
  button.append(picture);
  button.addEventListener("click", act);
  return button;
}

/** An input of a kind, named for those who listen. */
export function input(type, words) {
  const field = element("input");
  field.type = type;
  field.setAttribute("aria-label", words);
  field.autocomplete = "off";
  field.spellcheck = false;
  return field;
}
