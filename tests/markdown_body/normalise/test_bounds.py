"""An endless piece of text is told, and what stands in a text many times takes as many times the steps."""

from __future__ import annotations

import pytest
from steps import assert_grows_no_faster_than_its_size
from written import html_of, written

from issuebrief.markdown_body.source.brackets import Brackets
from issuebrief.markdown_body.typography.abbreviations import any_of
from issuebrief.markdown_body.typography.spaces import CANDIDATE, FRENCH_INSIDE

WORDS = "some words of a text "


def told(text: str) -> list[tuple[str, int]]:
    """The code of each problem, with its line in the text."""
    _, problems = written(text)
    _, (first, *_) = written("[a](#nowhere)\n")
    assert first.place
    return [
        (problem.code, problem.place.line - first.place.line + 1) for problem in problems if problem.place
    ]


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        (f"A line.\n\n{WORDS * 1000}\n", "markup.too-long", 3),
        (f"A line.\n\n{(WORDS * 9 + chr(10)) * 200}", "markup.too-long", 3),
        (f"- {(WORDS * 9 + chr(10)) * 200}", "markup.too-long", 1),
        ("A line.\n\n" + "a line\n" * 2001, "markup.too-long", 3),
        (f"A line.\n\nA {'w' * 2001} word.\n", "markup.too-long", 3),
        (f"A line.\n\n{'<div>' * 101}\n", "markup.too-deep", 3),
        ("A line.\n\n" + "<table><tr><td>" * 4 + "a" + "</td></tr></table>" * 4, "markup.too-deep", 3),
        ("A line.\n\n" + "<pre>\n" * 101, "markup.too-deep", 3 + 100),
    ],
)
def test_an_endless_piece_is_told_at_its_line_and_not_read(text: str, code: str, line: int) -> None:
    assert told(text) == [(code, line)]


@pytest.mark.parametrize(
    "text",
    [
        f"{WORDS * 900}\n",
        f"```\n{'a line of code' * 9_000}\n```\n",
        "```\n" + "a line of code\n" * 3_000 + "```\n",
        "漢字" * 2_000,
        "| a | b |\n|---|---|\n" + "| 1 | 2 |\n" * 900,
        "<div><p>a</p></div>\n\n" * 200,
        "<p>a\n\n" * 200,
    ],
)
def test_a_long_text_is_read(text: str) -> None:
    assert "markup.too" not in " ".join(code for code, _ in told(text))


@pytest.mark.parametrize(
    "piece",
    [
        "A paragraph.\n{: #same}\n\n",
        "## Heading\n\n",
        "## Heading\n",
        "Heading\n-------\n",
        "---\n",
        "* * *\n",
        "[a](#nowhere) is dead.\n\n",
        "A sentence [of words]{.pull-quote} is here. ",
        '!!! pull-quote "A"\n    line\n\n',
        "*[ABC%n]: An abbreviation\n",
        "Figure %n: A caption.\n\n",
        "a[^n%n] ",
        "a[^n%n] b[^N%n] c[^m%n]\n\n[^n%n]: note\n\n",
        "[a][n%n] [b][m%n]\n\n[n%n]: https://example.org\n\n",
        "a [b ",
        "![a",
        "a\t",
        "&amp; ",
        "\\* ",
        "`a ",
        "<a@b ",
        "```\na\n```\n\n",
        "{++a++}\n\n",
        "<!-- ",
        "a[^n%n]\n\n[^n%n]: note\n\n",
    ],
)
def test_what_stands_many_times_takes_as_many_times_the_steps(piece: str) -> None:
    def write(number: int) -> None:
        written("".join(piece.replace("%n", str(n)) for n in range(number)))

    assert_grows_no_faster_than_its_size(write)


def test_a_run_of_white_space_is_looked_at_from_its_beginning_only() -> None:
    assert CANDIDATE.match("  \t5") and not CANDIDATE.match("  \t5", 1)
    assert FRENCH_INSIDE.match("  »") and not FRENCH_INSIDE.match("  »", 1)


def test_pairs_of_brackets_are_found_once_for_all_patterns() -> None:
    brackets = Brackets()
    text = "[a [b] [c" + "[d" * 100
    assert brackets.closing(text, 3) == 5
    assert brackets.closing(text, 0) == -1
    once = brackets.steps
    replaced = "<>" + text[7:]
    assert [brackets.closing(replaced, number) for number, sign in enumerate(replaced) if sign == "["] == [
        -1
    ] * 101
    assert brackets.steps == once
    brackets.closing("[a](x) [f][r] and [r]", 18)
    assert brackets.closing("[a](x) @ and [r]", 13) == 15
    assert brackets.closing("[a](x) @ and [r]", 0) == 2
    assert brackets.closing("[[a] b]", 0) == 6
    assert brackets.closing("[[a] b]", 1) == 3


def test_headings_and_rules_may_follow_each_other_without_an_empty_line() -> None:
    assert html_of("## A\n### B\ntext\n## C\ntext") == html_of("## A\n\n### B\n\ntext\n\n## C\n\ntext")
    assert html_of("* * *\n* * *\ntext\n") == html_of("* * *\n\n* * *\n\ntext\n")
    glued, parted = "One more\n--------\nAnother\n-------\n", "One more\n--------\n\nAnother\n-------\n\n"
    assert written(f"{glued}text")[0].html == written(f"{parted}text")[0].html


def test_of_many_abbreviations_each_is_found_where_it_stands_alone() -> None:
    many = [f"A{number}" for number in range(300)]
    text = (
        "".join(f"*[{name}]: Number {name}\n" for name in many) + "\nThe A7, A77 and A277, not A777 or BA7.\n"
    )
    html = html_of(text)
    assert html.count("<abbr") == 3
    assert '<abbr title="Number A77">A77</abbr>' in html
    assert any_of(["b", "ab", "a"]) == "ab|b|a"


def test_a_pull_quote_keeps_the_emphasis_between_its_limits_only() -> None:
    body, problems = written("One *two [three* four **five** six]{.pull-quote} seven **eight**.\n")
    assert problems == ()
    assert "<p><em>three</em> four <strong>five</strong> six</p></aside>" in body.html
