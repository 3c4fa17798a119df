"""Measure how long each stage of a brief takes.

In:  the end of each stage, as it comes.
Out: a `Stage` for each, in their order.
"""

from __future__ import annotations

from time import monotonic

from issuebrief.job import Stage


class Stopwatch:
    """Runs from its making; each stage lasts from the end of the one before."""

    def __init__(self) -> None:
        self.stages: tuple[Stage, ...] = ()
        self._began = monotonic()

    def finish(self, name: str, detail: str) -> None:
        """A stage has ended; `detail` says what it worked on."""
        now = monotonic()
        self.stages += (Stage(name, now - self._began, detail),)
        self._began = now
