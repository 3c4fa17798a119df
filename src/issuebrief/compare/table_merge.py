"""Merge two versions of a table: its rows and its columns.

In:  both tables.
Out: one table that has the rows and columns of both, or the word that it cannot be had.

Columns are paired by their heads and by what stands in them, then rows. A table whose cells span others is
merged where both versions have the same shape; otherwise one version stands after the other.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from issuebrief.compare.build_nodes import Status
from issuebrief.compare.copies import with_class
from issuebrief.compare.likeness import Sketch, pair_blocks
from issuebrief.compare.tokens import text_within, words_of
from issuebrief.markdown_body.source.html_tree import Element, Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from issuebrief.compare.block_merge import Merger
    from issuebrief.compare.likeness import Places

SECTIONS = ("thead", "tbody", "tfoot")
MOST_COLUMNS = 200
"""Tables with more columns are not merged."""

Section = tuple[Element, list["TableRow"]]
"""A part of a table, and its rows."""


@dataclass(frozen=True)
class TableRow:
    """A row's attributes and its cells."""

    attributes: dict[str, str | None]
    cells: list[Element]


def merge_tables(merger: Merger, old: Element, new: Element, made: Element) -> bool:
    """Fill `made` with the table that two versions make; False where they cannot be merged."""
    before, after = _sections(old), _sections(new)
    if before is None or after is None:
        return False
    widths = [_width(sections) for sections in (before, after)]
    if widths[0] is None or widths[1] is None:
        if _shape(before) != _shape(after):
            return False
        columns: list[Places] | None = None
    else:
        columns = _columns(_rows_of(before), _rows_of(after), widths[0], widths[1])
    captions = [
        [kid for kid in each.children if isinstance(kid, Element) and kid.tag == "caption"]
        for each in (old, new)
    ]
    made.children = [*merger.kids(captions[0], captions[1])]
    if columns is None or all(at == to for at, to in columns):
        made.children += [kid for kid in new.children if isinstance(kid, Element) and kid.tag == "colgroup"]
    for tag in SECTIONS:
        ours = [[section for section in sections if section[0].tag == tag] for sections in (before, after)]
        for one, other in zip_longest(*ours):
            made.children += [_section(merger, one, other, columns), Text("\n")]
    return True


def _sections(table: Element) -> list[Section] | None:
    found: list[Section] = []
    for part in table.children:
        if not isinstance(part, Element) or part.tag in ("caption", "colgroup"):
            continue
        if part.tag not in SECTIONS:
            return None
        rows = [row for row in part.children if isinstance(row, Element)]
        if any(row.tag != "tr" for row in rows):
            return None
        cells = [[cell for cell in row.children if isinstance(cell, Element)] for row in rows]
        found.append((part, [TableRow(row.attributes, kids) for row, kids in zip(rows, cells, strict=True)]))
    return found


def _rows_of(sections: list[Section]) -> list[list[Element]]:
    return [row.cells for _, rows in sections for row in rows]


def _width(sections: list[Section]) -> int | None:
    """How many columns a table has; None where its cells span others or its rows are of several lengths."""
    rows = _rows_of(sections)
    if any("colspan" in cell.attributes or "rowspan" in cell.attributes for row in rows for cell in row):
        return None
    widths = {len(row) for row in rows}
    return widths.pop() if len(widths) == 1 and max(widths) <= MOST_COLUMNS else None


def _shape(sections: list[Section]) -> list[object]:
    return [
        (part.tag, [tuple(map(cell.attributes.get, ("colspan", "rowspan"))) for cell in row.cells])
        for part, rows in sections
        for row in rows
    ]


def _columns(
    old: Sequence[Sequence[Element]], new: Sequence[Sequence[Element]], width_old: int, width_new: int
) -> list[Places]:
    """The columns of both, those that belong together in one pair."""
    if width_old == width_new and [text_within(cell) for cell in old[0]] == [
        text_within(cell) for cell in new[0]
    ]:
        return [(column, column) for column in range(width_old)]
    sketches = [
        [_of_column(rows, column) for column in range(width)]
        for rows, width in ((old, width_old), (new, width_new))
    ]
    found = pair_blocks(sketches[0], sketches[1])
    if width_old == width_new and not any(None not in pair for pair in found):
        return [(column, column) for column in range(width_old)]
    return _beside(found) if width_old == width_new else found


def _beside(pairs: list[Places]) -> list[Places]:
    """Pairs with a column that is gone and one that has come in its place as one."""
    found: list[Places] = []
    for at, to in pairs:
        if at is None and found and found[-1][1] is None:
            place = next(
                i
                for i, pair in enumerate(found)
                if pair[1] is None and all(later[1] is None for later in found[i:])
            )
            found[place] = (found[place][0], to)
        else:
            found.append((at, to))
    return found


def _of_column(rows: Sequence[Sequence[Element]], column: int) -> Sketch:
    texts = tuple(text_within(row[column]) for row in rows)
    # The head says what a column is: it counts as much as all that stands in it.
    head = words_of(rows[0][column]) * max(len(rows) - 1, 1)
    words = Counter([*head, *(word for row in rows[1:] for word in words_of(row[column]))])
    return Sketch(texts if any(texts) else (column,), words, "column", texts[0])


def _section(
    merger: Merger, old: Section | None, new: Section | None, columns: list[Places] | None
) -> Element:
    part = (new or old or (Element("tbody"), []))[0]
    made = Element(part.tag, dict(part.attributes))
    rows_old, rows_new = (section[1] if section else [] for section in (old, new))
    for at, to in _row_pairs(rows_old, rows_new, columns):
        row_old = rows_old[at] if at is not None else None
        row_new = rows_new[to] if to is not None else None
        made.children += [_row(merger, row_old, row_new, columns), Text("\n")]
    return made


def _row_pairs(old: list[TableRow], new: list[TableRow], columns: list[Places] | None) -> list[Places]:
    if columns is None:
        return [(place, place) for place in range(len(old))]
    if len(old) == len(new) == 1:
        return [(0, 0)]
    shared = [pair for pair in columns if None not in pair]
    sketches = [
        [_of_row(row.cells, [pair[side] for pair in shared]) for row in rows]
        for side, rows in enumerate((old, new))
    ]
    return pair_blocks(sketches[0], sketches[1])


def _of_row(row: list[Element], places: list[int | None]) -> Sketch:
    cells = [row[place] for place in places if place is not None]
    texts = tuple(map(text_within, cells))
    words = Counter(word for cell in cells for word in words_of(cell))
    for word in words_of(cells[0]) if cells else ():
        words[word] += 2  # a row is known by its first cell
    return Sketch(texts, words, "row")


def _row(merger: Merger, old: TableRow | None, new: TableRow | None, columns: list[Places] | None) -> Element:
    one = new or old or TableRow({}, [])
    if columns is None:
        columns = [(place, place) for place in range(len(one.cells))]
    row = Element("tr", dict(one.attributes))
    if old is None or new is None:
        row.attributes = with_class(row.attributes, "inserted" if new else "deleted")
    for at, to in columns:
        before = old.cells[at] if old and at is not None else None
        after = new.cells[to] if new and to is not None else None
        row.children.append(_cell(merger, before, after, one.cells[-1].tag if one.cells else "td"))
    return row


def _cell(merger: Merger, old: Element | None, new: Element | None, tag: str) -> Element:
    if old is not None and new is not None:
        return merger.merged(old, new)
    if old is not None:
        return merger.whole(old, Status.OLD)
    if new is not None:
        return merger.whole(new, Status.NEW)
    scope: dict[str, str | None] = {"scope": "col"} if tag == "th" else {}
    return Element(tag, {**scope, "class": "no-cell"})
