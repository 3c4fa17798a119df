// Areas on the pages: where an element stands, where a token is used.
// In:  rectangles on pages, in pt.
// Out: outlines over the pages, which take no clicks.

export function areasOn(table) {
  let layers = [];

  function clear() {
    for (const layer of layers) layer.remove();
    layers = [];
  }

  function outline(item, area) {
    const { x: left, y: top } = item.page.trim ?? { x: 0, y: 0 };
    const box = document.createElement("div");
    const part = (length, whole) => `${((100 * length) / whole).toFixed(3)}%`;
    box.className = "area";
    box.style.left = part(left + area.x, item.page.width);
    box.style.top = part(top + area.y, item.page.height);
    box.style.width = part(area.width, item.page.width);
    box.style.height = part(area.height, item.page.height);
    return box;
  }

  return {
    clear,
    show(areas) {
      clear();
      for (const item of table.items) {
        const own = areas.filter(({ page }) => page === item.number);
        if (!own.length) continue;
        const layer = document.createElement("div");
        layer.className = "areas";
        layer.append(...own.map((area) => outline(item, area)));
        item.paper.append(layer);
        layers.push(layer);
      }
    },
    go(area) {
      const item = table.items[area.page];
      if (!item) return;
      const top = (item.page.trim?.y ?? 0) + area.y;
      table.place.goTo(item, top / item.page.height, area.height / item.page.height, { always: false });
    },
  };
}
