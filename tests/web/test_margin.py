"""Spots in the margin of a wide screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from issuebrief.markdown_body.source.html_tree import Element, parse, serialise
from issuebrief.web.margin import Marginal, MarginPosition, place, set_margin, text_height

if TYPE_CHECKING:
    from collections.abc import Sequence

NO_WALLS: frozenset[int] = frozenset()


def spots(
    heights: Sequence[float], *marginals: tuple[int, int, float], walls: frozenset[int] = NO_WALLS
) -> list[MarginPosition]:
    return place(heights, walls, [Marginal(*marginal) for marginal in marginals])


def holder(html: str) -> tuple[Element, str]:
    root = Element("div", {}, parse(html).children)
    return root, set_margin(root)


def test_a_quotation_begins_in_the_row_of_its_passage_and_spans_as_many_as_it_is_tall() -> None:
    assert spots([10, 10, 10], (2, 0, 8)) == [MarginPosition(2, 1, 0)]
    assert spots([10, 4, 4, 4], (2, 0, 9)) == [MarginPosition(2, 3, 0)]


def test_a_quotation_is_let_down_to_its_passage() -> None:
    assert spots([10, 10], (1, 6, 4)) == [MarginPosition(1, 1, 6)]
    assert spots([10, 10], (1, 8, 4)) == [MarginPosition(1, 2, 8)]


def test_two_quotations_never_share_a_row() -> None:
    assert spots([5, 5, 5, 5], (1, 0, 9), (2, 1, 4)) == [MarginPosition(1, 2, 0), MarginPosition(3, 1, 0)]


def test_what_is_taller_than_the_rest_of_the_text_stands_beside_all_of_it_and_one_row_more() -> None:
    assert spots([5, 5], (2, 0, 20)) == [MarginPosition(2, 2, 0)]


def test_nothing_stands_beside_what_is_as_wide_as_text_and_margin() -> None:
    assert spots([5, 5, 5], (1, 0, 9), walls=frozenset({2})) == [MarginPosition(1, 1, 0)]
    assert spots([5, 5, 5], (2, 0, 4), walls=frozenset({2})) == [MarginPosition(3, 1, 0)]


@given(
    st.lists(st.floats(0.5, 40), min_size=1, max_size=30),
    st.lists(st.tuples(st.integers(1, 30), st.integers(0, 20), st.floats(1, 40)), max_size=12),
    st.frozensets(st.integers(1, 30), max_size=6),
)
def test_no_two_overlap_and_none_stands_before_its_passage_or_at_a_wall(
    heights: list[float], wanted: list[tuple[int, int, float]], walls: frozenset[int]
) -> None:
    asked = sorted((min(row, len(heights)), depth, height) for row, depth, height in wanted)
    found = spots(heights, *asked, walls=walls)
    free = 1
    for (row, _, _), spot in zip(asked, found, strict=True):
        taken = range(spot.row, spot.row + spot.rows)
        assert spot.row >= max(row, free) and spot.rows >= 1
        assert not walls & set(taken)
        free = taken.stop


def test_an_aside_stays_behind_its_passage_in_the_html_and_gets_its_rows_by_a_class() -> None:
    root, rules = holder(
        '<p>One.</p>\n<p><span id="passage-1"></span>Two.</p>\n'
        '<aside data-passage="passage-1"><p>Two.</p></aside>'
    )
    assert serialise(root.children).endswith(
        'Two.</p>\n<div class="margin row-2-2-0"><aside data-passage="passage-1"><p>Two.</p></aside></div>'
    )
    assert rules == ".row-2-2-0{--row:2/span 2;--depth:0}"


def test_asides_that_follow_upon_each_other_stand_in_one_stack() -> None:
    root, _ = holder("<p>One.</p><aside><p>A</p></aside>\n<aside><p>B</p></aside><p>Two.</p>")
    assert [child.tag for child in root.children if isinstance(child, Element)] == ["p", "div", "p"]


def test_the_depth_of_a_passage_is_counted_in_lines_without_note_marks() -> None:
    before = "x" * 66 * 3
    mark = f'<a class="note-mark" href="#n">{"9" * 500}</a>'
    quote = '<aside data-passage="p"><p>Q</p></aside>'
    _, rules = holder(f'<p>{before}{mark}<span id="p"></span>Q</p>{quote}')
    assert "--depth:3" in rules
    _, rules = holder(f'<ul><li>{before}</li><li><span id="p"></span>Q</li></ul>{quote}')
    assert "--depth:3" in rules


def test_an_aside_without_a_passage_stands_beside_the_block_before_it() -> None:
    _, rules = holder("<p>One.</p><p>Two.</p><aside><p>Remark.</p></aside>")
    assert rules.startswith(".row-2-")
    _, rules = holder("<aside><p>Remark.</p></aside><p>One.</p>")
    assert rules.startswith(".row-1-")


def test_pictures_headings_and_lists_have_their_heights() -> None:
    def height(html: str) -> float:
        block = parse(html).children[0]
        assert isinstance(block, Element)
        return text_height(block)

    assert (
        height("<p>x</p>")
        < height("<h2>x</h2>")
        < height(f"<p>{'x' * 300}</p>")
        < height('<figure><img src="a"></figure>')
    )
    assert height("<ul><li>a</li><li>b</li></ul>") == 2 * height("<p>a</p>")
    assert height(f'<section class="standfirst"><p>{"x" * 600}</p></section>') > height(f"<p>{'x' * 600}</p>")
