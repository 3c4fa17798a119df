"""Whether any of a paragraph runs from right to left.

In:  a line box as WeasyPrint has it before it is broken into lines, and its text.
Out: the levels of its letters, or None where all of them run from left to right, which is told at once.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from issuebrief.engine.protocols import LayoutBox
    from issuebrief.layout.paragraphs.text_levels import TextLevels

RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""Letters that run from right to left, and marks that set others so."""


def is_turned(text: str) -> bool:
    """Whether any of a text runs from right to left."""
    return not text.isascii() and RIGHT_TO_LEFT.search(text) is not None


def levels_of(linebox: LayoutBox, text: str) -> TextLevels | None:
    """Which way the letters of a line box run, which has this text; None where all run from left to right."""
    if linebox.style["direction"] == "ltr" and not is_turned(text):
        return None
    from issuebrief.layout.paragraphs.text_levels import text_levels

    return text_levels(linebox)
