// The outline of the brief, as a table of contents.
// In:  headings with their pages and lines; the heading that is in sight.
// Out: a list of buttons; `go(heading)` is called with the one chosen.

export function contents(list, none, go) {
  let headings = [];
  let chosen = -1; // it may lie where it cannot be scrolled to the top, or beside another

  list.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    chosen = Number(button.dataset.number);
    mark(chosen);
    go(headings[chosen]);
  });

  function mark(number) {
    list.querySelector("[aria-current]")?.removeAttribute("aria-current");
    list.children[number]?.firstElementChild.setAttribute("aria-current", "true");
  }

  function entry(heading, number) {
    const item = document.createElement("li");
    const button = document.createElement("button");
    const title = document.createElement("span");
    const at = document.createElement("span");
    const page = document.createElement("span");
    button.type = "button";
    button.dataset.number = number;
    button.dataset.level = heading.level;
    title.textContent = heading.title;
    at.className = "at";
    page.className = "hidden";
    page.textContent = ", page ";
    at.append(page, String(heading.page + 1));
    button.append(title, at);
    item.append(button);
    return item;
  }

  return {
    take(next) {
      const held = list.contains(document.activeElement) ? document.activeElement.dataset.number : undefined;
      const same = JSON.stringify(next) === JSON.stringify(headings);
      headings = next;
      if (same) return;
      chosen = -1;
      list.replaceChildren(...headings.map(entry));
      none.hidden = headings.length > 0;
      if (held !== undefined) list.children[Math.min(held, headings.length - 1)]?.firstElementChild.focus();
    },
    /** The writer goes elsewhere by themselves. */
    left() {
      chosen = -1;
    },
    /** Mark the heading in sight, or the one that was chosen. */
    entered(number) {
      mark(chosen < 0 ? number : chosen);
    },
  };
}
