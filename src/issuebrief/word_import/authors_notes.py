"""Find the notes on the authors, which stand at the end of most manuscripts.

In:  the blocks of a text and the authors that are known.
Out: their bios; the blocks without them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.word_import.documents.import_problems import guessed
from issuebrief.word_import.documents.model import BlockKind, TextBlock
from issuebrief.word_import.opening import NAMES
from issuebrief.word_import.part_labels import is_about_authors

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from issuebrief.word_import.opening import FrontFacts

BEGINNING = 80
"""Letters within which a note on an author has the name."""


def take_bios(blocks: Sequence[TextBlock], facts: FrontFacts, path: Path) -> list[TextBlock]:
    """The blocks without the notes on authors, where each paragraph below their heading is on one of them."""
    for place, block in enumerate(blocks):
        is_label = block.kind is BlockKind.HEADING or (block.kind is BlockKind.PARAGRAPH and block.is_bold)
        if not is_label or not is_about_authors(block.plain):
            continue
        below: list[TextBlock] = []
        for each in blocks[place + 1 :]:
            if each.kind is not BlockKind.PARAGRAPH or each.pictures:
                break
            below.append(each)
        may_be_new = not facts.authors
        found = [_author_of(each.plain, facts.authors, may_be_new=may_be_new) for each in below]
        if not found or not all(found):
            continue
        for each, name in zip(below, found, strict=True):
            author = next((author for author in facts.authors if author["name"] == name), None)
            if author is None:
                author = {"name": name}
                facts.authors.append(author)
            author["bio"] = f"{author['bio']}\n\n{each.text}" if "bio" in author else each.text
            facts.told.append(guessed(path, f"a paragraph is taken for the bio of {name}", each.number))
        facts.gone.append(block.plain)
        return [*blocks[:place], *blocks[place + 1 + len(below) :]]
    return list(blocks)


def _author_of(plain: str, authors: Sequence[Mapping[str, str]], *, may_be_new: bool) -> str:
    """The name of the author that a paragraph begins with, of a new one where none is known; or nothing."""
    for author in authors:
        if author["name"].casefold() in plain[:BEGINNING].casefold():
            return author["name"]
    found = NAMES.match(plain) if may_be_new else None
    return found[0] if found else ""
