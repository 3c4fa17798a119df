// The list of pages: one element a page, kept from revision to revision.
// In:  the pages of a revision (key, width and height in pt), or press sheets.
// Out: items {element, paper, clip, image, page, number, rows}; `rows` are where a page last changed;
//      `show` says which of them look otherwise now.

export function pageList(list) {
  const items = [];

  function add(number) {
    const element = document.createElement("li");
    const paper = document.createElement("div");
    const clip = document.createElement("div");
    const folio = document.createElement("h3");
    const before = document.createElement("span");
    element.className = "sheet";
    paper.className = "paper";
    clip.className = "clip";
    folio.className = "folio";
    before.className = "hidden";
    before.textContent = "Page ";
    folio.append(before, String(number + 1));
    paper.append(clip);
    element.append(paper, folio);
    list.append(element);
    return { element, paper, clip, number, image: null, page: {}, drawn: "", wanted: "", rows: null };
  }

  return {
    items,
    itemOf: (element) => items.find((item) => item.element === element),
    /** Take the pages of a revision; returns the items that changed, and whether sizes did. */
    show(pages) {
      let sized = items.length !== pages.length;
      while (items.length > pages.length) items.pop().element.remove();
      while (items.length < pages.length) items.push(add(items.length));
      const changed = items.filter((item, number) => {
        const { page: before } = item;
        const after = pages[number];
        item.page = after;
        item.element.ariaBusy = after.coming ? "true" : null;
        sized ||= before.width !== after.width || before.height !== after.height;
        return before.key !== after.key;
      });
      return { changed, sized };
    },
  };
}
