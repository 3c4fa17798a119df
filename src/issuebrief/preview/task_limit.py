"""The time that a task of the worker may take, and what is put off for a while.

In:  the worker that has been given a task, and seconds of work; or seconds to wait.
Out: a call once they are over, unless the task was done before, or the call is wanted no more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.time_limit import SOONEST, Allowance

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable

    from issuebrief.preview.worker import Worker


class PutOff:
    """A call that is put off; one at a time."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._timer: asyncio.TimerHandle | None = None

    def __bool__(self) -> bool:
        return self._timer is not None

    def until(self, seconds: float, act: Callable[..., None], *arguments: object) -> None:
        """Do it after so many seconds."""
        self._timer = self._loop.call_later(seconds, act, *arguments)

    def off(self) -> None:
        """Do it no more, or know that it was done."""
        if self._timer:
            self._timer.cancel()
        self._timer = None


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
