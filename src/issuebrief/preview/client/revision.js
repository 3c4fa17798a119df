// What can be asked of a revision: which block a line of the file has become, which heading stands where.
// In:  a revision as the server sends it; lines count from 1, pages from 0, lengths in pt.
// Out: blocks, headings and words for them; nothing here touches the page.

export const THIN = "\u202f";

/** The blocks that line N of the file has become: those of the last line that begins at or before it. */
export function blocksOfLine(revision, line, file = revision.file) {
  const own = revision.blocks.filter((block) => block.file === file && block.line > 0);
  const near = own.filter((block) => block.line <= line);
  const last = near.reduce((most, block) => Math.max(most, block.line), 0);
  const same = near.filter((block) => block.line === last);
  return smallest(same.length ? same : own.slice(0, 1));
}

// A list and its first item begin on one line: the item is meant. Parts in two columns do not overlap.
function smallest(blocks) {
  return blocks.filter((block) => !blocks.some((other) => other !== block && holds(block, other)));
}

function holds(block, other) {
  return (
    block.page === other.page &&
    block.width * block.height > other.width * other.height &&
    block.x <= other.x + 0.5 &&
    block.y <= other.y + 0.5 &&
    block.x + block.width >= other.x + other.width - 0.5 &&
    block.y + block.height >= other.y + other.height - 0.5
  );
}

/** The blocks of a page that come from the text, in the order of the file; a line's parts down the page. */
export function blocksOfPage(revision, page) {
  return revision.blocks
    .filter((block) => block.page === page && block.line > 0)
    .sort((one, two) => one.line - two.line || one.x - two.x || one.y - two.y);
}

/** The number of the last heading at or above a height of a page, or -1. */
export function headingAt(revision, page, y) {
  return revision.headings.findLastIndex(
    (heading) => heading.page < page || (heading.page === page && heading.y <= y),
  );
}

/** The numbers of the pages that look otherwise than before. */
export function changedPages(before, after) {
  return after.flatMap((page, number) => (before[number]?.key === page.key ? [] : [number]));
}

/** "Pages 2, 3 and 5", from numbers that count from 0. */
export function pageNames(numbers) {
  const names = numbers.map((number) => String(number + 1));
  if (names.length === 1) return `Page ${names[0]}`;
  return `Pages ${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/** 12345 as 12 345, with thin spaces, from five figures on. */
export function figure(number) {
  const digits = String(number);
  return digits.length < 5 ? digits : digits.replace(/\B(?=(\d{3})+$)/g, THIN);
}

/** A number and its word: one page, two pages. */
export const counted = (number, word) => `${figure(number)} ${word}${number === 1 ? "" : "s"}`;
