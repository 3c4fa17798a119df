"""What stands in braces is an attribute list where it is one, and words elsewhere."""

from __future__ import annotations

import pytest
from written import bare, written

CASES = [
    ("An *ebb*{lang=la} {x} and *flow*{lang=de}.", '<em lang="la">ebb</em> {x} and <em lang="de">flow</em>.'),
    (
        "An [ebb]{lang=la} {a, b} and [flow]{lang=de}.",
        '<span lang="la">ebb</span> {a, b} and <span lang="de">',
    ),
    ('An *ebb*{title="a } b"} {c}', '<em title="a } b">ebb</em> {c}'),
    ("The set *A*{x}", "<em>A</em>{x}"),
    ("## Sets {a, b} of tides {#sets}", 'id="sets">Sets {a, b} of tides</h2>'),
    ("## The set {x}", ">The set {x}</h2>"),
    ("Sets {a}\n{: lang=la}", '<p lang="la">Sets {a}</p>'),
]


@pytest.mark.parametrize(("text", "html"), CASES)
def test_words_in_braces_stay_where_they_are_typed(text: str, html: str) -> None:
    assert html in bare(written(text)[0].html)


def test_braces_in_the_cells_of_a_table_are_words_or_attributes() -> None:
    html = bare(written("| a {x} | b |\n|---|---|\n| 1 {y} | 2 {lang=la} |")[0].html)
    assert "a {x}</th>" in html
    assert "1 {y}</td>" in html
    assert '<td lang="la"' in html
