"""A file of references: its entries by their keys.

In:  nothing; these are the shapes that the readers of files fill.
Out: `ReferenceEntry` and `ReferenceFile`.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import SourceRange, warning

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from issuebrief.citations.csl.works import Work
    from issuebrief.diagnostics.model import Diagnostic

MOST_TOLD = 10
"""So many entries of a file that cannot be read are told of; the last says how many more there are."""


@dataclass(frozen=True)
class ReferenceEntry:
    """An entry: where it begins, and what reads it; a large file is not read for one work."""

    key: str
    place: SourceRange
    excerpt: str
    read: Callable[[], Work]


@dataclass
class ReferenceFile:
    """The entries of a file, and what is wrong with it."""

    path: Path
    text: str
    entries: dict[str, ReferenceEntry] = field(default_factory=dict)
    problems: list[Diagnostic] = field(default_factory=list)
    untold: int = 0

    @cached_property
    def _starts(self) -> list[int]:
        starts, at = [0], self.text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.text.find("\n", at + 1)
        return starts

    def place(self, offset: int) -> SourceRange:
        """The place of an offset."""
        line = bisect_right(self._starts, offset)
        return SourceRange(self.path, line, offset - self._starts[line - 1] + 1)

    def line_at(self, offset: int) -> str:
        """The line on which an offset lies, at most its first characters."""
        start = self._starts[bisect_right(self._starts, offset) - 1]
        end = self.text.find("\n", start)
        return self.text[start : min(end if end >= 0 else len(self.text), start + 200)]

    def add(self, key: str, offset: int, read: Callable[[], Work]) -> None:
        """Take up an entry; of two with one key the first counts."""
        place, excerpt = self.place(offset), self.line_at(offset)
        if first := self.entries.get(key):
            message = f"the key “{key}” is given a second time; the entry on line {first.place.line} counts"
            hint = "give one of the two another key, or delete it"
            self.tell("citations.duplicate-key", message, offset, hint)
            return
        self.entries[key] = ReferenceEntry(key, place, excerpt, read)

    def tell(self, code: str, message: str, offset: int, hint: str) -> None:
        """Warn of something in the file, of so many things at most."""
        if len(self.problems) >= MOST_TOLD:
            self.untold += 1
            return
        self.problems.append(warning(code, message, self.place(offset), hint, self.line_at(offset)))
