"""What search engines for scholars expect of the first page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace
from proofs import brief, line, proof

from issuebrief.preflight.rules import RULES

if TYPE_CHECKING:
    from issuebrief.layout.inspect.facts import Line

OF = replace(brief(abstract="Seven *spacecraft* have tried."), title="Tides of *the* North")
TITLE = line(2, "TIDES OF THE NORTH", size=40.0)
AUTHOR = line(4, "Ann", size=12.0)
ABSTRACT = line(6, "Seven spacecraft have tried", paragraph=6)


def told(rule: str, *lines: Line, **changes: Any) -> list[str]:
    held = proof(*lines, of=replace(OF, **changes))
    return [finding.message for finding in RULES[f"scholars.{rule}"](held)]


@pytest.mark.parametrize("rule", ["title", "authors", "abstract"])
def test_a_usual_first_page_is_not_told(rule: str) -> None:
    initial = line(9, "S", size=60.0)
    assert told(rule, line(0, "Issue Brief", size=20.0), TITLE, AUTHOR, ABSTRACT, initial) == []


def test_a_text_larger_than_the_title_is_told() -> None:
    masthead = line(0, "Issue Brief", size=50.0)
    assert told("title", masthead, TITLE, AUTHOR) == [
        "on the first page, “Issue Brief” is larger than the title, which search engines for scholars take "
        "for the largest text"
    ]
    assert told("title", masthead, AUTHOR) == []


def test_authors_above_the_title_or_as_large_are_told() -> None:
    expected = [
        "search engines for scholars look for the authors below the title of the first page, in smaller "
        "type, and do not find “Ann”"
    ]
    assert told("authors", line(0, "Ann"), TITLE) == expected
    assert told("authors", TITLE, line(4, "Ann", size=40.0)) == expected
    assert told("authors", TITLE, line(4, "Ann", page=2)) == expected


def test_an_abstract_on_a_later_page_is_told() -> None:
    later = line(1, "Seven spacecraft have tried.", page=2)
    assert len(told("abstract", TITLE, AUTHOR, later)) == 1
    assert told("abstract", TITLE, AUTHOR, abstract="") == []
