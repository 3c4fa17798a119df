"""Tables that stay where they are typed.

In:  the tree of the body with its figures.
Out: the class `in-run` on each table of a run: tables with less text between them than they hold. Were they
     placed like single ones, at the heads and feet of columns, they would be parted from their headings by
     pages. The same class on a table without a caption that a heading or a colon leads to: nothing but its
     place says what it is. One of few rows, which would better not be parted, gets the class `here` where
     it is all that stands under its heading, or where the paragraph above is a label and no sentence; the
     label gets the class `leads`, which keeps it with the table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.markdown_body.source.html_tree import HEADINGS, Element, text_of, walk
from issuebrief.theming.body_classes import granted_places

if TYPE_CHECKING:
    from collections.abc import Sequence

CLASS = "in-run"
ROW, PARAGRAPH = 30, 30
"""Characters that a row's rule and white, and a paragraph's, are worth."""
LEAST, LARGE = 3, 4000
"""So many tables are a run at the least, with so many characters: about a page."""

LEADS = "leads"
LABEL = 80
"""Characters of a label at the most."""

PARTED = 8
"""From so many rows on, that of the head included, a table may be parted rather than moved."""


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


def mark_led_to(body: Element) -> None:
    """Give tables that the text leads to, and that have no caption, the class that keeps them there."""
    children = [child for child in body.children if isinstance(child, Element)]
    around = zip([None, *children], children, [*children[1:], None], strict=False)
    for before, table, after in around:
        if before is None or not _is_table(table) or _is_named(table):
            continue
        rows = sum(found.tag == "tr" for found in walk(table))
        is_headed = before.tag in HEADINGS
        if (is_headed or text_of(before).rstrip().endswith(":")) and rows >= PARTED:
            _mark_one(table, CLASS)
        elif is_headed and (after is None or after.tag in HEADINGS):
            _mark_one(table, "here")
        elif _is_label(before):
            _mark_one(table, CLASS if rows >= PARTED else "here")
            _mark_one(before, LEADS)


def _is_label(node: Element) -> bool:
    """Whether a paragraph is no sentence, but says what stands below it, as "Not like this" does."""
    words = text_of(node).strip()
    return node.tag == "p" and 0 < len(words) <= LABEL and words[-1].isalnum()


def _is_named(table: Element) -> bool:
    """Whether a table can be spoken of from elsewhere."""
    return "id" in table.attributes or any(found.tag in ("figcaption", "caption") for found in walk(table))


def _is_table(node: Element) -> bool:
    return node.tag == "figure" and "table" in node.classes and not granted_places(node.classes)


def _size(table: Element) -> int:
    """The characters of a table and what its rows are worth."""
    return len(text_of(table)) + ROW * sum(found.tag == "tr" for found in walk(table))


def _mark(run: Sequence[Element]) -> None:
    if len(run) >= LEAST and sum(map(_size, run)) >= LARGE:
        for table in run:
            _mark_one(table, CLASS)


def _mark_one(table: Element, name: str) -> None:
    if name not in table.classes:
        table.attributes["class"] = " ".join((*table.classes, name))
