"""Work on several briefs at once, in as many processes as the machine has room for.

In:  jobs, and what is to be done with each.
Out: events as they happen: a job has begun, a job is done. A fault or a worker that dies costs
     its brief a problem and the others nothing, and so does a brief that takes too long; whoever stops
     listening ends all workers.
"""

from __future__ import annotations

import io
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Generator, Sequence
from contextlib import redirect_stdout, suppress
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING, Literal

from issuebrief.compile_cache import keep_compiled
from issuebrief.engine.gc_policy import seldom_collected, uncollected_at_exit
from issuebrief.job import Job, Outcome
from issuebrief.pipeline.faults import died_problem, fault_problem, late_problem
from issuebrief.pipeline.worker_process import WorkerProcess, start_worker
from issuebrief.time_limit import Allowance, OutOfTime, clocks_of, time_limit

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from types import FrameType

    from issuebrief.time_limit import ClockReading

Work = Callable[[Job], Outcome]
Events = Generator["JobStarted | JobFinished", None, None]

DIED = "the machine may be short of memory; try again with -j 1"


@dataclass(frozen=True)
class JobStarted:
    """A job is being worked on."""

    job: Job


@dataclass(frozen=True)
class JobFinished:
    """A job has its outcome, after so many seconds."""

    job: Job
    outcome: Outcome
    seconds: float


def each(work: Work, jobs: Sequence[Job], workers: int, seconds: float | None = None) -> Events:
    """Do the work for each job; here where one worker is enough, else side by side.

    A job that takes more than `seconds`, as `time_limit` counts them, ends with a problem. That is sure to
    happen in a process that can be ended from outside; one worker too gets such a process, where it can have
    one at once.
    """
    if min(workers, len(jobs)) > 1:
        return _side_by_side(work, jobs, min(workers, len(jobs)), seconds, "spawn")
    if jobs and seconds is not None and _can_fork():
        return _side_by_side(work, jobs, 1, seconds, "fork")
    return _in_turn(work, jobs, seconds)


def _can_fork() -> bool:
    """Whether this process can be copied safely: no other thread, no library that would not bear it."""
    alone = threading.active_count() == 1 and "weasyprint" not in sys.modules
    return sys.platform == "linux" and alone


def room() -> int:
    """How many processes may run at once on this machine."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def guarded(work: Work, job: Job) -> Outcome:
    """Do the work; a fault of the program becomes a problem of the brief it happened on."""
    try:
        # What a library prints is of no use to an editor and would spoil the display.
        with redirect_stdout(io.StringIO()), seldom_collected():
            return work(job)
    except Exception as fault:
        if os.environ.get("ISSUEBRIEF_TRACEBACK"):
            import traceback

            traceback.print_exc()
        return Outcome((fault_problem(fault, job.brief),))


def _in_turn(work: Work, jobs: Sequence[Job], seconds: float | None) -> Events:
    for job in jobs:
        yield JobStarted(job)
        began = monotonic()
        yield JobFinished(job, limited(work, job, seconds), monotonic() - began)


def limited(work: Work, job: Job, seconds: float | None) -> Outcome:
    """The outcome of a job that is done in this process; a problem where it takes longer than it may."""
    try:
        with time_limit(seconds):
            return guarded(work, job)
    except OutOfTime:
        return Outcome((late_problem(job.brief, seconds or 0),))


@dataclass
class WorkerHandle:
    """A worker, and the job it has."""

    process: WorkerProcess
    job: Job
    since: ClockReading

    def send(self, job: Job) -> JobStarted:
        """Send the worker a job."""
        self.job, self.since = job, clocks_of(self.process.pid)
        self.process.send(job)
        return JobStarted(job)

    def receive(self) -> JobFinished:
        """Fetch the outcome; a problem where the worker died over it."""
        try:
            outcome: Outcome = self.process.connection.recv()
        except (EOFError, OSError):
            status = self.process.exit_status()
            outcome = Outcome((died_problem(self.job.brief, status, DIED),))
        return JobFinished(self.job, outcome, monotonic() - self.since.wall)

    def left(self, seconds: float) -> float:
        """How many of the seconds that a job may take are left, if it has a processor all the time."""
        return Allowance(seconds, self.since).left(clocks_of(self.process.pid))

    def late(self, seconds: float) -> JobFinished:
        """The outcome of a job that took too long."""
        late = late_problem(self.job.brief, seconds)
        return JobFinished(self.job, Outcome((late,)), monotonic() - self.since.wall)


def _side_by_side(
    work: Work, jobs: Sequence[Job], workers: int, seconds: float | None, method: Literal["spawn", "fork"]
) -> Events:
    import multiprocessing
    from multiprocessing.connection import wait

    # As a rule a fresh process for each worker: a fork of one that has loaded Pango is not always safe.
    fork = multiprocessing.get_context("fork") if method == "fork" else None
    context = fork or multiprocessing.get_context("spawn")
    waiting = deque(jobs)
    handles: list[WorkerHandle] = []
    try:
        while waiting or handles:
            while waiting and len(handles) < workers:
                process = start_worker(context, _worker, work)
                handles.append(WorkerHandle(process, waiting[0], clocks_of(process.pid)))
                yield handles[-1].send(waiting.popleft())
            patience = None if seconds is None else max(min(handle.left(seconds) for handle in handles), 0)
            ready = wait([handle.process.connection for handle in handles], patience)
            for handle in [handle for handle in handles if handle.process.connection in ready]:
                yield handle.receive()
                if waiting and handle.process.is_alive():
                    yield handle.send(waiting.popleft())
                else:
                    handles.remove(handle)
                    handle.process.terminate()
            for handle in [handle for handle in handles if seconds is not None and handle.left(seconds) <= 0]:
                handles.remove(handle)
                handle.process.terminate()
                yield handle.late(seconds or 0)
    finally:
        for handle in handles:
            handle.process.terminate()


def _worker(line: Connection, work: Work) -> None:
    uncollected_at_exit()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _leave)
    # A threshold that fell back after a job would have its objects looked through only to be thrown away.
    with seldom_collected():
        with suppress(EOFError, OSError):  # the line is closed: nobody waits for an answer any more
            while True:
                outcome = guarded(work, line.recv())
                keep_compiled()
                line.send(outcome)
        # It is leaving by itself: to be sent away now would only disturb what runs at its end.
        signal.signal(signal.SIGTERM, signal.SIG_IGN)


def _leave(_number: int, _frame: FrameType | None) -> None:
    sys.exit(128 + signal.SIGTERM)
