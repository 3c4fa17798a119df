// Elements of the page, made without markup.
// In:  a name, attributes, and what is in it.
// Out: the element; `icon` and `tool` are the ones that all panels have.

export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(key, "");
    else if (value !== false && value !== undefined) element.setAttribute(key, value);
  }
  element.append(...children);
  return element;
}

export function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const picture = document.createElementNS(space, "svg");
  const use = document.createElementNS(space, "use");
  picture.setAttribute("class", "icon");
  picture.setAttribute("aria-hidden", "true");
  use.setAttribute("href", `/assets/icons.svg#${name}`);
  picture.append(use);
  return picture;
}

/** A button with a picture and a word, which may be hidden where there is little room. */
export function tool(attributes, picture, words, ...more) {
  const parts = [icon(picture), make("span", { class: "name" }, words), ...more];
  return make("button", { class: "tool", type: "button", ...attributes }, ...parts);
}

/** A button that is a word. */
export function action(words, act, attributes = {}) {
  const button = make("button", { class: "plain", type: "button", ...attributes }, words);
  button.addEventListener("click", act);
  return button;
}
