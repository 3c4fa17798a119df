"""Pages that are shown before all of an edition are drawn: at the foreman's, and in the browser."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from preview_page import desk_on, settled, window_on
from scheduler_run import WRONG, at_work, edition

from issuebrief.preview.model import Failure
from issuebrief.preview.worker import Dropped, Inspection, TaskKind

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Route
    from preview_page import Desk
    from scheduler_run import Shop


def test_pages_are_shown_early_and_the_work_goes_on() -> None:
    async def work(shop: Shop) -> None:
        await shop.hand.answer(edition("a", "b"))
        await shop.hand.answer(Inspection(()))
        shop.foreman.changed()
        shop.streams.told()
        whole = replace(edition("c", "d", "e", number=2), drawn={"d": b"page", "e": b"page"})
        coming = tuple(replace(page, key="", coming=True) for page in whole.pages[1:])
        early = replace(whole, pages=(whole.pages[0], *coming), drawn={"c": b"page"}, whole=False)
        await shop.hand.answer(early)
        [(kind, shown)] = shop.streams.events
        assert (kind, shown["whole"], shown["number"]) == ("edition", False, 2)
        assert [(page["key"], page["coming"]) for page in shown["pages"]] == [
            ("c", False),
            ("b", True),
            ("", True),
        ]
        assert shop.foreman.pictures.known == {"a", "b", "c"}
        assert [kind for kind, _ in shop.foreman.now()] == ["edition", "building"]
        assert shop.hand.kinds == [TaskKind.EDITION, TaskKind.INSPECTION, TaskKind.EDITION]
        await shop.hand.answer(whole)
        shown = shop.streams.events[-1][1]
        assert (shown["whole"], [page["key"] for page in shown["pages"]]) == (True, ["c", "d", "e"])
        assert shop.hand.kinds[3:] == [TaskKind.INSPECTION]
        await shop.hand.answer(Inspection(()))
        assert [(report.pages, report.changed) for report in shop.reports] == [(2, 2), (3, 3)]

    at_work(work)


def test_pages_that_were_coming_when_the_brief_broke_come_all_the_same() -> None:
    whole = edition("a", "b", "c")
    coming = tuple(replace(page, key="", coming=True) for page in whole.pages[1:])
    early = replace(whole, pages=(whole.pages[0], *coming), drawn={"a": b"page"}, whole=False)

    async def work(shop: Shop) -> None:
        first = shop.hand.tasks[-1]
        await shop.hand.answer(early)
        shop.foreman.changed()
        await shop.hand.answer(Dropped(), first)
        shop.streams.told()
        await shop.hand.answer(Failure((WRONG,)))
        assert shop.hand.kinds == [TaskKind.EDITION, TaskKind.EDITION, TaskKind.REST]
        assert shop.hand.tasks[-1].known == {"a"}
        assert shop.streams.told() == ["problems"]
        await shop.hand.answer(replace(whole, drawn={"b": b"page", "c": b"page"}))
        (_, shown), (_, said) = shop.streams.events
        assert [page["key"] for page in shown["pages"]] == ["a", "b", "c"]
        assert (said["stale"], [each["code"] for each in said["problems"]]) == (True, ["notes.undefined"])
        assert [kind for kind, _ in shop.foreman.now()] == ["edition", "problems"]
        assert shop.hand.kinds[3:] == [], "what is broken is not inspected"
        shop.foreman.changed()
        await shop.hand.answer(edition("d", number=2))
        assert [kind for kind, _ in shop.foreman.now()] == ["edition"]

    at_work(work)


def test_pages_that_cannot_come_are_asked_for_once() -> None:
    early = replace(edition("a"), pages=(replace(edition("").pages[0], coming=True),), drawn={}, whole=False)

    async def work(shop: Shop) -> None:
        first = shop.hand.tasks[-1]
        await shop.hand.answer(early)
        shop.foreman.changed()
        await shop.hand.answer(Dropped(), first)
        await shop.hand.answer(Failure((WRONG,)))
        await shop.hand.answer(Failure(()))
        assert shop.hand.kinds == [TaskKind.EDITION, TaskKind.EDITION, TaskKind.REST]
        assert shop.streams.told()[-1] == "problems"

    at_work(work)


def early_and_whole(desk: Desk, chromium: Browser) -> list[str]:
    """The events of an edition of which only the first page is drawn, and of the whole one."""
    with window_on(desk, chromium) as window:
        found = window.evaluate(
            """() => new Promise((done) => {
              const source = new EventSource("/events");
              source.addEventListener("edition", (event) => { source.close(); done(event.data); });
            })"""
        )
    whole = json.loads(found)
    for number, page in enumerate(whole["pages"]):
        page["folio"] = str(number)
    early = json.loads(found)
    early["whole"] = False
    for page in early["pages"][1:]:
        page.update(key="", coming=True)
    return [f"event: edition\ndata: {json.dumps(each)}\n\n" for each in (early, whole)]


def test_pages_that_are_coming_are_white_until_they_are_there(tmp_path: Path, chromium: Browser) -> None:
    with desk_on(tmp_path) as desk:
        events = early_and_whole(desk, chromium)
        with chromium.new_context(viewport={"width": 1280, "height": 800}) as context:
            window = context.new_page()

            def answer(route: Route) -> None:
                route.fulfill(content_type="text/event-stream", body=events.pop(0) if events else "")

            window.route("**/events?*", answer)
            window.goto(desk.address)
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
