"""Kinds of tests, by which `make test-fast` chooses."""

from __future__ import annotations

import subprocess
import sys
from types import ModuleType

import pytest
from kinds import MARKERS, markers
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
