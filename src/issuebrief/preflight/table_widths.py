"""Rules for tables: those that fit no column, and those that do not fit the page.

In:  a `Proof`.
Out: `Finding` values; and which of other rules' findings are told with those.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.preflight.proof import Finding, Proof, spot
from issuebrief.units import PX_PER_MM

if TYPE_CHECKING:
    from collections.abc import Iterator


LEAST_SHARE = 0.999
"""The share of its size from which on the type of a table counts as its own."""
SHORTER = "leave a column out, write numbers shorter (in thousands, say), or swap rows and columns"
WIDER = {
    "wide": "the table is too wide for a column, and is set across all of them",
    "full": "the table is too wide for the text, and is set across the sidebar too",
}
TOLD = ("text.over-margin", "text.overprinted")
"""The codes of what comes of a table that is too wide."""


def is_told_with_table(proof: Proof, code: str, finding: Finding) -> bool:
    """Whether a finding is about text in a table that is told to be too wide."""
    if code not in TOLD:
        return False
    wide = [table for table in proof.facts.tables if table.excess > 0]
    return any(
        table.page == at.page and table.rect.y <= at.y <= table.rect.y + table.rect.height
        for table in wide
        for at in finding.spots
    )


def too_wide_tables(proof: Proof) -> Iterator[Finding]:
    """Tables whose words and numbers do not fit the measure, however they are divided."""
    for table in proof.facts.tables:
        if table.excess > 0:
            yield Finding(
                f"the table is {table.excess / PX_PER_MM:.0f} mm too wide for its place: "
                "its words and numbers are cut, or run into each other",
                "set it across the sidebar too with {.full}, or turned on a page of its own with {.turned}; "
                "write numbers shorter (in thousands, say), leave columns out, or swap rows and columns",
                (spot(table.page, table.rect),),
                table.source,
            )


def widened_tables(proof: Proof) -> Iterator[Finding]:
    """Tables that are set wider than a column without being told to, since they fit none."""
    for table in proof.facts.tables:
        if table.steps_up:
            yield Finding(
                WIDER[table.steps_up],
                f"say so with {{.{table.steps_up}}}, or make its words shorter",
                (spot(table.page, table.rect),),
                table.source,
            )


def smaller_tables(proof: Proof) -> Iterator[Finding]:
    """Tables whose type was made smaller so that they fit."""
    for table in proof.facts.tables:
        if table.share < LEAST_SHARE and not table.excess:
            yield Finding(
                f"the table is set in type of {table.share:.0%} of its size, so that it fits",
                SHORTER,
                (spot(table.page, table.rect),),
                table.source,
            )
