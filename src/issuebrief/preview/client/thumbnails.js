// Small pictures of all pages, to see the whole and to go to one.
// In:  the pages on the table; which of them is in sight.
// Out: a list of buttons; `go(number)` is called with the page chosen.

const ACROSS = 88; // CSS px

export function thumbnails(list, go) {
  list.addEventListener("click", (event) => {
    const button = event.target.closest(".thumbnail");
    if (button) go(Number(button.dataset.page));
  });

  function add(number) {
    const entry = document.createElement("li");
    const button = document.createElement("button");
    const leaf = document.createElement("span");
    const image = new Image();
    button.type = "button";
    button.className = "thumbnail";
    button.dataset.page = number;
    button.setAttribute("aria-label", `Page ${number + 1}`);
    leaf.className = "leaf";
    image.alt = "";
    image.loading = "lazy";
    // One that could not be loaded is asked for again when pages are taken next.
    image.addEventListener("error", () => image.removeAttribute("src"));
    leaf.append(image);
    button.append(leaf, String(number + 1));
    entry.append(button);
    list.append(entry);
  }

  return {
    take(pages) {
      while (list.children.length > pages.length) list.lastElementChild.remove();
      while (list.children.length < pages.length) add(list.children.length);
      const width = Math.round(ACROSS * Math.max(2, devicePixelRatio));
      pages.forEach((page, number) => {
        const image = list.children[number].querySelector("img");
        const source = `/pages/${page.key}.png?width=${width}`;
        image.parentElement.style.aspectRatio = `${page.width} / ${page.height}`;
        // A picture stays until the next is there.
        if (page.key && image.getAttribute("src") !== source) image.src = source;
      });
    },
    /** Mark the pages that the writer is at. */
    entered(numbers) {
      for (const old of list.querySelectorAll("[aria-current]")) old.removeAttribute("aria-current");
      for (const number of numbers) {
        const button = list.children[number]?.querySelector(".thumbnail");
        button?.setAttribute("aria-current", "page");
        if (button?.offsetParent && !list.matches(":hover")) reveal(list, button);
      }
    },
  };
}

// scrollIntoView would move everything around the list too.
function reveal(list, button) {
  const [frame, box] = [list.getBoundingClientRect(), button.getBoundingClientRect()];
  if (box.top < frame.top) list.scrollTop += box.top - frame.top - 8;
  else if (box.bottom > frame.bottom) list.scrollTop += box.bottom - frame.bottom + 8;
}
