"""Elements of Word around words that Pandoc would drop with the words in them.

In:  the tree of a part.
Out: the tree without elements that only wrap, with readings (ruby) behind what they are readings of, and with
     a grid for each table that has as many columns as its rows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from issuebrief.word_import.documents.ooxml import (
    P,
    R,
    T,
    attribute,
    child,
    name,
    remove_where,
    text_of,
    unwrap_where,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

WRAPPERS = frozenset(map(name, ("w:customXml", "w:smartTag", "w:dir", "w:bdo")))
PROPERTIES = frozenset(map(name, ("w:customXmlPr", "w:smartTagPr")))
RUBY, READING, BASE = map(name, ("w:ruby", "w:rt", "w:rubyBase"))
TABLE, ROW, CELL, GRID, COLUMN = map(name, ("w:tbl", "w:tr", "w:tc", "w:tblGrid", "w:gridCol"))
FORMATS = frozenset(map(name, ("w:tblPr",)))
MOST_COLUMNS = 500
WIDTH = "1000"
"""Of a column whose width is not known, in twentieths of a point: one without any is none to Pandoc."""


def take_out_wrappers(tree: Element) -> None:
    """Leave what is in wrappers, and nothing of these."""
    remove_where(tree, lambda element: element.tag in PROPERTIES)
    unwrap_where(tree, lambda element: element.tag in WRAPPERS)


def spell_readings(tree: Element) -> list[tuple[Element, str]]:
    """Put readings in brackets behind what they stand above; the paragraphs, and the words."""
    found = []
    for paragraph in list(tree.iter(P)):
        for run in list(paragraph.iter(R)):
            for place, ruby in reversed([*enumerate(run)]):
                if ruby.tag != RUBY:
                    continue
                words = f"{_words(ruby.find(BASE))}({_words(ruby.find(READING))})"
                text = Element(T)
                text.text = words
                run.remove(ruby)
                run.insert(place, text)
                found.append((paragraph, words))
    return found


def complete_grids(tree: Element) -> None:
    """Give each table a grid of as many columns as its widest row: Pandoc drops the cells beyond it."""
    for table in tree.iter(TABLE):
        widest = min(max((sum(_spans(row)) for row in table.findall(ROW)), default=0), MOST_COLUMNS)
        grid = table.find(GRID)
        if grid is None:
            grid = Element(GRID)
            table.insert(sum(part.tag in FORMATS for part in table), grid)
        while len(grid.findall(COLUMN)) < widest:
            grid.append(Element(COLUMN, {name("w:w"): WIDTH}))


def _spans(row: Element) -> Iterator[int]:
    """How many columns each cell of a row takes, with those that it leaves out before and behind."""
    for key in ("w:gridBefore", "w:gridAfter"):
        yield _number(attribute(child(row, "w:trPr", key), "w:val"), 0)
    for cell in row.findall(CELL):
        yield _number(attribute(child(cell, "w:tcPr", "w:gridSpan"), "w:val"), 1)


def _number(typed: str, otherwise: int) -> int:
    return int(typed) if typed.isdecimal() and len(typed) < 4 else otherwise


def _words(element: Element | None) -> str:
    return "" if element is None else text_of(element)
