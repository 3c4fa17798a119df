"""The numbers that rules hold a brief to.

In:  nothing.
Out: `Limits` with the house's defaults; `issuebrief.toml` may set each.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated


@dataclass(frozen=True)
class Limits:
    """Each field is a key of `[preflight.limits]`, with hyphens in place of underscores.

    What is said beside a type describes the key, in the documentation of the keys for editors too.
    """

    word_gap: Annotated[float, "How many times its natural width the mean space of a line may have."] = 2.5

    ladder: Annotated[int, "So many lines in a row that end in a hyphen are too many."] = 3

    column_depth: Annotated[float, "By how many points the last lines of full columns may differ."] = 1.0

    page_fill: Annotated[
        float, "The share of its height that every page but the last should fill at the least."
    ] = 0.5

    spare_lines: Annotated[
        int, "So many empty lines after a text that is too short for its sidebar are let pass."
    ] = 12

    picture_dpi: Annotated[float, "Pixels to the inch that a picture should have at the size it is set."] = (
        300.0
    )

    least_picture_dpi: Annotated[float, "Pixels to the inch below which a picture is not fit to print."] = (
        150.0
    )

    hairline: Annotated[float, "The width in points of the thinnest rule that a press holds."] = 0.25

    wanted: Annotated[tuple[str, ...], "What of the front matter the house's catalogues want."] = (
        "doi",
        "keywords",
        "orcid",
        "abstract",
    )
