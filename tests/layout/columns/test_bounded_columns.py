"""No style sheet comes to more than twenty columns, whichever way it asks for them."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from issuebrief.layout.columns.bounded_columns import bound_columns


@pytest.mark.parametrize(
    ("count", "width", "bounded"),
    [
        (2, "auto", 2),
        (1000, "auto", 20),
        (1000, 0.1, 20),
        ("auto", 0.1, 20),
        ("auto", 100, "auto"),
        ("auto", "auto", "auto"),
    ],
)
def test_columns_are_bounded_by_their_number_and_by_their_width(count: Any, width: Any, bounded: Any) -> None:
    style: Any = {"column_count": count, "column_width": width}
    bound_columns(style, SimpleNamespace(width=480.0))
    assert style["column_count"] == bounded
