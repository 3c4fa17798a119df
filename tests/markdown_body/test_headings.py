"""Headings: levels and ids."""

from __future__ import annotations

import re

import pytest
from written import faults, html_of, written

from issuebrief.markdown_body.headings import slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Return of Ambitions", "the-return-of-ambitions"),
        ("Ærø, Straße & Łódź!", "aero-strasse-lodz"),
        ("It's “over”", "its-over"),
        ("  --  ", ""),
        ("Россия", ""),
    ],
)
def test_ids_are_the_letters_of_a_heading(text: str, expected: str) -> None:
    assert slug(text) == expected


def test_ids_are_unique_and_never_those_of_notes_and_page() -> None:
    html = html_of(
        "## A\n\nText\n\n## A\n\nText\n\n## Note 1\n\nText\n\n## Endnotes\n\nText\n\n## Россия\n\nText\n\n"
        "## O {#own}\n\nText\n\n## B {#b-own}\n\nText\n"
    )
    ids = ["a", "a-2", "section-note-1", "section-endnotes", "section", "own", "b-own"]
    assert [part.split('"')[0] for part in html.split('id="')[1:]] == ids


def test_an_id_given_twice_is_a_warning() -> None:
    body, problems = written('## A {#x}\n\n### B {#x}\n\n<span id="note-3">c</span>\n')
    assert [(problem.code, problem.place and problem.place.line) for problem in problems] == [
        ("references.duplicate-id", 6),
        ("references.duplicate-id", 8),
    ]
    assert body.html.count('id="x"') == 1


def test_a_heading_of_the_first_level_moves_all_down() -> None:
    body, problems = written("# One\n\n## Two\n\nText\n\nThree\n=====\n\nText\n")
    assert [problem.place and problem.place.line for problem in problems] == [4, 10]
    assert {problem.code for problem in problems} == {"headings.level-one"}
    assert '<h2 id="one">' in body.html
    assert '<h3 id="two">' in body.html
    assert '<h2 id="three">' in body.html


def test_a_skipped_level_is_a_warning_with_its_place() -> None:
    assert faults("### Deep\n\nText\n\n## Well\n\n```\n# no heading\n```\n\n#### Deeper\n\nText\n") == [
        ("headings.skipped", 1, 1),
        ("headings.skipped", 11, 1),
    ]


def test_a_skipped_level_is_mended_in_the_authors_own_signs() -> None:
    assert written("## A\n\n#### B")[1][0].hint == "write ### instead of ####"
    assert written("# A\n\n###### B")[1][1].hint == (
        "write ## instead of ######, or ### once the headings of the text start with ##"
    )


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("## Why C#", "Why C#"),
        ("## F# and C##", "F# and C##"),
        ("## C# ##", "C#"),
        ("## C# {#sharp}", "C#"),
        ("- ## C#", "C#"),
        ("> ## C#", "C#"),
        ("## Closed ##", "Closed"),
        ("## Room #", "Room"),
        ("## C\\#", "C#"),
    ],
)
def test_number_signs_right_behind_a_word_belong_to_it(typed: str, printed: str) -> None:
    html = written(f"{typed}\n\nText")[0].html
    assert re.findall("<h2[^>]*>(.*?)</h2>", html) == [printed]


def test_a_message_shows_what_was_escaped_in_a_heading() -> None:
    _, problems = written("# 1\\. Harbours\n\nText")
    assert [problem.message.split("”")[0] for problem in problems] == ["“1. Harbours"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("## A\n\nText\n\n## References\n", [5]),
        ("## A\n\n## B\n\nText\n", [1]),
        ("## A\n\n### B\n\n## C\n\nText\n", [3]),
        ("## A\n\n[^1]: Note.\n\nText[^1]\n\n## More\n\n[^2]: Note.\n", [7]),
        ("## A\n\n### B\n\n- Text\n", []),
        ("## A\n\n!!! pull-quote\n    Text\n\n## B\n\nText\n", []),
        ("## A\n\n<div>\n\n### B\n\n</div>\n\nText\n", []),
    ],
)
def test_a_heading_below_which_nothing_stands_is_told(text: str, lines: list[int]) -> None:
    told = [line for code, line, _ in faults(text) if code == "headings.no-text"]
    assert told == lines


@pytest.mark.parametrize(
    ("heading", "link", "name"),
    [
        ("## Überblick", "überblick", "uberblick"),
        ("## 3. Outlook", "outlook", "3-outlook"),
        ("## The Outlook", "The%20Outlook", "the-outlook"),
        ("## Εισαγωγή", "εισαγωγή", "section"),
        ("## Own {#own}", "own", "own"),
    ],
)
def test_a_link_may_use_the_name_that_other_programs_give_a_heading(
    heading: str, link: str, name: str
) -> None:
    assert f'<a href="#{name}">so</a>' in html_of(f"{heading}\n\nAs [so](#{link}) says.\n")


def test_an_anchor_with_a_name_is_a_place_to_link_to() -> None:
    html = html_of('<a name="here"></a>Text, and [back](#here).')
    assert html == '<p><a id="here"></a>Text, and <a href="#here">back</a>.</p>'


@pytest.mark.parametrize(
    ("heading", "wanted"),
    [
        ("1. Open data of example.org", "1-open-data-of-exampleorg"),
        ("Qué es, y cómo", "qu%C3%A9-es-y-c%C3%B3mo"),
        ("Qué es, y cómo", "que-es-y-cómo"),
        ("What's new?", "whats-new"),
        ("A & B", "a--b"),
    ],
)
def test_links_reach_a_heading_by_the_name_that_other_programs_give_it(heading: str, wanted: str) -> None:
    made = html_of(f"## {heading}\n\nText.\n\nSee [there](#{wanted}).")
    own = re.findall(r'<h2 id="([^"]+)"', made)
    assert re.findall(r'<a href="#([^"]+)"', made) == own


def test_a_link_reaches_the_second_heading_of_the_same_words() -> None:
    made = html_of("## Costs\n\nText.\n\n## Costs\n\nSee [there](#costs-1).")
    assert re.findall(r'<h2 id="([^"]+)"', made)[1] == re.findall(r'<a href="#([^"]+)"', made)[0]
