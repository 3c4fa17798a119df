"""Find the notes on the authors, which stand at the end of most manuscripts.

In:  the blocks of a text and the authors that are known.
Out: their bios; the blocks without them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.word_import.documents.model import BlockKind, TextBlock
from issuebrief.word_import.documents.tellings import guessed
from issuebrief.word_import.known_words import is_about_authors
from issuebrief.word_import.opening import NAMES

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from issuebrief.word_import.opening import FrontFacts


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
        if not below or not all(_author_of(each.plain, facts) for each in below):
            continue
        for each in below:
            author = _author_of(each.plain, facts)
            if author not in facts.authors:
                facts.authors.append(author)
            author["bio"] = f"{author['bio']}\n\n{each.text}" if "bio" in author else each.text
            facts.told.append(
                guessed(path, f"a paragraph is taken for the bio of {author['name']}", each.number)
            )
        facts.gone.append(block.plain)
        return [*blocks[:place], *blocks[place + 1 + len(below) :]]
    return list(blocks)


def _author_of(plain: str, facts: FrontFacts) -> dict[str, str]:
    """The author whose name a paragraph begins with; a new one where none is known yet."""
    for author in facts.authors:
        if author["name"].casefold() in plain[:80].casefold():
            return author
    found = NAMES.match(plain)
    return {"name": found[0]} if found and not facts.authors else {}
