"""What has the class `margin` stands in the sidebar of finished PDFs, in every theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pdf_facts import MM
from setting import facts_of, paragraph

if TYPE_CHECKING:
    from pathlib import Path

SIDEBARS = {"isdp": (14, 51), "policy-note": (142, 190), "report": (18, 62)}
"""The edges of the sidebar of each theme, in mm from the left."""
GRID = 12.5
NOTE = "::: margin\nMarginalia are words that accompany the text at its side.\n:::"


@pytest.mark.parametrize("theme", list(SIDEBARS))
def test_words_stand_in_the_sidebar_at_the_height_of_their_paragraph(tmp_path: Path, theme: str) -> None:
    body = f"{paragraph(1)}\n\n{paragraph(2)}\n\n{NOTE}\n\n{paragraph(3)}"
    lines = facts_of(tmp_path, body, theme=theme).lines
    left, right = SIDEBARS[theme]
    words = [line for line in lines if left * MM - 1 < line.x and line.right < right * MM + 1]
    first = next(line for line in words if line.text.startswith("Marginalia"))
    passage = next(line for line in lines if line.text.strip().startswith("Entry 2 begins"))
    assert abs(first.baseline - passage.baseline) < GRID
    assert first.page == passage.page
