"""Rules for how pages are filled, on pages made of numbers."""

from __future__ import annotations

from dataclasses import replace

from proofs import AREA, SHEET, aside, box, caption, found, line, messages, picture

from issuebrief.diagnostics.limits import Limits
from issuebrief.layout.boxes.geometry import Rect

TWO = {"sheets": (SHEET, SHEET)}


def test_a_page_that_ends_in_its_upper_half_is_told_with_what_follows() -> None:
    follows = line(0, "Next words", page=2, source=31, rank=50)
    later = picture(page=2, rank=60)
    (finding,) = found("pages.half-empty", line(20), later, follows, **TWO)
    assert finding.message == "page 1 is filled to 37 % only: “Next words” follows"
    assert (finding.source, finding.spots[0].page) == (31, 1)
    assert finding.spots[0].y == 100 + 21 * 16
    assert messages("pages.half-empty", line(20), picture(page=2, rank=40), follows, **TWO) == [
        "page 1 is filled to 37 % only: the picture a.png follows"
    ]
    assert messages("pages.half-empty", line(20), box("table", page=2, rank=40), follows, **TWO) == [
        "page 1 is filled to 37 % only: the table follows"
    ]


def test_pictures_and_boxes_fill_a_page_as_text_does() -> None:
    follows = line(0, page=2)
    low = Rect(100, 600, 96, 96)
    assert found("pages.half-empty", line(0), picture(rect=low), follows, **TWO) == []
    assert found("pages.half-empty", line(0), box(rect=low), follows, **TWO) == []
    assert len(found("pages.half-empty", line(0), box(rect=low, column=-1), follows, **TWO)) == 1


def test_the_last_page_may_be_short_and_the_house_says_what_is() -> None:
    assert found("pages.half-empty", line(0)) == []
    assert found("pages.half-empty", line(20), line(0, page=2), limits=Limits(page_fill=0.3), **TWO) == []


def test_an_empty_page_is_told_of() -> None:
    assert messages("pages.half-empty", **TWO) == ["page 1 is filled to 0 % only"]


def test_empty_lines_for_the_sidebar_are_named_as_what_leaves_a_page_empty() -> None:
    things = line(2), line(0, page=2), aside(1, 1)
    (finding,) = found("pages.half-empty", *things, spare_lines=(1,) * 20, **TWO)
    assert finding.message == "page 1 is filled to 5 % only: empty lines for the sidebar follow"
    assert (finding.source, finding.text) == (8, "Quoted words")


def test_a_sidebar_fills_the_page_where_empty_lines_were_added_for_it() -> None:
    low = replace(aside(1, 1), rect=Rect(100, 100, 96, 500))
    things = line(2), line(0, page=2), low
    assert found("pages.half-empty", *things, spare_lines=(1,) * 20, **TWO) == []
    assert len(found("pages.half-empty", *things, **TWO)) == 1


def test_captions_away_from_their_figures_are_found() -> None:
    chart = picture(figure=5, area=AREA)
    assert found("figures.parted", chart, caption(5)) == []
    assert messages("figures.parted", chart, caption(5, column=2)) == [
        "a caption is in another column than what it belongs to: “What it shows”"
    ]
    assert messages("figures.parted", chart, caption(5, page=2, column=3)) == [
        "a caption is in another page than what it belongs to: “What it shows”"
    ]


def test_the_caption_of_a_table_that_is_broken_stands_at_any_part_of_it() -> None:
    parts = box("table", figure=5), box("table", figure=5, page=2, column=3)
    assert found("figures.parted", *parts, caption(5, page=2, column=3)) == []
    assert len(found("figures.parted", *parts, caption(5, page=3, column=5))) == 1
    assert found("figures.parted", *parts, caption(6, page=3, column=5)) == []
