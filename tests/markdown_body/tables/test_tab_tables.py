"""Tables that a spreadsheet copied, with tabs between their cells."""

from __future__ import annotations

import pytest
from written import faults, written

ROWS = "Port\tHeight (m)\tHighest (m)\nYstad\t1,9\t1,66\nSum\t\t7,97\n"


@pytest.mark.parametrize("around", ["{}", "Text.\n\n{}\nMore.", "Text:\n{}More.", "Table 1: Heights\n\n{}"])
def test_lines_with_tabs_are_a_table(around: str) -> None:
    body, problems = written(around.format(ROWS))
    assert [problem.code for problem in problems] == ["tables.from-tabs"]
    assert body.html.count("<tr>") == 3 and body.html.count("<th ") == 3 and body.html.count("<td") == 6
    assert ">Height (m)<" in body.html and ">7,97<" in body.html
    assert ("<figcaption>" in body.html) == ("Table 1" in around)


def test_its_place_is_that_of_its_first_line() -> None:
    assert faults(f"Text.\n\n{ROWS}") == [("tables.from-tabs", 3, 1)]


@pytest.mark.parametrize(
    "rows",
    [
        "\tA\tB\nx\t1\t2\ny\t3\t4",
        "A\t\t\tB\nlonger\t\tC\nmuch longer\tD",
        "A|x\tB\nC\tD",
        "No.\tB\tC\n1.\tx\t2\n2.\ty\t3",
        "A\tB\tC\n1\t2\t3\n4\t5\n6\t7\t8",
    ],
)
def test_corners_wide_gaps_and_cut_rows_are_read(rows: str) -> None:
    body, problems = written(rows)
    assert [problem.code for problem in problems] == ["tables.from-tabs"]
    assert body.html.count("<tr>") == rows.count("\n") + 1


@pytest.mark.parametrize(
    "text",
    [
        "One\tline.",
        "- Item\n\n  A\tB\n  c\td",
        "1.\tFirst\n2.\tSecond",
        "a)\tFirst\nb)\tSecond",
        "-\tFirst\n-\tSecond",
        "```\na\tb\nc\td\n```",
        "Text\n\n\tcode\there\n\tcode\tthere",
        "Name:\tAnna\nAge:\t5",
        "<table>\n<tr>\t<td>A</td>\t</tr>\n</table>",
        "| A\t| B |\n|---\t|---|\n| c\t| d |",
        "* Star\n\t* Deeper\n\t\t* Deepest",
        "[^a]:\tOne\n[^b]:\tTwo\n\nText[^a] and[^b].",
    ],
)
def test_what_is_no_table_stays(text: str) -> None:
    assert "tables.from-tabs" not in [code for code, _, _ in faults(text)]
