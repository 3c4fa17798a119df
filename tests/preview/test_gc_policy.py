"""When cycles are thrown away."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING
from weakref import ref

import pytest

from issuebrief.preview.gc_policy import MOST, OFTEN, GcPolicy

if TYPE_CHECKING:
    from collections.abc import Iterator


class Knot:
    """An object that holds itself."""

    def __init__(self) -> None:
        self.own = self


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)
    gc.unfreeze()


def test_cycles_are_thrown_away_after_the_first_revision_and_then_not_after_each() -> None:
    gc_policy = GcPolicy()
    knot = ref(Knot())
    gc_policy.nothing_to_do()
    assert knot() is not None
    gc_policy.revision_made()
    gc_policy.nothing_to_do()
    assert knot() is None
    knot = ref(Knot())
    for _ in range(OFTEN):
        gc_policy.revision_made()
        gc_policy.nothing_to_do()
    assert knot() is not None
    gc_policy.revision_made()
    gc_policy.nothing_to_do()
    assert knot() is None


def test_they_are_thrown_away_in_the_end_though_there_is_never_time() -> None:
    gc_policy = GcPolicy()
    gc_policy.revision_made()
    gc_policy.nothing_to_do()
    knot = ref(Knot())
    for _ in range(MOST):
        gc_policy.revision_made()
    assert knot() is not None
    gc_policy.revision_made()
    assert knot() is None
