"""Specifications that somebody else wrote, drawn within bounds."""

from __future__ import annotations

import json
from typing import Any

import pytest
from charts import look

from issuebrief.charts.rendering import draw_confined as confined
from issuebrief.charts.rendering.draw_confined import draw_confined
from issuebrief.charts.rendering.render import NotDrawn

POINT: dict[str, Any] = {
    "data": {"values": [{"a": 1}]},
    "mark": "point",
    "encoding": {"x": {"field": "a", "type": "quantitative"}},
}


def test_a_specification_is_drawn_and_a_wrong_one_told() -> None:
    assert draw_confined(json.dumps(POINT), look()).startswith("<svg")
    with pytest.raises(NotDrawn, match="Invalid specification"):
        draw_confined("{}", look())


def test_work_without_end_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confined, "SECONDS", 1)
    endless = {**POINT, "data": {"sequence": {"start": 0, "stop": 1e9}}}
    with pytest.raises(NotDrawn, match="seconds of work"):
        draw_confined(json.dumps(endless), look())


def test_a_drawing_that_is_far_too_large_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confined, "MOST_SVG", 100)
    with pytest.raises(NotDrawn, match="bytes"):
        draw_confined(json.dumps({**POINT, "mark": "circle"}), look())
