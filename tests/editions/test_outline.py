"""What is compared of an edition: headings, counts and numbers, whatever the language."""

from __future__ import annotations

import pytest

from issuebrief.editions.outline import SectionHeading, outline_of
from issuebrief.markdown_body import Body


def numbers(text: str) -> set[str]:
    """The digits of the numbers in a text."""
    return set(outline_of(Body(f"<p>{text}</p>", (), ())).numbers)


@pytest.mark.parametrize("written", ["1,200", "1.200", "1 200", "1\u00a0200", "1\u202f200", "1'200", "1200"])
def test_a_number_is_the_same_however_a_language_writes_it(written: str) -> None:
    assert numbers(f"In 1967 there were {written}.") == {"1967", "1200"}


@pytest.mark.parametrize(("one", "other"), [("3.5", "3,5"), ("12 %", "12%"), ("2019–23", "2019-23")])
def test_decimal_signs_and_units_make_no_difference(one: str, other: str) -> None:
    assert numbers(one) == numbers(other)


def test_numbers_of_one_digit_and_marks_of_notes_are_not_compared() -> None:
    assert numbers('7 gauges<a class="note-mark" href="#note-12">12</a>') == set()


def test_headings_have_their_levels_and_lines_and_blocks_are_counted() -> None:
    html = (
        '<h2 data-line="9">Why  now</h2><figure class="table"></figure><figure></figure><figure></figure>'
        '<div class="box"><h3>Inside</h3></div>'
    )
    outline = outline_of(Body(html, (), ()))
    assert outline.headings == (SectionHeading(2, "Why now", 9), SectionHeading(3, "Inside"))
    assert outline.counts == {"tables": 1, "figures": 2, "boxes": 1, "notes": 0, "pull-quotes": 0}
