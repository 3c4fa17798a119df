"""Rules for tables: those that fit no column, and those that do not fit the page.

In:  a `Proof`.
Out: `Finding` values.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.preflight.drawn import INCH
from issuebrief.preflight.proof import Finding, Proof, spot

if TYPE_CHECKING:
    from collections.abc import Iterator

MM = INCH / 25.4
"""Px to the millimetre."""


def too_wide_tables(proof: Proof) -> Iterator[Finding]:
    """Tables whose words and numbers do not fit the measure, however they are divided."""
    for table in proof.facts.tables:
        if table.excess > 0:
            yield Finding(
                f"the table is {table.excess / MM:.0f} mm too wide for its place: "
                "words and numbers in it are cut",
                "leave columns out, make two tables of it, or exchange its rows and columns",
                (spot(table.page, table.rect),),
                table.source,
            )


def widened_tables(proof: Proof) -> Iterator[Finding]:
    """Tables that are set across all columns without being told to, since they fit none."""
    for table in proof.facts.tables:
        if table.steps_up:
            yield Finding(
                "the table is too wide for a column, and is set across all of them",
                "say so with {.wide}, or make its words shorter",
                (spot(table.page, table.rect),),
                table.source,
            )
