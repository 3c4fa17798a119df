"""The values of an import.

In:  nothing.
Out: `SourceDocument`, what the file itself says; `TextBlock`, a piece of the text as Markdown;
     `ImportedBrief`, what is to be written; and `UnreadableDocument`, raised where there is nothing to read.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from issuebrief.diagnostics.model import Diagnostic


class UnreadableDocument(ValueError):
    """A file that is not read here: the code of the problem, what is wrong, what helps."""

    def __init__(self, code: str, reason: str, hint: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason
        self.hint = hint


class Changes(Enum):
    """What becomes of tracked changes."""

    ASK = "ask"
    ACCEPT = "accept"
    REJECT = "reject"


@dataclass(frozen=True)
class SourceParagraph:
    """A paragraph as the file has it.

    `number` counts from 1, empty paragraphs and those of tables included. `style` is the name of its style in
    lower case, `size` that of its letters in pt, 0 where the styles alone say.
    """

    number: int
    text: str
    style: str = ""
    size: float = 0.0
    is_centred: bool = False


@dataclass(frozen=True)
class TrackedChange:
    """A change that was neither accepted nor rejected."""

    kind: str
    author: str
    date: str
    words: str
    paragraph: int


@dataclass(frozen=True)
class Comment:
    """A comment, and the words that it is about."""

    author: str
    date: str
    words: str
    about: str
    paragraph: int


@dataclass(frozen=True)
class SourcePicture:
    """What the file says of one of its pictures."""

    alternative: str
    is_cropped: bool
    paragraph: int


@dataclass(frozen=True)
class SourceDocument:
    """What a file says, beside what Pandoc reads.

    `content` is the file for Pandoc. `words` are all words that a reader of the document sees, by paragraph;
    those of notes are under 0. `bookmarks` are the paragraphs that they are in. Where a reference manager
    `cites`, the list of works that it keeps stands at `listed` paragraphs, with so many `listed_links`.
    """

    content: bytes
    paragraphs: dict[int, SourceParagraph] = field(default_factory=dict)
    pictures: tuple[SourcePicture, ...] = ()
    changes: tuple[TrackedChange, ...] = ()
    comments: tuple[Comment, ...] = ()
    bookmarks: dict[str, int] = field(default_factory=dict)
    properties: dict[str, str] = field(default_factory=dict)
    words: dict[int, str] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    body_size: float = 11.0
    problems: tuple[Diagnostic, ...] = ()
    cites: bool = False
    listed: tuple[int, ...] = ()
    listed_links: int = 0


class BlockKind(Enum):
    """What a piece of the text is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    QUOTE = "quote"
    LIST = "list"
    TABLE = "table"
    FIGURE = "figure"
    BOX_START = "box start"
    BOX_END = "box end"
    VERBATIM = "verbatim"


@dataclass(frozen=True)
class TextBlock:
    """A piece of the text.

    `text` is its Markdown and `plain` its words. `number` is the paragraph that it begins with, 0 where that
    is unknown. `ids` are the names that Pandoc gave it; `items` are the entries of a list.
    """

    kind: BlockKind
    text: str
    plain: str
    number: int = 0
    style: str = ""
    level: int = 0
    is_bold: bool = False
    name: str = ""
    caption: str = ""
    source: str = ""
    ids: tuple[str, ...] = ()
    pictures: tuple[int, ...] = ()
    items: tuple[str, ...] = ()


@dataclass(frozen=True)
class TextPicture:
    """A picture in the text: Pandoc's name for its file, its alternative text, the width that was given."""

    file: str
    alternative: str
    paragraph: int


@dataclass(frozen=True)
class WrittenFile:
    """A file that an import makes."""

    name: str
    content: bytes


@dataclass(frozen=True)
class Count:
    """How many of a kind there are in the file and in the brief."""

    kind: str
    before: int
    after: int


@dataclass(frozen=True)
class ImportedBrief:
    """What an import made: the files, what it tells, and the counts; no files where it failed.

    `paragraphs` are the words of the manuscript's paragraphs by their numbers.
    """

    source: Path
    files: tuple[WrittenFile, ...] = ()
    problems: tuple[Diagnostic, ...] = ()
    counts: tuple[Count, ...] = ()
    paragraphs: Mapping[int, str] = field(default_factory=dict, repr=False)
