// The theme panel, from without: loaded when it is opened for the first time.
// In:  whether it is open, what the server tells of the theme.
// Out: the server knows which windows have it open; a badge says that changes are tried.

import { name, post } from "./connection.js";

const badge = document.getElementById("theme-badge");

export function theme(around) {
  let panel = null; // what is in it, once it is loaded
  let told = null;
  let isOpen = false;

  const tell = () => post("/theme/open", { name, open: isOpen }).catch(() => {});

  async function load() {
    const { themePanel } = await import("./theme-panel.js");
    panel ??= themePanel(around);
    panel.take(told);
  }

  function take(next) {
    told = next;
    const number = told?.look.changes.length ?? 0;
    badge.hidden = !number;
    badge.textContent = number ? String(number) : "";
    badge.dataset.worst = told?.look.faults.length ? "error" : "";
    panel?.take(told);
  }

  return {
    take,
    revised: () => panel?.revised(),
    open(opened) {
      isOpen = opened;
      tell();
      if (isOpen && !panel) load();
      if (!isOpen) panel?.close();
    },
    /** The server is back, and knows nothing of this window, nor of what was tried if it is a new one. */
    again() {
      if (isOpen) tell();
      else take(null);
    },
  };
}
