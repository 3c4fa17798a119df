"""The process that sets the brief: what it answers, drops and survives."""

from __future__ import annotations

import os
import signal
from contextlib import contextmanager
from queue import Queue
from typing import TYPE_CHECKING

from preview_server import LONG, until
from setting import paragraph, write_brief

from issuebrief.pipeline.faults import died_problem
from issuebrief.preview.memory import weight
from issuebrief.preview.model import Failure, PressProof, Revision
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
from issuebrief.resources import search_path

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def worker_on(brief: Path, order: Order | None = None) -> Iterator[tuple[Worker, Queue[Answer]]]:
    answers: Queue[Answer] = Queue()
    worker = Worker(order or Order(brief, search_path(brief.parent), brief.parent))
    worker.listen(lambda _, answer: answers.put(answer))
    try:
        yield worker, answers
    finally:
        worker.terminate()
        assert not worker.process.is_alive()


def test_a_brief_is_set_inspected_and_drawn_for_the_press(tmp_path: Path) -> None:
    brief = write_brief(tmp_path, "\n\n".join(paragraph(number) for number in range(4)))
    with worker_on(brief) as (worker, answers):
        worker.send(Task(1, TaskKind.REVISION))
        first = answers.get(timeout=LONG).result
        assert isinstance(first, Revision)
        keys = frozenset(page.key for page in first.pages)
        assert set(first.drawn) == keys
        worker.send(Task(2, TaskKind.INSPECTION))
        assert isinstance(answers.get(timeout=LONG).result, Inspection)
        worker.send(Task(3, TaskKind.SHEETS, keys))
        sheets = answers.get(timeout=LONG).result
        assert isinstance(sheets, PressProof)
        assert len(sheets.pages) == len(first.pages)
        trim = sheets.pages[0].trim
        assert trim
        assert (round(trim.width), round(trim.height)) == (595, 842)
        assert (round(trim.x * 2 + trim.width, 3), trim.x > 8) == (round(sheets.pages[0].width, 3), True)
        worker.send(Task(4, TaskKind.REVISION, keys))
        again = answers.get(timeout=LONG).result
        assert isinstance(again, Revision)
        assert (again.pages, again.drawn, again.number) == (first.pages, {}, 2)
        brief.write_text("nothing of the kind")
        worker.send(Task(5, TaskKind.REVISION, keys))
        failed = answers.get(timeout=LONG).result
        assert isinstance(failed, Failure)
        assert [problem.code for problem in failed.problems] == ["source.no-front-matter"]
        worker.send(Task(6, TaskKind.SHEETS, keys))
        assert answers.get(timeout=LONG).result == Failure(())
        worker.send(Task(7, TaskKind.REST, keys))
        rest = answers.get(timeout=LONG).result
        assert isinstance(rest, Revision)
        assert (rest.pages, rest.number) == (first.pages, 2)


def test_pages_in_sight_are_answered_with_first(tmp_path: Path) -> None:
    brief = write_brief(tmp_path, "\n\n".join(paragraph(number) for number in range(18)))
    with worker_on(brief) as (worker, answers):
        worker.send(Task(1, TaskKind.REVISION, visible=(0,)))
        early = [answers.get(timeout=LONG)]
        while not (isinstance(early[-1].result, Revision) and early[-1].result.whole):
            early.append(answers.get(timeout=LONG))
        found = [answer.result for answer in early if isinstance(answer.result, Revision)]
        assert {answer.task for answer in early} == {Task(1, TaskKind.REVISION, visible=(0,))}
        assert len(found) == len(early) > 1
        assert (found[0].pages[0].coming, found[0].pages[-1].coming) == (False, True)
        assert found[0].pages[0] == found[-1].pages[0]


def test_all_but_the_latest_of_many_tasks_are_dropped(tmp_path: Path) -> None:
    brief = write_brief(tmp_path, paragraph(1))
    with worker_on(brief) as (worker, answers):
        for number in range(1, 21):
            worker.send(Task(number, TaskKind.REVISION))
        found = [answers.get(timeout=LONG) for _ in range(20)]
        assert [answer.task.number for answer in found if answer.task] == list(range(1, 21))
        assert {type(answer.result) for answer in found[:-1]} == {Dropped}
        assert isinstance(found[-1].result, Revision)


def test_what_is_being_made_is_dropped_at_its_next_step(tmp_path: Path) -> None:
    brief = write_brief(tmp_path, "\n\n".join(paragraph(number) for number in range(40)))
    with worker_on(brief) as (worker, answers):
        worker.send(Task(1, TaskKind.REVISION))
        assert isinstance(answers.get(timeout=LONG).result, Revision)
        worker.send(Task(2, TaskKind.REVISION))
        until(lambda: not worker.process.connection.poll())
        worker._latest.value = 3
        dropped = answers.get(timeout=LONG)
        assert (dropped.task and dropped.task.number, dropped.result) == (2, Dropped())


def test_a_worker_that_dies_says_so(tmp_path: Path) -> None:
    with worker_on(write_brief(tmp_path, "text")) as (worker, answers):
        assert worker.process.pid
        os.kill(worker.process.pid, signal.SIGKILL)
        assert answers.get(timeout=LONG) == Answer(None, Died(-9))
        worker.send(Task(1, TaskKind.REVISION))
    problem = died_problem(tmp_path / "brief.md", -9, "Save it again.")
    assert problem.message == "the process that worked on this brief ended without a result (signal 9)"


def test_a_worker_leaves_nothing_behind(tmp_path: Path) -> None:
    with worker_on(write_brief(tmp_path, "text")) as (worker, answers):
        litter = worker._litter.name
        worker.send(Task(1, TaskKind.REVISION))
        answers.get(timeout=LONG)
        assert os.path.isdir(litter)  # noqa: PTH112
    assert not os.path.exists(litter)  # noqa: PTH110


def test_a_worker_that_has_grown_too_large_makes_room_for_another(tmp_path: Path) -> None:
    brief = write_brief(tmp_path, "text")
    order = Order(brief, search_path(tmp_path), tmp_path, growth=-(10**12))
    with worker_on(brief, order) as (worker, answers):
        worker.send(Task(1, TaskKind.REVISION))
        assert isinstance(answers.get(timeout=LONG).result, Revision)
        worker.send(Task(2, TaskKind.INSPECTION))
        assert isinstance(answers.get(timeout=LONG).result, Inspection)
        assert answers.get(timeout=LONG) == Answer(None, Died(0))


def test_a_process_knows_its_weight() -> None:
    assert 10_000_000 < weight() < 100_000_000_000
