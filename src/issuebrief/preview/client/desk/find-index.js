// Where words stand on the pages, also those that are parted at the end of a line, a column or a page.
// In:  the lines of all pages.
// Out: an index; `matches(words)` are places in it, `areas(match)` the parts of lines that it covers, in pt.

const MARKS = /[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u065f\u0670]/g;
const SIGNS = { "’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‐": "-", "‑": "-", "–": "-", "—": "-", "−": "-", "ß": "ss" };
const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff]/;
const MOST = 2000;

/** A letter as it is compared: small, without accents, spaces and signs of one kind alike. */
export function folded(letter) {
  if (letter < "\u0080") return /\s/.test(letter) ? " " : letter.toLowerCase();
  if (/\s/.test(letter)) return " ";
  if (UNSEEN.test(letter)) return "";
  const plain = letter.toLowerCase();
  return SIGNS[plain] ?? plain.normalize("NFKD").replace(MARKS, "");
}

export const foldedText = (text) => [...text].map(folded).join("").replace(/ +/g, " ");

/** The lines of each paragraph, over columns and pages, in the order in which they begin. */
function paragraphsOf(pages) {
  const paragraphs = [];
  const open = new Map();
  pages.forEach((lines, page) => {
    for (const line of lines) {
      if (line.running) continue;
      let own = open.get(line.paragraph);
      if (!own) paragraphs.push((own = []));
      own.push({ page, line });
      if (line.after === "\n") open.delete(line.paragraph);
      else open.set(line.paragraph, own);
    }
  });
  return paragraphs;
}

export function findIndex(pages) {
  const letters = []; // folded, one entry each
  const places = []; // where each comes from: [page, line, word, from, to]

  function add(letter, place) {
    if (letter === " " && (letters.at(-1) ?? "\n").match(/[ \n]/)) return;
    for (const each of letter) {
      letters.push(each);
      places.push(place);
    }
  }

  for (const paragraph of paragraphsOf(pages)) {
    for (const { page, line } of paragraph) {
      for (const word of line.words) {
        let from = 0; // letters; points and accents are no wider than what they stand on
        for (const letter of word[0]) {
          const plain = folded(letter);
          const to = from + (plain ? 1 : 0);
          add(plain, { page, line, word, from, to });
          from = to;
        }
      }
      if (line.after === " ") add(" ", null);
    }
    letters.push("\n");
    places.push(null);
  }
  const text = letters.join("");

  return {
    text,
    matches(words) {
      const wanted = foldedText(words).trim();
      const found = [];
      for (let at = wanted ? text.indexOf(wanted) : -1; at >= 0 && found.length < MOST; ) {
        found.push([at, at + wanted.length]);
        at = text.indexOf(wanted, at + wanted.length);
      }
      return found;
    },
    /** One area for each line that a match stands on. */
    areas([start, end]) {
      const areas = new Map();
      for (const place of places.slice(start, end)) {
        if (!place) continue;
        const [left, right] = partOf(place);
        const area = areas.get(place.line);
        if (area) {
          area.left = Math.min(area.left, left);
          area.right = Math.max(area.right, right);
        } else areas.set(place.line, { page: place.page, line: place.line, left, right });
      }
      return [...areas.values()].map(({ page, line, left, right }) => areaOf(page, line, left, right));
    },
  };
}

/** From where to where the letters of a word go. */
function partOf({ line, word: [typed, x, width], from, to }) {
  const length = [...typed.trimEnd()].filter(folded).length || 1;
  const first = Math.min(1, from / length) * width;
  const last = Math.min(1, to / length) * width;
  return line.leftward ? [x + width - last, x + width - first] : [x + first, x + last];
}

function areaOf(page, line, left, right) {
  const { x, y, height, turn } = line;
  if (!turn) return { page, x: left, y, width: right - left, height };
  // A line that is turned runs down or up from where it begins.
  const [near, far] = [left - x, right - x];
  return turn > 0
    ? { page, x: x - height, y: y + near, width: height, height: far - near }
    : { page, x, y: y - far, width: height, height: far - near };
}
