"""Slips in HTML: each is told as what it is, with what is meant."""

from __future__ import annotations

import pytest
from written import faults, written


@pytest.mark.parametrize(
    ("text", "column", "meant"),
    [
        ('<p algin="right">Riga</p>', 4, "align"),
        ("A <span calss=x>quay</span>", 9, "class"),
        ('<img src="a.svg" alt="A pier" widht="50">', 31, "width"),
    ],
)
def test_an_attribute_that_html_does_not_know_is_told(text: str, column: int, meant: str) -> None:
    _, problems = written(text)
    problem = next(problem for problem in problems if problem.code == "markup.unknown-attribute")
    assert problem.place and problem.place.column == column
    assert f"did you mean {meant}?" in problem.hint


@pytest.mark.parametrize(
    "text",
    [
        "<td-x>",
        '<p align="right" data-x="1" aria-label="A" xml:lang="de">Riga</p>',
        '<table border="1" cellpadding="2"><tr><td nowrap bgcolor="#fff">Riga</td></tr></table>',
        "<svg><path d='M0 0' stroke-widht='2'/></svg>",
    ],
)
def test_other_attributes_are_not(text: str) -> None:
    assert "markup.unknown-attribute" not in [problem.code for problem in written(text)[1]]


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("<td>a</td>loose<td>b</td>", 22),
        ("loose", 12),
        ('<td>a</td><talign="right">b</td>', 22),
    ],
)
def test_words_that_stand_in_no_cell_are_told(row: str, column: int) -> None:
    assert ("tables.no-cell", 1, column) in faults(f"<table><tr>{row}</tr></table>")


@pytest.mark.parametrize(
    "rows",
    [
        "<caption>Ports</caption><tr><td>a<td>b<tr><td>c</td>\n<!-- no word -->\n<td>d</td></tr>",
        "<tr><td>a <table><tr><td>b</td></tr></table> c</td></tr>",
    ],
)
def test_words_in_cells_are_not(rows: str) -> None:
    assert "tables.no-cell" not in [code for code, *_ in faults(f"<table>{rows}</table>\n\nText")]


@pytest.mark.parametrize(
    ("tag", "meant"),
    [
        ('<talign="right">', "<td align=…>"),
        ('<tdalign="right">', "<td align=…>"),
        ("<tdclass=x>", "<td class=…>"),
        ("<stong>", "<strong>"),
        ("<dvi>", "<div>"),
    ],
)
def test_the_element_that_is_meant_is_named(tag: str, meant: str) -> None:
    _, problems = written(f"A quay {tag} here")
    assert [(problem.code, f"did you mean {meant}?" in problem.hint) for problem in problems] == [
        ("markup.no-element", True)
    ]
