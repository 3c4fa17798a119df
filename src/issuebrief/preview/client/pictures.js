// Pictures of pages: fetched and decoded beside the old one, then exchanged within a frame.
// In:  items of the list of pages, laid out; each says how wide it is.
// Out: `paint` promises that an item shows its page, be it small or in words where it cannot be had;
//      `swapped` hears of each exchange.

const WIDEST = 4000; // device pixels; beyond it a picture is stretched

export function pictures(swapped) {
  return {
    /** Show an item's page at the width at which it lies there. Resolves when it does, or is overtaken. */
    async paint(item, priority = "auto") {
      // A page that has never been drawn is white.
      if (!item.page.key) return undefined;
      const width = Math.min(WIDEST, Math.round(item.across * devicePixelRatio));
      const wanted = `/pages/${item.page.key}.png?width=${width}`;
      if (item.wanted === wanted) return item.painting;
      item.wanted = wanted;
      item.painting = exchange(item, wanted, priority, swapped);
      return item.painting;
    },
  };
}

async function exchange(item, wanted, priority, swapped) {
  // What is on its way in another size or state is wanted no more.
  item.coming?.removeAttribute("src");
  const next = new Image();
  item.coming = next;
  const key = item.page.key;
  next.sheet = Boolean(item.page.trim);
  next.fetchPriority = priority;
  next.decoding = "sync";
  next.alt = `Page ${item.number + 1}`;
  next.src = wanted;
  try {
    await next.decode();
  } catch {
    // The server has gone, or forgot the page: the old picture stays, and may be asked for again.
    if (item.wanted !== wanted) return;
    item.wanted = "";
    if (!item.image) item.clip.replaceChildren(smallPicture(item) ?? notLoaded());
    return;
  }
  if (item.wanted !== wanted) return;
  const before = item.image;
  // A sheet is no later state of its page, nor is another size.
  const anew = item.drawn !== key && before?.sheet === next.sheet;
  item.coming = null;
  item.image = next;
  item.drawn = key;
  item.clip.replaceChildren(next);
  swapped(item, anew ? before : null);
}

/** The page's thumbnail, to be enlarged where there is nothing better. */
function smallPicture({ page, number }) {
  const small = document.querySelector(`.thumbnail img[src^="/pages/${page.key}.png?"]`);
  if (!small?.complete || !small.naturalWidth) return null;
  const copy = new Image();
  copy.alt = `Page ${number + 1}`;
  copy.src = small.src;
  return copy;
}

function notLoaded() {
  const words = document.createElement("p");
  words.className = "unloaded";
  words.textContent = "Not loaded";
  return words;
}
