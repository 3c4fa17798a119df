"""Blocks of the class `margin`: each becomes an aside behind the block that it stands behind."""

from __future__ import annotations

import re

import pytest
from written import html_of, written

ASIDE = re.compile(
    r'<aside class="marginal" id="([^"]*)"[^>]* data-passage="([^"]*)">(.*?)</aside>', re.DOTALL
)
NOTE = "::: margin\nWords aside.\n:::"
TABLE = '| A | B |\n|---|---|\n| 1 | 2 |\n\n{.margin caption="Ones and twos"}'


def test_words_between_fences_stand_in_the_sidebar_beside_the_paragraph_before() -> None:
    html = html_of(f"First.\n\n{NOTE}\n\nSecond.")
    ((name, passage, words),) = ASIDE.findall(html)
    assert (name, passage) == ("marginal-1", "beside-marginal-1")
    assert "Words aside." in words
    assert html.index(f'<p id="{passage}">First.') < html.index("<aside") < html.index("Second.")


def test_a_table_keeps_its_number_and_loses_the_class() -> None:
    ((_, _, figure),) = ASIDE.findall(html_of(f"First.\n\n{TABLE}\n\nSecond."))
    assert figure.startswith('<figure id="tab-1" class="table">')
    assert "Ones and twos" in figure


def test_two_blocks_name_the_same_passage() -> None:
    html = html_of(f"First.\n\n{NOTE}\n\n{NOTE}\n\nSecond.")
    assert [(name, passage) for name, passage, _ in ASIDE.findall(html)] == [
        ("marginal-1", "beside-marginal-1"),
        ("marginal-2", "beside-marginal-1"),
    ]


@pytest.mark.parametrize("before", ["## Heading\n\n", ""])
def test_nothing_parts_a_heading_from_its_text(before: str) -> None:
    html = html_of(f"{before}{NOTE}\n\nFirst.\n\nSecond.")
    ((_, passage, _),) = ASIDE.findall(html)
    assert html.index(f'<p id="{passage}">First.') < html.index("<aside") < html.index("Second.")


def test_a_passage_that_has_a_name_keeps_it() -> None:
    html = html_of(f"First.\n{{#one}}\n\n{NOTE}\n\nSecond.")
    assert [passage for _, passage, _ in ASIDE.findall(html)] == ["one"]


def test_the_class_is_one_that_authors_may_write() -> None:
    _, problems = written(f"First.\n\n{NOTE}\n\n{TABLE}\n\nSecond.")
    assert problems == ()
