"""The words that the typesetter prints itself."""

from __future__ import annotations

import datetime

import pytest

from issuebrief.words import ENGLISH, LANGUAGES, long_date, words


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en-GB", "16 October 2023"),
        ("en-US", "October 16, 2023"),
        ("de", "16. Oktober 2023"),
        ("sv-SE", "16 oktober 2023"),
        ("fr", "16 octobre 2023"),
        ("en", "16 October 2023"),
        ("tlh", "16 October 2023"),
    ],
)
def test_a_date_is_written_as_the_language_writes_it(lang: str, expected: str) -> None:
    assert long_date(datetime.date(2023, 10, 16), lang) == expected


def test_a_region_does_not_change_the_labels() -> None:
    assert words("de-AT").table == "Tabelle"


def test_an_unknown_language_gets_english_labels() -> None:
    assert words("tlh") is ENGLISH


def test_every_language_has_every_label() -> None:
    for labels in LANGUAGES.values():
        assert all(getattr(labels, name) for name in labels.__dataclass_fields__)


def test_every_language_has_twelve_months() -> None:
    assert {len(labels.months.split()) for labels in LANGUAGES.values()} == {12}
