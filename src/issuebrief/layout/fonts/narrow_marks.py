"""Marks of Chinese and Japanese that a face for Latin letters sets.

In:  the letters that were drawn in each family, and the brief's source.
Out: a problem where quotation marks, dashes or dots beside ideographs come from a family without any.

Unicode has one character for “ in both scripts, so the first face of a list that has it sets it. In Chinese
and Japanese it fills a square (Requirements for Chinese Text Layout, 3.1.3; for Japanese, 3.1.2); that of a
Latin face is narrow, and its dots stand on the line.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import Diagnostic, warning
from issuebrief.language_tags import tags_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from issuebrief.frontmatter.source import Source

LANGUAGES = ("ja", "zh")
IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
MARKS = "\u201c\u201d\u2026\u2014\u2015"
BESIDE = re.compile(rf"(?<={IDEOGRAPH.pattern})[{MARKS}\"]|[{MARKS}\"](?={IDEOGRAPH.pattern})")
"""A mark beside an ideograph, also as it is typed before it is made one."""


def narrow_marks(letters: Mapping[str, str], lang: str, source: Source) -> Iterator[Diagnostic]:
    """What is told of the family without ideographs that sets most such marks; `letters` are by family."""
    wide = next((family for family, drawn in letters.items() if IDEOGRAPH.search(drawn)), "")
    if not wide or tags_of(lang)[-1].partition("-")[0] not in LANGUAGES:
        return
    lines = enumerate(source.body.split("\n"), source.body_line)
    found = [(number, line, match) for number, line in lines for match in BESIDE.finditer(line)]
    typed = "".join(match[0] for *_, match in found).replace('"', "\u201c\u201d")
    narrow = {
        family: [mark for mark in MARKS if mark in drawn and mark in typed]
        for family, drawn in letters.items()
        if not IDEOGRAPH.search(drawn)
    }
    family = max(narrow, key=lambda name: len(narrow[name]), default="")
    if narrow.get(family):
        number, line, match = found[0]
        place = source.place(number, match.start() + 1).covering(match[0])
        message = f"“{family}” sets {' '.join(narrow[family])}, which are narrow beside letters of “{wide}”"
        hint = f"name “{wide}” first in the theme's list of faces, or alone"
        yield warning("fonts.narrow-marks", message, place, hint, line)
