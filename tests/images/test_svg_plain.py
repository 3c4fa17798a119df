"""Drawings in plain form: what a drawing program wrote is drawn, whatever way it wrote it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdf_facts import Facts
from setting import set_text

from issuebrief.diagnostics.model import Severity, SourceRange
from issuebrief.images.svg_plain import make_plain
from issuebrief.images.svg_words import DrawnWords

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.diagnostics.model import Diagnostic

HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 300 60">'
)
FACE = "Source Sans 3"
NAMES = ("style", "font", "font-size", "opacity", "fill", "height", "font-family")
VALUES = (
    *("font:/", "font: bold", "calc(1px + )", "--a:var(--b);--b:var(--a);font:var(--a) b", "nan", "1e999"),
    *("light-dark(", "%", ",", "font:calc(1px) a", "{}", '"', "font:1px/", "inherit"),
)
RULES = ("a{", "}", "@media print{", "text:not(a){fill:red}", ":is(", "*{--a:1px}", "@import")
"""Values and rules as nobody should write them."""


def plain(inside: str) -> ElementTree.Element:
    root = ElementTree.fromstring(f"{HEAD}{inside}</svg>")
    make_plain(root)
    return root


def first(inside: str, name: str = "text") -> ElementTree.Element:
    found = plain(inside).find(f".//{{*}}{name}")
    assert found is not None
    return found


def drawn(folder: Path, inside: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """The text of a page with nothing but a drawing on it, and what was told."""
    folder.mkdir(exist_ok=True)
    (folder / "drawing.svg").write_text(f'{HEAD}<g font-family="{FACE}">{inside}</g></svg>', "utf-8")
    outcome, pdf = set_text(folder, "![A drawing](drawing.svg)")
    if not pdf.exists():
        return "", outcome.problems
    with Facts(pdf) as facts:
        return facts.copied(0), outcome.problems


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("font: 12px serif", ("12px", "serif", "400", "normal")),
        ("font: italic bold 12px/1.5 'A Face', serif", ("12px", "A Face,serif", "700", "italic")),
        ("font: oblique 600 1.2em Face", ("1.2em", "Face", "600", "oblique")),
        ("font: large Face; font-weight: bolder", ("18px", "Face", "700", "normal")),
        ("font: small-caps 10pt Face", ("10pt", "Face", "400", "normal")),
    ],
)
def test_the_shorthand_of_a_font_is_taken_apart(style: str, expected: tuple[str, ...]) -> None:
    names = ("font-size", "font-family", "font-weight", "font-style")
    for inside in (
        f'<text style="{style}">A</text>',
        f'<style>.a {{ {style} }}</style><text class="a">A</text>',
        f'<style>@media print {{ text {{ {style} }} }}</style><text font-size="3">A</text>',
    ):
        text = first(inside)
        weight = {"bold": "700"}
        assert tuple(weight.get(text.get(name, ""), text.get(name)) for name in names) == expected
        assert text.get("font") is None and text.get("style") is None


def test_the_shorthand_may_be_an_attribute() -> None:
    assert first('<text font="bold 9px Face">A</text>').get("font-size") == "9px"


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ("medium", "16px"),
        ("smaller", "0.833em"),
        ("14PX", "14px"),
        ("calc(10px + 4px)", "14px"),
        ("120%", "120%"),
        ("2vw", None),
        ("huge", None),
    ],
)
def test_sizes_are_said_in_units_that_the_engine_knows(size: str, expected: str | None) -> None:
    assert first(f'<text font-size="{size}">A</text>').get("font-size") == expected


def test_the_cascade_is_the_one_of_css() -> None:
    sheet = "text { fill: red; stroke: red!important } #t { fill: blue } g > .c { fill: green } ..x { y: z }"
    text = first(
        f'<style>{sheet} .c {{ stroke-width: 3 }}</style><g><text id="t" class="c" fill="black" '
        'style="stroke: blue; fill-opacity: .5">A</text></g>'
    )
    wanted = {"fill": "blue", "stroke": "red", "stroke-width": "3", "fill-opacity": ".5"}
    assert {name: text.get(name) for name in wanted} == wanted


def test_custom_properties_are_inherited_and_put_in_place() -> None:
    sheet = ":root { --size: 9px; --pair: var(--size) Face } .a { font: var(--pair); fill: var(--no, red) }"
    text = first(f'<style>{sheet}</style><g style="--size: 11px"><text class="a">A</text></g>')
    assert (text.get("font-size"), text.get("fill")) == ("11px", "red")
    assert first('<text style="fill: var(--none); stroke: red">A</text>').get("fill") is None


def test_colours_are_spelled_as_the_engine_knows_them() -> None:
    assert first('<text style="fill: currentcolor">A</text>').get("fill") == "currentColor"
    light = "fill: light-dark(rgb(0, 0, 0), #fff)"
    assert first(f'<text style="{light}">A</text>').get("fill") == "rgb(0, 0, 0)"


def test_of_a_switch_the_first_that_can_be_drawn_is_left() -> None:
    inside = (
        "<switch><foreignObject/><text>A</text><text>B</text></switch>"
        '<switch><text systemLanguage="sv">C</text><text>D</text></switch>'
    )
    assert [text.text for text in plain(inside).iter() if text.tag.endswith("}text")] == ["A", "D"]


@given(
    st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(VALUES)), max_size=3),
    st.lists(st.sampled_from(RULES), max_size=4),
)
def test_no_style_breaks_a_drawing(attributes: list[tuple[str, str]], sheet: list[str]) -> None:
    root = ElementTree.fromstring(f"{HEAD}<style/><g><text>A<tspan>B</tspan> C</text></g></svg>")
    root[0].text = "".join(sheet)
    for name, value in attributes:
        root[1].set(name, value)
    make_plain(root)
    assert DrawnWords(root).expected <= Counter(["A", "B", "C"])


def test_rules_for_fonts_stay() -> None:
    style = first("<style>@font-face { font-family: A; src: url(#a) } text { fill: red }</style>", "style")
    assert "font-face" in (style.text or "") and "fill" not in (style.text or "")


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        (f"<text style=\"font: italic 15px '{FACE}'\" y='20'>Shorthand</text>", "Shorthand"),
        (
            '<text y="20">one <tspan>two <tspan>three</tspan> four</tspan> five</text>',
            "one two three four five",
        ),
        ('<text y="20">broken\nhere</text>', "broken here"),
        ('<text y="20" font-size="small" style="fill: currentcolor">small</text>', "small"),
        ('<defs><text id="t" y="20">lent</text></defs><use href="#t"/>', "lent"),
        (
            '<symbol id="s"><text y="20" style="font-size:larger">sign</text></symbol><use xlink:href="#s"/>',
            "sign",
        ),
        (
            '<a href="https://example.org"><rect width="9" height="9"/><text y="30">linked</text></a>',
            "linked",
        ),
        ('<text x="150" y="20" text-anchor="middle">a<tspan x="150" dy="1em">b</tspan></text>', "b"),
        ('<text y="20" textLength="90" lengthAdjust="spacingAndGlyphs">stretched</text>', "stretched"),
    ],
)
def test_words_are_drawn_whatever_way_they_are_written(tmp_path: Path, inside: str, words: str) -> None:
    text, problems = drawn(tmp_path, inside)
    assert problems == ()
    assert words in " ".join(text.split())


def test_what_is_meant_to_be_unseen_is_no_loss(tmp_path: Path) -> None:
    inside = (
        '<text y="20" font-size="0">A</text><text display="none">B</text>'
        '<g visibility="hidden"><text>C</text></g><defs><text>D</text></defs><title>E</title>'
    )
    assert drawn(tmp_path, inside)[1] == ()


def test_words_that_are_not_drawn_are_told_at_their_place(tmp_path: Path) -> None:
    inside = '\n <text y="20">seen</text>\n <text y="40" style="font-size: -4px">not\n seen</text>'
    _, problems = drawn(tmp_path, inside)
    (problem,) = problems
    assert problem.code == "picture.text-lost" and problem.severity is Severity.ERROR
    assert problem.place == SourceRange((tmp_path / "drawing.svg").resolve(), 3, 39, 3, 42)
    assert "notseen" in problem.message and problem.hint
    assert problem.excerpt == ' <text y="40" style="font-size: -4px">not'


def test_a_drawing_that_breaks_off_is_told(tmp_path: Path) -> None:
    _, problems = drawn(tmp_path, '<rect width="2" height="2" opacity="half"/>')
    (problem,) = problems
    assert problem.code == "picture.not-drawn" and problem.severity is Severity.ERROR
    assert problem.place == SourceRange((tmp_path / "drawing.svg").resolve())


@pytest.mark.parametrize("length", [10, 400])
def test_a_long_text_that_is_lost_is_shown_in_part(tmp_path: Path, length: int) -> None:
    _, (problem,) = drawn(tmp_path, f'<text font-size="-1">{"a" * length}</text>')
    assert len(problem.message) < 120


def test_a_font_that_only_a_drawing_asks_for_is_told_in_the_drawing(tmp_path: Path) -> None:
    _, problems = drawn(tmp_path, '\n <text y="20" font-family="monospace">\u0416</text>')
    (problem,) = problems
    assert problem.code == "fonts.from-the-machine"
    assert problem.place == SourceRange((tmp_path / "drawing.svg").resolve(), 2, 2, 2, 7)
    assert "\u0416" in problem.message and problem.excerpt.startswith(" <text")


@pytest.mark.parametrize("typed", ["\ue123", "&#xE123;", "&#57635;"])
def test_a_character_of_a_drawing_that_no_font_has_is_told_in_the_drawing(tmp_path: Path, typed: str) -> None:
    _, problems = drawn(tmp_path, f'\n <text y="20">A {typed}</text>')
    (problem,) = [problem for problem in problems if problem.code == "fonts.no-glyph"]
    end = 17 + len(typed)
    assert problem.place == SourceRange((tmp_path / "drawing.svg").resolve(), 2, 17, 2, end)
    assert problem.excerpt.startswith(" <text")
