"""Names in addresses."""

from __future__ import annotations

import pytest

from issuebrief.site.slugs import distinct, slug


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Tide & the Table", "the-tide-the-table"),
        ("Zoë Łukasz-Öberg", "zoe-lukasz-oberg"),
        ("Straße 5/2023", "strasse-5-2023"),
        ("L’État, c'est moi", "letat-cest-moi"),
        ("Право", "право"),
        ("日本", "日本"),
        ("…", "untitled"),
        ("../../etc", "etc"),
        ("a" * 100, "a" * 80),
    ],
)
def test_a_text_becomes_a_name(text: str, name: str) -> None:
    assert slug(text) == name


def test_names_that_come_out_alike_get_numbers_in_order() -> None:
    assert distinct({"x": "C++", "y": "C", "z": "c"}) == {"y": "c", "z": "c-2", "x": "c-3"}
