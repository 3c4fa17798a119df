"""A limit to the time that a piece of work takes in this process.

In:  seconds.
Out: `OutOfTime`, raised in the midst of the work when they are over. The work notices it between two steps of
     Python; what is under way in a library ends first.
"""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

AGAIN = 1.0
"""Seconds after which a limit that was passed unheeded, as inside a library that asks back, is told again."""


class OutOfTime(BaseException):
    """The time is over. Nobody who looks out for faults of the work is to catch it."""


@contextmanager
def time_limit(seconds: float | None) -> Iterator[None]:
    """Let the work inside take so many seconds; any where the system has no alarm for this thread."""
    in_main_thread = threading.current_thread() is threading.main_thread()
    if seconds is None or not in_main_thread or not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGALRM, _over)
    signal.setitimer(signal.ITIMER_REAL, seconds, AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _over(_number: int, _frame: FrameType | None) -> None:
    raise OutOfTime
