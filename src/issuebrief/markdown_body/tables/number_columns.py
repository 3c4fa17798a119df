"""Columns of numbers, told by what stands in them.

In:  the tree of the text, with its quotation marks and dashes set.
Out: the same. Cells in columns of numbers have the class `number`, and say in `data-tail` how many of their
     characters stand behind the decimal point, at which they are aligned; `short-2` is two digits shorter
     there than the longest, `no-sign` lacks the decimal sign that others have. Headers over them have the
     class `over-numbers`. A column that its author set left or centred is left alone; so is the first one,
     which names the rows.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from issuebrief.markdown_body.source.html_tree import Element, text_of, walk
from issuebrief.markdown_body.source.placeholders import RESERVED
from issuebrief.markdown_body.tables.table_numbers import decimal_sign, is_amount, is_missing, is_year, tail

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ALIGNED = re.compile(r"text-align:\s*(left|center|justify)")
MORE_THAN_TEXT = ("p", "ul", "ol", "table", "img", "br")
MOST_SHORT = 9
"""The most digits that a class says a number is shorter by."""


class CellPosition(NamedTuple):
    """A cell: its row, its first column, how many columns it has, whether it stands in the head."""

    cell: Element
    row: int
    column: int
    span: int
    is_head: bool


def set_number_columns(root: Element, lang: str) -> None:
    """Mark the cells of all columns of numbers."""
    for table in [found for found in walk(root) if found.tag == "table"]:
        _set_table(table, table.attributes.get("lang") or lang)


def _set_table(table: Element, lang: str) -> None:
    places = list(_places(table))
    count = max((place.column + place.span for place in places), default=0)
    columns = [
        [place for place in places if place.column == number and place.span == 1 and not place.is_head]
        for number in range(count)
    ]
    numeric = [_is_numeric(column) for column in columns]
    if numeric and not (all(numeric) and count > 1):
        numeric[0] = False
    for number, column in enumerate(columns):
        if numeric[number]:
            _mark([place.cell for place in column], lang)
    for place in places:
        if place.is_head and place.span == 1 and numeric[place.column] and not _is_aligned(place):
            _add_class(place.cell, "over-numbers")


def _is_numeric(column: Sequence[CellPosition]) -> bool:
    """Whether all cells of a column are numbers or missing ones, and none is aligned otherwise."""
    texts = [_text(place.cell) for place in column]
    return (
        any(is_amount(text) and not is_year(text) for text in texts)
        and all(is_amount(text) or is_missing(text) for text in texts)
        and not any(_is_aligned(place) for place in column)
        and not any(found.tag in MORE_THAN_TEXT for place in column for found in walk(place.cell))
    )


def _is_aligned(place: CellPosition) -> bool:
    """Whether the author set a cell left or centred."""
    return bool(ALIGNED.search(place.cell.attributes.get("style") or ""))


def _mark(cells: Sequence[Element], lang: str) -> None:
    texts = [_text(cell) for cell in cells]
    sign = decimal_sign(texts, lang)
    tails = [tail(text, sign) for text in texts]
    longest = max((_digits(each) for each in tails), default=0)
    has_sign = any(each.startswith(sign) for each in tails)
    for cell, text, end in zip(cells, texts, tails, strict=True):
        _add_class(cell, "number")
        if not text:
            continue
        cell.attributes["data-tail"] = str(len(end))
        if short := min(MOST_SHORT, longest - _digits(end)):
            _add_class(cell, f"short-{short}")
        if has_sign and not end.startswith(sign):
            _add_class(cell, "no-sign")


def _digits(text: str) -> int:
    return sum(map(str.isdecimal, text))


def _text(cell: Element) -> str:
    return RESERVED.sub("", text_of(cell)).strip()


def _add_class(cell: Element, name: str) -> None:
    if name not in cell.classes:
        cell.attributes["class"] = " ".join([*cell.classes, name])


def _places(table: Element) -> Iterable[CellPosition]:
    """The cells of a table with their places; those that reach over further rows keep them."""
    taken: set[tuple[int, int]] = set()
    heads = {id(row) for group in walk(table) if group.tag == "thead" for row in walk(group)}
    rows = [row for row in walk(table) if row.tag == "tr"]
    for number, row in enumerate(rows):
        column = 0
        for cell in row.children:
            if not isinstance(cell, Element) or cell.tag not in ("td", "th"):
                continue
            while (number, column) in taken:
                column += 1
            span, down = _count(cell, "colspan"), _count(cell, "rowspan")
            taken |= {(number + y, column + x) for y in range(down) for x in range(span)}
            yield CellPosition(cell, number, column, span, id(row) in heads)
            column += span


def _count(cell: Element, name: str) -> int:
    value = (cell.attributes.get(name) or "1").strip()
    return min(int(value), 1000) if value.isdecimal() and int(value) > 0 else 1
