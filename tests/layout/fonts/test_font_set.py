"""Faces as people get their files: what is drawn with them, measured on the drawn page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pymupdf
import pytest
from setting import job, told, write_brief
from small_fonts import (
    ADVANCE,
    collection,
    growing_font,
    heights_of,
    leaning_font,
    packed,
    small_font,
    written,
)

from issuebrief.engine.pages import LayoutInput
from issuebrief.layout.engine import lay_out
from issuebrief.pdf.screen import draw
from issuebrief.pipeline.read import read

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.diagnostics.model import Diagnostic

SIZE = 60
"""The size of the letters, in px and so in steps of the ruler."""
PAGE = f"@page {{ size: 1200px 400px; margin: 40px }} p {{ font: {SIZE}px/100px Bars; margin: 0 }}"
ZOOM = 4
NEAR = 12
"""How far a height may be from what it should be, in thousandths of the size."""


def face(file: str, more: str = "", family: str = "Bars") -> str:
    return f"@font-face {{ font-family: {family}; src: url('{file}'); {more} }}\n"


def set_in(folder: Path, css: str, html: str) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """The PDF of a line of HTML under a style sheet, and what is said of its faces."""
    manuscript, _ = read(job(write_brief(folder / "brief", "Text.")))
    assert manuscript
    sheet = written(folder, "faces.css", (css + PAGE).encode())
    page = f'<html lang="en"><title>T</title><body style="margin: 0">{html}'
    pages, problems = lay_out(LayoutInput(page, manuscript.source.path, (sheet,), (folder,)))
    if pages is None:
        return b"", problems
    pdf, found = draw(pages, manuscript)
    told_of_faces = (problem for problem in problems + found if not problem.code.startswith("text."))
    return pdf, tuple(told_of_faces)


def characters_of(page: pymupdf.Page) -> list[tuple[str, float, float]]:
    """Each character of the text layer, and where it begins on its line, in px."""
    return [
        (character["c"], character["origin"][0] * 96 / 72, character["origin"][1] * 96 / 72)
        for block in page.get_text("rawdict")["blocks"]
        for line in block.get("lines", ())
        for span in line["spans"]
        for character in span["chars"]
        if character["c"].strip()
    ]


def drawn_heights(pdf: bytes) -> list[tuple[str, int]]:
    """Each character of the text layer, with the height of the ink there in thousandths of its size."""
    page = pymupdf.open(stream=pdf)[0]
    shot = page.get_pixmap(dpi=96 * ZOOM, colorspace=pymupdf.csGRAY)
    found = []
    for character, x, y in characters_of(page):
        middle = round((x + SIZE * ADVANCE / 2000) * ZOOM)
        ink = [row for row in range(shot.height) if shot.pixel(middle, row)[0] < 128]
        found.append((character, round((y * ZOOM - min(ink)) / ZOOM / SIZE * 1000) if ink else 0))
    return found


def test_files_that_share_out_a_face_each_draw_their_own_letters(tmp_path: Path) -> None:
    one, other = heights_of("abc"), heights_of("\u0113\u0144\u017a", 450)
    written(tmp_path, "latin.ttf", small_font(one))
    written(tmp_path, "latin-ext.ttf", small_font(other))
    css = face("latin-ext.ttf", "unicode-range: U+0100-02BA") + face("latin.ttf", "unicode-range: U+0-FF")
    pdf, problems = set_in(tmp_path, css, "<p>a\u0113b\u0144c\u017aa")
    assert problems == ()
    heights = {**one, **other}
    drawn = drawn_heights(pdf)
    assert "".join(character for character, _ in drawn) == "a\u0113b\u0144c\u017aa"
    assert all(abs(height - heights[character]) < NEAR for character, height in drawn), drawn


def test_spaces_are_not_asked_of_a_face_for_figures(tmp_path: Path) -> None:
    one, other = heights_of("abc "), heights_of("123", 450)
    written(tmp_path, "words.ttf", small_font(one))
    written(tmp_path, "figures.ttf", small_font(other))
    css = face("words.ttf", "unicode-range: U+20, U+61-7A") + face("figures.ttf", "unicode-range: U+30-39")
    pdf, problems = set_in(tmp_path, css, "<p>1 a 2 b 33 1 c</p>")
    assert problems == ()
    assert "".join(letter for letter, height in drawn_heights(pdf) if height).strip() == "1a2b331c"


def test_a_range_that_promises_more_than_its_file_has_leaves_the_rest_to_others(tmp_path: Path) -> None:
    one, other = heights_of("abc"), heights_of("xyz", 500)
    written(tmp_path, "one.ttf", small_font(one))
    written(tmp_path, "other.ttf", small_font(other))
    css = face("one.ttf", "unicode-range: U+0-7F") + face("other.ttf", "unicode-range: U+0-7F")
    pdf, problems = set_in(tmp_path, css, "<p>axbycz")
    assert problems == ()
    assert all(abs(height - {**one, **other}[letter]) < NEAR for letter, height in drawn_heights(pdf))


def test_what_a_font_for_the_web_tells_of_itself_is_no_damage(tmp_path: Path) -> None:
    font = packed(small_font(heights_of("abc")), "woff2", metadata="<metadata version='1.0'/>")
    written(tmp_path, "bars.woff2", font)
    pdf, problems = set_in(tmp_path, face("bars.woff2"), "<p>abc")
    assert problems == ()
    assert "".join(letter for letter, _ in drawn_heights(pdf)) == "abc"


@pytest.mark.parametrize("name", ["a.woff", "a.woff2", "a b (1).ttf", "100%25.otf", "wrong-ending.eot"])
def test_every_kind_of_file_is_read_whatever_its_name_and_its_format_hint(tmp_path: Path, name: str) -> None:
    heights = heights_of("abc")
    font = small_font(heights, cff=name.endswith("otf"))
    kind = name.rpartition(".")[2]
    written(tmp_path, name.replace("%25", "%"), packed(font, kind) if kind.startswith("woff") else font)
    rule = f"@font-face {{ font-family: Bars; src: local(Nowhere), url('{name}') format('truetype') }}"
    pdf, problems = set_in(tmp_path, rule, "<p>abc")
    assert problems == ()
    assert all(abs(height - heights[letter]) < NEAR for letter, height in drawn_heights(pdf))


def test_the_named_font_of_a_collection_is_taken_or_else_the_first(tmp_path: Path) -> None:
    fonts = [small_font({"a": height}, name=f"Bars-{height}") for height in (200, 600)]
    written(tmp_path, "both.ttc", collection(*fonts))
    for file, height in (("both.ttc#Bars-600", 600), ("both.ttc", 200)):
        pdf, problems = set_in(tmp_path, face(file), "<p>a")
        assert problems == ()
        assert [abs(found - height) < NEAR for _, found in drawn_heights(pdf)] == [True]
    _, problems = set_in(tmp_path, face("both.ttc#Bars-9"), "<p>a")
    assert told(problems) == ["faces.css:1 fonts.not-loaded"]
    assert "Bars-200, Bars-600" in problems[0].message


@pytest.mark.parametrize("weights", ["font-weight: 100 900", ""])
def test_a_variable_font_is_drawn_at_each_weight_that_is_asked_for(tmp_path: Path, weights: str) -> None:
    written(tmp_path, "grow.ttf", growing_font({"a": 200, "b": 300}))
    html = "<p>a<span style='font-weight: 500'>b</span><span style='font-weight: 900'>a</span>"
    pdf, problems = set_in(tmp_path, "p { font-weight: 100 !important }" + face("grow.ttf", weights), html)
    assert problems == ()
    assert [(letter, round(height, -1)) for letter, height in drawn_heights(pdf)] == [
        ("a", 200),
        ("b", 450),
        ("a", 500),
    ]


@pytest.mark.parametrize(
    ("slope", "heights"),
    [("oblique 0deg 12deg", [200, 500]), ("oblique 12deg", [500, 500]), ("oblique 0deg", [200, 200])],
)
def test_a_face_that_leans_at_any_angle_is_upright_where_the_text_is(
    tmp_path: Path, slope: str, heights: list[int]
) -> None:
    written(tmp_path, "lean.ttf", leaning_font({"a": 200}))
    html = "<p>a<span style='font-style: italic'>a</span>"
    pdf, _ = set_in(tmp_path, face("lean.ttf", f"font-style: {slope}"), html)
    assert [round(height, -1) for _, height in drawn_heights(pdf)] == heights


def test_a_variable_font_declared_for_one_weight_has_that_one(tmp_path: Path) -> None:
    written(tmp_path, "grow.ttf", growing_font({"a": 200}))
    css = face("grow.ttf", "font-weight: 500") + face("grow.ttf", "font-weight: 900", "Bold")
    pdf, problems = set_in(tmp_path, css, "<p>a<span style='font-family: Bold; font-weight: 900'>a</span>")
    assert problems == ()
    assert [round(height, -1) for _, height in drawn_heights(pdf)] == [350, 500]


@pytest.mark.parametrize(
    ("widths", "advances"),
    [("75% 125%", [600, 400]), ("75%", [400, 400]), ("100%", [600, 600])],
)
def test_a_variable_font_is_as_wide_as_is_asked_for(tmp_path: Path, widths: str, advances: list[int]) -> None:
    written(tmp_path, "grow.ttf", growing_font({"a": 200, "b": 300}))
    html = "<p>ab<span style='font-stretch: condensed'>ab</span>"
    css = "p { font-weight: 100 !important }" + face("grow.ttf", f"font-stretch: {widths}")
    pdf, problems = set_in(tmp_path, css, html)
    assert problems == ()
    starts = [start for _, start, _ in characters_of(pymupdf.open(stream=pdf)[0])]
    assert [round((end - start) / SIZE * 1000) for start, end in (starts[:2], starts[2:])] == advances


def test_variable_files_that_share_out_a_face_keep_their_letters_at_each_weight(tmp_path: Path) -> None:
    written(tmp_path, "one.woff2", packed(growing_font({"a": 200}), "woff2"))
    written(tmp_path, "other.woff2", packed(growing_font({"\u0113": 400}), "woff2"))
    css = face("one.woff2", "font-weight: 100 900; unicode-range: U+0-FF")
    css += face("other.woff2", "font-weight: 100 900; unicode-range: U+100-17F")
    html = "<p style='font-weight: 900'>a\u0113<span style='font-weight: 100'>a\u0113</span>"
    pdf, problems = set_in(tmp_path, css, html)
    assert problems == ()
    assert [round(height, -1) for _, height in drawn_heights(pdf)] == [500, 700, 200, 400]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "there is no such file"),
        (b"", "it is no font"),
        (b"<!DOCTYPE html>", "it is no font"),
        (small_font({"a": 300})[:700], "it is cut off"),
        (packed(small_font({"a": 300}), "woff2")[:-40], "it is damaged"),
    ],
)
def test_a_file_that_holds_no_font_is_told_at_its_rule(
    tmp_path: Path, content: bytes | None, words: str
) -> None:
    if content is not None:
        written(tmp_path, "bars.woff2", content)
    pdf, problems = set_in(tmp_path, "p { color: black }\n" + face("bars.woff2"), "<p>a")
    assert pdf == b""
    assert told(problems) == ["faces.css:2 fonts.not-loaded"]
    assert f"“Bars” has no font: bars.woff2: {words}" in problems[0].message


def test_the_next_source_is_taken_where_the_first_cannot_be_had(tmp_path: Path) -> None:
    written(tmp_path, "bars.ttf", small_font({"a": 300}))
    rule = "@font-face { font-family: Bars; src: url(gone.woff2) format('woff2'), url(bars.ttf) }"
    pdf, problems = set_in(tmp_path, rule, "<p>a")
    assert problems == ()
    assert abs(drawn_heights(pdf)[0][1] - 300) < NEAR
