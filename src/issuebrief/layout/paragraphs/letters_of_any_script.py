"""Letters of no script, whose face may depend on what stands beside them on their line.

In:  a text that several faces set, the width of each letter as it is set there, and what measures the letters
     of other texts in the same way.
Out: the widths, those of digits, signs and marks the largest that they may have on any line.

Pango counts such a letter to the script of the one before it on the line or, where there is none, of the next
one that has any (as UAX #24, 5.2, has it), and looks for a face that is made for this script where a style
names a family that is none in particular, such as `monospace`. What begins a line has nothing before it.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING
from unicodedata import category

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Iterator


def widest_on_any_line(
    text: str, widths: array[float], measured: Callable[[str], array[float]]
) -> array[float]:
    """The widths of the letters of a text, in px, where each of no script is as wide as it may become.

    A line may begin before any letter and end behind any other: so that these may stand alone, or before the
    next letter of a script without the one that is before them in the text.
    """
    found = widths[:]
    for start, end in _without_script(text):
        for other in {text[start:end], text[start : end + 1]}:
            for place, width in zip(range(start, end), measured(other), strict=False):
                found[place] = max(found[place], width)
    return found


def _without_script(text: str) -> Iterator[tuple[int, int]]:
    """From where to where letters of no script go; spaces alone are left out, with which no line begins."""
    without: list[bool] = []
    for letter in text:
        kind = category(letter)[0]
        # What is set over a letter is of its script.
        without.append(without[-1] if kind == "M" and without else kind != "L")
    end = 0
    for is_without, places in groupby(without):
        start, end = end, end + len(list(places))
        if is_without and not text[start:end].isspace():
            yield start, end
