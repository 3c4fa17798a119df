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
from issuebrief.preview.model import Failure, Revision
from issuebrief.preview.state import PreviewState
from issuebrief.preview.task_limit import PutOff, TaskLimit
from issuebrief.preview.theme_panel.panel import ThemePanel
from issuebrief.preview.viewports import Report, View
from issuebrief.preview.worker import Answer, Answered, Died, Dropped, Inspection, Task, TaskKind, Worker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.preview.events import EventBroker
    from issuebrief.preview.worker import Order

DIED = "it is started anew at the next save; the machine may be short of memory"
BREATH = 0.4
"""Seconds between a revision and its inspection, in which the pages come to the screen."""

OVERDUE = 10.0
"""Seconds after which a worker is replaced that does not let go of what is wanted no more."""

BEFORE_INSPECTION = (TaskKind.REVISION, TaskKind.THEME)
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
        self.order, self.broker, self._tell = order, broker, tell
        self._wire = Wire(order.brief, order.workplace)
        self._show = PreviewState(self._wire, broker)
        self.pictures, self.texts = self._show.pictures, self._show.texts
        self.theme = ThemePanel(order.workplace, broker.send, self._consult)
        self._before: set[str] = set()
        self._running: Task | None = None
        self._untold: Report | None = None
        self._number = self._dropped = 0
        self._again = self._died_before = False
        self._worker: Worker | None = None
        self._inspecting, self._waiting = PutOff(self._loop), PutOff(self._loop)
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
        self.theme.go(name)

    def now(self) -> Iterable[tuple[str, object]]:
        """How things are, for a page that has just been opened."""
        yield from self._show.now()
        yield from self.theme.standing()
        if self._making:
            yield "building", {}

    def path_of(self, file: str) -> Path | None:
        """The path of a file of the brief or theme, or of one that a problem names; None for any other."""
        return self.theme.path_of(file) or self._wire.path_of(file, self._show.problems)

    def close(self) -> None:
        """End the worker and the pictures."""
        self._dismiss()
        self.pictures.close()

    @property
    def _making(self) -> bool:
        return self._running is not None and self._running.kind is TaskKind.REVISION

    def _consult(self) -> None:
        """The theme panel has a question; a revision with what is tried no more is not waited for."""
        running = self._running
        if running and (running.kind in (TaskKind.SHEETS, TaskKind.REST) or self._dropped >= PATIENCE):
            return
        if running and running.kind is TaskKind.REVISION:
            if running.changes == self.theme.changes:
                return
            self._again = True
        self._send(TaskKind.THEME)

    def _send(self, kind: TaskKind) -> None:
        self._inspecting.off()
        if self._running and not self._waiting:
            self._waiting.until(OVERDUE, self._begin_again)
        self._number += 1
        known, visible, theme = self.pictures.known, self._show.views.visible, self.theme
        question = theme.question if kind is TaskKind.THEME else None
        self._running = Task(self._number, kind, known, monotonic(), visible, theme.changes, question)
        if self._worker is None:
            self._worker = self._start_worker(self.order)
            self._worker.listen(self._hear)
        self._worker.send(self._running)
        self._limit.begin(self._worker, self.order.seconds)

    def _give_up(self) -> None:
        """What is being done takes too long: it is told, and done no more before the next save."""
        making = self._making
        self.theme.unanswered()
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

    def _dismiss(self) -> None:
        self._inspecting.off()
        self._waiting.off()
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
        self._waiting.off()
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
            self._show.take_sheets(result, self._promised)
        elif answer.task and answer.task.kind is TaskKind.THEME:
            if latest:
                self._take_answer(answer.task, result)
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
            if answer.task and answer.task.kind is TaskKind.REVISION and not isinstance(result, Dropped):
                self.theme.revised()
            self._next(answer.task)

    def _next(self, done: Task | None) -> None:
        """What is to be done now that the latest task is done."""
        if self._again:
            self._again = False
            self._set()
        elif self._show.lacks_pages and done and done.kind is TaskKind.REVISION:
            self._send(TaskKind.REST)
        elif self.theme.question:
            self._send(TaskKind.THEME)
        elif done and done.kind in BEFORE_INSPECTION and not (self._show.stale or self._show.inspected):
            self._inspecting.until(BREATH, self._send, TaskKind.INSPECTION)
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

    def _take_answer(self, task: Task, result: Any) -> None:
        """What the theme panel asked for; if that is how the theme looks, the pages may be due."""
        if isinstance(result, Answered) and task.question:
            self._again |= self.theme.answered(task.question, result.answer)
        else:
            self.theme.unanswered()
            self._show.add(result.problems)

    def _bury(self, died: Died) -> None:
        """The worker is dead: hire another; if that one dies over the same files, wait for the next save."""
        again, making = not self._died_before, self._making
        self._died_before = True
        self.theme.unanswered()
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
