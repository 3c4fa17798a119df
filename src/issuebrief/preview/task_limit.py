"""The time that a task of the worker may take.

In:  the worker that has been given a task, and seconds of work.
Out: a call once they are over, unless the task was done before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.time_limit import SOONEST, Allowance

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable

    from issuebrief.preview.worker import Worker


class TaskLimit:
    """One limit at a time; all of it happens on one event loop."""

    def __init__(self, loop: asyncio.AbstractEventLoop, over: Callable[[], None]) -> None:
        self._loop, self._over = loop, over
        self._timer: asyncio.TimerHandle | None = None

    def begin(self, worker: Worker, seconds: float) -> None:
        """Let the worker's task take so many seconds from now on, in place of what was before."""
        self.end()
        self._look(worker, Allowance(seconds, worker.clocks()))

    def end(self) -> None:
        """Wait no more for the end of the time."""
        if self._timer:
            self._timer.cancel()
        self._timer = None

    def _look(self, worker: Worker, allowance: Allowance) -> None:
        left = allowance.left(worker.clocks())
        if left > 0:
            self._timer = self._loop.call_later(max(left, SOONEST), self._look, worker, allowance)
        else:
            self._over()
