"""Grids whose cells reach over several columns and rows."""

from __future__ import annotations

from written import faults, html_of

from issuebrief.markdown_body.tables.grid_spans import read_grid

SPANS = """\
+-------+---------------+
| Port  | Ships         |
|       +-------+-------+
|       | 2019  | 2020  |
+=======+=======+=======+
| Oban  | 12    | 15    |
+-------+-------+-------+
| Leith | none known    |
+-------+---------------+
"""


def test_cells_say_how_many_columns_and_rows_they_take() -> None:
    html = html_of(SPANS)
    assert html.count('<th rowspan="2"') == html.count('<th colspan="2"') == 1
    assert html.count('<td colspan="2"') == 1
    assert html.count("<tr>") == 4
    assert "none known" in html


def test_a_grid_is_read_cell_by_cell() -> None:
    grid = read_grid(SPANS.splitlines())
    assert grid is not None
    assert len(grid.places) == 9
    assert [grid.span(place) for place in grid.places][:3] == [(0, 0, 2, 1), (0, 1, 1, 2), (1, 1, 1, 1)]


def test_a_grid_with_a_gap_in_its_lines_is_none() -> None:
    gap = SPANS.replace("+-------+-------+-------+", "+-------+--- ---+-------+")
    short = SPANS.replace("| Oban  |", "| Oban |")
    assert read_grid(gap.splitlines()) is read_grid(short.splitlines()) is None


def test_a_stroke_that_meets_no_line_is_told() -> None:
    askew = SPANS.replace("| Leith | none known    |", "| Leith | none | known  |")
    assert faults(askew)[0][0] == "tables.grid"
