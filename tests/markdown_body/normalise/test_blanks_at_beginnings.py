"""No-break spaces behind the signs that begin a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from setting import facts_of
from written import html_of

if TYPE_CHECKING:
    from pathlib import Path

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("-~one\n-~two", "<li>one</li>"),
        ("1.~one\n2.~two", "<li>one</li>"),
        ("- one\n~~- two\n- three", "<ul>\n<li>two</li>"),
        ("##~Words\n\nText.", "<h2>Words</h2>"),
        ("one\n~\ntwo", "<p>one</p>\n<p>two</p>"),
        ("| a | b |\n|~---~|~---~|\n| x | y |", "<td>x</td>"),
        (":::~note\nText.\n:::", 'class="box'),
        ("Text.[^a]\n\n[^a]:~Note.", 'href="#note-1"'),
        ("1.~Mai 2020 was a day.", "<p>1.~Mai 2020"),
        ("-~5 °C in winter", "5~°C in winter</p>"),
    ],
)
def test_a_no_break_space_keeps_no_line_from_what_it_begins(text: str, found: str) -> None:
    html = html_of(text.replace("~", NBSP))
    assert found.replace("~", NBSP) in html.replace(' id="words"', "")


def test_a_list_with_no_break_spaces_stands_on_the_page_as_one(tmp_path: Path) -> None:
    text = facts_of(tmp_path, f"-{NBSP}one\n-{NBSP}two\n\n:{NBSP}A line.").text
    assert "– one – two" in " ".join(text.split())
