"""Rules for lines and paragraphs, on pages made of numbers."""

from __future__ import annotations

from dataclasses import replace

import pytest
from proofs import LEADING, found, line, messages, paragraph

from issuebrief.diagnostics.limits import Limits
from issuebrief.diagnostics.model import PageRegion


def test_a_line_whose_words_stand_far_apart_is_loose() -> None:
    (finding,) = found("lines.loose", line(0, gap=2.4), line(1, "Too far apart", gap=2.6, source=9))
    assert finding.message == (
        "the words of a line are 2.6 times as far apart as they should be: “Too far apart”"
    )
    assert finding.spots == (PageRegion(1, 100, 116, 250, LEADING),)
    assert (finding.source, finding.text) == (9, "Too far apart")


def test_the_loose_lines_of_a_paragraph_are_told_at_once_by_the_loosest() -> None:
    lines = [
        replace(line(n, f"Line {n}", gap=gap), paragraph=n // 3) for n, gap in enumerate((2.6, 3.1, 2.0, 2.7))
    ]
    first, second = found("lines.loose", *lines)
    assert first.message == (
        "the words of 2 lines of a paragraph are up to 3.1 times as far apart as they should be: “Line 1”"
    )
    assert [place.y for place in first.spots] == [lines[1].rect.y, lines[0].rect.y]
    assert second.text == "Line 3"


def test_the_house_says_what_is_loose() -> None:
    assert messages("lines.loose", line(gap=1.6)) == []
    assert len(messages("lines.loose", line(gap=1.6), limits=Limits(word_gap=1.5))) == 1


def hyphenated(*ends: bool, stretches: tuple[int, ...] = ()) -> list[str]:
    lines = [
        replace(each, text="begin-" if end else "whole", stretch=stretch)
        for each, end, stretch in zip(
            paragraph(1, len(ends)), ends, stretches or (1,) * len(ends), strict=True
        )
    ]
    return messages("lines.ladder", *lines)


def test_three_hyphens_in_a_row_are_a_ladder() -> None:
    assert hyphenated(True, True, False, True, True) == []
    assert hyphenated(False, True, True, True, False) == ["3 lines in a row end in a hyphen, from “begin-”"]
    assert len(hyphenated(True, True, True, True)) == 1


def test_a_ladder_ends_with_its_column() -> None:
    assert hyphenated(True, True, True, stretches=(1, 1, 2)) == []


def test_hyphens_of_neighbouring_paragraphs_are_no_ladder() -> None:
    lines = [line(number, "end-", paragraph=number) for number in range(4)]
    assert messages("lines.ladder", *lines) == []


def over_a_break(lines: int, before: int) -> list[object]:
    """A paragraph of which some lines stand before a break between columns, and the rest after it."""
    whole = paragraph(1, lines)
    return [*whole[:before], *(replace(each, column=2, stretch=2) for each in whole[before:])]


@pytest.mark.parametrize(
    ("lines", "before", "widow", "orphan"),
    [(4, 2, 0, 0), (4, 3, 1, 0), (4, 1, 0, 1), (2, 1, 1, 1), (3, 2, 1, 0), (1, 1, 0, 0)],
)
def test_one_line_alone_on_either_side_of_a_break_is_a_widow_or_an_orphan(
    lines: int, before: int, widow: int, orphan: int
) -> None:
    parts = over_a_break(lines, before)
    assert len(found("lines.widow", *parts)) == widow
    assert len(found("lines.orphan", *parts)) == orphan


def test_widows_and_orphans_are_quoted() -> None:
    assert messages("lines.widow", *over_a_break(4, 3)) == [
        "the last line of a paragraph is alone at the top of a column: “Line 3 of 1”"
    ]
    assert messages("lines.orphan", *over_a_break(4, 1)) == [
        "the first line of a paragraph is alone at the foot of a column: “Line 0 of 1”"
    ]


def test_headings_are_neither_widows_nor_orphans() -> None:
    parts = [replace(each, level=2) for each in over_a_break(2, 1)]  # type: ignore[type-var]
    assert found("lines.widow", *parts) == found("lines.orphan", *parts) == []
