"""A process of its own around the `RenderSession`.

In:  tasks, each with a number that rises.
Out: answers, each with the task it belongs to. A task that is no longer the latest one is dropped, at the
     latest when its next step begins; a process that dies says so by one last answer.
"""

from __future__ import annotations

import io
import os
import signal
import tempfile
from contextlib import redirect_stdout, suppress
from dataclasses import dataclass, field
from enum import Enum, auto
from shutil import rmtree
from tempfile import TemporaryDirectory
from threading import Thread
from time import monotonic
from typing import TYPE_CHECKING, Any

from issuebrief.diagnostics.model import Diagnostic
from issuebrief.pipeline.faults import fault_problem
from issuebrief.pipeline.worker_process import start_worker
from issuebrief.preview.gc_policy import QUIET, GcPolicy
from issuebrief.preview.memory import weight
from issuebrief.preview.model import Cancelled, Failure, PressProof, Revision
from issuebrief.time_limit import clocks_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from multiprocessing.connection import Connection
    from pathlib import Path

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.preview.session import RenderSession
    from issuebrief.preview.theme_panel.model import Changes, PanelAnswer, Question
    from issuebrief.resources import SearchPath
    from issuebrief.time_limit import ClockReading


class TaskKind(Enum):
    """What is to be done."""

    REVISION = auto()
    REST = auto()
    INSPECTION = auto()
    SHEETS = auto()
    THEME = auto()


@dataclass(frozen=True)
class Task:
    """Something to do, asked for when it `began`; the pages of the `known` keys need not be drawn again.

    Where some pages of a revision are in `visible` these are answered with early, while others are coming.
    `changes` are tried on themes, by their names; a `question` is one of the theme panel.
    """

    number: int
    kind: TaskKind
    known: frozenset[str] = frozenset()
    began: float = 0.0
    visible: tuple[int, ...] = ()
    changes: Mapping[str, Changes] = field(default_factory=dict, hash=False)
    question: Question | None = None


@dataclass(frozen=True)
class Inspection:
    """What slow checks say of the revision before."""

    problems: tuple[Diagnostic, ...]


@dataclass(frozen=True)
class Answered:
    """What the theme panel asked for."""

    answer: PanelAnswer


@dataclass(frozen=True)
class Dropped:
    """Nothing was made: a later task has come."""


@dataclass(frozen=True)
class Died:
    """The process ended; a negative status is the number of a signal."""

    status: int | None


Result = Revision | Failure | PressProof | Inspection | Answered | Dropped | Died


@dataclass(frozen=True)
class Answer:
    """What became of a task; of none where the process died."""

    task: Task | None
    result: Result = field(repr=False)

    @property
    def seconds(self) -> float:
        """How long it took since it was asked for, by the clock of whoever asked."""
        return monotonic() - self.task.began if self.task else 0.0


@dataclass(frozen=True)
class Order:
    """What a worker is hired for; one that takes `growth` bytes more than at first makes room for another.

    So does one that takes more than `seconds` of work for a task.
    """

    brief: Path
    search_path: SearchPath
    workplace: Path
    allow_network: bool = False
    growth: int = 400_000_000
    seconds: float = 120.0


class Worker:
    """The line to the process, which makes itself ready at once."""

    def __init__(self, order: Order) -> None:
        from multiprocessing import get_context

        self.order = order
        context = get_context("spawn")
        # A number in memory that both processes see: the latest task.
        self._latest = context.RawValue("q", 0)
        # It can be ended at any moment: whoever hired it clears up what it leaves.
        self._litter = TemporaryDirectory(prefix="issuebrief-", ignore_cleanup_errors=True)
        self.process = start_worker(
            context, _work, self._latest, order, self._litter.name, name="render session"
        )

    def listen(self, tell: Callable[[Worker, Answer], None]) -> None:
        """Have every answer told, from a thread of its own."""
        Thread(target=self._listen, args=(tell,), daemon=True, name="answers").start()

    def send(self, task: Task) -> None:
        """Hand a task over; whatever an earlier number asked for is dropped."""
        self._latest.value = task.number
        self.process.send(task)

    def clocks(self) -> ClockReading:
        """Both clocks, by the time that the process had a processor."""
        return clocks_of(self.process.pid)

    def terminate(self) -> None:
        """End the process; it has nothing that need be kept."""
        self.process.kill()
        self._litter.cleanup()

    def _listen(self, tell: Callable[[Worker, Answer], None]) -> None:
        try:
            while True:
                tell(self, self.process.connection.recv())
        except (EOFError, OSError, TypeError):  # a line that is closed while it is read: any of them
            tell(self, Answer(None, Died(self.process.exit_status())))


def _work(line: Connection, latest: Any, order: Order, litter: str) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    tempfile.tempdir = litter
    session, gc_policy = None, GcPolicy()
    with suppress(Exception):  # what is wrong with this machine is told when there is something to do
        session = _new_session(order)
    first = 0
    with suppress(EOFError, OSError):  # nobody waits for an answer any more
        while True:
            task: Task = line.recv()
            if task.number != latest.value:
                line.send(Answer(task, Dropped()))
                continue
            # What a library prints is of no use to an editor and would spoil the display.
            with redirect_stdout(io.StringIO()):
                try:
                    if session is None:
                        session = _new_session(order)
                    result = _result(session, task, latest, line)
                except Cancelled:
                    result = Dropped()
                except Exception as fault:
                    result = _failure(fault, order)
            line.send(Answer(task, result))
            if task.kind is TaskKind.REVISION:
                gc_policy.revision_made()
            elif not line.poll(QUIET):
                gc_policy.nothing_to_do()
            if task.kind is TaskKind.INSPECTION:
                # Libraries leave something behind each time that styles are loaded.
                first = first or weight()
                if weight() > first + order.growth:
                    break
    rmtree(litter, ignore_errors=True)


def _new_session(order: Order) -> RenderSession:
    from issuebrief.preview.session import RenderSession

    return RenderSession(order.brief, order.search_path, order.workplace, allow_network=order.allow_network)


def _result(session: RenderSession, task: Task, latest: Any, line: Connection) -> Result:
    def abandoned() -> bool:
        return bool(task.number != latest.value)

    if task.kind is TaskKind.INSPECTION:
        return Inspection(session.inspected(abandoned))
    if task.kind is TaskKind.REST:
        return session.rest(task.known, abandoned)
    if task.kind is TaskKind.SHEETS:
        return session.press_sheets(task.known, abandoned)
    if task.question:
        return Answered(session.panel_answer(task.question, task.changes))

    def show(early: Revision) -> None:
        line.send(Answer(task, early))

    return session.revision(task.known, abandoned, task.visible, show, task.changes)


def _failure(fault: Exception, order: Order) -> Failure:
    if os.environ.get("ISSUEBRIEF_TRACEBACK"):
        import traceback

        traceback.print_exc()
    return Failure((fault_problem(fault, order.brief),))
