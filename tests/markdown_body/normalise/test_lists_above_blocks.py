"""Attribute lists above their blocks."""

from __future__ import annotations

import pytest
from written import html_of, written


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{:.lead}\nWords of\nit.", '<p class="lead">Words of\nit.</p>'),
        ('{: .lead lang="fr"}\nMots.', '<p lang="fr" class="lead">Mots.</p>'),
        ("{:#x}\n## Head ##\n\nWords.", '<h2 id="x">Head</h2>\n<p>Words.</p>'),
        ('{:start="3"}\n3. Three\n4. Four', '<ol start="3">\n<li>Three</li>\n<li>Four</li>\n</ol>'),
        ("{: start=3 }\n1. Three\n1. Four", '<ol start="3">\n<li>Three</li>\n<li>Four</li>\n</ol>'),
    ],
)
def test_a_list_above_a_block_belongs_to_it(text: str, expected: str) -> None:
    assert html_of(f"{text}\n") == expected
    assert html_of(f"Before.\n\n{text}\n") == f"<p>Before.</p>\n{expected}"


def test_numbers_below_the_list_are_those_of_another() -> None:
    found = html_of("{:start=3}\n1. Three\n\n    More.\n\n1. Four\n\nText.\n\n1. One\n2. Two")
    assert '<ol start="3">' in found and "value=" not in found
    assert found.endswith("<p>Text.</p>\n<ol>\n<li>One</li>\n<li>Two</li>\n</ol>")


@pytest.mark.parametrize("text", ["A\n\n{:.lead}\n\nB", "{:.wide}\n| a |\n| - |\n| b |", "{:start=2}\n- One"])
def test_a_list_that_belongs_to_nothing_is_told(text: str) -> None:
    assert [each.code for each in written(text)[1]][:1] == ["markup.stray-attributes"]
