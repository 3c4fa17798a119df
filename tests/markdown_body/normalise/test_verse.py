"""Lines with a stroke before each are set as they are typed."""

from __future__ import annotations

import re

import pytest
from written import NO_BREAK, html_of, written


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("| One\n| and two", '<p class="verse">One<br>\nand two</p>'),
        (
            "Before.\n\n| One\n|  *two*\n| three",
            f'<p class="verse">One<br>\n{NO_BREAK}<em>two</em><br>\nthree</p>',
        ),
        ("| One\n| two\n|\n| three", '<p class="verse">One<br>\ntwo</p>\n<p class="verse">three</p>'),
        ("> | One\n> | two", '<p class="verse">One<br>\ntwo</p>'),
        ("- An item\n\n    | One\n    | two", '<p class="verse">One<br>\n  two</p>'),
        ("- An item\n\n| One\n| two", '<p class="verse">One<br>\ntwo</p>'),
        ("A note.[^a]\n\n[^a]: It says:\n\n    | One\n    | two", ""),
    ],
)
def test_the_strokes_go_and_the_lines_stay(typed: str, shown: str) -> None:
    body, problems = written(typed)
    assert problems == ()
    assert shown in body.html
    assert "|" not in "".join((body.html, *(note.html for note in body.notes)))


@pytest.mark.parametrize("typed", ["The sum is\n| x\n| y", "| One alone", "```\n| a\n| b\n```"])
def test_other_strokes_are_text(typed: str) -> None:
    assert "|" in html_of(typed)


@pytest.mark.parametrize("holder", ["", "> "])
def test_text_right_below_is_a_paragraph_of_its_own(holder: str) -> None:
    html = written(f"{holder}| one\n{holder}| two\n{holder}three\n")[0].html
    assert re.findall("<p[^>]*>(.*?)</p>", html, re.DOTALL) == ["one<br>\ntwo", "three"]


def test_rows_of_a_table_are_none() -> None:
    assert "<th" in html_of("| Port\n| -\n| Quay")
    assert [problem.code for problem in written("| a |\n| b |")[1]] == ["tables.unruled"]


def test_a_line_right_below_is_a_paragraph_of_its_own() -> None:
    assert html_of("| The tide\n| turns\nand so on").endswith("turns</p>\n<p>and so on</p>")


@pytest.mark.parametrize("behind", [": it is", "\n: it is", "~ it is"])
def test_verse_is_no_term(behind: str) -> None:
    html = html_of(f"| The tide\n| turns\n{behind}")
    assert html.endswith(f"turns</p>\n<p>{behind.strip()}</p>")
