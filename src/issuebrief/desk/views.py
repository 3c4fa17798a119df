"""What the pages in browsers show, and what the terminal is told.

In:  nothing; these are shapes that the foreman passes on.
Out: `View`, `Report`, and which pages a view is about.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from issuebrief.problem import Problem


@dataclass(frozen=True)
class View:
    """What a page shows: pages by number, their width in pixels, and whether press sheets are wanted."""

    pages: tuple[int, ...] = (0, 1)
    width: int = 0
    sheets: bool = False

    def seen(self, number: int) -> list[int]:
        """The pages in sight, of so many."""
        return [page for page in self.pages if 0 <= page < number]

    def near(self, number: int) -> list[int]:
        """Those before and after them."""
        seen = self.seen(number)
        return [page for page in (min(seen) - 1, max(seen) + 1) if 0 <= page < number] if seen else []


@dataclass(frozen=True)
class Report:
    """A rebuild, for the terminal: how many pages there are and how many look new; none where it failed."""

    seconds: float
    pages: int
    changed: int
    problems: tuple[Problem, ...]
