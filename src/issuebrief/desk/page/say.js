// Words for those who listen, and words for all.
// In:  a sentence.
// Out: `say` has a screen reader speak it; `toast` shows it for a while, which is spoken too.

const said = document.getElementById("said");
const shown = document.getElementById("toast");
let end;

export function say(sentence) {
  // The same words twice are spoken twice only if they were gone in between.
  said.textContent = "";
  setTimeout(() => (said.textContent = sentence), 60);
}

export function toast(sentence) {
  clearTimeout(end);
  shown.textContent = sentence;
  end = setTimeout(() => (shown.textContent = ""), 4000);
}
