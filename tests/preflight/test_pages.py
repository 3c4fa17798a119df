"""From what rules find to problems with their places in the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from proofs import brief, line, proof

from issuebrief.diagnostics.codes import CODES
from issuebrief.diagnostics.limits import Limits
from issuebrief.diagnostics.model import PageRegion, Severity, SourceRange
from issuebrief.frontmatter.source import Source
from issuebrief.preflight.pages import find, inspect_pages
from issuebrief.preflight.rules import RULES

PATH = Path("briefs/brief.md")
BODY = "First words of a paragraph,\nwhich goes on “here” — and ends.\n\nAnother, of *some* words.\n"
SOURCE = Source(PATH, f"---\ntitle: T\n---\n{BODY}", "title: T\n", 2, BODY, 4)


def test_every_rule_has_a_code_that_a_house_may_rule_on() -> None:
    assert all(CODES[code].rule for code in RULES)


def test_a_finding_becomes_a_problem_with_its_place_its_line_and_its_spot() -> None:
    facts = proof(line(0, "which goes on", gap=9.0, source=4)).facts
    (problem, _) = inspect_pages(facts, brief(), SOURCE, Limits())
    assert (problem.code, problem.severity) == ("lines.loose", Severity.WARNING)
    assert problem.place == SourceRange(PATH, 5, 1, 5, 14)
    assert problem.excerpt == "which goes on “here” — and ends."
    assert problem.spots == (PageRegion(1, 100, 100, 250, 16),)


def test_problems_come_in_the_order_of_the_rules() -> None:
    facts = proof(line(0, gap=9.0, width=700), line(3, width=900)).facts
    codes = [problem.code for problem in inspect_pages(facts, brief(), SOURCE, Limits())]
    assert codes == ["text.off-page", "text.over-margin", "lines.loose", "metadata.incomplete"]


@pytest.mark.parametrize(
    ("text", "line_number", "place"),
    [
        ("First words", 4, (4, 1)),
        ("goes on “here” – and", 4, (5, 7)),
        # What a divided word leaves at the beginning of a line, and at its end.
        ("graph, which goes", 4, (5, 1)),
        ("tences goes on", 4, (5, 7)),
        ("goes on he-", 4, (5, 7)),
        ("Another, of some words", 7, (7, 1)),
        ("Another", 4, (4, 0)),
        ("nowhere to be found", 4, (4, 0)),
        ("First", 0, (0, 0)),
        # Of no known line: looked for in the whole file, and taken where it is there once.
        ("some words", 0, (7, 14)),
        ("not there", 0, (0, 0)),
        ("", 4, (4, 0)),
        ("…", 4, (4, 0)),
    ],
)
def test_a_text_is_found_in_the_block_it_came_from(
    text: str, line_number: int, place: tuple[int, int]
) -> None:
    found = find(text, line_number, SOURCE)
    assert (found.line, found.column) == place
