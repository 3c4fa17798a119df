"""Composed lines end on the measure, finely spaced, and hold what the text says."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from composing import NEAR, SIZE, TEXT, compose, hang, hanging_mark, leaves, tracking, was_composed
from weasyprint.formatting_structure import boxes
from weasyprint.text.ffi import ffi

from issuebrief.layout.paragraphs.text_metrics import TextMetrics

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LEFT = 50.0
"""The page's margin, where all lines begin."""


def inlines(line: Any, tag: str) -> Iterator[Any]:
    """The inline boxes of an element in a line."""
    for box in line.descendants():
        if isinstance(box, boxes.InlineBox) and box.element_tag == tag:
            yield box


@pytest.mark.parametrize("width", [120, 180, 220, 250, 400])
def test_justified_lines_end_on_the_measure_but_for_what_hangs_out(tmp_path: Path, width: int) -> None:
    setting = compose(tmp_path, f"<p>{TEXT}</p>", f"p {{ width: {width}px }}")
    *lines, last = setting.lines
    assert all(was_composed(line) for line in (*lines, last))
    for line in lines:
        assert line.position_x + line.width - hang(line) == pytest.approx(LEFT + width, abs=NEAR)
    assert last.position_x + last.width <= LEFT + width + hang(last) + NEAR


def test_the_last_line_is_set_as_it_is(tmp_path: Path) -> None:
    line = compose(tmp_path, f"<p>{TEXT}</p>", "p { width: 220px }").lines[-1]
    (leaf,) = leaves(line)
    assert (tracking(leaf), leaf.expansion, leaf.justification_spacing) == (0, 0, 0)
    assert leaf.width == pytest.approx(TextMetrics().width(leaf.text, leaf.style))


@pytest.mark.parametrize("width", [60, 90, 120, 220])
def test_letters_are_neither_set_apart_nor_widened_beyond_their_bounds(tmp_path: Path, width: int) -> None:
    setting = compose(tmp_path, f"<p>{TEXT}</p>", f"p {{ width: {width}px }}")
    for line in setting.lines:
        for leaf in leaves(line):
            assert abs(tracking(leaf)) <= 0.02 + 1e-4
            assert abs(getattr(leaf, "expansion", 0)) <= 0.02 + 1e-4


def test_the_theme_may_forbid_all_fine_spacing(tmp_path: Path) -> None:
    style = "p { width: 220px; --tracking: 0; --expansion: 0; --hanging: 0 }"
    *lines, _ = compose(tmp_path, f"<p>{TEXT}</p>", style).lines
    for line in lines:
        assert all(tracking(leaf) == leaf.expansion == 0 for leaf in leaves(line))
        assert line.position_x + line.width == pytest.approx(LEFT + 220, abs=NEAR)


def test_opening_quotation_marks_hang_into_the_left_margin(tmp_path: Path) -> None:
    setting = compose(tmp_path, f"<p>\u201c{TEXT}</p>", "p { width: 220px }")
    first = next(leaves(setting.lines[0]))
    assert first.position_x == pytest.approx(
        LEFT - 0.5 * TextMetrics().width("\u201c", first.style), abs=NEAR
    )


def test_lines_are_drawn_to_the_measure(tmp_path: Path) -> None:
    setting = compose(tmp_path, f"<p>{TEXT * 2}</p>", "p { width: 220px }")
    with setting.pdf() as facts:
        drawn = list(facts.lines)
    for line, seen in list(zip(setting.lines, drawn, strict=True))[:-1]:
        last = list(leaves(line))[-1]
        letter = TextMetrics().width(last.text[-1], last.style) * (1 + last.expansion)
        end = seen.inked[-1].x / 0.75 + letter
        assert end - hanging_mark(line) == pytest.approx(LEFT + 220, abs=NEAR)


@pytest.mark.parametrize(
    "body",
    [
        "<i class=pad></i>whenever they <i class=pad> </i>are here",
        "<i class=pad><i class=pad></i> whenever</i> they are",
        "when <i class=pad>ever they are </i>here <i class=pad>or</i><i class=pad></i> there ",
    ],
)
@pytest.mark.parametrize("align", ["justify", "left"])
def test_room_around_inline_boxes_is_counted_in_the_line_that_it_stands_in(
    tmp_path: Path, body: str, align: str
) -> None:
    for width in range(80, 150, 7):
        style = f"p {{ width: {width}px; text-align: {align} }} .pad {{ padding: 0 4px }}"
        lines = compose(tmp_path, f"<p>{body}</p>", style).lines
        assert all(was_composed(line) for line in lines)
        assert all(line.width - hang(line) <= width + NEAR for line in lines)


def glyphs(leaf: Any) -> int:
    """How many glyphs a text box is drawn with."""
    layout = leaf.pango_layout
    layout.reactivate(leaf.style)
    line, _ = layout.get_first_line()
    count, run = 0, line.runs[0]
    while run != ffi.NULL:
        count += run.data.glyphs.num_glyphs
        run = run.next
    layout.deactivate()
    return count


OFFICIALS = "official difficult office flying shuffle affluent fjord officials of the waffle"


def ligatures(tmp_path: Path, style: str) -> list[bool]:
    """For each piece of text with `ffi` or `fl` in it, whether it is drawn with ligatures."""
    setting = compose(tmp_path, f"<p>{OFFICIALS}</p>", f"p {{ width: 200px; hyphens: none; {style} }}")
    found = [leaf for line in setting.lines for leaf in leaves(line) if "ff" in leaf.text]
    assert len(found) >= 2
    return [glyphs(leaf) < len(leaf.text) for leaf in found]


def test_ligatures_stand_where_letters_are_only_widened(tmp_path: Path) -> None:
    assert all(ligatures(tmp_path, "--tracking: 0"))


def test_ligatures_stand_where_letters_are_set_apart(tmp_path: Path) -> None:
    assert all(ligatures(tmp_path, "--tracking: 0.02em"))


def test_a_link_over_two_lines_can_be_followed_on_both(tmp_path: Path) -> None:
    body = "<p>We see <a href='https://example.org/'>the considerations of several people</a> there now</p>"
    setting = compose(tmp_path, body, "p { width: 130px }")
    linked = [number for number, line in enumerate(setting.lines) if list(inlines(line, "a"))]
    assert len(linked) == 2
    with setting.pdf() as facts:
        links = facts.links
    assert {link.address for link in links} == {"https://example.org/"}
    assert len({link.box[1] for link in links}) == 2
    for number in linked:
        line = setting.lines[number]
        (box,) = inlines(line, "a")
        assert any(
            link.box[0] == pytest.approx(box.position_x * 0.75, abs=0.1)
            and link.box[2] == pytest.approx((box.position_x + box.width) * 0.75, abs=0.1)
            for link in links
        )


def test_inline_boxes_within_inline_boxes_keep_their_words_and_order(tmp_path: Path) -> None:
    body = "<p>One <b>two <i>three <u>four five six</u> seven</i> eight</b> nine ten eleven twelve</p>"
    setting = compose(tmp_path, body, "p { width: 70px; hyphens: none }")
    assert len(setting.lines) > 3
    assert " ".join(setting.texts) == "One two three four five six seven eight nine ten eleven twelve"
    assert all(was_composed(line) for line in setting.lines)
    for line in setting.lines:
        found = list(leaves(line))
        for leaf, following in pairwise(found):
            assert following.position_x == pytest.approx(leaf.position_x + leaf.width, abs=0.01)


def test_padding_and_borders_stand_at_the_ends_of_an_inline_box_only(tmp_path: Path) -> None:
    body = "<p>One two <b>three four five six seven</b> eight nine ten eleven</p>"
    style = "p { width: 90px; hyphens: none } b { padding: 0 3px; border: 1px solid; font-weight: normal }"
    setting = compose(tmp_path, body, style)
    found = [box for line in setting.lines for box in inlines(line, "b")]
    assert len(found) >= 2
    assert [box.padding_left for box in found] == [3, *[0] * (len(found) - 1)]
    assert [box.padding_right for box in found] == [*[0] * (len(found) - 1), 3]
    *lines, _ = setting.lines
    for line in lines:
        assert line.position_x + line.width - hang(line) == pytest.approx(LEFT + 90, abs=NEAR)


def marks(tmp_path: Path, body: str, width: int = 30) -> list[tuple[str, str]]:
    """Each empty mark with the text of its line."""
    setting = compose(tmp_path, body, f"p {{ width: {width}px }}")
    return [
        (box.element.get("id"), text)
        for line, text in zip(setting.lines, setting.texts, strict=True)
        for box in inlines(line, "span")
    ]


def mark(name: str) -> str:
    return f"<span class=passage id={name}></span>"


def test_an_empty_mark_stands_once_in_the_line_of_its_place(tmp_path: Path) -> None:
    body = f"<p>{mark('a')}one{mark('b')} {mark('c')}two <i>three{mark('d')} four</i> five{mark('e')}</p>"
    assert marks(tmp_path, body) == [
        ("a", "one"),
        ("b", "one"),
        ("c", "two"),
        ("d", "three"),
        ("e", "five"),
    ]


def test_an_empty_mark_after_the_last_space_is_kept(tmp_path: Path) -> None:
    assert marks(tmp_path, f"<p>one two {mark('a')}</p>") == [("a", "two")]


def test_an_empty_mark_before_a_first_space_is_kept(tmp_path: Path) -> None:
    assert marks(tmp_path, f"<p>{mark('a')} one two</p>") == [("a", "one")]


def test_a_mark_in_the_middle_of_a_word_leaves_its_line_as_wide_as_it_would_be(tmp_path: Path) -> None:
    (line,) = compose(tmp_path, f"<p>under{mark('a')}stand</p>").lines
    assert line.width == pytest.approx(TextMetrics().width("understand", line.style), abs=SIZE / 10)


def test_the_baselines_are_a_leading_apart_whatever_stands_in_the_lines(tmp_path: Path) -> None:
    body = f"<p>{TEXT[:100]} <i>{TEXT[100:200]}</i> <sup>1</sup> {TEXT[200:]}</p>"
    style = "p { width: 180px } sup { line-height: 0; vertical-align: 0; font-size: 8px; position: static }"
    lines = compose(tmp_path, body, style).lines
    baselines = [line.position_y + line.baseline for line in lines]
    steps = [after - before for before, after in pairwise(baselines)]
    assert steps == pytest.approx([16.0] * len(steps), abs=0.01)


@pytest.mark.parametrize(
    ("alignment", "share"), [("left", 0.0), ("center", 0.5), ("right", 1.0), ("end", 1.0)]
)
def test_ragged_lines_have_their_white_on_the_side_that_the_style_says(
    tmp_path: Path, alignment: str, share: float
) -> None:
    setting = compose(tmp_path, f"<p>{TEXT}</p>", f"p {{ width: 200px; text-align: {alignment} }}")
    assert all(was_composed(line) for line in setting.lines)
    whites = [(line.position_x - LEFT, 200 - line.width) for line in setting.lines]
    assert max(white for _, white in whites) > 5
    assert [left for left, _ in whites] == pytest.approx([share * white for _, white in whites])
    for line in setting.lines:
        assert next(iter(leaves(line))).position_x == pytest.approx(line.position_x)
