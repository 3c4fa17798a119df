"""Cycles are looked for less often while pages are laid out, and afterwards as before."""

from __future__ import annotations

import gc
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from issuebrief.engine.gc_policy import NEW_OBJECTS, ROUNDS, seldom_collected

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


@pytest.mark.parametrize(("before", "within"), [(700, NEW_OBJECTS), (10**6, 10**6), (0, 0)])
def test_the_threshold_is_raised_and_never_lowered(before: int, within: int) -> None:
    gc.set_threshold(before, 10, 10)
    with seldom_collected():
        assert gc.get_threshold() == (within, ROUNDS, 10)
    assert gc.get_threshold() == (before, 10, 10)


def test_it_is_as_before_after_a_fault_too() -> None:
    before = gc.get_threshold()
    with pytest.raises(ValueError, match="torn"), seldom_collected():
        raise ValueError("torn")
    assert gc.get_threshold() == before


@pytest.mark.parametrize(("wanted", "searches"), [("", True), ("uncollected_at_exit();", False)])
def test_nothing_is_looked_for_when_the_process_ends_if_so_wished(wanted: str, searches: bool) -> None:
    program = (
        "import gc; from issuebrief.engine.gc_policy import uncollected_at_exit;"
        "loop = type('Loop', (), {'__del__': lambda self: print('found', flush=True)})();"
        f"loop.own = loop; {wanted} del loop; gc.disable()"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert (said.stdout == "found\n") == searches
