"""Find what goes into the front matter, by style and by place.

In:  the blocks of a text, those that Pandoc took for metadata among them.
Out: the facts, the other blocks, and a word on every fact that was guessed.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from issuebrief.word_import.documents.import_problems import guessed, quoted
from issuebrief.word_import.documents.model import BlockKind, TextBlock
from issuebrief.word_import.documents.template_styles import AFFILIATION, BIO, KEY_POINT, KEYWORDS
from issuebrief.word_import.part_labels import date_in, labelled, without_by

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence
    from pathlib import Path

    from issuebrief.diagnostics.model import Diagnostic

OF_TEMPLATE = (AFFILIATION, BIO, KEYWORDS, KEY_POINT)
STYLES = {"title": "title", "subtitle": "subtitle", "author": "author", "authors": "author", "date": "date"}
LONGEST_TITLE, LONGEST_LINE = 30, 24
"""Words."""
MOST_LETTERS = 250
SOON = 12
"""How many blocks after the title are looked at for authors and the like."""
NAME = r"(?:[^\W\d_a-z][\w.’'-]*|de|van|von|der|den|da|di|la|le|al|bin|zu|af|ter|dos|del)"
NAMES = re.compile(rf"{NAME}(?:[ \u00a0]{NAME}){{1,4}}")
NAME_AND_PLACE = re.compile(rf"{NAME}(?:[ \u00a0]{NAME}){{1,3}},\s[^\W\d_a-z]")
JOINED = re.compile(r"\s*(?:,|;|&|\band\b|\bund\b|\bet\b|\boch\b|\by\b|\be\b|\bog\b|\ben\b|\bi\b)\s+")
MAIL = re.compile(r"<?(?:mailto:)?([\w.+-]+@[\w-]+(?:\.[\w-]+)+)>?")
NOTE = re.compile(r"\[\^n(\d+)\]|\\\*|[*†‡]|\^?\d\^?(?=$|,)")
TAG = re.compile(r"</?[a-z][^<>]*>")
SPLIT = re.compile(r"\s*[,;]\s*")


@dataclass
class FrontFacts:
    """What is known of a brief; texts are Markdown."""

    title: str = ""
    subtitle: str = ""
    authors: list[dict[str, str]] = field(default_factory=list)
    date: datetime.date | None = None
    abstract: list[str] = field(default_factory=list)
    key_points: list[str] = field(default_factory=list)
    keywords: list[str] = field(default_factory=list)
    told: list[Diagnostic] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    """Words that are in the manuscript and are not in the brief in the same form, such as its date."""
    bio_notes: list[int] = field(default_factory=list)
    """Notes at the names of authors, whose words are their bios."""


def take_opening(
    blocks: Sequence[TextBlock], facts: FrontFacts, notes: Sequence[str], path: Path
) -> list[TextBlock]:
    """The blocks without those whose words are now facts."""
    left = _by_style(blocks, facts, notes, path)
    head = [] if facts.title else _letterhead(left)
    left = left[len(head) :]
    if not facts.title and left:
        left = _title_by_place(left, facts, path)
    left = _lines_by_place(left, facts, notes, path)
    if head and facts.title:
        words = " ".join(TAG.sub(" ", head[0].plain).split())
        message = f"a table before the title stands before the text: {quoted(words)}"
        facts.told.append(guessed(path, message, head[0].number))
    return [*head, *left]


def _letterhead(blocks: Sequence[TextBlock]) -> list[TextBlock]:
    """Small tables before all else, such as one with the institute and the number of the paper."""
    place = 0
    while place < len(blocks) and blocks[place].kind is BlockKind.TABLE:
        place += 1
    head = [*blocks[:place]]
    return head if all(len(TAG.sub(" ", block.plain).split()) <= LONGEST_TITLE for block in head) else []


def _by_style(
    blocks: Sequence[TextBlock], facts: FrontFacts, notes: Sequence[str], path: Path
) -> list[TextBlock]:
    left: list[TextBlock] = []
    for block in blocks:
        kind = STYLES.get(block.style, "") if block.kind is BlockKind.PARAGRAPH else ""
        if kind == "title" and not facts.title:
            facts.title = block.text
        elif kind == "title" and facts.title and not left:
            facts.title = f"{facts.title} {block.text}"
        elif kind == "subtitle" and not facts.subtitle:
            facts.subtitle = block.text
        elif kind == "author":
            _add_authors(block, facts, notes, path)
        elif kind == "date" and facts.date is None and (found := date_in(block.plain)):
            facts.date = found[0]
            facts.gone.append(block.plain)
        elif block.style == "abstract" and block.text:
            facts.abstract.append(block.text)
        elif block.style == "abstract title":
            facts.gone.append(block.plain)
        elif block.style in OF_TEMPLATE and block.plain:
            _take_styled(block, facts)
        else:
            left.append(block)
    return left


def _take_styled(block: TextBlock, facts: FrontFacts) -> None:
    """What a style of the template says for certain; what is of an author is the last one's."""
    if block.style == KEY_POINT:
        facts.key_points.append(block.text)
    elif block.style == KEYWORDS:
        facts.keywords += [word for word in SPLIT.split(block.plain.strip(" .")) if word]
    else:
        key = "affiliation" if block.style == AFFILIATION else "bio"
        author = facts.authors[-1] if facts.authors else {"name": ""}
        between = ", " if key == "affiliation" else "\n\n"
        author[key] = f"{author[key]}{between}{block.text}" if author.get(key) else block.text
        facts.authors = facts.authors or [author]


def _title_by_place(blocks: list[TextBlock], facts: FrontFacts, path: Path) -> list[TextBlock]:
    """Take the first line for the title, unless it is a paragraph or one of several headings of its level."""
    first = next((place for place, block in enumerate(blocks) if block.plain), None)
    if first is None or first > 2 or first + 1 == len(blocks):
        return blocks
    block = blocks[first]
    levels = [each.level for each in blocks if each.kind is BlockKind.HEADING]
    is_short = len(block.plain.split()) <= LONGEST_TITLE and len(block.plain) <= MOST_LETTERS
    is_line = block.kind is BlockKind.PARAGRAPH and is_short
    is_only = block.kind is BlockKind.HEADING and (levels.count(block.level) == 1 or block.name == "guess")
    if not (is_line or is_only) or block.plain.endswith(".") or date_in(block.plain):
        return blocks
    facts.title = block.text.replace("**", "")
    message = f"the first line is taken for the title: {quoted(block.plain)}"
    facts.told.append(guessed(path, message, block.number))
    return [*blocks[:first], *blocks[first + 1 :]]


def _lines_by_place(
    blocks: list[TextBlock], facts: FrontFacts, notes: Sequence[str], path: Path
) -> list[TextBlock]:
    """Take short lines before the text for a subtitle, authors, their institutes and a date."""
    left: list[TextBlock] = []
    place = 0
    while place < min(len(blocks) - 1, SOON):
        block = blocks[place]
        is_short = block.kind is BlockKind.PARAGRAPH and len(block.plain.split()) <= LONGEST_LINE
        kind = _line_kind(block, facts) if is_short and not block.pictures else ""
        if not kind:
            break
        _take_line(kind, block, facts, notes, path)
        place += 1
    return [*left, *blocks[place:]]


def _line_kind(block: TextBlock, facts: FrontFacts) -> str:
    plain = block.plain
    if labelled(plain)[0]:
        return ""
    if facts.date is None and date_in(plain):
        return "date"
    if MAIL.fullmatch(plain) and facts.authors:
        return "email"
    is_author = bool(authors_in(plain)) or bool(NAME_AND_PLACE.match(without_by(plain)))
    if not facts.authors and is_author and not plain.endswith("."):
        return "author"
    ends_plainly = not plain.endswith((".", ":", ";", "!"))
    if plain.isupper() and (facts.authors or facts.subtitle):
        return ""
    if facts.authors and ends_plainly and not block.is_bold and len(plain) < 120:
        return "affiliation"
    if not facts.subtitle and not facts.authors and ends_plainly and facts.title:
        return "subtitle"
    return ""


def _take_line(kind: str, block: TextBlock, facts: FrontFacts, notes: Sequence[str], path: Path) -> None:
    if kind == "date":
        found = date_in(block.plain)
        assert found is not None
        facts.date = found[0]
        facts.gone.append(block.plain)
        message = f"a line is taken for the date: {quoted(block.plain)}"
        if not found[1]:
            message += ", of which the first day is written"
    elif kind == "author":
        message = f"a line is taken for the authors: {quoted(block.plain)}"
        _add_authors(block, facts, notes, path)
    elif kind == "email":
        message = f"an address is taken for the last author’s: {quoted(block.plain)}"
        facts.authors[-1]["email"] = block.plain.strip("<>")
    elif kind == "affiliation":
        message = f"a line is taken for the last author’s place of work: {quoted(block.plain)}"
        before = facts.authors[-1].get("affiliation")
        facts.authors[-1]["affiliation"] = f"{before}, {block.plain}" if before else block.plain
    else:
        message = f"a line is taken for the subtitle: {quoted(block.plain)}"
        facts.subtitle = block.text.replace("**", "").strip("*")
    facts.told.append(guessed(path, message, block.number))


def authors_in(line: str) -> list[str]:
    """The names of authors that a line is made of; none where it is anything else."""
    plain = NOTE.sub("", without_by(" ".join(line.split()))).strip()
    names = [part.strip() for part in JOINED.split(plain) if part.strip()]
    return names if names and all(NAMES.fullmatch(name) for name in names) else []


def _add_authors(block: TextBlock, facts: FrontFacts, notes: Sequence[str], path: Path) -> None:
    """Add the authors of a line; what follows a single name is where they work, a note at it their bio."""
    cited = [int(found) for found in re.findall(r"\[\^n(\d+)\]", block.text)]
    names = authors_in(block.plain)
    rest = ""
    if not names:
        plain = NOTE.sub("", without_by(block.plain)).strip()
        first, *others = SPLIT.split(plain, maxsplit=1)
        names, rest = [first], others[0] if others else ""
    kept = Counter(re.findall(r"\w+", f"{' '.join(names)} {rest}"))
    facts.gone += (Counter(re.findall(r"\w+", block.plain)) - kept).elements()
    for place, name in enumerate(names):
        author = {"name": name}
        if rest:
            author["affiliation"] = rest
            facts.told.append(guessed(path, f"{quoted(rest)} is taken for where {name} works", block.number))
        if place < len(cited) and cited[place] <= len(notes):
            author["bio"] = notes[cited[place] - 1]
            facts.bio_notes.append(cited[place])
            facts.told.append(guessed(path, f"the note at {name} is taken for the bio", block.number))
        facts.authors.append(author)
