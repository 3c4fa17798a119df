// Zooming with the wheel or two fingers.
// In:  the stage; `zoom(factor, x, y)` is told how much larger, about which point of the window.
// Out: calls of it, at most one a frame; scrolling stays the browser's own.

export function gestures(stage, zoom) {
  let factor = 1;
  let waiting = false;

  function grow(by, x, y) {
    factor *= by;
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      zoom(factor, x, y);
      factor = 1;
    });
  }

  stage.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
      const by = Math.max(-25, Math.min(25, event.deltaY * lines));
      grow(Math.exp(-by * 0.01), event.clientX, event.clientY);
    },
    { passive: false },
  );

  twoFingers(stage, grow);
  // Safari tells of a pinch on the trackpad in a way of its own.
  let before = 1;
  stage.addEventListener("gesturestart", (event) => {
    event.preventDefault();
    before = 1;
  });
  stage.addEventListener("gesturechange", (event) => {
    event.preventDefault();
    grow(event.scale / before, event.clientX, event.clientY);
    before = event.scale;
  });
}

function twoFingers(stage, grow) {
  const fingers = new Map();
  let apart = 0;

  stage.addEventListener("pointerdown", (event) => {
    if (event.pointerType !== "touch") return;
    fingers.set(event.pointerId, event);
    apart = 0;
  });
  stage.addEventListener("pointermove", (event) => {
    if (!fingers.has(event.pointerId)) return;
    fingers.set(event.pointerId, event);
    if (fingers.size !== 2) return;
    const [one, two] = [...fingers.values()];
    const now = Math.hypot(one.clientX - two.clientX, one.clientY - two.clientY);
    if (apart) grow(now / apart, (one.clientX + two.clientX) / 2, (one.clientY + two.clientY) / 2);
    apart = now;
  });
  const lift = (event) => {
    fingers.delete(event.pointerId);
    apart = 0;
  };
  for (const name of ["pointerup", "pointercancel", "pointerleave"]) stage.addEventListener(name, lift);
}
