"""Cycles are looked for less often while pages are laid out, and afterwards as before."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest

from issuebrief.typeset.collecting import NEW_OBJECTS, seldom_collected

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
        assert gc.get_threshold() == (within, 10, 10)
    assert gc.get_threshold() == (before, 10, 10)


def test_it_is_as_before_after_a_fault_too() -> None:
    before = gc.get_threshold()
    with pytest.raises(ValueError, match="torn"), seldom_collected():
        raise ValueError("torn")
    assert gc.get_threshold() == before
