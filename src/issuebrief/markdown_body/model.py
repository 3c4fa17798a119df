"""What the text of a brief becomes.

In:  nothing; these are the shapes that `convert.py` fills and the templates print.
Out: `Body` and its parts, frozen.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


PARAGRAPH_END = "</p>"


@dataclass(frozen=True)
class Note:
    """An endnote: its number, its HTML, the ids of the marks in the text that cite it, in order, its line."""

    number: int
    html: str
    marks: tuple[str, ...]
    line: int = 0
    start: int = -1
    """Where it begins in the body as it was typed; -1 for a note of the front matter."""

    @property
    def id(self) -> str:
        """The id that marks link to."""
        return f"note-{self.number}"

    @property
    def parted(self) -> tuple[str, str]:
        """The HTML in two, between which the ways back stand: at the end of the last paragraph."""
        cut = len(self.html) - len(PARAGRAPH_END) if self.html.endswith(PARAGRAPH_END) else len(self.html)
        return self.html[:cut], self.html[cut:]


@dataclass(frozen=True)
class PullQuote:
    """A pull-quote: the id of its `aside`, the id of the passage it stands beside, its line in the file."""

    id: str
    passage: str
    line: int


@dataclass(frozen=True)
class Body:
    """What the Markdown became; blocks carry the line of the file that they came from as `data-line`.

    `field_marks` has the marks that cite notes in a field of the front matter, by the text of the field, in
    order, as HTML.
    """

    html: str
    notes: tuple[Note, ...]
    pull_quotes: tuple[PullQuote, ...]
    credits: tuple[tuple[str, str], ...] = ()
    """The credits of pictures as HTML, each with the label of its figure, where they are to make a list."""
    field_marks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
