"""Runs of tables, which stay where they are typed.

In:  the tree of the body with its figures.
Out: the class `in-run` on each table of a run: tables with less text between them than they hold. Were they
     placed like single ones, at the heads and feet of columns, they would be parted from their headings by
     pages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.float_classes import granted_places
from issuebrief.markup.tree import Element, text_of, walk

if TYPE_CHECKING:
    from collections.abc import Sequence

CLASS = "in-run"
ROW, PARAGRAPH = 30, 30
"""Characters that a row's rule and white, and a paragraph's, are worth."""
LEAST, LARGE = 3, 4000
"""So many tables are a run at the least, with so many characters: about a page."""


def mark_runs(body: Element) -> None:
    """Give the tables of runs their class."""
    run: list[Element] = []
    between = 0
    for child in body.children:
        if not isinstance(child, Element):
            continue
        if not _is_table(child):
            between += len(text_of(child)) + PARAGRAPH
            continue
        if run and 2 * between > _size(run[-1]) + _size(child):
            _mark(run)
            run = []
        run.append(child)
        between = 0
    _mark(run)


def _is_table(node: Element) -> bool:
    return node.tag == "figure" and "table" in node.classes and not granted_places(node.classes)


def _size(table: Element) -> int:
    """The characters of a table and what its rows are worth."""
    return len(text_of(table)) + ROW * sum(found.tag == "tr" for found in walk(table))


def _mark(run: Sequence[Element]) -> None:
    if len(run) >= LEAST and sum(map(_size, run)) >= LARGE:
        for table in run:
            table.attributes["class"] = " ".join((*table.classes, CLASS))
