"""The changes that are tried on a theme, with those that were undone.

In:  a change, one step back or forward.
Out: a `History`, which is a value: each step gives another.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from issuebrief.preview.theme_panel.model import Changes

MOST = 200
"""So many steps can be undone."""


@dataclass(frozen=True)
class History:
    """The changes as they are `now`, as they were before each step, and after each that was undone.

    `moved` is the token that the last step changed, for as long as it may be part of a longer movement.
    """

    now: Changes = ()
    past: tuple[Changes, ...] = ()
    future: tuple[Changes, ...] = ()
    moved: str = ""

    def changed(self, token: str, value: str | None, *, goes_on: bool = False) -> History:
        """With another value of a token, or with the one in its file; one that `goes_on` is no new step."""
        others = tuple(change for change in self.now if change[0] != token)
        is_known = len(others) < len(self.now)
        if value is None:
            now = others
        elif is_known:
            now = tuple((name, value if name == token else held) for name, held in self.now)
        else:
            now = (*self.now, (token, value))
        if now == self.now:
            return self
        if goes_on and self.moved == token:
            return replace(self, now=now)
        return History(now, (*self.past, self.now)[-MOST:], (), token)

    def without_any(self) -> History:
        """With no change at all, which can be undone as well."""
        return History((), (*self.past, self.now)[-MOST:]) if self.now else self

    def undone(self) -> History:
        """One step back."""
        if not self.past:
            return self
        return History(self.past[-1], self.past[:-1], (self.now, *self.future))

    def redone(self) -> History:
        """One step forward again."""
        if not self.future:
            return self
        return History(self.future[0], (*self.past, self.now), self.future[1:])
