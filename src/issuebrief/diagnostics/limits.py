"""The numbers that rules hold a brief to.

In:  nothing.
Out: `Limits` with the house's defaults; `issuebrief.toml` may set each.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Each field is a key of `[preflight.limits]`, with hyphens in place of underscores."""

    word_gap: float = 2.5
    """How many times its natural width the mean space of a line may have."""

    ladder: int = 3
    """So many lines in a row that end in a hyphen are too many."""

    column_depth: float = 1.0
    """By how many points the last lines of full columns may differ."""

    page_fill: float = 0.5
    """The share of its height that every page but the last should fill at the least."""

    spare_lines: int = 12
    """So many empty lines after a text that is too short for its sidebar are let pass."""

    picture_dpi: float = 300.0
    """Pixels to the inch that a picture should have at the size it is set."""

    least_picture_dpi: float = 150.0
    """Pixels to the inch below which a picture is not fit to print."""

    hairline: float = 0.25
    """The width in points of the thinnest rule that a press holds."""

    wanted: tuple[str, ...] = ("doi", "keywords", "orcid", "abstract")
    """What of the front matter the house's catalogues want."""
