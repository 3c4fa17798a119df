"""Source lines on the blocks of the text, and that they change nothing else."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from examples import examples
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from written import FIRST_LINE, with_lines, written

from issuebrief.markdown_body import syntax

BEGINNINGS = (
    "", "", "", "# ", "## ", "> ", ">", "> > ", "- ", "* ", "1. ", "    ", "    - ", "        ", ":   ", "| ",
    "|", "[^a]: ", "!!! pull-quote\n    ", "<div>", "<p>", "</div>", "<em>", "<!-- ", "[x]: ", "*[a b]: ",
    "Table: ", "![a](b.png)", "***", "**", "_", "`", "\\", "```\n", "~~~py\n", "<pre>",
    "<div markdown='1'>\n",
)  # fmt: skip
MIDDLES = (
    "a", "a b", "*a*", "**a** b", "_a_", "`a`", "[a](b)", "[a b][x]", "https://a.eu/b", "a@b.eu", "[^a]",
    "[A b.]{.pull-quote}", "a | b", "---|---", "-----", "=====", "* * *", "```", "~~~", "<b>a</b>", "&amp;",
    "\\*", "{.x}", "{: #y}", "<br>", "...", '"a"', "-- b", "1986. a", "#", "|", "a\\", "<", "-->", "[x",
    "'", "(a)", "]",
)  # fmt: skip
ENDINGS = ("", "", "", "\n", "  ", " {#c}", " |", " #", "</div>", "</em>", ":")
LINES = st.builds(
    "{}{}{}".format, st.sampled_from(BEGINNINGS), st.sampled_from(MIDDLES), st.sampled_from(ENDINGS)
)
TEXTS = st.lists(LINES, min_size=1, max_size=8).map("\n".join)


@settings(max_examples=examples(250))
@given(TEXTS)
@example("```\n```\n```\na\n```\n-----")
@example("```\n``` {#c}\n```\na")
@example("`a\n- `a`\n`<br>\n`a")
@example("```\n{.x}\n`a")
@example("# a |\n    - |\na\n\n| a\n    - ---|---")
def test_lines_change_nothing_in_how_a_text_is_read(text: str) -> None:
    found, problems = written(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(syntax, "find_lines", lambda manuscript: [])
        plain, same = written(text)
    # Python-Markdown 3.11 now and then takes asterisks for another's and prints its own inner numbers.
    assume(not re.search(r">\d<|\ufdd1", plain.html + found.html))
    assert (found.html, found.notes) == (plain.html, plain.notes)
    assert sorted(problem.code for problem in problems) == sorted(problem.code for problem in same)


def lines_of(text: str) -> list[str]:
    """Each block of the body that has a line, as `tag line`, lines counted from the text's first."""
    html = with_lines(text)[0].html
    found = re.findall(r'<(\w+)[^<>]*? data-line="(\d+)"', html)
    return [f"{tag} {int(line) - FIRST_LINE + 1}" for tag, line in found]


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("\nOne\ntwo\n\nThree", ["p 2", "p 5"]),
        ("## Head\nText right below", ["h2 1", "p 2"]),
        ("Head\n----\nText", ["h2 1", "p 3"]),
        ("- One\n- *Two*\n    - Three\n\n    Four", ["li 1", "li 2", "p 2", "li 3", "p 5"]),
        ("1. One\n   goes on\n2. Two", ["li 1", "li 3"]),
        ("> One\n> two\n>\n> Three", ["blockquote 1", "p 1", "p 4"]),
        ("Text\n> Quote", ["p 1", "blockquote 2", "p 2"]),
        ("Term\n:   One\n:   Two", ["dt 1", "dd 2", "dd 3"]),
        (
            "| A | B |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\nTable: Caption.",
            ["figure 1", "figcaption 5", "tr 1", "tr 3", "tr 4"],
        ),
        ("A | B\n---|---\n1 | 2", ["figure 1", "tr 1"]),
        ("Text\n\n```py\n\nx = 1\n```\n\nMore", ["p 1", "pre 4", "p 8"]),
        ("Text\n\n    code\n    more\n\nText", ["p 1", "pre 3", "p 6"]),
        ("<em>One</em> two\n\n`Three`\n\n**Four**", ["p 1", "p 3", "p 5"]),
        ("<section>\n<h2>Head</h2>\n<p>Text</p>\n</section>", ["section 2", "h2 2", "p 3"]),
        ("One.[^a]\n\n[^a]: Note.\n\nTwo", ["p 1", "p 5"]),
        ("One\n\n* * *\n\nTwo", ["p 1", "p 5"]),
        ("[x]: https://a.eu\n\n*[EU]: Union\n\nThe [EU][x]", ["p 5"]),
    ],
)
def test_each_block_has_the_line_of_its_first_word(text: str, blocks: list[str]) -> None:
    assert lines_of(text) == blocks


def test_a_figure_and_its_caption_have_their_lines() -> None:
    text = "Text\n\n![A](a.png){#fig-x}\n:   Caption.\n    Source: Me."
    assert lines_of(text) == ["p 1", "figure 3", "figcaption 4"]


def test_pull_quotes_have_the_lines_they_were_written_on() -> None:
    text = "One. [Two.]{.pull-quote}\n\n!!! pull-quote\n    Three.\n\nThree."
    body, _ = with_lines(text)
    assert lines_of(text) == ["p 1", "aside 1", "p 6", "aside 3"]
    assert [quote.line for quote in body.pull_quotes] == [FIRST_LINE, FIRST_LINE + 2]


def test_notes_have_the_lines_they_were_written_on() -> None:
    body, _ = with_lines("One.[^b][^a]\n\n[^a]: First.\n[^b]: Second.\n\n    More.")
    assert [note.line for note in body.notes] == [FIRST_LINE + 3, FIRST_LINE + 2]
    assert f'<p data-line="{FIRST_LINE + 5}">More.</p>' in body.notes[0].html


def test_a_line_that_the_author_claims_is_not_believed() -> None:
    assert lines_of('<p data-line="99">One</p>\n\nTwo\n{: data-line="77" }') == ["p 1", "p 3"]


def test_lines_go_up_through_the_text() -> None:
    text = "\n\n".join(f"## Head {number}\n\nText {number}\ngoes on" for number in range(40))
    numbers = [int(block.split()[1]) for block in lines_of(text)]
    assert len(numbers) == 80
    assert all(before < after for before, after in pairwise(numbers))
