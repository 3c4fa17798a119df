"""Tables of comma-separated values and their kin, with the places of their cells."""

from __future__ import annotations

import pytest
from charts import table

from issuebrief.charts.data.model import Unreadable


def test_cells_know_where_they_stand() -> None:
    found = table('Year;Note\n2019;"one; two"\n\n2020;last')
    assert found.names == ("Year", "Note")
    assert found.delimiter == ";"
    places = [(cell.text, cell.place.line, cell.place.column) for row in found.rows for cell in row]
    assert places == [("2019", 2, 1), ("one; two", 2, 6), ("2020", 4, 1), ("last", 4, 6)]


def test_the_delimiter_is_the_one_between_the_names_of_columns() -> None:
    assert table("a\tb\n1,5\t2").rows[0][0].text == "1,5"
    assert table('"a, b";c\n1;2').names == ("a, b", "c")
    assert table("a,b\n1,2", tab=True).names == ("a,b",)


def test_short_rows_are_filled_with_nothing() -> None:
    assert [cell.text for cell in table("a,b,c\n1").rows[0]] == ["1", "", ""]


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ("", "there is nothing in it", 0),
        ("a,b\n1,2,3", "3 cells", 2),
        ("a,a\n1,2", "two columns", 1),
        (",\n1,2", "no names", 1),
        ("a,b\n" + "1,2\n" * 20_001, "more than 20,000 rows", 20_002),
        ("a,b\n1," + "x" * 3000, "3,000 characters", 2),
        ('a,b\n1,"' + "x\n" * 90_000, "cannot be taken apart|characters", 2),
    ],
)
def test_what_is_no_table_is_told_with_its_line(text: str, message: str, line: int) -> None:
    with pytest.raises(Unreadable, match=message) as fault:
        table(text)
    assert fault.value.line == line


def test_the_line_in_which_programs_for_sheets_name_the_delimiter_is_read() -> None:
    found = table("sep=;\nn;v\na;1,5")
    assert found.names == ("n", "v")
    assert [cell.text for cell in found.rows[0]] == ["a", "1,5"]
    assert found.rows[0][1].place.line == 3
