"""Letters are drawn as much wider or narrower as their boxes say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from composing import TEXT, compose, leaves
from weasyprint.draw import text as drawing

from issuebrief.pdf.letter_fit import expanded_letters

if TYPE_CHECKING:
    from pathlib import Path

ONLY_WIDTHS = "p { width: 220px; --tracking: 0; --expansion: 0.015 }"


def test_words_are_drawn_as_wide_as_their_boxes(tmp_path: Path) -> None:
    setting = compose(tmp_path, f"<p>{TEXT}</p>", ONLY_WIDTHS)
    with setting.pdf() as facts:
        drawn = list(facts.lines)
    expanded = 0
    for line, seen in zip(setting.lines, drawn, strict=True):
        leaf = next(leaves(line))
        first, last = seen.inked[0], seen.inked[-1]
        assert first.x / 0.75 == pytest.approx(leaf.position_x, abs=0.05)
        assert last.x / 0.75 < line.position_x + line.width
        assert line.position_x + line.width - last.right / 0.75 < 1.5
        expanded += abs(leaf.expansion) > 0.001
    assert expanded >= 4


def test_letters_are_as_tall_as_ever(tmp_path: Path) -> None:
    with compose(tmp_path, f"<p>{TEXT}</p>", ONLY_WIDTHS).pdf() as facts:
        assert {round(letter.size, 3) for letter in facts.letters[0]} == {9.0}


def test_it_ends_with_the_drawing() -> None:
    before = drawing.draw_first_line
    with expanded_letters():
        assert drawing.draw_first_line is not before
    assert drawing.draw_first_line is before
