"""Composed text is drawn from what it was measured with, where Pango would draw it."""

from __future__ import annotations

import shutil
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest
from composing import TEXT, compose, leaves
from pdf_facts import Facts
from setting import ROOT
from weasyprint.draw import text as drawing
from weasyprint.text.ffi import FROM_UNITS

from issuebrief.engine.patches import LAYOUT_SETUP, replaced
from issuebrief.pdf.draw_glyphs import glyphs_drawn_as_measured
from issuebrief.pdf.letter_fit import expanded_letters

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path

    from composing import Setting
    from pdf_facts import Letter

    from issuebrief.engine.protocols import BoxStyle, TextLayout

WORDS = [
    pytest.param(TEXT, id="plain"),
    pytest.param("AVATAR To. Wa. Ty, office waffles and fjords, “quoted.” " * 4, id="kerned"),
    pytest.param(
        "https:/\u200b/example\u200b.org and no\u00a0break, soft\u00adhyphen, " * 5, id="with breaks"
    ),
    pytest.param("étude naïve, Ελληνικά, жизнь, 12 345 and ¾ " * 6, id="in several scripts"),
]


ARABIC = ROOT / "tests/support/fonts/arabic.woff2"
MARHABA = "\u0645\u0631\u062d\u0628\u0627 \u0628\u0627\u0644\u0639\u0627\u0644\u0645"
THOUSANDTH = 0.0015
"""What a letter may be off its place, in em, with what the facts of a file are rounded to."""


@pytest.mark.parametrize("words", WORDS)
def test_every_letter_is_where_the_engine_would_draw_it(tmp_path: Path, words: str) -> None:
    setting = compose(tmp_path, f"<p>{words}</p>", "p { width: 220px; text-align: left }")
    plain, measured = _letters(setting), _letters(setting, glyphs_drawn_as_measured())
    assert [letter.char for letter in measured] == [letter.char for letter in plain]
    for letter, other in zip(measured, plain, strict=True):
        # The engine cuts each shift to a whole thousandth, and what is lost adds up along a line.
        assert letter.x == pytest.approx(other.x, abs=10 * THOUSANDTH * letter.size)
        assert letter.baseline == pytest.approx(other.baseline)


def test_letters_set_in_every_other_way_have_the_same_places_and_the_same_text(tmp_path: Path) -> None:
    shutil.copy(ARABIC, tmp_path)
    ways = (
        "<p>An official office, <span class=caps>Small Caps</span>, x<sup>2</sup> and H<sub>2</sub>O, "
        "<span class=wide>set wide</span>, <em>fluffy italics</em>, <b>Sans among Serif</b>, “quoted”. </p>"
        f"<p>Words lent by another face: {MARHABA}, and by none of the two: Ελληνικά, e\u0301tude. </p>"
    )
    style = (
        "@font-face { font-family: Arabic; src: url(arabic.woff2) } "
        "p { width: 240px; text-align: left; font-family: Serif, Arabic, Sans } "
        ".caps { font-variant-caps: small-caps } .wide { letter-spacing: 0.1em } b { font-family: Sans } "
        "sup { font-variant-position: super } sub { font-variant-position: sub }"
    )
    setting = compose(tmp_path, ways * 2, style)
    plain, measured = _letters(setting), _letters(setting, glyphs_drawn_as_measured())
    assert len(plain) > 300
    assert [letter.char for letter in measured] == [letter.char for letter in plain]
    for letter, other in zip(measured, plain, strict=True):
        assert letter.x == pytest.approx(other.x, abs=10 * THOUSANDTH * letter.size)
        assert letter.baseline == pytest.approx(other.baseline)


@pytest.mark.parametrize("words", [words for words in WORDS if words.id != "with breaks"])
@pytest.mark.parametrize("style", ["", "--expansion: 0.015", "--tracking: 0.01"])
def test_the_last_letter_of_a_line_is_where_its_box_ends(tmp_path: Path, words: str, style: str) -> None:
    setting = compose(tmp_path, f"<p>{words}</p>", f"p {{ width: 220px; {style} }}")
    _letters(setting, glyphs_drawn_as_measured())
    with Facts(setting.folder / "text.pdf") as facts:
        last = [line.inked[-1] for line in facts.lines]
    for line, letter in zip(setting.lines, last, strict=True):
        box = [*leaves(line)][-1]
        advance = box.pango_layout.run.advances[-1] * FROM_UNITS + box.tracking
        begins = box.position_x + box.width - advance * (1 + box.expansion)
        assert letter.x / 0.75 == pytest.approx(begins, abs=THOUSANDTH * letter.size / 0.75)


def _letters(setting: Setting, *drawing: AbstractContextManager[None]) -> list[Letter]:
    """The letters that show something, as they are drawn."""
    with ExitStack() as stack:
        for way in (*drawing, expanded_letters()):
            stack.enter_context(way)
        setting.pages.document.write_pdf(setting.folder / "text.pdf")
    with Facts(setting.folder / "text.pdf") as facts:
        return [letter for line in facts.lines for letter in line.inked]


def test_nothing_is_shaped_again_for_drawing(tmp_path: Path) -> None:
    plain, set_up = LAYOUT_SETUP.value, []

    def setup(layout: TextLayout, style: BoxStyle) -> None:
        set_up.append(layout)
        plain(layout, style)

    setting = compose(tmp_path, f"<p>{TEXT}</p>", "p { width: 220px }")
    with replaced(LAYOUT_SETUP, setup):
        _letters(setting)
        assert set_up
        set_up.clear()
        _letters(setting, glyphs_drawn_as_measured())
        assert not set_up


def test_it_ends_with_the_drawing() -> None:
    before = drawing.draw_first_line
    with glyphs_drawn_as_measured():
        assert drawing.draw_first_line is not before
    assert drawing.draw_first_line is before
