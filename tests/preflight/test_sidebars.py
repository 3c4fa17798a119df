"""Rules for the sidebar and the first page, on pages made of numbers."""

from __future__ import annotations

import pytest
from proofs import aside, found, line, messages, opening

from issuebrief.diagnostics.limits import Limits
from issuebrief.layout.boxes.geometry import Rect


@pytest.mark.parametrize(
    ("kind", "what", "beside"),
    [
        ("pull-quote", "a pull-quote is", "the sentence it repeats"),
        ("key-points", "the key points are", "what they belong to begins"),
        ("details", "the data are", "what they belong to begins"),
        ("else", "a block of the sidebar is", "what it belongs to begins"),
    ],
)
def test_blocks_on_another_page_than_their_passage_are_found(kind: str, what: str, beside: str) -> None:
    (finding,) = found("sidebar.parted", aside(3, 2, kind), aside(2, 2, kind))
    assert finding.message == f"{what} on page 3, and {beside} on page 2: “Quoted words”"
    assert (finding.source, finding.spots[0].page) == (8, 3)


def test_a_block_without_a_line_of_its_own_has_that_of_its_text() -> None:
    inside = line(1, left=20, width=50, source=14, room=Rect(0, 0, 100, 1000))
    (finding,) = found("sidebar.parted", aside(1, 2, "key-points", source=0), inside, line(0, source=3))
    assert finding.source == 14


def test_many_empty_lines_are_told_of_with_the_last_block() -> None:
    blocks = aside(1, 1), aside(2, 2, text="Last words", source=44)
    assert found("sidebar.spare-lines", *blocks, spare_lines=(2,) * 12) == []
    (finding,) = found("sidebar.spare-lines", *blocks, spare_lines=(2,) * 13)
    assert finding.message == (
        "the sidebar is longer than the text: 13 empty lines follow the text, up to “Last words”"
    )
    assert finding.source == 44
    few = {"spare_lines": (2,) * 3, "limits": Limits(spare_lines=2)}
    assert len(found("sidebar.spare-lines", *blocks, **few)) == 1


def test_an_abstract_that_goes_on_on_the_second_page_is_found() -> None:
    assert found("abstract.long", opening(1)) == []
    assert messages("abstract.long", opening(1), opening(2)) == [
        "the abstract does not fit on page 1, and ends on page 2"
    ]
