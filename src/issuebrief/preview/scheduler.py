"""Give the render session its work, and publish what comes of it.

In:  word that files have changed, that a page shows this or that, and the worker's answers.
Out: tasks for the worker, what the `PreviewState` shows, and a `Report` of every rebuild.

Everything here happens on one event loop; answers are handed over to it from the worker's thread.
"""

from __future__ import annotations

import asyncio
from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING, Any

from issuebrief.diagnostics.model import Severity
from issuebrief.diagnostics.terminal import in_order
from issuebrief.pipeline.faults import died_problem, late_problem
from issuebrief.preview.messages import Wire
from issuebrief.preview.model import Failure, PressProof, Revision
from issuebrief.preview.state import PreviewState
from issuebrief.preview.task_limit import TaskLimit
from issuebrief.preview.viewports import Report, View
from issuebrief.preview.worker import (
    Answer,
    Died,
    Dropped,
    Inspection,
    Order,
    Task,
    TaskKind,
    Worker,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.preview.events import EventBroker
    from issuebrief.preview.page_images import Pictures

DIED = "it is started anew at the next save; the machine may be short of memory"
BREATH = 0.4
"""Seconds between a revision and its inspection, in which the pages come to the screen."""

OVERDUE = 10.0
"""Seconds after which a worker is replaced that does not let go of what is wanted no more."""

PATIENCE = 3
"""After so many rebuilds in a row that were dropped, the next one is let through."""


class Scheduler:
    """What is being done, by whom, and what is next."""

    def __init__(
        self,
        order: Order,
        broker: EventBroker,
        tell: Callable[[Report], None],
        start_worker: Callable[[Order], Worker] = Worker,
    ) -> None:
        self._start_worker = start_worker
        self._loop = asyncio.get_running_loop()
        self.order, self.broker = order, broker
        self._wire = Wire(order.brief, order.workplace)
        self._show = PreviewState(self._wire, broker)
        self._tell = tell
        self._before: set[str] = set()
        self._running: Task | None = None
        self._untold: Report | None = None
        self._number = self._dropped = 0
        self._again = self._died_before = False
        self._worker: Worker | None = None
        self._inspecting: asyncio.TimerHandle | None = None
        self._waiting: asyncio.TimerHandle | None = None
        self._limit = TaskLimit(self._loop, self._give_up)

    def changed(self, order: Order | None = None) -> None:
        """Files have changed, or are there to be set: set the brief, and drop what is being made of it."""
        self._died_before = False
        if order and order != self.order:
            self.order = order
            self._dismiss()
        if self._worker and self._making and self._dropped >= PATIENCE:
            self._again = True
        else:
            self._set()

    def _set(self) -> None:
        self._report()
        self._send(TaskKind.REVISION)
        self.broker.send("building", {})

    def see(self, view: View, name: str = "") -> None:
        """A page in a browser shows other pages than before, or in another width."""
        wanted = view.sheets and not self._show.views.sheets
        self._show.see(view, name)
        if wanted and self._running is None and not self._inspecting and self._show.sheets_are_old:
            self._send(TaskKind.SHEETS)

    def come(self, name: str) -> None:
        """A page was opened in a browser."""
        self._show.views.come(name)

    def go(self, name: str) -> None:
        """A page was closed."""
        self._show.views.go(name)

    def now(self) -> Iterable[tuple[str, object]]:
        """How things are, for a page that has just been opened."""
        yield from self._show.now()
        if self._making:
            yield "building", {}

    @property
    def pictures(self) -> Pictures:
        """The pictures of pages."""
        return self._show.pictures

    def path_of(self, file: str) -> Path | None:
        """The path of a file of the brief, or of one that a problem names; None for any other."""
        return self._wire.path_of(file, self._show.problems)

    def close(self) -> None:
        """End the worker and the pictures."""
        self._dismiss()
        self.pictures.close()

    @property
    def _making(self) -> bool:
        return self._running is not None and self._running.kind is TaskKind.REVISION

    def _send(self, kind: TaskKind) -> None:
        self._hurry()
        if self._running and not self._waiting:
            self._waiting = self._loop.call_later(OVERDUE, self._begin_again)
        self._number += 1
        self._running = Task(self._number, kind, self.pictures.known, monotonic(), self._show.views.visible)
        if self._worker is None:
            self._worker = self._start_worker(self.order)
            self._worker.listen(self._hear)
        self._worker.send(self._running)
        self._limit.begin(self._worker, self.order.seconds)

    def _give_up(self) -> None:
        """What is being done takes too long: it is told, and done no more before the next save."""
        making = self._making
        self._dismiss()
        problem = late_problem(self.order.brief, self.order.seconds)
        if making:
            self._fail((problem,), self.order.seconds)
        else:
            self._show.add((problem,))

    def _begin_again(self) -> None:
        """The worker is caught in something that takes very long: have another do what is wanted now."""
        self._dismiss()
        self._set()

    def _be_patient(self) -> None:
        """Wait no more for the worker to let go of its task."""
        if self._waiting:
            self._waiting.cancel()
        self._waiting = None

    def _hurry(self) -> None:
        """Wait no more for the inspection: it is begun, or something else is."""
        if self._inspecting:
            self._inspecting.cancel()
        self._inspecting = None

    def _dismiss(self) -> None:
        self._hurry()
        self._be_patient()
        self._limit.end()
        worker, self._worker, self._running = self._worker, None, None
        if worker:
            worker.terminate()

    def _hear(self, worker: Worker, answer: Answer) -> None:
        """Called in the worker's thread."""
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._take, worker, answer)

    def _take(self, worker: Worker, answer: Answer) -> None:
        if worker is not self._worker:
            return  # one that was dismissed
        self._be_patient()
        result = answer.result
        if isinstance(result, Died):
            self._bury(result)
            return
        if isinstance(result, Revision) and not result.whole:
            return self._publish(result)
        latest = answer.task == self._running
        if latest:
            self._running = None
            self._limit.end()
        if isinstance(result, Dropped):
            self._dropped += 1
        elif answer.task and answer.task.kind is TaskKind.SHEETS:
            self._take_sheets(result)
        elif answer.task and answer.task.kind is TaskKind.REST:
            if isinstance(result, Revision):
                self._show.complete(result, self._promised)
        elif isinstance(result, Revision):
            self._publish(result)
            # The terminal is told once the inspection has had its say.
            before, self._before = self._before, {page.key for page in result.pages}
            self._untold = Report(answer.seconds, len(result.pages), len(self._before - before), ())
        elif isinstance(result, Inspection) and latest:
            self._show.add(result.problems, inspected=True)
        elif isinstance(result, Failure) and latest:
            self._fail(result.problems, answer.seconds)
        if latest:
            self._next(answer.task)

    def _next(self, done: Task | None) -> None:
        """What is to be done now that the latest task is done."""
        if self._again:
            self._again = False
            self._set()
        elif self._show.lacks_pages:
            if done and done.kind is TaskKind.REVISION:
                self._send(TaskKind.REST)
        elif done and done.kind is TaskKind.REVISION and not self._show.stale:
            self._inspecting = self._loop.call_later(BREATH, self._send, TaskKind.INSPECTION)
        elif done and done.kind is TaskKind.INSPECTION:
            self._report()
            if self._show.views.sheets and self._show.sheets_are_old:
                self._send(TaskKind.SHEETS)

    def _publish(self, revision: Revision) -> None:
        self._dropped = 0
        self._show.publish(revision, self._promised)

    @property
    def _promised(self) -> frozenset[str]:
        """The keys of pages that the worker was told it need not draw."""
        return self._running.known if self._running else frozenset()

    def _fail(self, problems: tuple[Diagnostic, ...], seconds: float) -> None:
        self._dropped = 0
        self._show.fail(problems)
        self._untold = Report(seconds, 0, 0, ())
        self._report()

    def _take_sheets(self, result: Any) -> None:
        if isinstance(result, PressProof):
            self._show.publish_sheets(result, self._promised)
        self._show.add(result.problems)

    def _bury(self, died: Died) -> None:
        """The worker is dead: hire another; if that one dies over the same files, wait for the next save."""
        again, making = not self._died_before, self._making
        self._died_before = True
        self._dismiss()
        problem = died_problem(self.order.brief, died.status, DIED)
        if again:
            self._set()
        elif making:
            self._fail((problem,), 0.0)
        else:
            self._show.add((problem,))

    def _report(self) -> None:
        """Tell the terminal what has not been told yet."""
        if self._untold:
            problems = tuple(each for each in in_order(self._show.problems) if each.severity > Severity.INFO)
            self._tell(replace(self._untold, problems=problems))
            self._untold = None
