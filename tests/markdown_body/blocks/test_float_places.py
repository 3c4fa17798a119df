"""Where figures, tables and boxes are asked to stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from written import written

if TYPE_CHECKING:
    from pathlib import Path


TABLE = "| a | b |\n| - | - |\n| 1 | 2 |\n\n"


@pytest.mark.parametrize("place", [".here", ".top", ".bottom", ".page", ".top .bottom", ".wide .top"])
@pytest.mark.parametrize(
    "body",
    ["![A](a.png){%s}\n:   One.", f"{TABLE}Table: One. {{%s}}", "::: note {%s}\nWords.\n:::"],
)
def test_figures_tables_and_boxes_say_where_they_stand(folder: Path, body: str, place: str) -> None:
    result, problems = written(body % place, folder=folder)
    assert problems == ()
    for name in place.replace(".", "").split():
        assert name in result.html.partition(">")[0]


@pytest.mark.parametrize("places", [".here .top", ".bottom .page", ".here .page"])
def test_places_that_exclude_each_other_are_told(folder: Path, places: str) -> None:
    _, (problem,) = written(f"Words.\n\n![A](a.png){{{places}}}\n:   One.", folder=folder)
    assert problem.code == "figures.place"
    assert problem.message.endswith(f"{places.split()[0]} is used")
    assert problem.place
    assert problem.excerpt[problem.place.column - 1 :].startswith(f"{places.split()[-1]}}}")


@pytest.mark.parametrize(
    "body", ["Words. {.top}\n{: .top}", "- ![A](a.png){.bottom}\n", "## A heading {.here}"]
)
def test_a_place_of_what_does_not_move_is_told(folder: Path, body: str) -> None:
    _, problems = written(body, folder=folder)
    assert "figures.place" in [problem.code for problem in problems]
