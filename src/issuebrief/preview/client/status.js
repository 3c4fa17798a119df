// The brief's name, its counts, and what the preview is doing.
// In:  revisions, the start of work, a line that breaks.
// Out: words in the head and at the foot; that work has begun is shown only if it lasts.

import { THIN, figure } from "./revision.js";

const part = (name) => document.getElementById(name);
const write = (name, words) => (part(name).textContent = words);
const PATIENCE = 250; // ms
const PORT = "7117"; // where a preview is if nobody says otherwise

export function status() {
  let waiting;
  let settled = ["waiting", "Starting…"];
  let lost = false;

  /** Nothing else is shown until a line that is lost is found. */
  function show(state, words) {
    if (lost && state !== "lost") return;
    part("state").dataset.state = state;
    write("state-words", words);
  }

  function settle(state, words) {
    clearTimeout(waiting);
    settled = [state, words];
    show(...settled);
  }

  return {
    take(revision) {
      const { counts } = revision;
      document.title = `${revision.title} – preview`;
      write("title", revision.title);
      write("file", revision.file);
      write("again", location.port === PORT ? revision.again : `${revision.again} --port ${location.port}`);
      for (const name of ["pages", "words", "notes"]) {
        write(`count-${name}`, figure(counts[name]));
        write(`word-${name}`, counts[name] === 1 ? name.slice(0, -1) : name);
      }
      write("count-fill", `${Math.round(counts.fill * 100)}${THIN}%`);
      document.querySelector(".gauge").style.setProperty("--fill", String(counts.fill));
      part("counts").hidden = false;
      part("waiting").hidden = true;
      settle("set", `Rendered in ${revision.seconds.toFixed(revision.seconds < 1 ? 2 : 1)}${THIN}s`);
    },
    building() {
      clearTimeout(waiting);
      waiting = setTimeout(() => show("building", "Setting…"), PATIENCE);
    },
    sheets: () => show("building", "Making press sheets…"),
    sheetsMade: () => show(...settled),
    stale(first) {
      settle("stale", first ? "Not rendered" : "Older than the text");
      if (first) write("waiting", "There are no pages yet.");
    },
    lost() {
      lost = true;
      show("lost", "No connection");
    },
    found() {
      if (!lost) return;
      lost = false;
      settle("waiting", "Connected");
    },
    /** The pages that the writer is at, beside one another. */
    pages(numbers, last) {
      write("page-now", [...new Set([numbers[0], numbers.at(-1)])].map((number) => figure(number + 1)).join("–"));
      write("page-last", figure(last));
      part("whereabouts").hidden = false;
      part("page-before").disabled = numbers[0] <= 0;
      part("page-after").disabled = numbers.at(-1) >= last - 1;
    },
  };
}
