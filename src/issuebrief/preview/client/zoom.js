// How large the pages lie: as wide as the window, a whole page, or so many per cent.
// In:  the stage, the items, what is chosen ("width", "page" or a number, 100 as printed).
// Out: every paper's size in CSS px, a multiple of a few device pixels so that pictures need no stretching.

const PX = 96 / 72; // CSS px a pt
const STEP = 8; // device pixels: nearly the same zoom asks for the same pictures
const LEAST = 10;
const MOST = 600;
export const STEPS = [25, 33, 50, 67, 75, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400, 500];

export function zoomOf(stage, list, items, preferences) {
  let chosen = preferences.get("zoom");

  function percent() {
    if (typeof chosen === "number") return chosen;
    if (!items.length) return 100;
    const style = getComputedStyle(list);
    const facing = preferences.get("layout") === "facing";
    const beside = parseFloat(style.paddingLeft) + parseFloat(style.paddingRight);
    const gap = facing ? parseFloat(style.columnGap) || 0 : 0;
    const width = Math.max(...items.map(({ page }) => page.width)) * PX * (facing ? 2 : 1);
    const wide = (stage.clientWidth - beside - gap) / width;
    if (chosen === "width") return wide * 100;
    const height = Math.max(...items.map(({ page }) => page.height)) * PX;
    return Math.min(wide, (stage.clientHeight - 56) / height) * 100;
  }

  /** Lay every page at its size. Reads the window once, then only writes. */
  function apply() {
    const scale = (percent() / 100) * PX * devicePixelRatio;
    for (const item of items) {
      const { width, height } = item.page;
      const pixels = Math.max(STEP, Math.floor((width * scale) / STEP) * STEP);
      item.across = pixels / devicePixelRatio;
      item.paper.style.width = `${item.across}px`;
      item.paper.style.height = `${Math.round((pixels * height) / width) / devicePixelRatio}px`;
    }
  }

  return {
    apply,
    percent,
    get chosen() {
      return chosen;
    },
    choose(value) {
      chosen = typeof value === "number" ? Math.min(MOST, Math.max(LEAST, value)) : value;
      preferences.set("zoom", chosen);
    },
    /** The next step up or down from where the zoom is. */
    step(up) {
      const now = percent();
      return up
        ? (STEPS.find((step) => step > now * 1.01) ?? now)
        : (STEPS.findLast((step) => step < now * 0.99) ?? now);
    },
  };
}
