// The line of a problem, as much of it as tells where it is.
// In:  the line as it stands in the file, and the column that is meant, from 1; 0 for none.
// Out: three pieces (before, what is meant, after), with "…" where the line goes on.

const BEFORE = 40; // letters, roughly: pieces begin and end between words
const LONGEST = 130;

export function excerptOf(line, column) {
  const letters = Array.from(line.trimEnd()); // columns count letters, also those that JavaScript counts twice
  const at = Math.min(Math.max(column - 1, 0), letters.length);
  const start = letters.length > LONGEST && at > BEFORE ? wordAfter(letters, at - BEFORE, at) : 0;
  const last = start + LONGEST < letters.length ? wordBefore(letters, start + LONGEST, at) : letters.length;
  const end = column > 0 ? Math.min(meantUntil(letters, at), last) : at;
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

const KEY = /^[\w-]+(?=:(?:\s|$))/;
const VALUE = /^[^#]*?(?=\s*(?:\s#.*)?$)/; // what follows a key, but for a comment
const AFTER_KEY = /^\s*(?:- )?[\w-]+:\s+$/;
const CLOSING = { "[": "]", "(": ")", "{": "}", "<": ">" };

/** Where a mark in brackets ends, a key or a value of the front matter, or a word. */
function meantUntil(letters, at) {
  const closing = CLOSING[letters[at]];
  if (closing) return 1 + letters.findIndex((letter, number) => number > at && letter === closing) || letters.length;
  const rest = letters.slice(at).join("");
  const found = KEY.exec(rest) ?? (AFTER_KEY.test(letters.slice(0, at).join("")) ? VALUE.exec(rest) : null);
  if (found?.[0]) return at + Array.from(found[0]).length;
  const end = letters.findIndex((letter, number) => number > at && /[\s)\]}]/.test(letter));
  return end < 0 ? letters.length : end;
}
