"""What was decided about the lengths of paragraphs, kept from one edition of a brief to the next.

In:  what `column_plan.py` finds out about the blocks of columns, and what it decides.
Out: the same again for a block that has not changed; and the tokens of those about which something else is
     decided than before.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from issuebrief.compose.columns import Block
    from issuebrief.typeset.ways import Way

Key = tuple[Any, ...]


@dataclass(frozen=True)
class Decision:
    """The pieces of a child of columns: what they can take, what they take, and the lines that end columns.

    `ends` gives the piece's place in the child, and the line's number in the piece.
    """

    blocks: tuple[Block, ...]
    lines: tuple[int, ...]
    ends: tuple[tuple[int, int], ...]


@dataclass
class Decisions:
    """All decisions of an edition; `known_as` tells what an element is kept by, if by anything.

    An edition begins with a copy of those of the last one.
    """

    known_as: Callable[[Any], tuple[str, int] | None] = lambda _: None
    children: dict[Key, Decision] = field(default_factory=dict)
    ways: dict[Key | None, Way] = field(default_factory=dict)
    changed: set[str] = field(default_factory=set)
    """The tokens of elements about which something else was decided than before."""

    def following(
        self,
        known_as: Callable[[Any], tuple[str, int] | None],
        is_past: Callable[[Key], bool] = lambda _: False,
    ) -> Decisions:
        """The decisions to begin the next edition with: all but those that nothing can ask for any more."""
        return Decisions(
            known_as,
            {key: decision for key, decision in self.children.items() if not is_past(key)},
            {key: way for key, way in self.ways.items() if not (key and is_past(key))},
        )

    def key(self, element: Any, *more: Any) -> Key | None:
        """What an element is kept by here; `more` is what else the decision hangs on."""
        known = self.known_as(element)
        return (*known, *more) if known else None

    def reconsider(self, element: Any) -> None:
        """Forget what was decided about the paragraphs in an element."""
        tokens = {known[0] for inner in element.iter() if (known := self.known_as(inner))}
        self.changed |= tokens
        for key in [key for key in self.ways if key and key[0] in tokens]:
            del self.ways[key]
