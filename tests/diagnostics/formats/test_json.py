"""Problems as JSON."""

from __future__ import annotations

import json
from typing import Any

from findings import ALL, CUT, LOOSE, ROOT

from issuebrief.diagnostics.formats.json import as_json


def listing(*problems: Any) -> Any:
    return json.loads(as_json(problems, ROOT))


def test_without_problems_the_counts_are_none() -> None:
    assert listing() == {
        "version": 1,
        "counts": {"error": 0, "warning": 0, "info": 0},
        "problems": [],
    }


def test_a_problem_has_everything_that_is_known_of_it() -> None:
    (found,) = listing(LOOSE)["problems"]
    assert found == {
        "severity": "warning",
        "code": "lines.loose",
        "message": 'It is <loose> & "wide".',
        "hint": "Change a word.",
        "file": "content/moon/brief.md",
        "line": 9,
        "column": 1,
        "end_line": 9,
        "end_column": 4,
        "excerpt": "the <line>",
        "pages": [2, 3],
        "spots": [
            {"page": 2, "x": 10.5, "y": 20, "width": 100, "height": 16},
            {"page": 3, "x": 10.5, "y": 20, "width": 100, "height": 16},
        ],
    }


def test_what_is_not_known_is_null() -> None:
    found = listing(*ALL)["problems"]
    assert [
        [each[key] for key in ("file", "line", "column", "end_line", "end_column")] for each in found
    ] == [
        [None, None, None, None, None],
        ["/other/ä b.css", 4, None, 4, None],
        ["content/moon/brief.md", None, None, None, None],
        ["content/moon/brief.md", 9, 1, 9, 4],
        ["content/moon/brief.md", 12, 3, 12, 6],
    ]


def test_problems_are_counted_and_told_once() -> None:
    assert listing(*ALL, CUT)["counts"] == {"error": 1, "warning": 3, "info": 1}
