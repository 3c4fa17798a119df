"""The theme panel's questions among the other work: when they are asked, and what they put off."""

from __future__ import annotations

from scheduler_run import SchedulerRun, revision, run_scheduler

from issuebrief.preview.model import Failure
from issuebrief.preview.theme_panel.model import Changes, LookQuestion, ThemeLook
from issuebrief.preview.worker import Answered, Died, Dropped, Inspection, TaskKind

REVISION, INSPECTION, THEME = TaskKind.REVISION, TaskKind.INSPECTION, TaskKind.THEME


def look(changes: Changes = ()) -> Answered:
    return Answered(ThemeLook("own", (), (), "own.css", False, changes=changes))


def test_without_a_panel_there_is_no_question() -> None:
    async def work(run: SchedulerRun) -> None:
        await run.worker.answer(revision("a"))
        await run.worker.answer(Inspection(()))
        assert run.worker.kinds == [REVISION, INSPECTION]
        assert all(task.changes == {} and task.question is None for task in run.worker.tasks)

    run_scheduler(work)


def test_a_panel_that_opens_first_of_all_waits_for_pages() -> None:
    async def work(run: SchedulerRun) -> None:
        run.scheduler.theme.come("one")
        assert run.worker.kinds == [REVISION]
        await run.worker.answer(revision("a"))
        assert run.worker.kinds == [REVISION, THEME]
        assert run.worker.tasks[-1].question == LookQuestion()
        await run.worker.answer(look())
        assert run.worker.kinds == [REVISION, THEME, INSPECTION]
        assert "theme" in run.broker.told()

    run_scheduler(work)


def test_a_change_is_looked_at_and_then_set() -> None:
    async def work(run: SchedulerRun) -> None:
        run.scheduler.theme.come("one")
        await run.worker.answer(revision("a"))
        await run.worker.answer(look())
        run.scheduler.theme.change("--brand", "red")
        tried = (("--brand", "red"),)
        assert run.worker.kinds[-1] is THEME
        assert run.worker.tasks[-1].changes == {"own": tried}
        await run.worker.answer(Dropped(), run.worker.tasks[2])
        await run.worker.answer(look(tried))
        assert run.worker.kinds[-1] is REVISION
        assert run.worker.tasks[-1].changes == {"own": tried}
        await run.worker.answer(revision("b", number=2))
        await run.worker.answer(look(tried))
        assert run.worker.kinds[-1] is INSPECTION

    run_scheduler(work)


def test_a_change_puts_off_pages_that_are_wanted_no_more_and_they_are_set_after_it() -> None:
    async def work(run: SchedulerRun) -> None:
        run.scheduler.theme.come("one")
        await run.worker.answer(revision("a"))
        await run.worker.answer(look())
        run.scheduler.changed()
        run.scheduler.theme.change("--brand", "reddish")
        assert run.worker.kinds[-2:] == [REVISION, THEME]
        # A value that is not taken: what was saved is set none the less.
        fault = Answered(ThemeLook("own", (), (), "own.css", False))
        await run.worker.answer(fault)
        assert run.worker.kinds[-1] is REVISION

    run_scheduler(work)


def test_a_worker_that_cannot_answer_leaves_the_pages_as_they_are() -> None:
    async def work(run: SchedulerRun) -> None:
        run.scheduler.theme.come("one")
        await run.worker.answer(revision("a"))
        run.broker.told()
        await run.worker.answer(Failure(()))
        assert run.scheduler.theme.question is None
        assert run.worker.kinds == [REVISION, THEME, INSPECTION]
        assert not run.broker.events[-1][1].get("stale")

    run_scheduler(work)


def test_a_worker_that_dies_over_a_question_is_not_asked_again() -> None:
    async def work(run: SchedulerRun) -> None:
        run.scheduler.theme.come("one")
        await run.worker.answer(revision("a"))
        await run.worker.answer(Died(-9))
        assert (len(run.workers), run.worker.kinds) == (2, [REVISION])
        assert run.scheduler.theme.question is None

    run_scheduler(work)


def test_a_window_that_closes_closes_its_panel() -> None:
    async def work(run: SchedulerRun) -> None:
        run.scheduler.come("one")
        run.scheduler.theme.come("one")
        await run.worker.answer(revision("a"))
        await run.worker.answer(look())
        run.scheduler.go("one")
        run.scheduler.changed()
        await run.worker.answer(revision("b", number=2))
        assert run.worker.kinds[-1] is INSPECTION

    run_scheduler(work)
