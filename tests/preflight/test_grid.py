"""The rule that lines agree across columns, on pages made of numbers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from proofs import column, found, paragraph

from issuebrief.layout.boxes.geometry import Rect

if TYPE_CHECKING:
    from issuebrief.layout.inspect.facts import Line

TWO = (column(1), column(2))


def lower(lines: list[Line], by: float) -> list[Line]:
    return [replace(line, baseline=line.baseline + by) for line in lines]


def test_text_that_does_not_agree_with_the_column_beside_it_is_told_once_for_a_column() -> None:
    off = lower(paragraph(2, 4, column=2), 3.0) + lower(paragraph(3, 4, 5, column=2), 3.0)
    (finding,) = found("columns.off-grid", *TWO, *paragraph(1, 20), *off)
    assert finding.message.startswith("text is 2.2 pt off the lines of the columns on its page")
    assert "--snap: grid" in finding.hint


def test_what_agrees_or_has_a_room_of_its_own_is_left_alone() -> None:
    level = paragraph(1, 20) + paragraph(2, 20, column=2)
    boxed = [
        replace(line, room=Rect(line.room.x + 9, 0, 100, 1000))
        for line in lower(paragraph(3, 4, 30, column=2), 5)
    ]
    assert found("columns.off-grid", *TWO, *level, *boxed) == []
    assert found("columns.off-grid", column(1), *paragraph(1, 9), *lower(paragraph(2, 4, 10), 3.0)) == []


def test_the_box_of_authors_is_held_to_nothing() -> None:
    box = [replace(one, boxed=True) for one in TWO]
    lines = paragraph(1, 20) + lower(paragraph(2, 20, column=2), 3.0)
    assert found("columns.off-grid", *TWO, *lines)
    assert found("columns.off-grid", *box, *lines) == []
