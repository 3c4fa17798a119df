"""Turned tables that take more than one page.

In:  the box of a turned figure, before and after it was laid out on trial.
Out: boxes of the same figure, one for each page that it takes: the caption stands on the first, the source
     line on the last, the head of the table on each, with the word for *continued* from the second on. They
     are cut between rows that no cell spans.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from weasyprint.formatting_structure import boxes

from issuebrief.layout.boxes.fragments import boxes_in, class_names
from issuebrief.layout.tables.continued_tables import continued
from issuebrief.theming.body_classes import FACE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from issuebrief.engine.protocols import LayoutBox

SLACK = 0.5
"""Px by which heights may differ because of sums that are not exact."""


def parts(figure: LayoutBox, laid_out: Sequence[LayoutBox], line: float) -> list[LayoutBox]:
    """The figure itself, or its parts where it is higher, when turned, than the page is wide.

    `line` is the height, in px, of the line that says that a table goes on.
    """
    face = next((box for box in laid_out if _is_face(box)), None)
    table = next((box for box in laid_out if isinstance(box, boxes.TableBox)), None)
    if face is None or table is None or _foot(face) <= face.content_box_y() + face.height + SLACK:
        return [figure]
    head = next((group for group in table.children if group.is_header), None)
    repeated = (head.height if head is not None else 0.0) + line
    below = _foot(face) - (table.border_box_y() + table.border_height())
    rows = [row for group in table.children if not group.is_header for row in group.children]
    if not rows:
        return [figure]
    first = face.height - (rows[0].position_y - face.content_box_y())
    counts = _counts(rows, first - below, face.height - repeated - below)
    cuts = [sum(counts[:number]) for number in range(len(counts) + 1)]
    return [
        _part(figure, start, stop, is_first=not start, is_last=stop == len(rows))
        for start, stop in pairwise(cuts)
    ]


def _is_face(box: LayoutBox) -> bool:
    return getattr(box, "element", None) is not None and FACE in class_names(box.element)


def _foot(face: LayoutBox) -> float:
    """The lower edge of what stands in the face, in px."""
    return float(max((box.border_box_y() + box.border_height() for box in face.children), default=0.0))


def _counts(rows: Sequence[LayoutBox], first: float, later: float) -> list[int]:
    """How many rows each part has, the first with so much room, the others with so much."""
    counts: list[int] = []
    begin, room = 0, first
    while begin < len(rows):
        end = possible = begin + 1
        while end <= len(rows):
            height = rows[end - 1].position_y + rows[end - 1].height - rows[begin].position_y
            if height > room + SLACK and possible > begin + 1 - (end > begin + 1):
                break
            if not _is_spanned(rows, end):
                possible = end
            end += 1
        counts.append(possible - begin)
        begin, room = possible, later
    return counts


def _is_spanned(rows: Sequence[LayoutBox], end: int) -> bool:
    """Whether a cell goes on from the rows before a cut into those behind it."""
    return any(number + cell.rowspan > end for number, row in enumerate(rows[:end]) for cell in row.children)


def _part(figure: LayoutBox, start: int, stop: int, *, is_first: bool, is_last: bool) -> LayoutBox:
    """The figure with these rows of its table alone."""
    made = figure.copy()
    made.children = [*_cut(figure.children, start, stop, is_first=is_first, is_last=is_last)]
    return made


def _cut(
    children: Sequence[LayoutBox], start: int, stop: int, *, is_first: bool, is_last: bool
) -> Iterator[LayoutBox]:
    seen = False
    for child in children:
        if isinstance(child, boxes.TableBox):
            seen = True
            table = child.copy()
            table.children = [*_groups(child.children, start, stop)]
            yield table if is_first else continued(table)
        elif any(isinstance(box, boxes.TableBox) for box in boxes_in(child)):
            seen = True
            yield _part(child, start, stop, is_first=is_first, is_last=is_last)
        elif is_last if seen else is_first:
            yield child


def _groups(groups: Sequence[LayoutBox], start: int, stop: int) -> Iterator[LayoutBox]:
    """The head of a table, and what is left of its other groups."""
    number = 0
    for group in groups:
        if group.is_header:
            yield group
            continue
        kept = [row for row in group.children if start <= (number := number + 1) - 1 < stop]
        if kept:
            yield group.copy_with_children(kept)
