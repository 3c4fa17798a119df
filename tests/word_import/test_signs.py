"""What an author typed is printed as typed, whatever Markdown would make of it."""

from __future__ import annotations

import re
from html import unescape

import pytest
from written import written

from issuebrief.word_import.escaping import as_paragraph, literal, settled

TYPED = (
    "# a sign",
    "> a comparison",
    "- a dash",
    "+ 3 percent",
    "1990. That was the year.",
    ": a colon",
    "::: box",
    "!!! note",
    "| a bar",
    "---",
    "***",
    "====",
    "a * b * c and a_b_c and *d*",
    "5 < 6 and <b>bold</b>",
    "[1](x) and [a][b] and [^1] and ^[in line]",
    "[^1]: a note",
    "*[NASA]: National",
    "2^10^, H~2~O, ==marked==, ~~struck~~",
    "`code` and ```",
    "a \\ b \\* c",
    "5 $ and 6 $",
)


@pytest.mark.parametrize("typed", TYPED)
def test_signs_are_printed_as_typed(typed: str) -> None:
    line = as_paragraph(settled(literal(typed)))
    body, _ = written(f"Before it.\n\n{line}\n\nBehind it.")
    shown = re.findall(r"<p>(.*?)</p>", body.html)[1]
    assert "<" not in shown
    assert unescape(shown).replace("\u00a0", " ") == typed
    assert not body.notes


def test_addresses_are_left_as_they_are() -> None:
    assert literal("https://example.org/a_b~c") == "https://example.org/a_b~c"


def test_brackets_are_left_alone_where_they_can_be_nothing_else() -> None:
    assert settled(literal("as [sic] it says")) == "as [sic] it says"
