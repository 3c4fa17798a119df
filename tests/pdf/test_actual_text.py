"""What is searched for and copied is what was typed, though one glyph stands for several characters."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pymupdf
import pypdfium2
import pytest
from composing import FONTS
from drawing import drawn, streams

from issuebrief.pdf.serialize import write

if TYPE_CHECKING:
    from pathlib import Path

FACE = "@font-face { font-family: F; src: url(face.otf) } body { margin: 0; font: 10px F; hyphens: manual }"
WIDE = FACE + "@page { size: 900px 300px; margin: 10px }"
NARROW = FACE + "@page { size: 90px 400px; margin: 10px }"
ALIKE = [
    "A well\u2011known word is left-to-right, then hyphen\u2010ated, then right-to-left.",
    "From 10\u00a0km to 20 km and 3\u202f000 m.",
    "A few plain spaces, then one\u00a0that does not break.",
    "5 \u00b5m and 7 \u03bcm, 3 \u2126 and 4 \u03a9, \u212b and \u00c5.",
    "Cafe\u0301 and caf\u00e9, e\u0301te\u0301 and the letter e.",
    "An efficient office, a baffled flow, affixed.",
    "Ελληνικά, жизнь, ждать and ŵ.",
    "x\u00b2 and x\u00b3, a \u2013 b \u2014 c.",
]


@pytest.fixture(autouse=True)
def _face(tmp_path: Path) -> None:
    shutil.copy(FONTS / "source-serif" / "SourceSerif4-Regular.otf", tmp_path / "face.otf")


def copied(pdf: bytes) -> str:
    """The characters of a file as MuPDF has them, glyph by glyph, with the lines of a paragraph joined."""
    with pymupdf.open(stream=pdf) as file:
        return "".join(
            character["c"]
            for page in file
            for block in page.get_text("rawdict", flags=pymupdf.TEXT_PRESERVE_WHITESPACE)["blocks"]
            for line in block["lines"]
            for span in line["spans"]
            for character in span["chars"]
        ).strip()


def copied_by_pdfium(pdf: bytes) -> str:
    file = pypdfium2.PdfDocument(pdf)
    try:
        return "".join(page.get_textpage().get_text_range() for page in file).strip()
    finally:
        file.close()


@pytest.mark.parametrize("text", ALIKE)
def test_every_character_is_copied_as_it_was_typed(tmp_path: Path, text: str) -> None:
    drawing = drawn(tmp_path, f"<p>{text}", WIDE)
    read = "".join(drawing.text).strip()
    pdf = write(drawing.pdf)
    assert read == text
    assert copied(pdf) == text
    assert copied_by_pdfium(pdf).replace("\u00a0", " ") == text.replace("\u00a0", " ")


def test_a_character_is_read_for_itself_on_every_page_and_in_every_order(tmp_path: Path) -> None:
    texts = ["one\u2011two", "one-two", "one\u2010two", "one-two\u2011three"]
    body = "".join(f"<p style='break-after: page'>{text}" for text in texts)
    with pymupdf.open(stream=write(drawn(tmp_path, body, WIDE).pdf)) as file:
        assert [page.get_text().strip() for page in file][: len(texts)] == texts


def test_a_letter_drawn_in_two_is_read_in_two(tmp_path: Path) -> None:
    assert copied(write(drawn(tmp_path, "<p>w \u1e98 w", WIDE).pdf)) in ("w w\u030a w", "w \u1e98 w")


@pytest.mark.parametrize("style", ["", "p { --compose: yes }"])
def test_a_hyphen_that_was_added_is_a_soft_one(tmp_path: Path, style: str) -> None:
    body = "<p>An inter\u00adnational-minded under\u00adtaking under\u00adstood inter\u00adnationally."
    read = copied(write(drawn(tmp_path, body, NARROW + style).pdf))
    assert "\u00ad" in read
    assert read.replace("\u00ad", "") == body.removeprefix("<p>").replace("\u00ad", "")


def test_nothing_is_added_where_each_glyph_stands_for_one_character(tmp_path: Path) -> None:
    drawing = drawn(tmp_path, "<p>One word after another, well-known.", WIDE)
    (stream,) = streams(drawing)
    assert stream.count(" Tf") == 1
    assert len(drawing.pages.document.fonts) == 1


def test_glyphs_stand_where_they_stood(tmp_path: Path) -> None:
    style = WIDE + "p { letter-spacing: 0.3px; font-kerning: none }"
    with (
        pymupdf.open(stream=write(drawn(tmp_path, "<p>a-b\u2011c d\u00a0e", style).pdf)) as mixed,
        pymupdf.open(stream=write(drawn(tmp_path, "<p>a-b-c d e", style).pdf)) as plain,
    ):
        assert mixed[0].get_pixmap(dpi=200).samples == plain[0].get_pixmap(dpi=200).samples
