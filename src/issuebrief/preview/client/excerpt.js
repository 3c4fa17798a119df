// The line of a problem, as much of it as tells where it is.
// In:  the line as it stands in the file, and the columns where what is meant begins and before which it ends,
//      from 1; 0 where that is not known, or further down.
// Out: three pieces (before, what is meant, after), with "…" where the line goes on.

const BEFORE = 40; // letters, roughly: pieces begin and end between words
const LONGEST = 130;

export function excerptOf(line, column, endColumn = 0) {
  const letters = Array.from(line.trimEnd()); // columns count letters, also those that JavaScript counts twice
  const at = Math.min(Math.max(column - 1, 0), letters.length);
  const start = letters.length > LONGEST && at > BEFORE ? wordAfter(letters, at - BEFORE, at) : 0;
  const last = start + LONGEST < letters.length ? wordBefore(letters, start + LONGEST, at) : letters.length;
  const end = column > 0 ? Math.min(endColumn ? Math.max(endColumn - 1, at) : letters.length, last) : at;
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
