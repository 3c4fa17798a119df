"""Paragraphs that a theme begins in a way of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from composing import TEXT, compose, leaves
from drawing import drawn, outline, streams
from setting import facts_of, paragraph

if TYPE_CHECKING:
    from pathlib import Path

INITIAL = ".a::first-letter { float: left; font-size: 42px; line-height: 48px; padding-right: 4px }"
SMALL = ".a::first-line { font-variant-caps: small-caps; letter-spacing: 1px }"
HOUSE = """
:root { --brand: #14432a }
.body > p:first-of-type::first-letter { float: left; font-size: 40pt; line-height: calc(3 * var(--grid)) }
.body > h2 + p::first-line { font-variant-caps: all-small-caps }
"""


def left_edges(lines: list[Any]) -> list[float]:
    """Where the letters of each line begin, in px."""
    return [round(min(leaf.position_x for leaf in leaves(line)), 2) for line in lines]


def test_the_lines_beside_an_initial_all_begin_beside_it(tmp_path: Path) -> None:
    setting = compose(tmp_path, f"<p class=a>{TEXT}</p>", INITIAL)
    edges = left_edges([line for line in setting.lines if not line.element_tag.endswith("::first-letter")])
    assert edges[0] == edges[1] == edges[2] > 70
    assert set(edges[3:]) == {50}


def test_words_after_a_float_amid_a_line_stand_beside_it_and_behind_those_before(tmp_path: Path) -> None:
    setting = compose(tmp_path, f"<p>Before <b class=a>x</b>{TEXT}</p>", ".a { float: left; width: 40px }")
    line = next(line for line in setting.lines if any("Before" in leaf.text for leaf in leaves(line)))
    before, after = (leaf for leaf in leaves(line) if leaf.text != "x")
    assert before.position_x == 90
    assert after.position_x >= before.position_x + before.width


def test_paragraphs_below_an_initial_are_composed_as_a_whole(tmp_path: Path) -> None:
    plain = compose(tmp_path, f"<p>{TEXT}</p>").texts
    after = compose(tmp_path, f"<p class=a>{TEXT}</p><p>{TEXT}</p>", INITIAL).texts
    assert after[-len(plain) :] == plain


def test_an_initial_is_read_with_its_word(tmp_path: Path) -> None:
    drawing = drawn(tmp_path, "<p>One</p><p class=a>Two three</p>", INITIAL)
    assert outline(drawing.content) == "html(p(0:0)p(0:1 0:2))".replace(" ", "")
    assert "Two three" in "".join(drawing.text).replace("\n", "").replace("\u200b", "")
    assert len(streams(drawing)) == 1


def test_a_first_line_in_small_capitals_is_one_line(tmp_path: Path) -> None:
    setting = compose(tmp_path, f"<p class=a>{TEXT}</p>", SMALL)
    first = setting.lines[0]
    assert "ferry" in "".join(leaf.text for leaf in leaves(first))
    assert {leaf.style["font_variant_caps"] for leaf in leaves(first)} == {"small-caps"}
    assert {leaf.style["font_variant_caps"] for leaf in leaves(setting.lines[1])} == {"normal"}
    assert len(setting.texts) == len({line.position_y for line in setting.lines})


def test_a_theme_with_initials_and_first_lines_sets_a_brief(tmp_path: Path) -> None:
    (tmp_path / "styles/themes").mkdir(parents=True)
    (tmp_path / "styles/themes/house.css").write_text(HOUSE, "utf-8")
    body = f"{paragraph(1)}\n\n## Wind\n\n{paragraph(2)}\n\n{paragraph(3)}"
    assert len(facts_of(tmp_path, body, theme="house")) == 1
