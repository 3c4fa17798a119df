"""A foreman with everything around it, and workers that do nothing by themselves.

In:  what a test does with it, step by step.
Out: what the workers were given, and what all pages were told.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from desks import alone

from issuebrief.diagnostics.model import Diagnostic, PageRegion, Severity, SourceRange, error, warning
from issuebrief.preview.events import EventBroker
from issuebrief.preview.model import Revision, SetPage
from issuebrief.preview.scheduler import Scheduler
from issuebrief.preview.worker import Answer, Died, Inspection, Order, Result, Task, TaskKind
from issuebrief.resources import SearchPath

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from issuebrief.preview.viewports import Report


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


BRIEF = Path("/work/content/moon/brief.md")
ORDER = Order(BRIEF, SearchPath((), ()), Path("/work"))
WRONG = error("notes.undefined", "there is no note", SourceRange(BRIEF, 3, 4), "write it", "text[^a]")
LOOSE = replace(
    warning("lines.loose", "a loose line", SourceRange(BRIEF, 9)), spots=(PageRegion(2, 96, 48, 9.6, 4.8),)
)
NOTED = Diagnostic(Severity.INFO, "lines.ladder", "a ladder", SourceRange(BRIEF, 2))


class Heard(EventBroker):
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
class Hand:
    """A worker that does nothing by itself."""

    order: Order
    tasks: list[Task] = field(default_factory=list)
    dismissed: bool = False

    def listen(self, tell: Callable[[Any, Answer], None]) -> None:
        self.tell = tell

    def give(self, task: Task) -> None:
        self.tasks.append(task)

    def dismiss(self) -> None:
        self.dismissed = True

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
class Shop:
    """A foreman with everything around it."""

    foreman: Scheduler
    streams: Heard
    hands: list[Hand]
    reports: list[Report]

    @property
    def hand(self) -> Hand:
        return self.hands[-1]


def edition(*keys: str, number: int = 1, problems: tuple[Diagnostic, ...] = ()) -> Revision:
    pages = tuple(SetPage(key, 100, 200, str(folio)) for folio, key in enumerate(keys, 1))
    return Revision(number, "Moon", pages, dict.fromkeys(keys, b"page"), problems=problems)


def at_work(work: Callable[[Shop], Coroutine[None, None, None]]) -> None:
    async def run() -> None:
        hands: list[Hand] = []
        reports: list[Report] = []
        streams = Heard()

        def hire(order: Order) -> Any:
            hands.append(Hand(order))
            return hands[-1]

        foreman = Scheduler(ORDER, streams, reports.append, hire)
        foreman.changed()
        try:
            await work(Shop(foreman, streams, hands, reports))
        finally:
            foreman.close()
        assert all(hand.dismissed for hand in hands)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("issuebrief.preview.scheduler.BREATH", 0)
        alone(run())
