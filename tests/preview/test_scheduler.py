"""The foreman: what is given to the worker, what is dropped, and what stays on show."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from foreman_at_work import LOOSE, NOTED, ORDER, WRONG, Shop, at_work, edition

from issuebrief.diagnostics.model import SourceRange, error
from issuebrief.preview.model import Failure, PressProof
from issuebrief.preview.page_images import ROOM_FOR_PAGES
from issuebrief.preview.viewports import View
from issuebrief.preview.worker import Died, Dropped, Inspection, TaskKind
from issuebrief.resources import SearchPath

if TYPE_CHECKING:
    import pytest


def test_a_brief_is_set_then_shown_then_inspected() -> None:
    async def work(shop: Shop) -> None:
        assert (shop.hand.kinds, shop.streams.told()) == ([TaskKind.EDITION], ["building"])
        await shop.hand.answer(edition("a", "b", problems=(NOTED,)))
        assert shop.hand.kinds == [TaskKind.EDITION, TaskKind.INSPECTION]
        [(kind, shown)] = shop.streams.events
        assert kind == "edition"
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
        assert shop.reports == []
        await shop.hand.answer(Inspection((LOOSE,)))
        kind, said = shop.streams.events[-1]
        assert (kind, said["stale"], said["inspected"]) == ("problems", False, True)
        assert dict(shop.foreman.now())["edition"]["inspected"]
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
        [report] = shop.reports
        assert (report.pages, report.changed, report.problems) == (2, 2, (LOOSE,))
        assert len(shop.hand.tasks) == 2

    at_work(work)


def test_pages_that_look_the_same_are_not_asked_for_again() -> None:
    async def work(shop: Shop) -> None:
        await shop.hand.answer(edition("a", "b"))
        shop.foreman.changed()
        assert shop.hand.tasks[-1].known == {"a", "b"}
        await shop.hand.answer(replace(edition("a", "c", number=2), drawn={"c": b"page"}))
        await shop.hand.answer(Inspection(()))
        assert [report.changed for report in shop.reports] == [2, 1]
        assert shop.foreman.pictures.known == {"a", "b", "c"}

    at_work(work)


def test_a_failure_leaves_the_last_good_pages() -> None:
    async def work(shop: Shop) -> None:
        await shop.hand.answer(edition("a"))
        await shop.hand.answer(Inspection((LOOSE,)))
        shop.foreman.changed()
        shop.streams.told()
        await shop.hand.answer(Failure((WRONG,)))
        [(kind, said)] = shop.streams.events
        assert (kind, said["stale"]) == ("problems", True)
        assert [(each["code"], each["line"], each["excerpt"]) for each in said["problems"]] == [
            ("notes.undefined", 3, "text[^a]")
        ]
        now = dict(shop.foreman.now())
        assert list(now) == ["edition", "problems"]
        assert [page.key for page in now["edition"]["pages"]] == ["a"]
        assert now["problems"]["stale"]
        assert (shop.reports[-1].pages, shop.reports[-1].problems) == (0, (WRONG,))
        shop.foreman.changed()
        await shop.hand.answer(edition("b", number=2))
        assert [kind for kind, _ in shop.foreman.now()] == ["edition"]

    at_work(work)


def test_a_brief_that_never_was_set_has_problems_and_no_stale_pages() -> None:
    async def work(shop: Shop) -> None:
        await shop.hand.answer(Failure((WRONG,)))
        [(kind, said)] = list(shop.foreman.now())
        assert (kind, said["stale"]) == ("problems", False)

    at_work(work)


def test_the_next_save_drops_what_is_being_made() -> None:
    async def work(shop: Shop) -> None:
        first = shop.hand.tasks[-1]
        shop.foreman.changed()
        second = shop.hand.tasks[-1]
        assert second.number > first.number
        await shop.hand.answer(Dropped(), first)
        assert shop.streams.told() == ["building", "building"]
        await shop.hand.answer(edition("a"))
        assert shop.streams.told() == ["edition"]
        assert shop.hand.kinds == [TaskKind.EDITION, TaskKind.EDITION, TaskKind.INSPECTION]

    at_work(work)


def test_an_edition_that_was_ready_before_it_could_be_dropped_is_shown() -> None:
    async def work(shop: Shop) -> None:
        first = shop.hand.tasks[-1]
        shop.foreman.changed()
        await shop.hand.answer(edition("a"), first)
        assert shop.streams.told()[-1] == "edition"
        assert shop.hand.kinds == [TaskKind.EDITION, TaskKind.EDITION]

    at_work(work)


def test_pages_that_the_worker_need_not_draw_are_kept_until_it_answers() -> None:
    async def work(shop: Shop) -> None:
        await shop.hand.answer(edition("a"))
        shop.foreman.changed()
        await shop.hand.answer(replace(edition("b", number=2), drawn={"b": b"x" * ROOM_FOR_PAGES}))
        # The shelf is full, and "a" would be the first to go.
        shop.foreman.changed()
        early = shop.hand.tasks[-1]
        shop.foreman.changed()
        known = shop.hand.tasks[-1].known
        await shop.hand.answer(replace(edition("c", number=3), drawn={"c": b"x" * ROOM_FOR_PAGES}), early)
        assert known <= shop.foreman.pictures.known
        await shop.hand.answer(replace(edition("b", number=4), drawn={}))
        assert shop.foreman.pictures.known == {"b"}

    at_work(work)


def test_a_failure_that_is_overtaken_is_not_shown() -> None:
    async def work(shop: Shop) -> None:
        await shop.hand.answer(edition("a"))
        shop.foreman.changed()
        half_saved = shop.hand.tasks[-1]
        shop.foreman.changed()
        shop.streams.told()
        await shop.hand.answer(Failure((WRONG,)), half_saved)
        assert shop.streams.told() == []

    at_work(work)


def test_who_never_stops_typing_sees_something_now_and_then() -> None:
    async def work(shop: Shop) -> None:
        for _ in range(3):
            dropped = shop.hand.tasks[-1]
            shop.foreman.changed()
            await shop.hand.answer(Dropped(), dropped)
        assert len(shop.hand.tasks) == 4
        shop.foreman.changed()
        shop.foreman.changed()
        assert len(shop.hand.tasks) == 4
        await shop.hand.answer(edition("a"))
        assert shop.hand.kinds == [TaskKind.EDITION] * 5
        shop.foreman.changed()
        assert shop.hand.kinds == [TaskKind.EDITION] * 6

    at_work(work)


def test_a_dead_worker_is_replaced_and_its_task_given_to_the_next() -> None:
    async def work(shop: Shop) -> None:
        await shop.hand.answer(Died(-9))
        assert len(shop.hands) == 2
        assert (shop.hands[0].dismissed, shop.hand.kinds) == (True, [TaskKind.EDITION])
        await shop.hands[0].answer(edition("old"), shop.hands[0].tasks[-1])
        assert "edition" not in shop.streams.told()
        await shop.hand.answer(edition("a"))
        assert "edition" in shop.streams.told()

    at_work(work)


def test_a_brief_that_kills_every_worker_is_told_and_waits_for_the_next_save() -> None:
    async def work(shop: Shop) -> None:
        await shop.hand.answer(Died(-9))
        await shop.hand.answer(Died(3))
        assert len(shop.hands) == 2
        kind, said = shop.streams.events[-1]
        assert kind == "problems"
        assert [(each["code"], each["message"]) for each in said["problems"]] == [
            (
                "internal.worker-died",
                "the process that sets this brief ended without an answer (status 3)",
            )
        ]
        shop.foreman.changed()
        assert len(shop.hands) == 3
        await shop.hand.answer(edition("a"))
        assert [kind for kind, _ in shop.foreman.now()] == ["edition"]

    at_work(work)


def test_a_worker_that_dies_again_and_again_over_an_inspection_leaves_the_pages_as_they_are() -> None:
    async def work(shop: Shop) -> None:
        for _ in range(2):
            await shop.hand.answer(edition("a"))
            assert shop.hand.kinds[-1] is TaskKind.INSPECTION
            await shop.hand.answer(Died(-11))
        assert len(shop.hands) == 2
        kind, said = shop.streams.events[-1]
        assert (kind, said["stale"]) == ("problems", False)
        assert [each["code"] for each in said["problems"]] == ["internal.worker-died"]

    at_work(work)


def test_a_worker_that_dies_with_nothing_to_do_is_replaced_quietly() -> None:
    async def work(shop: Shop) -> None:
        await shop.hand.answer(edition("a"))
        await shop.hand.answer(Inspection(()))
        shop.streams.told()
        await shop.hand.answer(Died(-9))
        assert shop.hand.kinds == [TaskKind.EDITION]
        assert shop.streams.told() == ["building"]

    at_work(work)


def test_press_sheets_are_made_when_they_are_wanted_and_after_every_edition() -> None:
    async def work(shop: Shop) -> None:
        await shop.hand.answer(edition("a"))
        await shop.hand.answer(Inspection(()))
        shop.foreman.see(View((0,), 0, sheets=True))
        assert shop.hand.kinds[-1] is TaskKind.SHEETS
        await shop.hand.answer(PressProof(1, edition("s").pages, {"s": b"sheet"}, (LOOSE,)))
        kinds = dict(shop.streams.events)
        assert (kinds["sheets"]["stale"], kinds["sheets"]["pages"][0]["key"]) == (False, "s")
        assert [each["code"] for each in kinds["problems"]["problems"]] == ["lines.loose"]
        shop.foreman.see(View((0,), 0, sheets=True))
        assert shop.hand.kinds == [TaskKind.EDITION, TaskKind.INSPECTION, TaskKind.SHEETS]
        shop.foreman.changed()
        await shop.hand.answer(edition("b", number=2))
        assert dict(shop.foreman.now())["sheets"]["stale"]
        await shop.hand.answer(Inspection(()))
        assert shop.hand.kinds[-1] is TaskKind.SHEETS
        await shop.hand.answer(Failure((WRONG,)))
        assert shop.hand.kinds[3:] == [TaskKind.EDITION, TaskKind.INSPECTION, TaskKind.SHEETS]

    at_work(work)


def test_press_sheets_wait_for_what_is_being_done() -> None:
    async def work(shop: Shop) -> None:
        await shop.hand.answer(edition("a"))
        shop.foreman.see(View((0,), 0, sheets=True))
        assert shop.hand.kinds == [TaskKind.EDITION, TaskKind.INSPECTION]
        await shop.hand.answer(Inspection(()))
        assert shop.hand.kinds[-1] is TaskKind.SHEETS

    at_work(work)


def test_pages_in_sight_are_drawn_before_anybody_asks() -> None:
    async def work(shop: Shop) -> None:
        ordered: list[tuple[list[str], int, int]] = []
        shop.foreman.pictures.order = lambda *order: ordered.append(order)  # type: ignore[assignment, misc]
        shop.foreman.see(View((1, 2, 7), 900))
        assert ordered == [([], 900, 0), ([], 900, 2)]
        ordered.clear()
        await shop.hand.answer(edition("a", "b", "c", "d", "e"))
        assert ordered == [(["b", "c"], 900, 0), (["a", "d"], 900, 2)]

    at_work(work)


def test_new_styles_are_set_by_a_new_worker() -> None:
    async def work(shop: Shop) -> None:
        shop.foreman.changed(ORDER)
        assert len(shop.hands) == 1
        order = replace(ORDER, shelf=SearchPath((), (Path("/work/styles"),)))
        shop.foreman.changed(order)
        assert (len(shop.hands), shop.hand.order) == (2, order)

    at_work(work)


def test_a_file_that_a_problem_names_can_be_opened_and_no_other_beside_it() -> None:
    async def work(shop: Shop) -> None:
        house = Path("/work/issuebrief.toml")
        assert shop.foreman.path_of("issuebrief.toml") is None
        await shop.hand.answer(Failure((error("configuration.toml", "no TOML", SourceRange(house, 1)),)))
        assert shop.foreman.path_of("issuebrief.toml") == house
        assert shop.foreman.path_of("../../issuebrief.toml") is None
        assert shop.foreman.path_of("brief.md") is None

    at_work(work)


def test_a_worker_that_does_not_let_go_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("issuebrief.preview.scheduler.OVERDUE", 0.02)

    async def work(shop: Shop) -> None:
        await shop.hand.answer(edition("a"))
        shop.foreman.changed()
        shop.foreman.changed()
        await asyncio.sleep(0.1)
        first, second = shop.hands
        assert (first.dismissed, second.kinds) == (True, [TaskKind.EDITION])
        await shop.hand.answer(edition("b", number=1))
        assert dict(shop.foreman.now())["edition"]["pages"][0].key == "b"

    at_work(work)


def test_a_worker_that_answers_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("issuebrief.preview.scheduler.OVERDUE", 0.05)

    async def work(shop: Shop) -> None:
        overtaken = shop.hand.tasks[-1]
        shop.foreman.changed()
        await shop.hand.answer(Dropped(), overtaken)
        await asyncio.sleep(0.1)
        assert len(shop.hands) == 1

    at_work(work)


def test_an_edition_that_takes_too_long_is_given_up_and_told_and_the_next_save_tries_again() -> None:
    async def work(shop: Shop) -> None:
        await shop.hand.answer(edition("a"))
        shop.foreman.changed(replace(ORDER, seconds=0.03))
        slow = shop.hand
        await asyncio.sleep(0.1)
        assert (slow.dismissed, slow.kinds, len(shop.hands)) == (True, [TaskKind.EDITION], 2)
        now = dict(shop.foreman.now())
        assert "building" not in now
        assert [page.key for page in now["edition"]["pages"]] == ["a"]
        (report,) = [report for report in shop.reports if report.pages == 0]
        assert [problem.code for problem in report.problems] == ["machine.out-of-time"]
        shop.foreman.changed()
        assert (len(shop.hands), shop.hand.kinds) == (3, [TaskKind.EDITION])

    at_work(work)


def test_slow_checks_that_take_too_long_leave_the_pages_as_they_are() -> None:
    async def work(shop: Shop) -> None:
        shop.foreman.order = replace(ORDER, seconds=0.05)
        await shop.hand.answer(edition("a"))
        shop.foreman._give(TaskKind.INSPECTION)
        await asyncio.sleep(0.15)
        assert shop.hand.dismissed
        now = dict(shop.foreman.now())
        assert [page.key for page in now["edition"]["pages"]] == ["a"]
        assert [problem.code for problem in shop.foreman._show.problems] == ["machine.out-of-time"]

    at_work(work)


def test_a_worker_that_has_nothing_to_do_is_not_given_up() -> None:
    async def work(shop: Shop) -> None:
        shop.foreman.changed(replace(ORDER, seconds=0.05))
        await shop.hand.answer(edition("a"))
        await shop.hand.answer(Inspection(()))
        await asyncio.sleep(0.15)
        assert not shop.hand.dismissed

    at_work(work)
