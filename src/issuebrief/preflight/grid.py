"""The rule that lines of text agree across columns.

In:  a `Proof`.
Out: `Finding` values.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from issuebrief.preflight.proof import Finding, Proof, quoted, spot
from issuebrief.units import PT_PER_PX

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from issuebrief.layout.inspect.facts import Column, Line

LEAST = 0.7
"""By how many px lines may differ before anybody sees it."""
SAME = 0.5
"""By how many px the room of a line may differ from its column."""

SNAP = "give what is above it a height of whole lines: write --snap: grid into the theme's rule for it"


def lines_off_grid(proof: Proof) -> Iterator[Finding]:
    """Text as wide as its column that does not agree with that in the columns beside it, once for a column.

    What has a room of its own, such as a box or a list, may stand between the lines, and so may what has
    another size than the text with which the columns begin: notes. The authors' box holds to no lines.
    """
    columns = {column.number: column for column in proof.facts.columns if not column.boxed}
    shared = Counter(column.group for column in columns.values())
    in_columns = (line for line in proof.facts.lines if line.column in columns and not line.level)
    size = next((line.size for line in in_columns if shared[columns[line.column].group] > 1), 0.0)
    flow = [
        line
        for line in proof.facts.lines
        if line.size == size and not line.level and (column := columns.get(line.column))
        if shared[column.group] > 1 and _fills(line, column)
    ]
    steps = (
        round(below.baseline - line.baseline, 2)
        for line, below in pairwise(flow)
        if line.paragraph == below.paragraph and line.column == below.column
    )
    if step := _commonest(steps):
        groups: dict[int, list[Line]] = {}
        for line in flow:
            groups.setdefault(columns[line.column].group, []).append(line)
        for lines in groups.values():
            yield from _off(lines, step)


def _off(lines: Sequence[Line], step: float) -> Iterator[Finding]:
    usual = _commonest(round(line.baseline % step, 1) for line in lines)
    told: set[int] = set()
    for line in lines:
        apart = (line.baseline - usual + step / 2) % step - step / 2
        if abs(apart) > LEAST and line.column not in told:
            told.add(line.column)
            yield Finding(
                f"text is {abs(apart) * PT_PER_PX:.1f} pt off the lines of the columns on its page: "
                f"{quoted(line.text)}",
                SNAP,
                (spot(line.page, line.rect),),
                line.source,
                line.text,
            )


def _fills(line: Line, column: Column) -> bool:
    return abs(line.room.x - column.rect.x) < SAME and abs(line.room.right - column.rect.right) < SAME


def _commonest(numbers: Iterator[float]) -> float:
    found = Counter(numbers).most_common(1)
    return found[0][0] if found else 0.0
