"""Tables typed in HTML whose cells hold Markdown."""

from __future__ import annotations

import pytest
from written import written

TABLE = (
    "<table{}>\n<thead><tr><th>Port</th></tr></thead>\n<tr><td>*North*[^a]</td></tr>\n</table>\n\n"
    "[^a]: By day."
)


@pytest.mark.parametrize("attribute", ["", ' markdown="1"'])
def test_the_cells_of_a_table_are_markdown(attribute: str) -> None:
    body, _ = written(TABLE.format(attribute))
    assert "<em>North</em>" in body.html
    assert "<th" in body.html and ">Port</th>" in body.html
    assert "markdown=" not in body.html
    assert len(body.notes) == 1


@pytest.mark.parametrize("attribute", ['markdown="0"', 'markdown="off"'])
def test_a_cell_may_stay_as_it_is_typed(attribute: str) -> None:
    body, _ = written(f'<table markdown="1"><tr><td {attribute}>*a*</td><td>*b*</td></tr></table>')
    assert "*a*" in body.html
    assert "<em>b</em>" in body.html
