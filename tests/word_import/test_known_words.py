"""Dates, labels and lines of authors are known in the languages that briefs are written in."""

from __future__ import annotations

import datetime

import pytest

from issuebrief.word_import.language_guess import language_of
from issuebrief.word_import.opening import authors_in
from issuebrief.word_import.part_labels import date_in, is_about_authors, labelled


@pytest.mark.parametrize(
    "text",
    [
        "3 May 2025",
        "May 3, 2025",
        "3rd May 2025",
        "2025-05-03",
        "3. Mai 2025",
        "3.5.2025",
        "3 de mayo de 2025",
        "3 mai 2025",
        "3 maj 2025",
        "Stockholm, 3 May 2025",
    ],
)
def test_a_date_is_one_however_it_is_written(text: str) -> None:
    assert date_in(text) == (datetime.date(2025, 5, 3), True)


def test_a_month_is_taken_for_its_first_day() -> None:
    assert date_in("May 2025") == (datetime.date(2025, 5, 1), False)


@pytest.mark.parametrize("text", ["In May 2025 it rained", "31 April 2025", "Version 3", "2025"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert date_in(text) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Abstract. Five countries", "abstract"),
        ("Zusammenfassung: Fünf", "abstract"),
        ("Executive Summary", "abstract"),
        ("Mots-clés : eau", "keywords"),
        ("Key takeaways", "key_points"),
        ("Summary justice is rare", ""),
    ],
)
def test_labels_are_known(text: str, kind: str) -> None:
    assert labelled(text)[0] == kind


def test_headings_of_notes_on_authors_are_known() -> None:
    assert is_about_authors("About the Authors")
    assert is_about_authors("Über die Autorin")
    assert not is_about_authors("About the river")


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ann Lee and José de la Cruz", ["Ann Lee", "José de la Cruz"]),
        ("Von Anna Müller, Jürgen Groß", ["Anna Müller", "Jürgen Groß"]),
        ("Jānis Bērziņš", ["Jānis Bērziņš"]),
        ("Why states measure water", []),
        ("water and rivers", []),
    ],
)
def test_a_line_of_names_is_known(line: str, names: list[str]) -> None:
    assert authors_in(line) == names


def test_a_short_text_or_one_in_two_languages_has_no_language() -> None:
    assert language_of("The river and the sea") == ""
    assert language_of("der die und nicht das ist the of and to that is " * 4) == ""
    assert language_of("och att det inte som är på för " * 4) == "sv"
