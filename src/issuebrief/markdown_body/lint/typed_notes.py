"""Numbers of notes that are typed by hand, in the text and before the notes.

In:  a manuscript.
Out: one warning for the marks of a text, at the first, with the lines of the others; a warning for a list of
     notes below a heading that says so, in any language; and one for each line right below the definition
     of a note that begins with the number of another.

`[3]`, a raised `3` behind a word, and `(3)` right behind one are marks. Where there is a list of notes, so is
`(3)` behind a space. Powers and units are none.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import Diagnostic, warning
from issuebrief.markdown_body.blocks.note_words import is_notes
from issuebrief.markdown_body.blocks.notes import find_definitions
from issuebrief.markdown_body.normalise.linked_notes import LINK, number_of
from issuebrief.markdown_body.source.phrases import SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.markdown_body.source.markdown_source import MarkdownSource

SUPERIOR = "¹²³\u2070\u2074-\u2079"
WORD = r"[^\W\d_]{3}"
BEHIND = rf"(?:(?<={WORD})|(?<=[^\W\d_][.,;:!?”’»“\"')\]]))"
"""Behind a word, with its punctuation or without, and not behind a unit or a formula."""
NUMBER = r"[1-9]\d?"
MARK = re.compile(
    rf"{BEHIND}(?:[{SUPERIOR}]{{1,3}}(?![\w{SUPERIOR}])"
    rf"|[ ]?(?:\^{NUMBER}(?:,[ ]?{NUMBER})*\^|<sup>\s*{NUMBER}(?:,[ ]?{NUMBER})*\s*</sup>)(?!\w))"
    rf"|(?:(?<=[^\W\d_])|(?<=[\d\w.,;:!?”’»“\"')%] )|(?<=[^\W\d_][.,;:!?”’»\"')]))"
    rf"\[{NUMBER}(?:[,–-][ ]?{NUMBER})*\](?![(\[:{{\w])"
    rf"|(?:(?<=[^\W\d_]{{4}})|(?<=[^\W\d_]{{3}}[.,;:!?”’»\"']))\({NUMBER}\)(?![\w(])"
)
SPACED = re.compile(rf"(?<=[^\W\d_]{{3}} )\({NUMBER}\)(?=[.,;:!?]?(?:\s|$))", re.MULTILINE)
"""A number in brackets behind a word and a space: a mark only where a list of notes says so."""
LINKED = re.compile(rf"{BEHIND}(?:{LINK.pattern})")
"""A number behind a word that leads to a note, in whose place nothing could be put."""
HEADING = re.compile(
    rf"^ {{0,3}}(?:#{{1,6}}[ \t]*)?(?:[*_]{{1,2}}|<b>|<strong>)?"
    rf"(?P<words>(?:[^\W\d_]|{SIGNS}|[ ](?=[^\W\d_])){{1,20}})"
    r"[ \t]*+:?(?:[*_]{1,2}|</b>|</strong>)?:?[ \t]*+"
    r"(?:\n[ \t]*+=++[ \t]*+|\n[ \t]*+-++[ \t]*+)?$\s*+"
    rf"(?=(?:\\?\[\d+\]|\(?\d+[.)]|[{SUPERIOR}]|\^\d+\^|<sup>\d)[ \t]*\S)",
    re.MULTILINE,
)
REFERENCE = r"^ {{0,3}}\[{}\]:[ \t]*\S"
SWALLOWED = re.compile(
    r"^[ \t]*(?P<box>\[\d+\]|\(\d+\)|"
    rf"\d{{1,2}}(?:[.)]|&#4[16];)|[{SUPERIOR}]+|\^\d+\^|<sup>\d+</sup>)[ \t]*(?=[^\W\d_])",
    re.MULTILINE,
)
SHOWN = 8
HINT = "write [^name] in its place, and [^name]: before the note"


def find_typed_notes(manuscript: MarkdownSource) -> list[Diagnostic]:
    """The warnings of a text."""
    listed = next((match for match in HEADING.finditer(manuscript.masked) if is_notes(match["words"])), None)
    return [*_list(manuscript, listed), *_marks(manuscript, listed), *_swallowed(manuscript)]


def _list(manuscript: MarkdownSource, listed: re.Match[str] | None) -> Iterator[Diagnostic]:
    if listed:
        start = listed.start("words")
        message = (
            f"the notes under “{listed['words']}” are numbered by hand, and appear in the text as a list"
        )
        hint = "write [^name]: before each, [^name] where it is cited, and take the heading out"
        yield _warning(manuscript, start, message, hint)


def _marks(manuscript: MarkdownSource, listed: re.Match[str] | None) -> Iterator[Diagnostic]:
    text = manuscript.masked
    end = listed.start() if listed else len(text)
    found = [match for match in MARK.finditer(text, 0, end) if not _is_defined(text, match[0])]
    found += LINKED.finditer(text, 0, end) if "](#" in text or "<a" in text else []
    found += SPACED.finditer(text, 0, end) if listed else []
    if not found:
        return
    found.sort(key=re.Match.start)
    lines = dict.fromkeys(manuscript.place(match.start()).line for match in found[1:])
    places = ", ".join(map(str, list(lines)[:SHOWN])) + (" and more" if len(lines) > SHOWN else "")
    others = f"; so do {len(found) - 1} more, on lines {places}" if len(found) > 2 else ""
    others = f"; so does “{_shown(found[1])}” on line {places}" if len(found) == 2 else others
    first = found[0]
    start = first.start() + len(first[0]) - len(first[0].lstrip())
    message = f"“{_shown(first)}” looks like the number of a note that was typed by hand{others}"
    yield _warning(manuscript, start, message, HINT)


def _shown(mark: re.Match[str]) -> str:
    """A mark as it is named to its author: of a link its number alone."""
    return number_of(mark) if mark.re is LINKED else mark[0].strip()


def _is_defined(text: str, mark: str) -> bool:
    """Whether a number in brackets is a link, whose address is defined below."""
    return mark.startswith("[") and bool(
        re.search(REFERENCE.format(re.escape(mark[1:-1])), text, re.MULTILINE)
    )


def _swallowed(manuscript: MarkdownSource) -> Iterator[Diagnostic]:
    for definition in find_definitions(manuscript):
        for match in SWALLOWED.finditer(manuscript.masked, definition.text, definition.end):
            # A line that is indented as it was typed belongs to the note.
            if not manuscript.excerpt(match.start("box"))[:1].isspace() and match.start() > definition.text:
                message = (
                    f"“{unescape(match['box'])}” seems to begin a note, and is part of [^{definition.id}]"
                )
                yield _warning(manuscript, match.start("box"), message, "write [^name]: before it")


def _warning(manuscript: MarkdownSource, start: int, message: str, hint: str) -> Diagnostic:
    return warning("notes.typed", message, manuscript.place(start), hint, manuscript.excerpt(start))
