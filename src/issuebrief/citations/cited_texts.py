"""The texts of a brief that may cite: fields of the front matter, and the body.

In:  a `Source` and its `Brief`.
Out: `CitedText`s in the order in which they are read, each with its citations and notes; and the brief with
     other texts in the place of its fields.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from issuebrief.citations.find_citations import CITED, FoundCitation, find_citations
from issuebrief.citations.note_order import TypedNotes, typed_notes
from issuebrief.frontmatter.source import Source
from issuebrief.markdown_body.source.markdown_source import MarkdownSource, read_manuscript

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

    from issuebrief.frontmatter.model import Brief

FieldKeys = tuple[str | int, ...]
BODY: FieldKeys = ()
BEFORE = ("cover", "abstract", "key_points")
"""Fields that are read before the body; others are read behind it."""


@dataclass(frozen=True)
class CitedText:
    """A text with its citations; `keys` are those of its field, none for the body."""

    keys: FieldKeys
    manuscript: MarkdownSource
    citations: tuple[FoundCitation, ...]
    notes: TypedNotes

    @property
    def is_before(self) -> bool:
        """Whether it is read before the body."""
        return bool(self.keys) and self.keys[0] in BEFORE


def texts_of(source: Source, brief: Brief, known: Container[str]) -> list[CitedText]:
    """The body, and each field that cites; in the order in which they are read."""
    body = _text(BODY, read_manuscript(source), known)
    fields = [
        _text(keys, read_manuscript(Source(Path(), text, "", 0, text, 1)), known)
        for keys, text in _fields(brief)
        if "@" in text or "[^" in text or "^[" in text
    ]
    return [
        *(field for field in fields if field.is_before),
        body,
        *(field for field in fields if not field.is_before),
    ]


def _text(keys: FieldKeys, manuscript: MarkdownSource, known: Container[str]) -> CitedText:
    found = find_citations(manuscript.masked, manuscript.text, known)
    return CitedText(keys, manuscript, tuple(found), typed_notes(manuscript))


def cites_anything(source: Source) -> bool:
    """Whether there may be a key in a text at all."""
    return bool(CITED.search(source.text))


def _fields(brief: Brief) -> Iterator[tuple[FieldKeys, str]]:
    """The fields that may cite, in the order in which they are read."""
    if brief.cover:
        yield ("cover", "credit"), brief.cover.credit
    yield ("abstract",), brief.abstract
    for number, point in enumerate(brief.key_points):
        yield ("key_points", number), point
    for number, author in enumerate(brief.authors):
        yield ("authors", number, "bio"), author.bio
    yield ("acknowledgements",), brief.acknowledgements
    yield ("disclaimer",), brief.disclaimer
    yield ("copyright",), brief.copyright


def with_fields(brief: Brief, texts: Mapping[FieldKeys, str]) -> Brief:
    """The brief with other texts in some of its fields."""
    if not texts:
        return brief
    cover = brief.cover
    if cover and (credit := texts.get(("cover", "credit"))) is not None:
        cover = replace(cover, credit=credit)
    points = tuple(texts.get(("key_points", n), point) for n, point in enumerate(brief.key_points))
    authors = tuple(
        replace(author, bio=texts.get(("authors", n, "bio"), author.bio))
        for n, author in enumerate(brief.authors)
    )
    return replace(
        brief,
        cover=cover,
        key_points=points,
        authors=authors,
        abstract=texts.get(("abstract",), brief.abstract),
        acknowledgements=texts.get(("acknowledgements",), brief.acknowledgements),
        disclaimer=texts.get(("disclaimer",), brief.disclaimer),
        copyright=texts.get(("copyright",), brief.copyright),
    )
