"""A scheduler with everything around it, and workers that do nothing by themselves.

In:  what a test does with it, step by step.
Out: what the workers were given, and what all pages were told.
"""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from preview_server import alone

from issuebrief.diagnostics.model import Diagnostic, PageRegion, Severity, SourceRange, error, warning
from issuebrief.preview.events import EventBroker
from issuebrief.preview.model import Revision, SetPage
from issuebrief.preview.scheduler import Scheduler
from issuebrief.preview.worker import Answer, Died, Order, Result, Task, TaskKind
from issuebrief.resources import SearchPath
from issuebrief.time_limit import ClockReading

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from issuebrief.preview.viewports import Report

BRIEF = Path("/work/content/moon/brief.md")
ORDER = Order(BRIEF, SearchPath((), ()), Path("/work"))
WRONG = error("notes.undefined", "there is no note", SourceRange(BRIEF, 3, 4), "write it", "text[^a]")
LOOSE = replace(
    warning("lines.loose", "a loose line", SourceRange(BRIEF, 9)), spots=(PageRegion(2, 96, 48, 9.6, 4.8),)
)
NOTED = Diagnostic(Severity.INFO, "lines.ladder", "a ladder", SourceRange(BRIEF, 2))


class RecordingBroker(EventBroker):
    """What all pages were told."""

    def __init__(self) -> None:
        super().__init__()
        self.events: list[tuple[str, Any]] = []

    def send(self, kind: str, value: Any) -> None:
        self.events.append((kind, msgspec.json.decode(msgspec.json.encode(value))))

    def told(self) -> list[str]:
        """The kinds of events since last asked."""
        kinds = [kind for kind, _ in self.events]
        self.events.clear()
        return kinds


@dataclass
class FakeWorker:
    """A worker that does nothing by itself."""

    order: Order
    tasks: list[Task] = field(default_factory=list)
    terminated: bool = False

    def listen(self, tell: Callable[[Any, Answer], None]) -> None:
        self.tell = tell

    def send(self, task: Task) -> None:
        self.tasks.append(task)

    def clocks(self) -> ClockReading:
        """One whose processor is not known: what passes on the wall counts."""
        return ClockReading(None, time.monotonic())

    def terminate(self) -> None:
        self.terminated = True

    @property
    def kinds(self) -> list[TaskKind]:
        return [task.kind for task in self.tasks]

    async def answer(self, result: Result, task: Task | None = None) -> None:
        """Answer a task, the latest one if none is named."""
        task = None if isinstance(result, Died) else task or self.tasks[-1]
        self.tell(self, Answer(task, result))
        # The answer is handed over, and what comes after it is begun.
        await asyncio.sleep(0)
        await asyncio.sleep(0.002)


@dataclass
class SchedulerRun:
    """A scheduler with everything around it."""

    scheduler: Scheduler
    broker: RecordingBroker
    workers: list[FakeWorker]
    reports: list[Report]

    @property
    def worker(self) -> FakeWorker:
        return self.workers[-1]


def revision(*keys: str, number: int = 1, problems: tuple[Diagnostic, ...] = ()) -> Revision:
    pages = tuple(SetPage(key, 100, 200, str(folio)) for folio, key in enumerate(keys, 1))
    return Revision(number, "Moon", pages, dict.fromkeys(keys, b"page"), problems=problems)


def run_scheduler(work: Callable[[SchedulerRun], Coroutine[None, None, None]]) -> None:
    async def run() -> None:
        workers: list[FakeWorker] = []
        reports: list[Report] = []
        broker = RecordingBroker()

        def start_worker(order: Order) -> Any:
            workers.append(FakeWorker(order))
            return workers[-1]

        scheduler = Scheduler(ORDER, broker, reports.append, start_worker)
        scheduler.changed()
        try:
            await work(SchedulerRun(scheduler, broker, workers, reports))
        finally:
            scheduler.close()
        assert all(worker.terminated for worker in workers)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("issuebrief.preview.scheduler.BREATH", 0)
        alone(run())
