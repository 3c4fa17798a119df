// Elements of the theme panel, made.
// In:  a tag, a class, words.
// Out: an element.

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
  button.innerHTML = `<svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#${icon}"/></svg>`;
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
