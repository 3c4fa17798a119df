// What keys do.
// In:  key presses that nothing else has answered; `acts`, a function for each name.
// Out: calls of them. Single keys can be turned off, for those whose voice or hand types them unmeant.

const SINGLE = {
  "[": "before",
  "]": "after",
  f: "facing",
  s: "press",
  d: "surround",
  t: "pages",
  c: "contents",
  p: "problems",
  l: "theme",
  b: "briefs",
  m: "manuscript",
  o: "files",
  "?": "help",
  "+": "larger",
  "=": "larger",
  "-": "smaller",
  0: "width",
  9: "page",
};
const WITH_CONTROL = { "+": "larger", "=": "larger", "-": "smaller", 0: "width", 9: "page", f: "find" };

export function keys(acts, preferences) {
  const box = document.getElementById("single-keys");
  box.checked = preferences.get("keys");
  box.addEventListener("change", () => preferences.set("keys", box.checked));

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.altKey) return;
    const dialog = document.querySelector("dialog[open]");
    if (dialog && !(event.key === "?" && dialog.id === "help")) return;
    const held = event.ctrlKey || event.metaKey;
    if (!held && (!preferences.get("keys") || event.target.matches("select, input"))) return;
    const name = (held ? WITH_CONTROL : SINGLE)[event.key.toLowerCase()];
    if (!name) return;
    event.preventDefault();
    acts[name]();
  });
}
