"""A limit to the time that a piece of work takes, by the processor's clock and by the one on the wall.

In:  seconds of work; for work elsewhere, the number of its process.
Out: how many of them are left; or `OutOfTime`, raised in the midst of work in this process.
     The work notices it between two steps of Python; what is under way in a library ends first.

What counts is the time that the work had a processor, so that a busy machine refuses no brief. Work that
waits, for a disk or for the network, has some times as long.
"""

from __future__ import annotations

import signal
import sys
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from subprocess import Popen
    from types import FrameType

WAITING = 5
"""How many times the seconds of work may pass on the wall."""

AGAIN = 1.0
"""Seconds after which a limit that was passed unheeded, as inside a library that asks back, is told again."""

SOONEST = 0.01
"""Seconds of the shortest alarm: one of none would never ring."""


class OutOfTime(BaseException):
    """The time is over. Nobody who looks out for faults of the work is to catch it."""


@dataclass(frozen=True)
class ClockReading:
    """Two clocks, read at once: seconds of the processor, where the system tells them, and on the wall."""

    processor: float | None
    wall: float


@dataclass(frozen=True)
class Allowance:
    """So many seconds of work, from a moment on."""

    seconds: float
    began: ClockReading

    def left(self, now: ClockReading) -> float:
        """Seconds before which they cannot be over; 0 or less once they are.

        Where the system tells no time of the processor, the wall's is taken for it.
        """
        passed = now.wall - self.began.wall
        if self.began.processor is None:
            return self.seconds - passed
        # A process that has ended meanwhile has no clock any more.
        worked = 0.0 if now.processor is None else now.processor - self.began.processor
        return min(self.seconds - worked, self.seconds * WAITING - passed)


def ended_within(process: Popen[bytes], seconds: float) -> int | None:
    """The status that a process ended with; None where it was stopped after so many seconds of work."""
    from subprocess import TimeoutExpired

    allowance = Allowance(seconds, clocks_of(process.pid))
    try:
        while (left := allowance.left(clocks_of(process.pid))) > 0:
            try:
                return process.wait(max(left, SOONEST))
            except TimeoutExpired:
                continue
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()
    return None


def clocks_here() -> ClockReading:
    """Both clocks, by the time that this thread had a processor."""
    return ClockReading(time.thread_time(), time.monotonic())


def clocks_of(process: int | None) -> ClockReading:
    """Both clocks, by the time that another process had a processor, with all its threads."""
    return ClockReading(_processor_time(process), time.monotonic())


def _processor_time(process: int | None) -> float | None:
    """Seconds; None where the system does not tell them, or the process is no more."""
    if process is None or sys.platform != "linux":
        return None
    # The clock of a process has its number in it: clock_getcpuclockid(3), as Linux makes it.
    clock = (~process << 3) | 2
    try:
        return time.clock_gettime(clock)
    except OSError:
        return None


@contextmanager
def time_limit(seconds: float | None, clocks: Callable[[], ClockReading] = clocks_here) -> Iterator[None]:
    """Let the work inside take so many seconds; any where the system has no alarm for this thread."""
    in_main_thread = threading.current_thread() is threading.main_thread()
    if seconds is None or not in_main_thread or not hasattr(signal, "setitimer"):
        yield
        return
    allowance = Allowance(seconds, clocks())

    def rung(_number: int, _frame: FrameType | None) -> None:
        left = allowance.left(clocks())
        if left > 0:
            signal.setitimer(signal.ITIMER_REAL, max(left, SOONEST), AGAIN)
            return
        raise OutOfTime

    before = signal.signal(signal.SIGALRM, rung)
    signal.setitimer(signal.ITIMER_REAL, seconds, AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
