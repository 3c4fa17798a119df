"""Slips of editors who know Markdown a little: they are set right, or told at their places."""

from __future__ import annotations

import pytest
from written import faults, html_of, written


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("A {pull-quote}One.{/pull-quote}", 3),
        ("A [pull-quote]One.[/pull-quote]", 3),
        ("Pull-quote: “One.”", 1),
        ("Pull quote: “One.”", 1),
        ("[One.](pull-quote)", 7),
    ],
)
def test_the_name_of_a_pull_quote_that_marks_nothing_is_told(text: str, column: int) -> None:
    assert ("pull-quotes.misspelt", 1, column) in faults(text)


def test_a_space_before_the_braces_of_a_pull_quote_does_no_harm() -> None:
    body, problems = written("A. [One. Two.] {.pull-quote} B.")
    assert problems == () and len(body.pull_quotes) == 1
    assert "{" not in body.html


def test_a_link_is_told_at_the_link_and_not_at_the_word() -> None:
    text = "A plan.txt is here, see plan.txt.\n\nThe [plan](plan.txt), [more](plan.txt) and [so](#so).\n"
    found = [(line, column) for code, line, column in faults(text) if code == "links.local"]
    assert found == [(3, 12), (3, 30)]


def test_a_link_to_a_heading_may_be_typed_with_spaces() -> None:
    assert 'href="#who-pays"' in html_of("See [it](#who pays).\n\n## Who pays?\n\nAll.")


def test_a_note_may_have_a_space_before_its_colon() -> None:
    assert [note.html for note in written("A.[^4]\n\n[^4] : One.\n")[0].notes] == ["One."]


def test_a_note_without_a_colon_is_told_as_such() -> None:
    problems = written("A.[^a]\n\n[^a] Doe, *Tides*.\n")[1]
    assert [problem.code for problem in problems] == ["notes.undefined"] * 2
    assert all("colon right behind the bracket on line 6" in problem.hint for problem in problems)
    assert "there is no colon after" in problems[1].message


def test_a_heading_needs_no_space_where_text_follows_it() -> None:
    assert html_of("##Method\nText.") == html_of("## Method\nText.")
    assert "<h2" in written("#Method\nText.")[0].html
    for text in ("#MeToo campaign\nIt went on.", "#metoo\nis one", "So: #Method\nText.", "#1 is it.\nText."):
        assert "<h" not in written(text)[0].html


@pytest.mark.parametrize(
    ("text", "code", "column"),
    [
        ("!(chart.png)", "markup.parted-link", 1),
        ("[The harbour.jpg]", "markup.parted-link", 1),
        ("! [A](chart.png)", "markup.parted-link", 1),
        ("In ( May 2005 ) it", "text.mistyped", 4),
        ("He said ,,so it is'' then", "text.mistyped", 9),
        ("He said ´so´ then", "text.mistyped", 9),
        ("Then. ** Notes **", "text.mistyped", 7),
        ("It is **bold and* not", "text.mistyped", 7),
    ],
)
def test_signs_that_are_printed_are_told(text: str, code: str, column: int) -> None:
    assert (code, 1, column) in faults(text)


@pytest.mark.parametrize(
    "text",
    [
        "A[^a] (so), f(x ) and ( ) or [chart.png](https://a.org/chart.png).\n\n[^a]: B.",
        "**Bold *and* so**, ***both***, 2 ** 3 and `** a **`, rock 'n' roll.",
        "**Bold**, *light* and **bold *light***.",
    ],
)
def test_sound_signs_are_not(text: str) -> None:
    assert faults(text) == []


def test_html_of_a_word_processor_is_told_once_and_its_conditions_are_left_out() -> None:
    line = "<p class=MsoNormal><![if !supportLists]>1. <![endif]>One</p>\n\n"
    body, problems = written(line + line)
    assert [problem.code for problem in problems] == ["text.unresolved"]
    assert "<![" not in body.html and "&lt;" not in body.html
    html = written('<p class=MsoNormal style="margin:0;mso-list:l0 level1 lfo1">A</p>')[0].html
    assert "mso-" not in html and 'style="margin:0"' in html


@pytest.mark.parametrize(
    "caption", ["Bild 1. A", "Grafik 1: A", "Diagram 1: A", "Schaubild 1: A", "Chart 1: A"]
)
def test_a_caption_is_known_by_other_words_too(caption: str) -> None:
    body, _ = written(f"![How it rises](a.png)\n{caption}\n", "sv")
    assert '<span class="label">Figur\xa01</span>\xa0<span class="caption">A</span>' in body.html


def test_a_second_caption_is_told_as_one() -> None:
    problems = written('![How it rises](a.png "One")\n\n*Figure 1: Two*\n')[1]
    (alone,) = (problem for problem in problems if problem.code == "figures.caption-alone")
    assert "second caption" in alone.message
    (alone,) = written("Table 1: Two\n")[1]
    assert alone.hint.startswith("put the table above it")


def test_a_file_name_in_angle_brackets_is_told_as_a_picture() -> None:
    (problem,) = written("See <chart.png> here.")[1]
    assert "![what it shows](chart.png)" in problem.hint
