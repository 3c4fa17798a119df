"""What was decided about the lengths of paragraphs, kept from one revision of a brief to the next.

In:  what `column_plan.py` finds out about the blocks of columns, and what it decides.
Out: the same again for a block that has not changed; and the tokens of those about which something else is
     decided than before.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.etree.ElementTree import Element

    from issuebrief.layout.paragraphs.break_cache import LineBreaks
    from issuebrief.pagination.columns import ColumnBlock

Key = tuple[object, ...]


@dataclass(frozen=True)
class Decision:
    """The pieces of a child of columns: what they can take, what they take, and the lines that end columns.

    `ends` gives the piece's place in the child, and the line's number in the piece.
    """

    blocks: tuple[ColumnBlock, ...]
    lines: tuple[int, ...]
    ends: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Before:
    """What the last revision's elements were known as, and the ways of its paragraphs."""

    known_as: Callable[[Element], tuple[str, int] | None]
    line_breaks: dict[Key | None, LineBreaks]


@dataclass
class Decisions:
    """All decisions of a revision; `known_as` tells what an element is kept by, if by anything.

    A revision begins with a copy of those of the last one.
    """

    known_as: Callable[[Element], tuple[str, int] | None] = lambda _: None
    children: dict[Key, Decision] = field(default_factory=dict)
    line_breaks: dict[Key | None, LineBreaks] = field(default_factory=dict)
    changed: set[str] = field(default_factory=set)
    """The tokens of elements about which something else was decided than before."""
    before: Before | None = None

    def following(self, known_as: Callable[[Element], tuple[str, int] | None]) -> Decisions:
        """The decisions to begin the next revision with."""
        before = Before(self.known_as, self.line_breaks)
        return Decisions(known_as, dict(self.children), dict(self.line_breaks), before=before)

    def key(self, element: Element, *more: object) -> Key | None:
        """What an element is kept by here; `more` is what else the decision hangs on."""
        known = self.known_as(element)
        return (*known, *more) if known else None

    def keep(self, known: set[tuple[str, int] | None]) -> None:
        """Forget what was decided about all but the elements that are known as this."""
        self.children = {key: found for key, found in self.children.items() if key[:2] in known}
        self.line_breaks = {
            key: line_breaks for key, line_breaks in self.line_breaks.items() if key and key[:2] in known
        }

    def compare(self, element: Element, key: Key | None) -> None:
        """Take note of a paragraph, by its element and key, that is broken otherwise than before."""
        if key is None or self.before is None:
            return
        if self.before.known_as(element) != key[:2] or self.before.line_breaks.get(
            key
        ) != self.line_breaks.get(key):
            self.changed |= self._tokens(element)

    def _tokens(self, element: Element) -> set[str]:
        return {known[0] for inner in element.iter() if (known := self.known_as(inner))}

    def reconsider(self, element: Element) -> None:
        """Forget what was decided about the paragraphs in an element."""
        tokens = self._tokens(element)
        self.changed |= tokens
        for key in [key for key in self.line_breaks if key and key[0] in tokens]:
            del self.line_breaks[key]
