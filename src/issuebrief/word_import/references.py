"""Settle what the text refers to, once all names are known.

In:  Markdown with the marks of cross-references and of pictures in it.
Out: Markdown of the product alone: `[](#fig-1)` for a figure, a link for a heading, the words for the rest.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from urllib.parse import unquote

from issuebrief.markdown_body.typography.caption_words import NAMED, TABLES
from issuebrief.word_import.documents.import_problems import guessed, quoted
from issuebrief.word_import.documents.marks import REFERENCE_MARK, unmarked
from issuebrief.word_import.documents.model import BlockKind, TextBlock
from issuebrief.word_import.escaping import literal
from issuebrief.word_import.inlines import marked_languages

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from issuebrief.word_import.captions import CaptionSearch

INNER = r"\[[^\[\]]*\](?:\{[^{}]*\})?"
LINK = re.compile(rf"\[((?:[^\[\]]|\\[\[\]]|{INNER})+)\]\(#([^()\s]+)\)")
PICTURE = re.compile("\ue0fa(\\d+)\ue0fb")
LABEL_NUMBER = re.compile(r"\d")
MOST_LABEL_WORDS = 3
TEXT = (BlockKind.PARAGRAPH, BlockKind.LIST, BlockKind.QUOTE)
TYPED = re.compile(
    rf"{REFERENCE_MARK.pattern.replace('(', '(?:')}|\[[^\[\]]*\]\([^()]*\)|`[^`]*`"
    r"|(?<![^\W_])(?P<word>[^\W\d_]+)\.?[ \u00a0](?P<number>\d+(?:[.\-–]\d+)*)(?![\w.\-–]*\d|[^\W_])"
)
"""A word with a number behind it; marks, links and code are passed over."""
MOST_TOLD = 3


@dataclass
class NamedPlaces:
    """The names of headings, figures and tables: by paragraph, and by the names that Pandoc gave.

    `used` are names of headings that something refers to; `gone` are words that numbers stand for now.
    """

    figures: Mapping[int, str]
    bookmarks: Mapping[str, int]
    headings: dict[int, str] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    gone: list[str] = field(default_factory=list)
    dead: list[str] = field(default_factory=list)


def named_places(
    blocks: Sequence[TextBlock], figures: Mapping[int, str], bookmarks: Mapping[str, int]
) -> NamedPlaces:
    """All names that a text may refer to."""
    places = NamedPlaces(figures, bookmarks)
    for name, block in _numbered_headings(blocks):
        if block.number:
            places.headings[block.number] = name
        places.ids |= dict.fromkeys(block.ids, name)
    return places


def _numbered_headings(blocks: Sequence[TextBlock]) -> list[tuple[str, TextBlock]]:
    """The headings with the names that they get where something refers to them."""
    headings = [block for block in blocks if block.kind is BlockKind.HEADING]
    return [(f"sec-{number}", block) for number, block in enumerate(headings, 1)]


def settled_references(text: str, places: NamedPlaces) -> str:
    """A text whose references lead to names of the brief."""
    text = LINK.sub(lambda found: _link(found[1], found[2], places), marked_languages(text))
    return REFERENCE_MARK.sub(lambda found: _reference(found[1], found[2], places), text)


def _reference(bookmark: str, words: str, places: NamedPlaces) -> str:
    plain = unmarked(words.replace("\\", ""))
    number = places.bookmarks.get(bookmark.replace("\\", ""), 0)
    name = places.figures.get(number, "")
    if name and _is_number(plain):
        places.gone.append(plain)
        return f"[](#{name})"
    heading = places.headings.get(number, "")
    if heading and plain.strip() and not plain.strip().isdecimal():
        places.used.add(heading)
        return f"[{literal(plain)}](#{heading})"
    return words


def _is_number(plain: str) -> bool:
    """Whether words are a label with a number, which the brief counts itself."""
    return bool(LABEL_NUMBER.search(plain)) and len(plain.split()) <= MOST_LABEL_WORDS


def _link(words: str, target: str, places: NamedPlaces) -> str:
    target = unquote(target)
    number = places.bookmarks.get(target, 0)
    name = places.ids.get(target) or places.headings.get(number, "") or places.figures.get(number, "")
    if not name:
        places.dead.append(unmarked(words))
        return words
    if name in places.figures.values() and _is_number(unmarked(words)):
        places.gone.append(unmarked(words))
        return f"[](#{name})"
    places.used.add(name)
    return f"[{words}](#{name})"


def with_pictures(text: str, alternatives: Mapping[int, tuple[str, str]]) -> str:
    """A text with its pictures; `alternatives` are their files and alternative texts."""
    return PICTURE.sub(lambda found: _picture(*alternatives.get(int(found[1]), ("", ""))), text)


def _picture(file: str, alternative: str) -> str:
    return f"![{alternative}]({file})" if file else ""


def with_names(blocks: Sequence[TextBlock], places: NamedPlaces) -> list[TextBlock]:
    """The blocks with the names of headings that something refers to."""
    names = {id(block): name for name, block in _numbered_headings(blocks) if name in places.used}
    return [replace(block, name=names.get(id(block), block.name)) for block in blocks]


def with_typed_references(
    blocks: Iterable[TextBlock], notes: list[str], search: CaptionSearch, path: Path
) -> list[TextBlock]:
    """The blocks with references in the place of numbers that an author typed, as in “see Table 2”.

    They print the numbers that the brief counts. Those in notes are put into the notes.
    """
    found: list[str] = []

    def linked(match: re.Match[str]) -> str:
        word = match["word"] or ""
        kind = "tab" if word.casefold() in TABLES else "fig" if word.casefold() in NAMED else ""
        name = search.typed.get((kind, match["number"] or ""))
        if not name or not word[:1].isupper():
            return match[0]
        found.append(match[0])
        return f"[](#{name})"

    if not search.typed:
        return list(blocks)
    made = [
        replace(block, text=TYPED.sub(linked, block.text)) if block.kind in TEXT else block
        for block in blocks
    ]
    notes[:] = [TYPED.sub(linked, note) for note in notes]
    search.gone += found
    if found:
        shown = ", ".join(map(quoted, list(dict.fromkeys(found))[:MOST_TOLD]))
        message = f"numbers of figures and tables that were typed are counted now ({len(found)}): {shown}"
        search.told.append(guessed(path, message, 0, "see that each leads to the right one"))
    return made
