"""Tables typed in HTML whose cells hold Markdown."""

from __future__ import annotations

import pytest
from written import written

TABLE = (
    "<table{}>\n<thead><tr><th>Port</th></tr></thead>\n<tr><td>*North*[^a]</td></tr>\n</table>\n\n"
    "[^a]: By day."
)


def test_the_cells_of_a_table_that_is_markdown_are_markdown() -> None:
    body, _ = written(TABLE.format(' markdown="1"'))
    assert "<em>North</em>" in body.html
    assert "<th" in body.html and ">Port</th>" in body.html
    assert "markdown=" not in body.html
    assert len(body.notes) == 1


def test_the_cells_of_another_are_printed_as_they_are_typed() -> None:
    body, _ = written(TABLE.format(""))
    assert "*North*" in body.html


@pytest.mark.parametrize("attribute", ['markdown="0"', 'markdown="off"'])
def test_a_cell_may_stay_as_it_is_typed(attribute: str) -> None:
    body, _ = written(f'<table markdown="1"><tr><td {attribute}>*a*</td><td>*b*</td></tr></table>')
    assert "*a*" in body.html
    assert "<em>b</em>" in body.html
