"""Spans across columns, sidebar and page, in the text as it is written up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from setting import set_text

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.diagnostics.model import Diagnostic


def told_of_spans(folder: Path, body: str) -> list[Diagnostic]:
    """What is told of the spans of a text with a drawing, `a.svg`; nothing else may be wrong."""
    folder.mkdir(parents=True, exist_ok=True)
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><path d="M0 0h40v10z"/></svg>'
    (folder / "a.svg").write_text(svg)
    outcome, _ = set_text(folder, f"Before it.\n\n{body}\n\nAfter it.\n")
    assert {problem.code for problem in outcome.problems} <= {"figures.span"}, outcome.problems
    return list(outcome.problems)


@pytest.mark.parametrize("span", ["wide", "full", "bleed"])
@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("- One.\n\n    ![Bars](a.svg){.SPAN}\n\n- Two.", "a list"),
        ("1. One.\n2. Two.\n\n    ![Bars](a.svg){.SPAN}", "a list"),
        ("> He said so.\n>\n> ![Bars](a.svg){.SPAN}", "a quotation"),
        ("::: note\n![Bars](a.svg){.SPAN}\n:::", "a box"),
        ("| A | B |\n| - | - |\n| ![Bars](a.svg){.SPAN} | b |", "a table"),
    ],
)
def test_a_span_inside_another_block_is_told_where_it_is_asked_for(
    tmp_path: Path, span: str, body: str, place: str
) -> None:
    (problem,) = told_of_spans(tmp_path, body.replace("SPAN", span))
    assert place in problem.message
    assert f".{span} has no effect" in problem.message
    assert problem.place is not None
    line = (tmp_path / "brief.md").read_text().splitlines()[problem.place.line - 1]
    assert line[problem.place.column - 1 : problem.place.end_column - 1] == f".{span}"


@pytest.mark.parametrize("spans", [".wide .full", ".full .wide"])
def test_of_two_spans_the_wider_one_is_had(tmp_path: Path, spans: str) -> None:
    (problem,) = told_of_spans(tmp_path, f"![Bars](a.svg){{{spans}}}")
    assert problem.message == "of .wide and .full one alone can be had, and it is .full"


@pytest.mark.parametrize(
    "body", ["| A | B |\n| - | - |\n| a | b |\n\n{.bleed}", "::: note {.bleed}\nWords.\n:::"]
)
def test_words_are_not_bled(tmp_path: Path, body: str) -> None:
    (problem,) = told_of_spans(tmp_path, body)
    assert problem.message.startswith(".bleed is for pictures")


@pytest.mark.parametrize(
    "body",
    [
        "![Bars](a.svg){.wide}",
        "![Bars](a.svg){.bleed}\n:   Its caption.",
        "::: note {.full}\nWords.\n:::",
        "::: {.wide}\nWords.\n:::",
        "> He said so.\n{: .full}",
        "| A | B |\n| - | - |\n| a | b |\n\nTable: Letters. {.full}",
    ],
)
def test_nothing_is_told_of_a_span_that_is_had(tmp_path: Path, body: str) -> None:
    assert told_of_spans(tmp_path, body) == []
