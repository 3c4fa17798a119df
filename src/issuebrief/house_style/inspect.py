"""Hold the prose of a brief to the house style.

In:  the prose of a brief and the house style.
Out: findings of all rules in the order of the file, and these as problems, each at its place.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from issuebrief.diagnostics.codes import CODES
from issuebrief.diagnostics.model import Diagnostic, diagnostic
from issuebrief.house_style.abbreviations import find_unexplained
from issuebrief.house_style.dates import find_dates
from issuebrief.house_style.headings import find_capitals, find_heading_case, find_heading_stops
from issuebrief.house_style.limits import find_long_sentences, find_quotations, find_too_long
from issuebrief.house_style.note_works import find_note_works
from issuebrief.house_style.notes import find_dois, find_note_forms
from issuebrief.house_style.numbers import (
    find_currency,
    find_decades,
    find_percent,
    find_ranges,
    find_small_numbers,
    find_thousands,
)
from issuebrief.house_style.preferred import find_preferred
from issuebrief.house_style.sections import find_sections
from issuebrief.house_style.usage import find_first_person, find_serial_comma, find_spelling_variant
from issuebrief.preflight.wording.nothing import BREAK, NOTHING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from issuebrief.house_style.finding import StyleFinding, StyleRule
    from issuebrief.house_style.prose import Prose
    from issuebrief.house_style.settings.shapes import HouseStyle

RULES: tuple[StyleRule, ...] = (
    find_too_long,
    find_long_sentences,
    find_quotations,
    find_sections,
    find_preferred,
    find_spelling_variant,
    find_first_person,
    find_serial_comma,
    find_capitals,
    find_heading_case,
    find_heading_stops,
    find_small_numbers,
    find_thousands,
    find_percent,
    find_ranges,
    find_decades,
    find_currency,
    find_dates,
    find_unexplained,
    find_note_forms,
    find_note_works,
    find_dois,
)
GAP = re.compile(r"\s+")


def find_all(prose: Prose, style: HouseStyle) -> tuple[StyleFinding, ...]:
    """What all rules find, in the order of the file."""
    found = [finding for rule in RULES for finding in rule(prose, style)]
    if style.spelling.check:
        from issuebrief.house_style.spelling import find_misspelled

        found += find_misspelled(prose, style)
    starts = [block.start for block in prose.blocks if not block.is_part]
    blocks = [block for block in prose.blocks if not block.is_part]
    order = sorted(range(len(blocks)), key=starts.__getitem__)
    blocks, starts = [blocks[number] for number in order], sorted(starts)

    def settled(finding: StyleFinding) -> StyleFinding:
        """The finding with a mend that keeps line ends, or with none where markup would be lost."""
        if finding.mend is None:
            return finding
        block = blocks[max(bisect_right(starts, finding.start) - 1, 0)]
        text = block.text[finding.start - block.start : finding.end - block.start]
        typed = prose.typed(finding.start, finding.end)
        if (NOTHING in text or BREAK in text) and not finding.mend.startswith(typed):
            return replace(finding, mend=None)
        return replace(finding, mend=_with_gaps(finding.mend, typed))

    return tuple(sorted(map(settled, found), key=lambda each: (each.start, each.end)))


def as_problems(findings: Iterable[StyleFinding], prose: Prose) -> tuple[Diagnostic, ...]:
    """The findings as problems, each of the severity of its code."""
    made = []
    for finding in findings:
        place = prose.place(finding.start, finding.end)
        severity = CODES[finding.code].severity
        line = prose.source.line(place.line)
        made.append(diagnostic(severity, finding.code, finding.message, place, finding.hint, line))
    return tuple(made)


def _with_gaps(mend: str, typed: str) -> str:
    """The mend with the white space that was typed, where it has as many gaps."""
    gaps, words = GAP.findall(typed), GAP.split(mend)
    if len(gaps) != len(words) - 1:
        return mend
    return "".join(word + gap for word, gap in zip(words, [*gaps, ""], strict=True))
