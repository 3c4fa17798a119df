// Words for those who listen, and words for all.
// In:  a sentence.
// Out: `say` has a screen reader speak it; `toast` shows it for a while, which is spoken too.

const said = document.getElementById("said");
const shown = document.getElementById("toast");
const LINGER = 4000; // ms
let end;

export function say(sentence) {
  // Each is a part of its own, lest one that follows at once silence the one before it.
  const part = document.createElement("span");
  part.textContent = `${sentence} `;
  said.append(part);
  setTimeout(() => part.remove(), LINGER);
}

export function toast(sentence) {
  clearTimeout(end);
  shown.textContent = sentence;
  end = setTimeout(() => (shown.textContent = ""), LINGER);
}
