"""Header cells say whether they head a column or a row, in the text and in the PDF."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pikepdf
from setting import set_text
from written import html_of

if TYPE_CHECKING:
    from pathlib import Path

TABLE = """
<table>
<thead>
<tr><th rowspan="2">Wood</th><th colspan="2">Weight</th></tr>
<tr><th>wet</th><th>dry</th></tr>
</thead>
<tbody>
<tr><th>Oak</th><td>9</td><td>7</td></tr>
<tr><th rowspan="2">Ash</th><td>8</td><td>6</td></tr>
<tr><td>7</td><td>5</td></tr>
</tbody>
<tfoot><tr><th>All</th><td>24</td><td>18</td></tr></tfoot>
</table>
"""
SCOPES = ["col", "colgroup", "col", "col", "row", "rowgroup", "row"]


def test_a_header_in_a_body_row_heads_the_row_and_one_in_the_head_its_columns() -> None:
    assert re.findall(r'<th [^<>]*?scope="(\w+)"', html_of(TABLE)) == SCOPES


def test_a_first_row_of_headers_alone_heads_columns() -> None:
    html = html_of("<table><tr><th>A</th><th>B</th></tr><tr><th>C</th><td>D</td></tr></table>")
    assert re.findall(r'scope="(\w+)"', html) == ["col", "col", "row"]


def test_what_the_author_says_of_a_header_stays() -> None:
    html = html_of('<table><tr><th scope="col">A</th><td>B</td></tr></table>')
    assert re.findall(r'scope="(\w+)"', html) == ["col"]


def test_the_pdf_says_which_headers_head_rows(tmp_path: Path) -> None:
    outcome, path = set_text(tmp_path, TABLE)
    assert outcome.problems == ()
    with pikepdf.open(path) as pdf:
        headers = [
            item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/TH"
        ]
        said = sorted(
            str(header.A.get("/Scope") if "/Scope" in header.A else header.A[0].Scope) for header in headers
        )
    assert said == ["/Column"] * 4 + ["/Row"] * 3


def test_rows_of_headers_are_the_head_which_is_repeated_where_the_table_goes_on() -> None:
    html = html_of("<table><tr><th>A</th><th>B</th></tr><tr><td>C</td><td>D</td></tr></table>")
    assert html.index("<thead>") < html.index("A") < html.index("</thead>") < html.index("C")


def test_a_header_that_spans_rows_of_the_body_makes_no_head() -> None:
    rows = '<tr><th rowspan="2">A</th><th>B</th></tr><tr><td>C</td></tr><tr><td>D</td><td>E</td></tr>'
    assert "<thead>" not in html_of(f"<table>{rows}</table>")
    assert "<thead>" not in html_of("<table><tr><th>A</th><th>B</th></tr></table>")
