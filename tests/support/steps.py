"""How many steps a piece of work takes, so that growth can be tested without a clock."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


def steps(work: Callable[[], object]) -> int:
    """The lines of Python that are gone through while the work is done."""
    count = 0

    def step(_frame: Any, event: str, _argument: object) -> Any:
        nonlocal count
        count += event == "line"
        return step

    before = sys.gettrace()
    sys.settrace(step)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def assert_grows_no_faster_than_its_size(work: Callable[[int], object], size: int = 50) -> None:
    """Twice the size takes no more than twice the steps more, and a little for what is remembered."""
    work(3)
    small, double, fourfold = (steps(partial(work, number)) for number in (size, size * 2, size * 4))
    assert fourfold - double < 2.3 * (double - small)
