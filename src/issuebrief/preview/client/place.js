// Where the writer is on the table: which pages are in sight, and how to stay or go there.
// In:  the stage that scrolls, and the items of the list of pages.
// Out: anchors (a page and a point on it), and movements to places.

const calm = matchMedia("(prefers-reduced-motion: reduce)");

const GLIDE = 3; // windows: places that are farther away are jumped to

export function placeOn(stage, items) {
  const covered = () => parseFloat(getComputedStyle(stage).paddingTop) || 0;

  /** The items of which a part is in sight. */
  function inSight() {
    const top = stage.scrollTop + covered();
    const bottom = stage.scrollTop + stage.clientHeight;
    return items.filter(({ element }) => {
      const above = element.offsetTop;
      return above < bottom - 8 && above + element.offsetHeight > top + 8;
    });
  }

  /** The item in the middle of what is in sight. */
  function current() {
    const middle = stage.scrollTop + (covered() + stage.clientHeight) / 2;
    const beside = stage.scrollLeft + stage.clientWidth / 2;
    const off = ({ element }) => {
      const top = element.offsetTop;
      const left = element.offsetLeft;
      const down = Math.max(top - middle, middle - top - element.offsetHeight, 0);
      const across = Math.max(left - beside, beside - left - element.offsetWidth, 0);
      return down * 1000 + across;
    };
    return items.reduce((best, item) => (!best || off(item) < off(best) ? item : best), null);
  }

  /** The items that lie beside one another: two facing pages, or one. */
  const spread = (item) => items.filter(({ element }) => element.offsetTop === item.element.offsetTop);

  /** The page and the point on it that lie at (x, y) of the stage; its middle if not told otherwise. */
  function anchor(x = stage.clientWidth / 2, y = (covered() + stage.clientHeight) / 2) {
    const frame = stage.getBoundingClientRect();
    let best = null;
    for (const item of items) {
      const box = item.paper.getBoundingClientRect();
      const [left, top] = [box.left - frame.left, box.top - frame.top];
      const off = Math.max(top - y, y - top - box.height, 0) + Math.max(left - x, x - left - box.width, 0);
      if (!best || off < best.off) {
        best = { off, item, x, y, across: (x - left) / box.width, down: (y - top) / box.height };
      }
    }
    return best;
  }

  /** Scroll so that an anchor lies where it lay. */
  function restore(held) {
    if (!held || !held.item.element.isConnected) return;
    const frame = stage.getBoundingClientRect();
    const box = held.item.paper.getBoundingClientRect();
    stage.scrollTop += box.top - frame.top + held.down * box.height - held.y;
    stage.scrollLeft += box.left - frame.left + held.across * box.width - held.x;
  }

  /** Whether something of a part of a page is in sight (y and height as parts of the page's height). */
  function shows(item, y, height) {
    const frame = stage.getBoundingClientRect();
    const box = item.paper.getBoundingClientRect();
    const top = box.top - frame.top + y * box.height;
    return top < stage.clientHeight - 8 && top + height * box.height > covered() + 8;
  }

  /** Bring a part of a page into sight (y and height as parts of the page's height). */
  function goTo(item, y = 0, height = 0, { smooth = true, always = true } = {}) {
    const frame = stage.getBoundingClientRect();
    const box = item.paper.getBoundingClientRect();
    const hidden = covered();
    const top = box.top - frame.top + y * box.height;
    const bottom = top + height * box.height;
    const room = stage.clientHeight - hidden;
    if (!always && top >= hidden && bottom <= stage.clientHeight) return;
    const rest = Math.max(24, Math.min(room * 0.3, (room - (bottom - top)) / 2));
    const way = top - hidden - (y === 0 ? 16 : rest);
    // Gliding past many pages would have them all drawn before the one that is wanted.
    const glides = smooth && !calm.matches && Math.abs(way) < GLIDE * stage.clientHeight;
    stage.scrollTo({
      top: Math.max(0, stage.scrollTop + way),
      left: stage.scrollLeft + sideways(box, frame),
      behavior: glides ? "smooth" : "instant",
    });
  }

  const sideways = (box, frame) =>
    box.width <= stage.clientWidth && (box.left < frame.left || box.right > frame.left + stage.clientWidth)
      ? box.left - frame.left - (stage.clientWidth - box.width) / 2
      : 0;

  return { inSight, current, spread, anchor, shows, restore, goTo };
}
