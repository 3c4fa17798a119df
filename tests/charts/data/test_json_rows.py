"""Rows of JSON."""

from __future__ import annotations

from pathlib import Path

import pytest

from issuebrief.charts.data.json_rows import read_json
from issuebrief.charts.data.model import Unreadable
from issuebrief.diagnostics.model import SourceRange

AT = SourceRange(Path("t.json"))


@pytest.mark.parametrize(
    "text",
    [
        '[{"a": "x", "b": 1}, {"a": "y", "b": null}]',
        '[["a", "b"], ["x", 1], ["y", null]]',
        '{"a": ["x", "y"], "b": [1, null]}',
    ],
)
def test_rows_may_be_objects_or_lists_or_columns(text: str) -> None:
    found = read_json(text, "t.json", AT)
    assert found.names == ("a", "b")
    assert [[(cell.text, cell.number) for cell in row] for row in found.rows] == [
        [("x", None), ("1", 1.0)],
        [("y", None), ("", None)],
    ]
    assert found.rows[0][1].name == "entry 1, “b”"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "no JSON"),
        ("3", "no rows"),
        ("[]", "no rows"),
        ('[{"a": [1]}]', "not a value"),
        ("[" * 100_000, "nested too deeply"),
        ('[{"a": 1' + "0" * 400 + "}]", "too large"),
    ],
)
def test_what_is_no_table_is_told(text: str, message: str) -> None:
    with pytest.raises(Unreadable, match=message):
        read_json(text, "t.json", AT)


def test_numbers_that_are_none_are_words() -> None:
    assert read_json('[{"a": NaN}]', "t.json", AT).rows[0][0].number is None
