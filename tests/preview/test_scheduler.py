"""The scheduler: what is given to the worker, what is dropped, and what stays on show."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scheduler_run import LOOSE, NOTED, ORDER, WRONG, SchedulerRun, revision, run_scheduler

from issuebrief.diagnostics.model import SourceRange, error
from issuebrief.preview.model import Failure, PressProof
from issuebrief.preview.page_images import ROOM_FOR_PAGES
from issuebrief.preview.viewports import View
from issuebrief.preview.worker import Died, Dropped, Inspection, TaskKind
from issuebrief.resources import SearchPath

if TYPE_CHECKING:
    import pytest


def told_now(run: SchedulerRun) -> dict[str, Any]:
    """What a page that is opened now is told, by its kind."""
    return dict(run.scheduler.now())


def test_a_brief_is_set_then_shown_then_inspected() -> None:
    async def work(run: SchedulerRun) -> None:
        assert (run.worker.kinds, run.broker.told()) == ([TaskKind.REVISION], ["building"])
        await run.worker.answer(revision("a", "b", problems=(NOTED,)))
        assert run.worker.kinds == [TaskKind.REVISION, TaskKind.INSPECTION]
        [(kind, shown)] = run.broker.events
        assert kind == "revision"
        assert [page["key"] for page in shown["pages"]] == ["a", "b"]
        assert shown["pages"][1] == {
            "key": "b",
            "width": 100,
            "height": 200,
            "folio": "2",
            "trim": None,
            "coming": False,
        }
        assert (shown["file"], shown["title"], shown["stale"]) == ("brief.md", "Moon", False)
        assert not shown["inspected"]
        assert run.reports == []
        await run.worker.answer(Inspection((LOOSE,)))
        kind, said = run.broker.events[-1]
        assert (kind, said["stale"], said["inspected"]) == ("problems", False, True)
        assert told_now(run)["revision"]["inspected"]
        assert [problem["code"] for problem in said["problems"]] == ["lines.ladder", "lines.loose"]
        assert said["problems"][1] == {
            "code": "lines.loose",
            "severity": "warning",
            "message": "a loose line",
            "hint": "",
            "file": "brief.md",
            "line": 9,
            "column": 0,
            "end_line": 9,
            "end_column": 0,
            "excerpt": "",
            "page": 1,
            "spots": [{"page": 1, "x": 72, "y": 36, "width": 7.2, "height": 3.6}],
            "explain": "/explain/lines.loose",
        }
        [report] = run.reports
        assert (report.pages, report.changed, report.problems) == (2, 2, (LOOSE,))
        assert len(run.worker.tasks) == 2

    run_scheduler(work)


def test_pages_that_look_the_same_are_not_asked_for_again() -> None:
    async def work(run: SchedulerRun) -> None:
        await run.worker.answer(revision("a", "b"))
        run.scheduler.changed()
        assert run.worker.tasks[-1].known == {"a", "b"}
        await run.worker.answer(replace(revision("a", "c", number=2), drawn={"c": b"page"}))
        await run.worker.answer(Inspection(()))
        assert [report.changed for report in run.reports] == [2, 1]
        assert run.scheduler.pictures.known == {"a", "b", "c"}

    run_scheduler(work)


def test_a_failure_leaves_the_last_good_pages() -> None:
    async def work(run: SchedulerRun) -> None:
        await run.worker.answer(revision("a"))
        await run.worker.answer(Inspection((LOOSE,)))
        run.scheduler.changed()
        run.broker.told()
        await run.worker.answer(Failure((WRONG,)))
        [(kind, said)] = run.broker.events
        assert (kind, said["stale"]) == ("problems", True)
        assert [(each["code"], each["line"], each["excerpt"]) for each in said["problems"]] == [
            ("notes.undefined", 3, "text[^a]")
        ]
        now = told_now(run)
        assert list(now) == ["revision", "problems"]
        assert [page.key for page in now["revision"]["pages"]] == ["a"]
        assert now["problems"]["stale"]
        assert (run.reports[-1].pages, run.reports[-1].problems) == (0, (WRONG,))
        run.scheduler.changed()
        await run.worker.answer(revision("b", number=2))
        assert [kind for kind, _ in run.scheduler.now()] == ["revision"]

    run_scheduler(work)


def test_a_brief_that_never_was_set_has_problems_and_no_stale_pages() -> None:
    async def work(run: SchedulerRun) -> None:
        await run.worker.answer(Failure((WRONG,)))
        [(kind, said)] = told_now(run).items()
        assert (kind, said["stale"]) == ("problems", False)

    run_scheduler(work)


def test_the_next_save_drops_what_is_being_made() -> None:
    async def work(run: SchedulerRun) -> None:
        first = run.worker.tasks[-1]
        run.scheduler.changed()
        second = run.worker.tasks[-1]
        assert second.number > first.number
        await run.worker.answer(Dropped(), first)
        assert run.broker.told() == ["building", "building"]
        await run.worker.answer(revision("a"))
        assert run.broker.told() == ["revision"]
        assert run.worker.kinds == [TaskKind.REVISION, TaskKind.REVISION, TaskKind.INSPECTION]

    run_scheduler(work)


def test_a_revision_that_was_ready_before_it_could_be_dropped_is_shown() -> None:
    async def work(run: SchedulerRun) -> None:
        first = run.worker.tasks[-1]
        run.scheduler.changed()
        await run.worker.answer(revision("a"), first)
        assert run.broker.told()[-1] == "revision"
        assert run.worker.kinds == [TaskKind.REVISION, TaskKind.REVISION]

    run_scheduler(work)


def test_pages_that_the_worker_need_not_draw_are_kept_until_it_answers() -> None:
    async def work(run: SchedulerRun) -> None:
        await run.worker.answer(revision("a"))
        run.scheduler.changed()
        await run.worker.answer(replace(revision("b", number=2), drawn={"b": b"x" * ROOM_FOR_PAGES}))
        # The cache is full, and "a" would be the first to go.
        run.scheduler.changed()
        early = run.worker.tasks[-1]
        run.scheduler.changed()
        known = run.worker.tasks[-1].known
        await run.worker.answer(replace(revision("c", number=3), drawn={"c": b"x" * ROOM_FOR_PAGES}), early)
        assert known <= run.scheduler.pictures.known
        await run.worker.answer(replace(revision("b", number=4), drawn={}))
        assert run.scheduler.pictures.known == {"b"}

    run_scheduler(work)


def test_a_failure_that_is_overtaken_is_not_shown() -> None:
    async def work(run: SchedulerRun) -> None:
        await run.worker.answer(revision("a"))
        run.scheduler.changed()
        half_saved = run.worker.tasks[-1]
        run.scheduler.changed()
        run.broker.told()
        await run.worker.answer(Failure((WRONG,)), half_saved)
        assert run.broker.told() == []

    run_scheduler(work)


def test_who_never_stops_typing_sees_something_now_and_then() -> None:
    async def work(run: SchedulerRun) -> None:
        for _ in range(3):
            dropped = run.worker.tasks[-1]
            run.scheduler.changed()
            await run.worker.answer(Dropped(), dropped)
        assert len(run.worker.tasks) == 4
        run.scheduler.changed()
        run.scheduler.changed()
        assert len(run.worker.tasks) == 4
        await run.worker.answer(revision("a"))
        assert run.worker.kinds == [TaskKind.REVISION] * 5
        run.scheduler.changed()
        assert run.worker.kinds == [TaskKind.REVISION] * 6

    run_scheduler(work)


def test_a_dead_worker_is_replaced_and_its_task_given_to_the_next() -> None:
    async def work(run: SchedulerRun) -> None:
        await run.worker.answer(Died(-9))
        assert len(run.workers) == 2
        assert (run.workers[0].terminated, run.worker.kinds) == (True, [TaskKind.REVISION])
        await run.workers[0].answer(revision("old"), run.workers[0].tasks[-1])
        assert "revision" not in run.broker.told()
        await run.worker.answer(revision("a"))
        assert "revision" in run.broker.told()

    run_scheduler(work)


def test_a_brief_that_kills_every_worker_is_told_and_waits_for_the_next_save() -> None:
    async def work(run: SchedulerRun) -> None:
        await run.worker.answer(Died(-9))
        await run.worker.answer(Died(3))
        assert len(run.workers) == 2
        kind, said = run.broker.events[-1]
        assert kind == "problems"
        assert [(each["code"], each["message"]) for each in said["problems"]] == [
            (
                "internal.worker-died",
                "the process that worked on this brief ended without a result (status 3)",
            )
        ]
        run.scheduler.changed()
        assert len(run.workers) == 3
        await run.worker.answer(revision("a"))
        assert [kind for kind, _ in run.scheduler.now()] == ["revision"]

    run_scheduler(work)


def test_a_worker_that_dies_again_and_again_over_an_inspection_leaves_the_pages_as_they_are() -> None:
    async def work(run: SchedulerRun) -> None:
        for _ in range(2):
            await run.worker.answer(revision("a"))
            assert run.worker.kinds[-1] is TaskKind.INSPECTION
            await run.worker.answer(Died(-11))
        assert len(run.workers) == 2
        kind, said = run.broker.events[-1]
        assert (kind, said["stale"]) == ("problems", False)
        assert [each["code"] for each in said["problems"]] == ["internal.worker-died"]

    run_scheduler(work)


def test_a_worker_that_dies_with_nothing_to_do_is_replaced_quietly() -> None:
    async def work(run: SchedulerRun) -> None:
        await run.worker.answer(revision("a"))
        await run.worker.answer(Inspection(()))
        run.broker.told()
        await run.worker.answer(Died(-9))
        assert run.worker.kinds == [TaskKind.REVISION]
        assert run.broker.told() == ["building"]

    run_scheduler(work)


def test_press_sheets_are_made_when_they_are_wanted_and_after_every_revision() -> None:
    async def work(run: SchedulerRun) -> None:
        await run.worker.answer(revision("a"))
        await run.worker.answer(Inspection(()))
        run.scheduler.see(View((0,), 0, sheets=True))
        assert run.worker.kinds[-1] is TaskKind.SHEETS
        await run.worker.answer(PressProof(1, revision("s").pages, {"s": b"sheet"}, (LOOSE,)))
        kinds = dict(run.broker.events)
        assert (kinds["sheets"]["stale"], kinds["sheets"]["pages"][0]["key"]) == (False, "s")
        assert [each["code"] for each in kinds["problems"]["problems"]] == ["lines.loose"]
        run.scheduler.see(View((0,), 0, sheets=True))
        assert run.worker.kinds == [TaskKind.REVISION, TaskKind.INSPECTION, TaskKind.SHEETS]
        run.scheduler.changed()
        await run.worker.answer(revision("b", number=2))
        assert told_now(run)["sheets"]["stale"]
        await run.worker.answer(Inspection(()))
        assert run.worker.kinds[-1] is TaskKind.SHEETS
        await run.worker.answer(Failure((WRONG,)))
        assert run.worker.kinds[3:] == [TaskKind.REVISION, TaskKind.INSPECTION, TaskKind.SHEETS]

    run_scheduler(work)


def test_press_sheets_wait_for_what_is_being_done() -> None:
    async def work(run: SchedulerRun) -> None:
        await run.worker.answer(revision("a"))
        run.scheduler.see(View((0,), 0, sheets=True))
        assert run.worker.kinds == [TaskKind.REVISION, TaskKind.INSPECTION]
        await run.worker.answer(Inspection(()))
        assert run.worker.kinds[-1] is TaskKind.SHEETS

    run_scheduler(work)


def test_pages_in_sight_are_drawn_before_anybody_asks() -> None:
    async def work(run: SchedulerRun) -> None:
        ordered: list[tuple[list[str], int, int]] = []
        run.scheduler.pictures.order = lambda *order: ordered.append(order)  # type: ignore[method-assign]
        run.scheduler.see(View((1, 2, 7), 900))
        assert ordered == [([], 900, 0), ([], 900, 2)]
        ordered.clear()
        await run.worker.answer(revision("a", "b", "c", "d", "e"))
        assert ordered == [(["b", "c"], 900, 0), (["a", "d"], 900, 2)]

    run_scheduler(work)


def test_new_styles_are_set_by_a_new_worker() -> None:
    async def work(run: SchedulerRun) -> None:
        run.scheduler.changed(ORDER)
        assert len(run.workers) == 1
        order = replace(ORDER, search_path=SearchPath((), (Path("/work/styles"),)))
        run.scheduler.changed(order)
        assert (len(run.workers), run.worker.order) == (2, order)

    run_scheduler(work)


def test_a_file_that_a_problem_names_can_be_opened_and_no_other_beside_it() -> None:
    async def work(run: SchedulerRun) -> None:
        house = Path("/work/issuebrief.toml")
        assert run.scheduler.path_of("issuebrief.toml") is None
        await run.worker.answer(Failure((error("configuration.toml", "no TOML", SourceRange(house, 1)),)))
        assert run.scheduler.path_of("issuebrief.toml") == house
        assert run.scheduler.path_of("../../issuebrief.toml") is None
        assert run.scheduler.path_of("brief.md") is None

    run_scheduler(work)


def test_a_worker_that_does_not_let_go_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("issuebrief.preview.scheduler.OVERDUE", 0.02)

    async def work(run: SchedulerRun) -> None:
        await run.worker.answer(revision("a"))
        run.scheduler.changed()
        run.scheduler.changed()
        await asyncio.sleep(0.1)
        first, second = run.workers
        assert (first.terminated, second.kinds) == (True, [TaskKind.REVISION])
        await run.worker.answer(revision("b", number=1))
        assert told_now(run)["revision"]["pages"][0].key == "b"

    run_scheduler(work)


def test_a_worker_that_answers_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("issuebrief.preview.scheduler.OVERDUE", 0.05)

    async def work(run: SchedulerRun) -> None:
        overtaken = run.worker.tasks[-1]
        run.scheduler.changed()
        await run.worker.answer(Dropped(), overtaken)
        await asyncio.sleep(0.1)
        assert len(run.workers) == 1

    run_scheduler(work)


def test_a_revision_that_takes_too_long_is_given_up_and_told_and_the_next_save_tries_again() -> None:
    async def work(run: SchedulerRun) -> None:
        await run.worker.answer(revision("a"))
        run.scheduler.changed(replace(ORDER, seconds=0.03))
        slow = run.worker
        await asyncio.sleep(0.1)
        assert (slow.terminated, slow.kinds, len(run.workers)) == (True, [TaskKind.REVISION], 2)
        now = told_now(run)
        assert "building" not in now
        assert [page.key for page in now["revision"]["pages"]] == ["a"]
        (report,) = [report for report in run.reports if report.pages == 0]
        assert [problem.code for problem in report.problems] == ["machine.out-of-time"]
        run.scheduler.changed()
        assert (len(run.workers), run.worker.kinds) == (3, [TaskKind.REVISION])

    run_scheduler(work)


def test_slow_checks_that_take_too_long_leave_the_pages_as_they_are() -> None:
    async def work(run: SchedulerRun) -> None:
        run.scheduler.order = replace(ORDER, seconds=0.05)
        await run.worker.answer(revision("a"))
        run.scheduler._send(TaskKind.INSPECTION)
        await asyncio.sleep(0.15)
        assert run.worker.terminated
        now = told_now(run)
        assert [page.key for page in now["revision"]["pages"]] == ["a"]
        assert [problem.code for problem in run.scheduler._show.problems] == ["machine.out-of-time"]

    run_scheduler(work)


def test_a_worker_that_has_nothing_to_do_is_not_given_up() -> None:
    async def work(run: SchedulerRun) -> None:
        run.scheduler.changed(replace(ORDER, seconds=0.05))
        await run.worker.answer(revision("a"))
        await run.worker.answer(Inspection(()))
        await asyncio.sleep(0.15)
        assert not run.worker.terminated

    run_scheduler(work)
