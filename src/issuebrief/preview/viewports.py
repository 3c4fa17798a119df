"""What the pages in browsers show, and what the terminal is told.

In:  what each page in a browser says that it shows, by the name it has given itself.
Out: `View`, `Report`, and `Views`: the pages of the brief that anybody looks at.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.diagnostics.model import Diagnostic

MOST = 16
"""Views that are remembered; of more the oldest are forgotten."""


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


class Views:
    """The views of all pages in browsers, for as long as these listen."""

    def __init__(self) -> None:
        self._views: dict[str, View] = {}
        self._listening: Counter[str] = Counter()

    def __iter__(self) -> Iterator[View]:
        return iter(self._views.values())

    def come(self, name: str) -> None:
        """A page begins to listen; one without a name is never forgotten."""
        self._listening[name] += bool(name)

    def go(self, name: str) -> None:
        """It listens no more; one that was cut off may have come back before this is noticed."""
        self._listening[name] -= bool(name)
        if name and not self._listening[name]:
            del self._listening[name]
            self._views.pop(name, None)

    def see(self, name: str, view: View) -> None:
        """A page shows something."""
        self._views.pop(name, None)
        self._views[name] = view
        while len(self._views) > MOST:
            del self._views[next(iter(self._views))]

    @property
    def sheets(self) -> bool:
        """Whether anybody wants press sheets."""
        return any(view.sheets for view in self)

    @property
    def visible(self) -> tuple[int, ...]:
        """The pages in sight anywhere; the first two as long as nobody has said anything."""
        return tuple({number: None for view in self._views.values() or (View(),) for number in view.pages})


@dataclass(frozen=True)
class Report:
    """A rebuild, for the terminal: how many pages there are and how many look new; none where it failed."""

    seconds: float
    pages: int
    changed: int
    problems: tuple[Diagnostic, ...]
