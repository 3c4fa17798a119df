"""How many examples of a law are tried.

In:  the profile of Hypothesis, which `make test` chooses, and how many examples show a law well; or lists of
     values of which any go together.
Out: all of them; with the profile `some` a quarter, and never fewer than ten. All combinations of values;
     those but two, which share no value where that can be, are `exhaustive`.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Collection

    from _pytest.mark import ParameterSet

SOME = "some"
"""The profile of `make test`."""
LEAST, PART = 10, 4


def examples(number: int, profile: str | None = None) -> int:
    """So many examples of a law as the profile, by default the one in force, wants of this number."""
    chosen = profile or settings.get_current_profile_name()
    return max(min(number, LEAST), number // PART) if chosen == SOME else number


def further(*values: Any) -> list[ParameterSet]:
    """Values, or tuples of them, that are tried where all are: they show what those beside them show."""
    every = (value if isinstance(value, tuple) else (value,) for value in values)
    return [pytest.param(*value, marks=pytest.mark.exhaustive) for value in every]


def combined(*values: Collection[Any]) -> list[ParameterSet]:
    """All combinations of values; that of the first of each and that of the last come without a mark."""
    every = list(product(*values))
    return [pytest.param(*every[0]), *further(*every[1:-1]), *map(_plain, every[1:][-1:])]


def _plain(given: tuple[Any, ...]) -> ParameterSet:
    return pytest.param(*given)
