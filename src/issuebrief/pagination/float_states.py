"""The states that the search for the places of floats comes to: numbers only.

In:  where the text has come to on a page, and which floats are set.
Out: the cheapest `FloatPath` to each `State`; of too many only the cheapest.
"""

from __future__ import annotations

from dataclasses import replace
from heapq import nsmallest
from typing import TYPE_CHECKING, NamedTuple

from issuebrief.pagination.floats import Band, Placing, Point

if TYPE_CHECKING:
    from issuebrief.pagination.column_flow import Start
    from issuebrief.pagination.floats import FloatColumn

BEAM = 12
"""How many ways are followed from column to column."""
NOWHERE = Point(-1, 0)


class State(NamedTuple):
    """Where the text has come to, the floats of each kind that are set, what this page must still reach."""

    start: Start
    placed: tuple[int, ...]
    owed: Point = NOWHERE


class FloatPath(NamedTuple):
    """The cheapest way to a state: its cost, what was decided last, and the way before it."""

    cost: float
    decided: tuple[FloatColumn, frozenset[int]] | Band | None = None
    before: FloatPath | None = None


FloatPaths = dict[State, FloatPath]


class ColumnRoom(NamedTuple):
    """The lines of a column on a page, the pages before it, and the lines that are taken at its top."""

    lines: int
    page: int
    top: int


def keep(paths: FloatPaths, state: State, path: FloatPath) -> None:
    """Remember a way if it is the cheapest to its state."""
    known = paths.get(state)
    if known is None or path.cost < known.cost:
        paths[state] = path


def merge(paths: FloatPaths, more: FloatPaths) -> None:
    """Remember more ways where they are cheaper."""
    for state, path in more.items():
        keep(paths, state, path)


def narrowed(paths: FloatPaths) -> FloatPaths:
    """The cheapest of too many ways."""
    if len(paths) <= BEAM:
        return paths
    return dict(nsmallest(BEAM, paths.items(), key=lambda item: item[1].cost))


def told(path: FloatPath | None) -> Placing:
    """What was decided on a way."""
    bands: list[Band] = []
    here: frozenset[int] = frozenset()
    columns: list[FloatColumn] = []
    cost = path.cost if path else 0.0
    while path:
        if isinstance(path.decided, Band):
            bands.append(replace(path.decided, columns=tuple(reversed(columns))))
            columns = []
        elif path.decided:
            column, set_here = path.decided
            here |= set_here
            columns.append(column)
        path = path.before
    return Placing(tuple(reversed(bands)), here, cost)
