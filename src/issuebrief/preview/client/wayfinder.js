// Ways to a place on the pages: a page, a line of the file, a heading, a problem.
// In:  what was chosen, or what an editor asks for.
// Out: the place in sight, outlined for a while.

import { blocksOfLine } from "./revision.js";
import { say } from "./say.js";

export function wayfinder(table, source, revisionNow) {
  let asked = null; // a line asked for before there were pages

  function blocks(found, options) {
    if (!found.length) return;
    const item = table.items[found[0].page];
    if (!item) return;
    const top = Math.min(...found.filter(({ page }) => page === item.number).map(({ y }) => y));
    const height = item.page.height;
    const shift = item.page.trim?.y ?? 0;
    table.place.goTo(item, (shift + top) / height, found[0].height / height, options);
    for (const number of new Set(found.map(({ page }) => page))) {
      const each = table.items[number];
      if (!each) continue;
      table.ready(each);
      source.point(each, found.filter(({ page }) => page === number));
    }
  }

  function page(number, options = {}) {
    const item = table.items[number];
    if (item) table.place.goTo(item, 0, 0, options);
  }

  function line(number, options = { always: false }, file = undefined) {
    const revision = revisionNow();
    if (!revision) {
      asked = number;
      return;
    }
    const found = blocksOfLine(revision, number, file);
    blocks(found, options);
    if (found.length) say(`Line ${number} is on page ${found[0].page + 1}.`);
  }

  const hasLine = ({ line: number, file }) =>
    Boolean(number && revisionNow()?.blocks.some((block) => block.file === file && block.line > 0));

  return {
    page,
    line,
    /** A heading; one that the template adds has no line. */
    heading(heading) {
      const item = table.items[heading.page];
      if (heading.line) line(heading.line, {});
      else if (item) table.place.goTo(item, ((item.page.trim?.y ?? 0) + heading.y) / item.page.height);
    },
    /** Where a problem shows: its line, else its page. */
    problem(problem) {
      if (hasLine(problem)) line(problem.line, {}, problem.file);
      else if (problem.page !== null) page(problem.page);
    },
    /** Whether a problem is anywhere on the pages: those of style sheets and templates mostly are not. */
    shows: (problem) => hasLine(problem) || Boolean(problem.page !== null && table.items[problem.page]),
    /** Go where an editor asked to before there were pages. */
    waiting() {
      if (asked !== null) line(asked, { smooth: false });
      asked = null;
    },
  };
}
