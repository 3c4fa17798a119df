"""Asterisks within words stand for themselves, unless they belong to emphasis."""

from __future__ import annotations

import pytest
from written import html_of


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Die Lots*innen und Köch*innen", "Die Lots*innen und Köch*innen"),
        ("Jede*r und ein*e Schüler*in", "Jede*r und ein*e Schüler*in"),
        ("*Alle Lots*innen dort*", "<em>Alle Lots*innen dort</em>"),
        ("**Köch*innen** und so", "<strong>Köch*innen</strong> und so"),
        ("f*x and g*y", "f*x and g*y"),
        ("The *bold*ness of it", "The <em>bold</em>ness of it"),
        ("An un*believ*able **s**hip", "An un<em>believ</em>able <strong>s</strong>hip"),
        ("On ____/____/____ or __.__", "On ____/____/____ or __.__"),
        ("*a **b** c*", "<em>a <strong>b</strong> c</em>"),
    ],
)
def test_an_asterisk_within_a_word_is_emphasis_only_where_it_has_a_partner(typed: str, shown: str) -> None:
    assert html_of(typed) == f"<p>{shown}</p>"
