"""What raw HTML aligns is aligned."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from setting import facts_of
from written import html_of

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("html", "aligned"),
    [
        ('<p align="right">A</p>', '<p style="text-align: right">A</p>'),
        ("<center>A</center>", '<div style="text-align: center">A</div>'),
        (
            '<h4 align="center" id="a">A</h4>\n\nB',
            '<h4 id="a" style="text-align: center">A</h4>\n\n<p>B</p>',
        ),
        ('<p align="char">A</p>', "<p>A</p>"),
        ('<p align="left" style="text-align: right">A</p>', '<p style="text-align: right">A</p>'),
    ],
)
def test_old_attributes_become_styles(html: str, aligned: str) -> None:
    assert html_of(f"## B\n\n### C\n\n{html}").endswith(aligned)


def test_a_row_aligns_its_cells_and_a_cell_goes_before_its_row() -> None:
    html = html_of(
        '<table><tr align="right"><td>A</td><td align="center" valign="middle">B</td></tr></table>'
    )
    assert 'style="text-align: right">A' in html
    assert 'style="text-align: center; vertical-align: middle">B' in html


def test_figures_of_a_column_end_where_they_were_told_to(tmp_path: Path) -> None:
    rows = "".join(f'<tr><td>Row</td><td align="right">{number}</td></tr>' for number in ("7", "1234"))
    facts = facts_of(tmp_path, f"<table><tr><th>Name</th><th align='right'>Count</th></tr>{rows}</table>")
    ends = [line.right for line in facts.on(0) if line.text in ("7", "1234", "Count")]
    assert len(ends) == 3
    assert max(ends) - min(ends) < 1
