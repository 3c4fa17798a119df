"""Pages that are shown before all of a revision are drawn: at the scheduler's, and in the browser."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from preview_page import settled, window_on
from scheduler_run import WRONG, revision, run_scheduler

from issuebrief.preview.model import Failure
from issuebrief.preview.worker import Dropped, Inspection, TaskKind

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Route
    from preview_page import Preview
    from scheduler_run import SchedulerRun


def test_pages_are_shown_early_and_the_work_goes_on() -> None:
    async def work(run: SchedulerRun) -> None:
        await run.worker.answer(revision("a", "b"))
        await run.worker.answer(Inspection(()))
        run.scheduler.changed()
        run.broker.told()
        whole = replace(revision("c", "d", "e", number=2), drawn={"d": b"page", "e": b"page"})
        coming = tuple(replace(page, key="", coming=True) for page in whole.pages[1:])
        early = replace(whole, pages=(whole.pages[0], *coming), drawn={"c": b"page"}, whole=False)
        await run.worker.answer(early)
        [(kind, shown)] = run.broker.events
        assert (kind, shown["whole"], shown["number"]) == ("revision", False, 2)
        assert [(page["key"], page["coming"]) for page in shown["pages"]] == [
            ("c", False),
            ("b", True),
            ("", True),
        ]
        assert run.scheduler.pictures.known == {"a", "b", "c"}
        assert [kind for kind, _ in run.scheduler.now()] == ["revision", "building"]
        assert run.worker.kinds == [TaskKind.REVISION, TaskKind.INSPECTION, TaskKind.REVISION]
        await run.worker.answer(whole)
        shown = run.broker.events[-1][1]
        assert (shown["whole"], [page["key"] for page in shown["pages"]]) == (True, ["c", "d", "e"])
        assert run.worker.kinds[3:] == [TaskKind.INSPECTION]
        await run.worker.answer(Inspection(()))
        assert [(report.pages, report.changed) for report in run.reports] == [(2, 2), (3, 3)]

    run_scheduler(work)


def test_pages_that_were_coming_when_the_brief_broke_come_all_the_same() -> None:
    whole = revision("a", "b", "c")
    coming = tuple(replace(page, key="", coming=True) for page in whole.pages[1:])
    early = replace(whole, pages=(whole.pages[0], *coming), drawn={"a": b"page"}, whole=False)

    async def work(run: SchedulerRun) -> None:
        first = run.worker.tasks[-1]
        await run.worker.answer(early)
        run.scheduler.changed()
        await run.worker.answer(Dropped(), first)
        run.broker.told()
        await run.worker.answer(Failure((WRONG,)))
        assert run.worker.kinds == [TaskKind.REVISION, TaskKind.REVISION, TaskKind.REST]
        assert run.worker.tasks[-1].known == {"a"}
        assert run.broker.told() == ["problems"]
        await run.worker.answer(replace(whole, drawn={"b": b"page", "c": b"page"}))
        (_, shown), (_, said) = run.broker.events
        assert [page["key"] for page in shown["pages"]] == ["a", "b", "c"]
        assert (said["stale"], [each["code"] for each in said["problems"]]) == (True, ["notes.undefined"])
        assert [kind for kind, _ in run.scheduler.now()] == ["revision", "problems"]
        assert run.worker.kinds[3:] == [], "what is broken is not inspected"
        run.scheduler.changed()
        await run.worker.answer(revision("d", number=2))
        assert [kind for kind, _ in run.scheduler.now()] == ["revision"]

    run_scheduler(work)


def test_pages_that_cannot_come_are_asked_for_once() -> None:
    early = replace(
        revision("a"), pages=(replace(revision("").pages[0], coming=True),), drawn={}, whole=False
    )

    async def work(run: SchedulerRun) -> None:
        first = run.worker.tasks[-1]
        await run.worker.answer(early)
        run.scheduler.changed()
        await run.worker.answer(Dropped(), first)
        await run.worker.answer(Failure((WRONG,)))
        await run.worker.answer(Failure(()))
        assert run.worker.kinds == [TaskKind.REVISION, TaskKind.REVISION, TaskKind.REST]
        assert run.broker.told()[-1] == "problems"

    run_scheduler(work)


def early_and_whole(preview: Preview, chromium: Browser) -> list[str]:
    """The events of a revision of which only the first page is drawn, and of the whole one."""
    with window_on(preview, chromium) as window:
        found = window.evaluate(
            """() => new Promise((done) => {
              const source = new EventSource("/events");
              source.addEventListener("revision", (event) => { source.close(); done(event.data); });
            })"""
        )
    whole = json.loads(found)
    for number, page in enumerate(whole["pages"]):
        page["folio"] = str(number)
    early = json.loads(found)
    early["whole"] = False
    for page in early["pages"][1:]:
        page.update(key="", coming=True)
    return [f"event: revision\ndata: {json.dumps(each)}\n\n" for each in (early, whole)]


def test_pages_that_are_coming_are_white_until_they_are_there(preview: Preview, chromium: Browser) -> None:
    events = early_and_whole(preview, chromium)
    with chromium.new_context(viewport={"width": 1280, "height": 800}) as context:
        window = context.new_page()

        def answer(route: Route) -> None:
            route.fulfill(content_type="text/event-stream", body=events.pop(0) if events else "")

        window.route("**/events?*", answer)
        window.goto(preview.address)
        window.wait_for_selector(".sheet:first-child img")
        sheets = window.locator(".sheet")
        number = sheets.count()
        assert number >= 3
        assert [sheets.nth(n).get_attribute("aria-busy") for n in (0, 1)] == [None, "true"]
        assert sheets.nth(1).locator("img").count() == 0
        small = window.locator(".thumbnail img").evaluate_all("all => all.map((image) => image.src)")
        assert small[1:] == [""] * (number - 1)
        # The line is opened again a second later.
        window.wait_for_selector(".sheet:nth-child(2):not([aria-busy])")
        settled(window)
        assert window.evaluate("stage.scrollTop") == 0
        sheets.nth(1).scroll_into_view_if_needed()
        window.wait_for_selector(".sheet:nth-child(2) img")
