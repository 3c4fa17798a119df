"""Lines of Chinese and Japanese: how far their letters are set apart.

In:  a measured paragraph, a line of it, and what that lacks to the measure.
Out: the white between ideographs, in px, and the parts of a text that have it. Words in another script keep
     their letters together.
"""

from __future__ import annotations

from itertools import groupby
from math import inf
from typing import TYPE_CHECKING

from issuebrief.linebreak.spacing import IDEOGRAPH, MOST_APART, MOST_WIDER

if TYPE_CHECKING:
    from issuebrief.layout.paragraphs.inline_items import InlineRun
    from issuebrief.layout.paragraphs.line_spec import LineSpec

LEAST_IDEOGRAPHS = 1 / 3
"""The share of a line's letters that are ideographs in a line that is filled by setting these apart."""


def ideographs_apart(run: InlineRun, line: LineSpec, excess: float) -> float:
    """How far the ideographs of a line are set apart to fill it, in px; 0 where it is not made of them.

    `excess` is what the line lacks. Spaces between words in another script take what would show, and grow to
    half an em; what is left shows less between many ideographs.
    """
    text = run.text[line.start : line.stop(run.text)]
    # The last one is set apart from nothing.
    count = len(IDEOGRAPH.findall(text, 0, len(text) - 1)) if text else 0
    # They have no white to give: a line that is too long is drawn together by its spaces.
    if excess <= 0 or count < LEAST_IDEOGRAPHS * len(text):
        return 0.0
    em, spaces = run.item_at(line.start).box.style["font_size"], text.count(" ")
    most = MOST_APART * em if spaces else inf
    left = excess - spaces * MOST_WIDER * em
    return round(float(min(excess / count, max(most, left / count))), 3)


def parts_apart(text: str, apart: float) -> list[tuple[str, float]]:
    """Ideographs and other letters by turns, each part with what its letters are set apart, in px."""
    runs = groupby(text, key=lambda letter: bool(IDEOGRAPH.match(letter)))
    return [("".join(letters), apart if wide else 0.0) for wide, letters in runs]
