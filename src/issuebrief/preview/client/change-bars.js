// A bar in the margin beside what changed, as printers mark a revision.
// In:  a page's picture and the one before it, both decoded; or the name of the one before it.
// Out: the first and last changed row, as parts of the page's height; a bar there that fades away.

const ROWS = 480;
const ACROSS = 240;
const LEAST = 24; // of 255: less is another rounding, not another letter

/** Where two pictures differ: [top, bottom] as parts of the height, or null. */
export function changedRows(before, after) {
  const one = pixels(before);
  const two = pixels(after);
  let first = -1;
  let last = -1;
  for (let row = 0; row < ROWS; row++) {
    for (let at = row * ACROSS * 4, end = at + ACROSS * 4; at < end; at++) {
      if (Math.abs(one[at] - two[at]) > LEAST) {
        first = first < 0 ? row : first;
        last = row;
        break;
      }
    }
  }
  return first < 0 ? null : [first / ROWS, (last + 1) / ROWS];
}

/** The picture of a page as it was, at the width of another; null where the server has it no more. */
export async function earlier(key, like) {
  const before = new Image();
  before.src = like.src.replace(/\/pages\/\w+\.png/, `/pages/${key}.png`);
  try {
    await before.decode();
  } catch {
    return null;
  }
  return before;
}

function pixels(image) {
  const canvas = new OffscreenCanvas(ACROSS, ROWS);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.drawImage(image, 0, 0, ACROSS, ROWS);
  return context.getImageData(0, 0, ACROSS, ROWS).data;
}

export function markChange(paper, rows) {
  paper.querySelector(".bar")?.remove();
  const bar = document.createElement("span");
  bar.className = "bar";
  bar.style.top = `${rows[0] * 100}%`;
  bar.style.height = `${(rows[1] - rows[0]) * 100}%`;
  bar.addEventListener("animationend", () => bar.remove());
  paper.append(bar);
}
