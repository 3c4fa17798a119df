// The panels: one at a time on the left (pages or contents) and on the right (theme or problems).
// In:  the buttons that open them, what was open last time.
// Out: panels that open and close, as drawers where there is little room; Escape closes those. `opened` hears
//      of each by its name.

const narrow = matchMedia("(max-width: 56rem)");

export function panels(preferences, resized, opened = () => {}) {
  const buttons = [...document.querySelectorAll("[data-panel]")];
  const panelOf = (button) => document.getElementById(button.getAttribute("aria-controls"));
  const sideOf = (button) => panelOf(button).dataset.side;

  function set(button, isOpen) {
    const was = !panelOf(button).hidden;
    panelOf(button).hidden = !isOpen;
    button.setAttribute("aria-expanded", String(isOpen));
    if (was !== isOpen) opened(button.dataset.panel, isOpen);
  }

  function toggle(name, wanted, remembered = true) {
    const button = buttons.find((each) => each.dataset.panel === name);
    if (!button) return;
    const open = wanted ?? panelOf(button).hidden;
    for (const other of buttons) {
      const gives = sideOf(other) === sideOf(button) || narrow.matches;
      if (open && other !== button && gives) set(other, false);
    }
    set(button, open);
    if (remembered && !narrow.matches) preferences.set(sideOf(button), open ? name : "");
    if (open && narrow.matches) panelOf(button).focus();
    resized();
  }

  /** Open a panel and go into it. */
  function enter(name) {
    toggle(name, true);
    panelOf(buttons.find((each) => each.dataset.panel === name)).focus();
  }

  /** By a key: whoever works by keyboard goes along, and comes back. */
  function keyed(name) {
    const panel = panelOf(buttons.find((each) => each.dataset.panel === name));
    if (panel.hidden) enter(name);
    else close(panel);
  }

  function close(panel) {
    const button = buttons.find((each) => panelOf(each) === panel);
    const within = panel.contains(document.activeElement);
    toggle(button.dataset.panel, false);
    if (within) button.focus();
  }

  for (const button of buttons) {
    const panel = panelOf(button);
    button.addEventListener("click", () => toggle(button.dataset.panel));
    panel.querySelector(".close").addEventListener("click", () => close(panel));
    panel.addEventListener("keydown", (event) => event.key === "Escape" && close(panel));
  }

  function lay() {
    for (const button of buttons) {
      set(button, !narrow.matches && preferences.get(sideOf(button)) === button.dataset.panel);
    }
    resized();
  }
  narrow.addEventListener("change", lay);
  lay();
  return {
    enter,
    keyed,
    /** Where there is little room, a drawer gives way to what was chosen in it. */
    chosen: () => narrow.matches && buttons.forEach((button) => set(button, false)),
  };
}
