// The line of a problem, as much of it as tells where it is.
// In:  the line as it stands in the file, the column where what is meant begins, from 1 (0 for none),
//      and whether the line is of the front matter.
// Out: three pieces (before, what is meant, after), with "…" where the line goes on.

import { meantOf } from "./meant.js";

const BEFORE = 40; // letters, roughly: pieces begin and end between words
const LONGEST = 130;

export function excerptOf(line, column, frontMatter = false) {
  const letters = Array.from(line.trimEnd()); // columns count letters, also those that JavaScript counts twice
  const at = Math.min(Math.max(column - 1, 0), letters.length);
  const start = letters.length > LONGEST && at > BEFORE ? wordAfter(letters, at - BEFORE, at) : 0;
  const last = start + LONGEST < letters.length ? wordBefore(letters, start + LONGEST, at) : letters.length;
  const end = column > 0 ? Math.min(at + meantFrom(letters, at, frontMatter), last) : at;
  const piece = (from, to) => letters.slice(from, to).join("");
  return [
    (start ? "…" : "") + piece(start, at),
    piece(at, end),
    piece(end, last) + (last < letters.length ? "\u00a0…" : ""),
  ];
}

const isSpace = (letter) => /\s/.test(letter);

function wordAfter(letters, from, least) {
  const gap = letters.findIndex((letter, number) => number >= from && number < least && isSpace(letter));
  return gap < 0 ? from : gap + 1;
}

function wordBefore(letters, to, least) {
  const gap = letters.findLastIndex((letter, number) => number <= to && number > least && isSpace(letter));
  return gap < 0 ? to : gap;
}

/** How many letters are meant. */
function meantFrom(letters, at, frontMatter) {
  const meant = meantOf(letters.slice(0, at).join(""), letters.slice(at).join(""), frontMatter);
  return Array.from(meant).length;
}
