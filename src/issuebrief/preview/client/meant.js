// What a problem means of its line: a problem says where that begins, and not where it ends.
// In:  the line up to there, the line from there on, and whether it is of the front matter.
// Out: the piece that is meant, from the beginning of the second.

const CLOSING = { "[": "]", "(": ")", "{": "}", "<": ">", '"': '"', "'": "'", "`": "`" };
const KEY = /^\s*(?:- +)*$/; // what stands before a key
const VALUE = /^\s*(?:- +)*["']?[\w -]+["']?:\s+$/; // what stands before a value
const ENTRY = /^\s*(?:- +)+$/; // what stands before an entry of a list
const LINE = /^(?:!!!|\|)/; // how lines begin that are meant as a whole

export function meantOf(before, rest, frontMatter = false) {
  return (
    enclosed(rest) ||
    (KEY.test(before) && (keyOf(rest, frontMatter) || (LINE.test(rest) && rest))) ||
    ((VALUE.test(before) || (frontMatter && ENTRY.test(before))) && valueOf(rest)) ||
    (frontMatter && /[[{][^\]}]*$/.test(before) && rest.match(/^[^,\]}]+/)?.[0].trimEnd()) ||
    inside(before, rest) ||
    word(rest)
  );
}

/** A mark in brackets or quotes, with these. */
function enclosed(rest) {
  const closing = CLOSING[rest[0]];
  const length = closing ? 1 + lengthUntil(rest.slice(1), rest[0], closing) : 0;
  return length ? rest.slice(0, length + 1) : "";
}

/** What stands in brackets or quotes that open just before it: a target without its title. */
function inside(before, rest) {
  const closing = /[(<"]$/.test(before) && CLOSING[before.at(-1)];
  const length = closing ? lengthUntil(rest, before.at(-1), closing) : -1;
  return length < 0 ? "" : rest.slice(0, length).replace(/\s+(?:"[^"]*"|'[^']*')\s*$/, "");
}

/** How far it is to the bracket that closes what is open, or -1. */
function lengthUntil(rest, opening, closing) {
  let open = 1;
  for (let at = 0; at < rest.length; at++) {
    if (rest[at] === closing) open--;
    else if (rest[at] === opening) open++;
    if (!open) return at;
  }
  return -1;
}

const keyOf = (rest, frontMatter) =>
  rest.match(frontMatter ? /^[^\s:#][^:#]*?(?=\s*:(?:\s|$))/ : /^[\w-]+(?=:(?:\s|$)|\s*=)/)?.[0];

const valueOf = (rest) => rest.replace(/\s+#.*$/, "").trimEnd();

/** A word, without brackets that it does not open and without what is said of it in braces. */
function word(rest) {
  const whole = rest.match(/^\S[^\s{})\]>"]*/)?.[0] ?? "";
  return whole.length > 1 ? whole.replace(/[:,;]+$/, "") || whole : whole;
}
