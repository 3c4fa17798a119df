"""Tables that are too wide, and pictures that were made smaller."""

from __future__ import annotations

from proofs import SQUARE, found, messages, picture

from issuebrief.layout.inspect.facts import Table


def test_a_table_too_wide_for_its_place_is_told_by_how_much() -> None:
    (finding,) = found("tables.too-wide", Table(2, SQUARE, 9, "", 37.8))
    assert "10 mm" in finding.message
    assert (finding.source, finding.spots[0].page) == (9, 2)


def test_a_table_that_fits_is_not_told() -> None:
    fits = Table(1, SQUARE, 9, "", 0.0)
    assert messages("tables.too-wide", fits) == messages("tables.widened", fits) == []


def test_a_table_that_spans_the_columns_unasked_is_told() -> None:
    assert "all of them" in messages("tables.widened", Table(1, SQUARE, 9, "wide", 0.0))[0]
    assert "sidebar" in messages("tables.widened", Table(1, SQUARE, 9, "full", 0.0))[0]


def test_a_table_in_smaller_type_is_told_by_how_much() -> None:
    assert "86%" in messages("tables.smaller", Table(1, SQUARE, 9, "", 0.0, 0.857))[0]
    assert messages("tables.smaller", Table(1, SQUARE, 9, "", 0.0)) == []
    assert messages("tables.smaller", Table(1, SQUARE, 9, "", 30.0, 0.857)) == []


def test_a_picture_made_much_smaller_is_told() -> None:
    assert "50%" in messages("picture.shrunk", picture(share=0.5))[0]
    assert messages("picture.shrunk", picture(share=0.9)) == []


def test_a_picture_much_higher_than_its_line_is_told() -> None:
    assert len(messages("picture.in-line", picture(share=0.1, paragraph=3))) == 1
    assert messages("picture.in-line", picture(share=0.9, paragraph=3)) == []
    assert messages("picture.shrunk", picture(share=0.1, paragraph=3)) == []
