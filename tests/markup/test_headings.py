"""Headings: levels and ids."""

from __future__ import annotations

import pytest
from written import faults, html_of, written

from issuebrief.markup.headings import slug


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
    html = html_of("## A\n\n## A\n\n## Note 1\n\n## Endnotes\n\n## Россия\n\n## O {#own}\n\n## B {#b-own}\n")
    ids = ["a", "a-2", "section-note-1", "section-endnotes", "section", "own", "b-own"]
    assert [part.split('"')[0] for part in html.split('id="')[1:]] == ids


def test_an_id_given_twice_is_a_warning() -> None:
    body, problems = written('## A {#x}\n\n## B {#x}\n\n<span id="note-3">c</span>\n')
    assert [(problem.code, problem.place and problem.place.line) for problem in problems] == [
        ("references.duplicate-id", 6),
        ("references.duplicate-id", 8),
    ]
    assert body.html.count('id="x"') == 1


def test_a_heading_of_the_first_level_moves_all_down() -> None:
    body, problems = written("# One\n\n## Two\n\nText\n\nThree\n=====\n")
    assert [problem.place and problem.place.line for problem in problems] == [4, 10]
    assert {problem.code for problem in problems} == {"headings.level-one"}
    assert '<h2 id="one">' in body.html
    assert '<h3 id="two">' in body.html
    assert '<h2 id="three">' in body.html


def test_a_skipped_level_is_a_warning_with_its_place() -> None:
    assert faults("### Deep\n\n## Well\n\n```\n# no heading\n```\n\n#### Deeper\n") == [
        ("headings.skipped", 1, 1),
        ("headings.skipped", 9, 1),
    ]


def test_a_skipped_level_is_mended_in_the_authors_own_signs() -> None:
    assert written("## A\n\n#### B")[1][0].hint == "write ### instead of ####"


def test_a_message_shows_what_was_escaped_in_a_heading() -> None:
    _, problems = written("# 1\\. Harbours")
    assert [problem.message.split("”")[0] for problem in problems] == ["“1. Harbours"]
