"""The height at which the rest of columns ends, where no plan says it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from issuebrief.layout.columns import level_columns


class Rest:
    """A request whose columns end from a height on; it notes the heights that were tried."""

    def __init__(self, ends: float, room: float, *, spanning: bool = False) -> None:
        self.ends, self.tried, self.skip_stack = ends, list[float](), {1: None}
        head = SimpleNamespace(style={"column_span": "all"})
        rest = SimpleNamespace(style={"column_span": "all" if spanning else "none"})
        self.box = SimpleNamespace(style={}, children=[head, rest])
        self.context, self.bottom_space = SimpleNamespace(page_bottom=100 + room), 0.0
        self.columns = SimpleNamespace(content_box_y=lambda: 100.0)

    def ends_within(self, height: float) -> bool:
        self.tried.append(height)
        return height >= self.ends

    def answer_within(self, height: float) -> float:
        return height


@pytest.fixture(autouse=True)
def _leading(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(level_columns, "strut", lambda style: (10.0, 8.0))


@pytest.mark.parametrize(
    ("ends", "height"), [(1, 10), (10, 10), (11, 20), (425, 430), (928, 930), (932, 933)]
)
def test_the_least_number_of_lines_is_found_in_a_few_steps(ends: float, height: float) -> None:
    rest: Any = Rest(ends, room=933)
    found: object = level_columns.balanced(rest)
    assert found == height
    assert len(rest.tried) <= 8


def test_what_goes_on_overleaf_or_spans_columns_is_left_to_the_engine() -> None:
    for rest in (Rest(940, room=933), Rest(40, room=933, spanning=True)):
        request: Any = rest
        assert level_columns.balanced(request) is None
