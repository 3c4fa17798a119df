// Cards in the theme panel: an element with its tokens and rules, a token with its places.
// In:  what the server found; ways to go on from there.
// Out: parts of a card, whose name has the focus first.

import { open } from "./opening.js";
import { counted } from "./revision.js";
import { element, iconButton } from "./theme-elements.js";

function headOf(words, buttons) {
  const head = element("header", "picked-head");
  const name = element("h3");
  name.id = "picked-name";
  name.tabIndex = -1;
  name.append(element("code", "", words));
  const acts = element("span", "token-acts");
  acts.append(...buttons);
  head.append(name, acts);
  return head;
}

function plain(words, act, label = "") {
  const button = element("button", "plain", words);
  button.type = "button";
  if (label) button.setAttribute("aria-label", label);
  button.addEventListener("click", act);
  return button;
}

export function pickedCard(found, up, ways) {
  const buttons = [];
  if (found.around.length) buttons.push(iconButton("larger", `The element around it: ${found.around[0]}`, ways.larger));
  if (up) buttons.push(iconButton("smaller", "The element inside it", ways.smaller));
  buttons.push(iconButton("close", "Close the element", ways.close));
  const parts = [headOf([found.tag, ...found.classes].join("."), buttons)];

  const from = element("p", "picked-from");
  if (found.line) from.append(plain(`Line ${found.line}`, () => open(found.line, ""), `Open line ${found.line} in the editor`));
  else from.append(found.tag.startsWith("@") ? "in the margin of the page" : "from a template");
  if (found.around.length) from.append(element("span", "", `in ${found.around.join(" ‹ ")}`));
  parts.push(from);

  if (found.tokens.length) {
    const list = element("ul", "chips");
    list.setAttribute("aria-label", "Tokens that its styles use");
    for (const token of found.tokens) {
      const item = element("li");
      item.append(plain(token, () => ways.go(token), `Go to ${token}`));
      list.append(item);
    }
    parts.push(list);
  }

  let source = null;
  const rules = element("ol", "rules");
  rules.setAttribute("aria-label", "Rules that apply, the strongest first");
  for (const rule of found.rules) {
    if (rule.inherited && rule.inherited !== source) rules.append(element("li", "from", `Handed down by ${rule.inherited}`));
    source = rule.inherited;
    rules.append(ruleItem(rule));
  }
  parts.push(rules);
  return parts;
}

function ruleItem(rule) {
  const item = element("li", "rule");
  const head = element("p", "rule-head");
  const where = `${rule.file.split("/").at(-1)}, line ${rule.line}`;
  const place = rule.origin === "shipped" ? element("span", "", `${where}, shipped`) : plain(where, () => open(rule.line, rule.file), `Open ${where}`);
  place.title = rule.file;
  head.append(element("code", "selector", rule.selector), place);
  const list = element("ul", "properties");
  for (const { name, value, wins } of rule.properties) {
    const line = element("li");
    const text = element(wins ? "span" : "s", "", `${name}: ${value}`);
    if (!wins) line.append(element("span", "hidden", "Another rule counts instead of "));
    line.append(text);
    list.append(line);
  }
  item.append(head, list);
  return item;
}

export function usedCard(found, ways) {
  const pages = [...new Set(found.areas.map(({ page }) => page))];
  const outlined = found.total > found.areas.length ? ` (the first ${found.areas.length} are outlined)` : "";
  const where = found.areas.length
    ? `used in ${counted(found.total, "place")}${outlined} on ${counted(pages.length, "page")}, for ${found.properties.join(", ")}`
    : found.by_program
      ? "read by the program itself as it sets the text"
      : "used nowhere on these pages";
  const also = found.areas.length && found.by_program ? "; the program itself reads it, too" : "";
  const head = headOf(found.token, [iconButton("close", "Close where it is used", ways.close)]);
  const words = element("p", "picked-from", `Is ${where}${also}.`);
  const links = element("p", "chips");
  for (const page of pages) {
    const first = found.areas.find((area) => area.page === page);
    links.append(plain(`Page ${page + 1}`, () => ways.go(first)));
  }
  return { parts: [head, words, links], words: `${found.token} is ${where}${also}.` };
}
