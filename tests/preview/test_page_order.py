"""Pages that are drawn first, and when those that are drawn are worth showing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.preview import page_order
from issuebrief.preview.model import SetPage
from issuebrief.preview.page_order import UpdateThrottle, from_visible, held

if TYPE_CHECKING:
    import pytest


def test_pages_in_sight_come_first_and_then_the_nearest() -> None:
    assert from_visible([0, 1, 2, 3, 4, 5, 9], (3, 4)) == [3, 4, 2, 5, 1, 0, 9]
    assert from_visible([2, 0, 1], ()) == [0, 1, 2]
    assert from_visible([], (1,)) == []


def test_a_page_that_is_coming_is_shown_as_it_was() -> None:
    before = [SetPage("a", 1, 2, "1"), SetPage("b", 1, 2, "2")]
    coming = [SetPage("", 3, 4, str(number), coming=True) for number in (1, 2, 3)]
    now = [SetPage("c", 3, 4, "1"), *coming[1:]]
    assert [(page.key, page.coming) for page in held(now, before)] == [("c", False), ("b", True), ("", True)]
    assert [page.width for page in held(now, before)] == [3, 3, 3]
    assert held(coming, ()) == tuple(coming)


def test_it_is_told_when_a_page_looks_new_and_then_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 100.0
    monkeypatch.setattr(page_order, "monotonic", lambda: now)
    throttle = UpdateThrottle(["a", "b", "c"])
    assert not throttle.is_due(["a", "", ""])
    assert throttle.is_due(["a", "x", ""])
    assert not throttle.is_due(["a", "x", "y"])
    now += page_order.PAUSE
    assert throttle.is_due(["a", "x", "y"])
    now += page_order.PAUSE
    assert not throttle.is_due(["a", "x", "y"])


def test_it_is_told_when_there_are_more_pages_or_fewer() -> None:
    assert UpdateThrottle(["a", "b"]).is_due(["a", "", ""])
    assert UpdateThrottle(["a", "b"]).is_due(["a"])
