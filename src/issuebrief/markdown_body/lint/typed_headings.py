"""Headings that are typed as paragraphs in bold type, in italics or in capitals.

In:  a manuscript.
Out: one warning for all of them, at the first, with the lines of the others.

A line in bold type that stands alone above a paragraph is one, unless it ends like a sentence. Lines in
italics or capitals, and with a number of several levels, are headings only beside others.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from issuebrief.diagnostics.model import Diagnostic, warning
from issuebrief.markdown_body.blocks.note_words import is_notes
from issuebrief.markdown_body.source.gated_patterns import ANY_WORD, GatedPattern
from issuebrief.markdown_body.typography.caption_words import COLONS, FIGURES, SOURCES, TABLES, numbered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.markdown_body.source.markdown_source import MarkdownSource

BLOCK = re.compile(r"^[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*", re.MULTILINE)
SURE = re.compile(
    r" {0,3}(?:(?P<sign>\*\*|__)(?P<bold>[^*_\n]+)(?P=sign)"
    r"|<(?P<tag>b|strong)>(?P<html>[^<>\n]+)</(?P=tag)>)[ \t]*"
)
PERHAPS = re.compile(
    r" {0,3}(?:(?P<sign>[*_])(?P<light>[^*_\n]+)(?P=sign)|<u>(?P<line>[^<>\n]+)</u>"
    r"|(?P<upper>[^\W\d_][^\n]*[^\W\d_][^\n]*)"
    r"|(?P<number>\d\.\d+\.?[ \t]+[^\W\d_a-z][^\n]*))[ \t]*"
)
SENTENCE = re.compile(r"[.:;,…。！？：；，、।։][”’»\"'」』]?$|(?<!\d)[.!?…] |[。！？।]")
NO_HEADING = GatedPattern((), rf"{ANY_WORD}{COLONS}|[^\w]*$|!?[(\[]|[—–-]", re.IGNORECASE, SOURCES)
PROSE = re.compile(r"[ \t]{0,3}(?:[^\W_]|[\"“”„«‘’'([*_¿¡]|\d)")
LONGEST = 80
SHORTEST_OF_PROSE = 40
"""Characters: of a heading at most, and of what is prose below one though it does not end like a sentence."""
SHORTEST = 5
"""Characters of a heading in capitals at least."""
SHOWN = 6
WORDS = ("bold", "html", "light", "line", "number", "upper")
ITEM = re.compile(r" {0,3}(?:[-*+•]|\d+[.)])[ \t]")


class _Found(NamedTuple):
    """A heading: its offset, its words, and whether it is surely one."""

    start: int
    words: str
    sure: bool


def find_typed_headings(manuscript: MarkdownSource) -> list[Diagnostic]:
    """The warning, if there is any such heading."""
    found = [each._replace(words=_as_typed(manuscript, each)) for each in _found(manuscript.masked)]
    others = [each for each in found if not each.sure]
    if len(others) < 2 and len(others) == len(found):
        return []
    first = found[0]
    places = [f"“{each.words}” (line {manuscript.place(each.start).line})" for each in found[1:SHOWN]]
    more = f" and {len(found) - SHOWN} more" if len(found) > SHOWN else ""
    alike = f"; so do{'es' if len(found) == 2 else ''} {', '.join(places)}{more}" if places else ""
    message = f"“{first.words}” looks like a heading and is set as a paragraph{alike}"
    hint = f"write ## {first.words}"
    place, excerpt = manuscript.place(first.start), manuscript.excerpt(first.start)
    return [warning("markup.heading-like", message, place, hint, excerpt)]


def _as_typed(manuscript: MarkdownSource, heading: _Found) -> str:
    """The words of a heading with the code in them, which is masked where headings are looked for."""
    start = manuscript.masked.index(heading.words, heading.start)
    return manuscript.text[start : start + len(heading.words)]


def _is_no_heading(words: str) -> bool:
    """Whether a line is a caption or a source, or begins like what is no heading."""
    return bool(numbered(words, FIGURES | TABLES) or NO_HEADING.match(words))


def _found(text: str) -> Iterator[_Found]:
    blocks = list(BLOCK.finditer(text))
    for number, block in enumerate(blocks[:-1]):
        sure, perhaps = SURE.fullmatch(block[0]), PERHAPS.fullmatch(block[0])
        words = _words(sure or perhaps)
        if not words or is_notes(words) or SENTENCE.search(words) or _is_no_heading(words):
            continue
        above, below = blocks[number - 1][0] if number else "", blocks[number + 1][0]
        if _is_figure(above) and not sure:
            continue
        if _is_prose(below) or (sure and SURE.fullmatch(below)):
            yield _Found(block.start() + len(block[0]) - len(block[0].lstrip()), words, bool(sure))


def _words(match: re.Match[str] | None) -> str:
    """The words of what may be a heading; none where it is too long."""
    groups = match.groupdict() if match else {}
    words = next((words.strip() for name in WORDS if (words := groups.get(name))), "")
    is_other = bool(groups.get("upper")) and not (words.isupper() and len(words) >= SHORTEST)
    return words if len(words) <= LONGEST and not is_other else ""


def _is_figure(block: str) -> bool:
    return block.lstrip().startswith(("![", "|", "<img", "<figure"))


def _is_prose(block: str) -> bool:
    """Whether a block is what stands below a heading: a paragraph that is long enough, or a list."""
    is_long = len(block) >= SHORTEST_OF_PROSE or block.rstrip().endswith((".", "!", "?"))
    return bool(ITEM.match(block) or (PROSE.match(block) and is_long and "|" not in block))
