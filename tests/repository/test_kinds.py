"""Kinds of tests, by which `make test-fast` chooses."""

from __future__ import annotations

import subprocess
import sys
from types import ModuleType

import pytest
from examples import SOME, combined, examples, further
from kinds import MARKERS, further_examples, markers
from setting import ROOT, facts_of, write_brief
from validators import qpdf

from issuebrief.linebreak import total_fit


def module(**names: object) -> ModuleType:
    made = ModuleType("test_something")
    vars(made).update(names)
    return made


@pytest.mark.parametrize(
    ("fixtures", "names", "folder", "kinds"),
    [
        (["tmp_path"], {"total_fit": total_fit, "write_brief": write_brief}, "linebreak", []),
        (["chromium"], {}, "diagnostics", ["browser", "unmeasured"]),
        ([], {"qpdf": qpdf}, "markdown_body/tables", ["validators", "unmeasured"]),
        ([], {"facts_of": facts_of}, "markdown_body/tables", ["slow"]),
        (["shipped"], {}, "markdown_body", ["slow"]),
        (["chromium"], {}, "web", ["browser", "unmeasured", "slow"]),
        ([], {}, "layout/floats", ["slow"]),
        ([], {}, "product", ["unmeasured", "slow"]),
        ([], {}, ".", []),
    ],
)
def test_a_test_is_marked_by_what_it_uses_and_where_it_lies(
    fixtures: list[str], names: dict[str, object], folder: str, kinds: list[str]
) -> None:
    assert list(markers(fixtures, module(**names), folder)) == kinds


def test_a_profile_may_want_some_examples_of_a_law() -> None:
    assert [examples(number, SOME) for number in (400, 100, 12, 5)] == [100, 25, 10, 5]
    assert [examples(number, "ci") for number in (400, 100, 12, 5)] == [400, 100, 12, 5]


def test_the_first_and_the_last_values_are_tried_before_all_combinations() -> None:
    found = {some.values: [mark.name for mark in some.marks] for some in combined("ab", (1, 2, 3))}
    assert list(found) == [("a", 1), ("a", 2), ("a", 3), ("b", 1), ("b", 2), ("b", 3)]
    assert [values for values, marks in found.items() if not marks] == [("a", 1), ("b", 3)]
    assert {tuple(marks) for marks in found.values()} == {(), ("exhaustive",)}
    assert [[mark.name for mark in some.marks] for some in combined("a", "b")] == [[]]


def test_values_that_are_tried_with_all_others_are_marked() -> None:
    found = further(1, ("a", 2))
    assert [some.values for some in found] == [(1,), ("a", 2)]
    assert all([mark.name for mark in some.marks] == ["exhaustive"] for some in found)


def test_of_a_slow_function_the_first_example_is_tried_unless_it_chooses_others() -> None:
    tests = [
        ("a::slow[1]", {"slow"}),
        ("a::slow[2]", {"slow"}),
        ("a::quick[1]", set[str]()),
        ("a::quick[2]", set[str]()),
        ("a::choosing[1]", {"slow"}),
        ("a::choosing[2]", {"slow"}),
        ("a::choosing[3]", {"slow", "exhaustive"}),
        ("b::slow[1]", {"slow"}),
    ]
    assert list(further_examples(tests)) == [1]


def test_no_function_has_exhaustive_examples_alone(request: pytest.FixtureRequest) -> None:
    names: dict[str, set[bool]] = {}
    for item in request.session.items:
        marked = item.get_closest_marker("exhaustive") is not None
        names.setdefault(item.nodeid.partition("[")[0], set()).add(marked)
    chosen = request.config.getoption("markexpr")
    assert chosen or [name for name, kinds in names.items() if kinds == {True}] == []


def test_this_test_is_marked(request: pytest.FixtureRequest) -> None:
    assert {mark.name for mark in request.node.iter_markers()} == {"slow", "unmeasured", "validators"}


def test_the_fast_tests_leave_out_every_kind() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    script = (ROOT / "scripts/newest_engine.sh").read_text("utf-8")
    left_out = " and ".join(f"not {name}" for name in MARKERS)
    assert f'-m "{left_out}"' in makefile
    assert f'fast="{left_out}"' in script


def test_the_replaced_symbols_are_held_against_the_engine_that_is_installed() -> None:
    command = [sys.executable, str(ROOT / "scripts/replaced_symbols.py")]
    assert "0 of " in subprocess.check_output(command, text=True)
