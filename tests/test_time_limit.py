"""The time that work may take, by clocks that a test turns."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import dataclass

import pytest

from issuebrief.time_limit import Allowance, ClockReading, OutOfTime, clocks_of, time_limit

pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="alarms as POSIX has them")


@dataclass
class Clock:
    """Two clocks that stand still until they are turned."""

    processor: float = 0.0
    wall: float = 0.0

    def __call__(self) -> ClockReading:
        return ClockReading(self.processor, self.wall)


def test_time_without_a_processor_does_not_count() -> None:
    assert Allowance(10, ClockReading(5, 100)).left(ClockReading(7, 140)) == 8


def test_work_that_only_waits_has_five_times_as_long() -> None:
    allowance = Allowance(10, ClockReading(5, 100))
    assert allowance.left(ClockReading(5, 149)) == 1
    assert allowance.left(ClockReading(5, 150)) == 0


def test_where_no_clock_of_the_processor_is_told_the_one_on_the_wall_counts() -> None:
    assert Allowance(10, ClockReading(None, 100)).left(ClockReading(None, 108)) == 2


def test_a_process_that_has_ended_meanwhile_is_not_late() -> None:
    assert Allowance(10, ClockReading(50, 100)).left(ClockReading(None, 101)) == 10


def test_the_clock_on_the_wall_may_pass_a_limit_while_little_was_worked() -> None:
    clock = Clock()
    with time_limit(60, clock):
        clock.processor, clock.wall = 1, 200
        signal.raise_signal(signal.SIGALRM)
        assert 58 < signal.getitimer(signal.ITIMER_REAL)[0] <= 59
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)


@pytest.mark.parametrize(("processor", "wall"), [(60, 60), (61, 100), (1, 300)])
def test_work_is_ended_once_its_time_is_over(processor: float, wall: float) -> None:
    clock = Clock()
    with pytest.raises(OutOfTime), time_limit(60, clock):
        clock.processor, clock.wall = processor, wall
        signal.raise_signal(signal.SIGALRM)
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)


@pytest.mark.skipif(sys.platform != "linux", reason="the clock of another process")
def test_the_clock_of_a_process_is_that_of_its_work() -> None:
    own = clocks_of(os.getpid()).processor
    assert own is not None and own > 0
    child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    before = clocks_of(child.pid).processor
    assert before is not None and before < own
    child.communicate(b"\n")
    assert clocks_of(child.pid).processor is None


def test_a_system_that_tells_nothing_of_other_processes_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert clocks_of(os.getpid()).processor is None
