"""The first page, whose title takes the lines that its text leaves empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from examples import combined, further
from green_drawings import FOOT
from setting import facts_of, paragraph

if TYPE_CHECKING:
    from pathlib import Path

    from pdf_facts import Facts

GRID = {"isdp": 12.5, "policy-note": 14.0}
"""Points between two lines, by theme."""
ABSTRACT = paragraph(80, 4)
SHARES = "\n".join(f"- Share {n} of the catch, which is {n} in a hundred." for n in range(1, 3))


def kept_together(before: int) -> str:
    """A text that breaks over the first page where a heading, a lead-in and a list stand."""
    short = "\n\n".join(
        f"## Quay {n}\n\nEach boat has its share, and there are two of them:\n\n{SHARES}" for n in range(16)
    )
    return f"{paragraph(1, before)}\n\n{paragraph(2, 3)}\n\n{short}\n\n{paragraph(3)}"


def lowest(facts: Facts, theme: str) -> float:
    return max(line.baseline for line in facts.on(0) if line.baseline < FOOT[theme])


@pytest.mark.parametrize(
    ("theme", "before"),
    [*combined(GRID, (3, 6)), *further(*((theme, n) for theme in GRID for n in (5, 7)), ("policy-note", 4))],
)
def test_the_text_of_a_first_page_ends_at_its_foot(tmp_path: Path, theme: str, before: int) -> None:
    facts = facts_of(tmp_path, kept_together(before), theme=theme, abstract=ABSTRACT)
    assert len(facts) > 1
    assert lowest(facts, theme) > FOOT[theme] - 3 * GRID[theme]


def test_a_standfirst_stays_between_the_title_and_the_text(tmp_path: Path) -> None:
    facts = facts_of(tmp_path, kept_together(6), theme="policy-note", abstract=ABSTRACT)
    title, abstract, text = (
        next(line.baseline for line in facts.on(0) if words in line.text)
        for words in ("Notes on a Crossing", "Entry 80 begins", "Entry 1 begins")
    )
    assert title < abstract < text
