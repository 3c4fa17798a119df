"""Words that are wider than the measure.

In:  the places where the lines of a paragraph may end, and the measure.
Out: the same and, in what is too wide to stand on a line by itself, more: at a no-break space, then where
     its parts meet (`snake_case`, `camelCase`, a path), then between syllables, also of names and in text
     that is not hyphenated otherwise, and where all that is not enough after any letter, if `overflow-wrap`
     allows it.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from weasyprint.text.line_break import get_log_attrs

from issuebrief.layout.paragraphs.stretch import TIES
from issuebrief.linebreak.hyphens import BY_PATTERNS, OwnDivisions, divisions

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from issuebrief.engine.protocols import BoxStyle
    from issuebrief.layout.paragraphs.stretch import Glue
    from issuebrief.linebreak.model import Break

AT_TIE = 50.0
"""What a break costs at a no-break space."""
BETWEEN_PARTS = 100.0
"""What a break costs where the parts of a word meet."""
BETWEEN_SYLLABLES = 200.0
"""What a hyphen costs in a word that has to be divided."""
ANYWHERE = 30_000.0
"""What a break costs that no rule allows: more than any other, by which it is known when it was chosen."""
LEAST_MEASURE = 4
"""Below this measure, in em, a hyphen after any letter would take too much of the line."""
KERNING = 0.05
"""What two letters may take up less side by side than apart, in em."""
JOINER = "\u2060"
PARTS_MEET = re.compile(
    r"(?<=\w)[/\\_|=&+:;,.-]+(?=\w)|(?<=[a-zß-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ])|(?<=[^\W\d_]{3})(?=\d)"
)
"""A sign between two parts, which stays with the first; a capital after a small letter; figures."""


def divided(
    glue: Glue, breaks: Sequence[Break], measure: float, begin: float, own: OwnDivisions = BY_PATTERNS
) -> list[Break]:
    """The breaks with those that wide words need; `begin` is where the first line begins, in px."""
    found = list(breaks)
    for more in (_at_ties, _between_parts, _between_syllables, _anywhere):
        wide = list(_too_wide(found, measure, begin))
        if not wide:
            break
        found += (at for start, end in wide for at in more(glue, start, end, measure, own))
        found.sort(key=lambda at: at.offset)
    return found


def _too_wide(breaks: Sequence[Break], measure: float, begin: float) -> Iterator[tuple[int, int]]:
    """From where to where in the text each stretch goes that has no break in it and fits no line."""
    if breaks[0].width - breaks[0].shrink - begin > measure:
        yield 0, breaks[0].offset
    for before, at in pairwise(breaks):
        if at.width - at.shrink - (before.next_width - before.next_shrink) > measure:
            yield before.offset, at.offset


def _at_ties(glue: Glue, start: int, end: int, measure: float, own: OwnDivisions) -> Iterator[Break]:
    """Behind no-break spaces: words that do not fit one line together are whole words still."""
    text = glue.run.text
    for offset in range(start + 2, end):
        if text[offset - 1] not in TIES or text[offset] in TIES:
            continue
        if glue.run.item_at(offset).box.style["overflow_wrap"] != "normal":
            yield glue.at(offset, AT_TIE, False)


def _between_parts(glue: Glue, start: int, end: int, measure: float, own: OwnDivisions) -> Iterator[Break]:
    """Where the parts of a word meet; no hyphen is added, which would be taken for one of its signs."""
    text = glue.run.text
    for found in PARTS_MEET.finditer(text, start, end):
        offset = found.end()
        style = glue.run.item_at(offset).box.style
        if style["overflow_wrap"] != "normal" and JOINER not in text[offset - 1 : offset + 1]:
            yield glue.at(offset, BETWEEN_PARTS, text[offset - 1] == "-")


def _between_syllables(
    glue: Glue, start: int, end: int, measure: float, own: OwnDivisions
) -> Iterator[Break]:
    run = glue.run
    for place in divisions(run.text[start:end], run.item_at(start).box.style["lang"] or "", own):
        offset = start + place
        item = run.item_at(offset)
        if item.start < offset and _may_be_hyphenated(item.box.style):
            yield glue.hyphen(offset, BETWEEN_SYLLABLES)


def _may_be_hyphenated(style: BoxStyle) -> bool:
    """Whether a word that is too wide may have hyphens, where it must be broken somewhere in any case."""
    return bool(
        style["hyphens"] == "auto" or (style["hyphens"] == "manual" and style["overflow_wrap"] != "normal")
    )


def _anywhere(glue: Glue, start: int, end: int, measure: float, own: OwnDivisions) -> Iterator[Break]:
    text = glue.run.text[start:end]
    attributes = get_log_attrs(text, glue.run.item_at(start).box.style["lang"])
    for place in range(1, len(text)):
        style = glue.run.item_at(start + place).box.style
        if not attributes[place].is_char_break or style["overflow_wrap"] == "normal":
            continue
        if JOINER in text[place - 1 : place + 1]:
            continue
        hyphened = style["hyphens"] != "none" and measure >= LEAST_MEASURE * style["font_size"]
        if hyphened and all(letter.lower() != letter.upper() for letter in text[place - 1 : place + 1]):
            found = glue.hyphen(start + place, ANYWHERE)
        else:
            found = glue.at(start + place, ANYWHERE, False)
        yield found._replace(width=found.width + KERNING * style["font_size"])
