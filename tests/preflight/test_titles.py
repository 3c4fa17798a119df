"""A title that no paragraph shows."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from proofs import brief, line, proof

from issuebrief.preflight.rules import RULES

CITED = line(30, "Ann, “Tides of the North,” Issue Brief, 1 May 2024. And more of it.", paragraph=9)


def shown(title: str, *texts: str) -> list[str]:
    """What is told of a title on a page with a paragraph of some lines and the citation."""
    lines = [line(number, text, paragraph=7) for number, text in enumerate(texts)]
    held = proof(*lines, CITED, of=replace(brief(), title=title))
    return [finding.message for finding in RULES["text.left-out"](held)]


@pytest.mark.parametrize(
    ("title", "texts"),
    [
        ("Tides of the North", ("TIDES OF THE", "NORTH")),
        ("Tides of *the* <b>North</b>[^1]", ("Tides of the North1",)),
        ("Wirtschaftswissenschaften", ("Wirtschafts\u00ad", "wissenschaften")),
        ("Tides -- “1st”", ("Tides – “1st”",)),
    ],
)
def test_a_title_that_a_paragraph_shows_is_not_told(title: str, texts: tuple[str, ...]) -> None:
    assert shown(title, *texts) == []


def test_a_title_that_only_the_citation_has_is_told() -> None:
    assert shown("Tides of the North", "Words of the text.") == [
        "the title, “Tides of the North”, is not shown where the brief begins"
    ]
