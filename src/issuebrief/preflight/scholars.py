"""What search engines for scholars expect of the first page of a PDF.

In:  a `Proof`.
Out: `Finding` values.

Google Scholar finds title, authors and abstract by where they stand and how large they are: the title in the
largest type of the first page, the authors below it in smaller type, and an abstract there or behind a cover
(https://scholar.google.com/intl/en/scholar/inclusion.html).
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from issuebrief.preflight.proof import Finding, Proof, quoted, spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.layout.inspect.facts import Line

LARGER = 0.5
"""Differences of size, in px, that count."""
WORDS = 3
"""A text with fewer letters than this is an initial or a number, and no title."""
MORE = 20
"""So many letters and digits the paragraph of the title may have besides."""
BEGINNING = 20
"""So many letters and digits of an abstract are looked for."""
MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>|\[\^[^\]]*\]|\^\[[^\]]*\]|\]\([^()]*\)|&#?\w+;|`[^`]*`")


def title_not_largest(proof: Proof) -> Iterator[Finding]:
    """Text of the first page that is larger than the title."""
    paragraphs = _first_page(proof)
    title = _title(proof, paragraphs)
    if not title:
        return
    size = _size(title)
    larger = [
        lines
        for lines in paragraphs
        if lines is not title and _size(lines) > size + LARGER and len(_letters(_text(lines))) >= WORDS
    ]
    if larger:
        first = max(larger, key=_size)
        yield Finding(
            f"on the first page, {quoted(_text(first))} is larger than the title, which search engines for "
            "scholars take for the largest text",
            "set the title larger than anything else there, or the other text smaller",
            tuple(spot(line.page, line.rect) for line in first),
            first[0].source,
        )


def authors_not_below_title(proof: Proof) -> Iterator[Finding]:
    """Authors who do not stand on the first page below the title, in smaller type."""
    paragraphs = _first_page(proof)
    title = _title(proof, paragraphs)
    if not title:
        return
    below = [line for lines in paragraphs if lines is not title for line in lines if _is_below(line, title)]
    shown = _letters("".join(line.text for line in below))
    names = [author.name for author in proof.brief.authors if not _shows(shown, author.name)]
    if names:
        yield Finding(
            f"search engines for scholars look for the authors below the title of the first page, in smaller "
            f"type, and do not find {', '.join(map(quoted, names[:3]))}",
            "let the template print the authors there",
            (),
            0,
            names[0],
        )


def abstract_elsewhere(proof: Proof) -> Iterator[Finding]:
    """An abstract that begins neither on the first page nor, behind a cover, where the brief begins."""
    wanted = _letters(MARKUP.sub(" ", proof.brief.abstract))[:BEGINNING]
    last = max(1, proof.facts.beginning)
    shown = _letters("".join(line.text for line in proof.facts.lines if line.page <= last))
    if wanted and wanted not in shown and shown:
        yield Finding(
            "the abstract does not begin on the first page, where search engines for scholars look for it",
            "let the template print it there",
            (),
            0,
            proof.brief.abstract,
        )


def _first_page(proof: Proof) -> list[list[Line]]:
    """The paragraphs of the first page of the PDF."""
    lines = [line for line in proof.facts.lines if line.page == 1]
    return [list(held) for _, held in groupby(lines, key=lambda line: line.paragraph)]


def _title(proof: Proof, paragraphs: list[list[Line]]) -> list[Line] | None:
    """The largest paragraph that says the title and little besides; none where the first page has none."""
    wanted = _letters(MARKUP.sub(" ", proof.brief.title))
    found = [
        lines
        for lines in paragraphs
        if wanted and wanted in (letters := _letters(_text(lines))) and len(letters) <= len(wanted) + MORE
    ]
    return max(found, key=_size, default=None)


def _is_below(line: Line, title: list[Line]) -> bool:
    """Whether a line stands below the first line of the title, in smaller type."""
    return line.rect.y > title[0].rect.y and line.size < _size(title)


def _shows(shown: str, name: str) -> bool:
    return _letters(MARKUP.sub(" ", name)) in shown


def _size(lines: list[Line]) -> float:
    return max(line.size for line in lines)


def _text(lines: list[Line]) -> str:
    return " ".join(line.text for line in lines)


def _letters(text: str) -> str:
    """What of a text is compared: its letters and digits."""
    return "".join(filter(str.isalnum, text.casefold()))
