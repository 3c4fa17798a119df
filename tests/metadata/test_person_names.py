"""Printed names in the parts by which catalogues sort them."""

from __future__ import annotations

import pytest

from issuebrief.metadata.person_names import parts_of


@pytest.mark.parametrize(
    ("name", "lang", "family", "expected"),
    [
        ("Jane Doe", "en", "", ("Jane", "", "Doe", "")),
        ("Plato", "en", "", ("", "", "Plato", "")),
        ("Prof. Dr. Ursula von der Leyen", "de", "", ("Ursula", "von der", "Leyen", "")),
        ("Jane Q. Doe, PhD, MSc", "en", "", ("Jane Q.", "", "Doe", "")),
        ("Martin Luther King Jr.", "en", "", ("Martin Luther", "", "King", "Jr.")),
        ("Mary Smith, III", "en", "", ("Mary", "", "Smith", "III")),
        ("Doe, Jane", "en", "", ("Jane", "", "Doe", "")),
        ("Maj Sjöwall", "sv", "", ("Maj", "", "Sjöwall", "")),
        ("Salman al-Farsi", "en", "", ("Salman", "", "al-Farsi", "")),
        ("Gabriel García Márquez", "es", "García Márquez", ("Gabriel", "", "García Márquez", "")),
        ("Kim Jong Un", "en", "Kim", ("Jong Un", "", "Kim", "")),
        ("Otto van den Berg", "nl", "van den Berg", ("Otto", "van den", "Berg", "")),
        ("Jane Doe", "en", "Roe", ("Jane", "", "Doe", "")),
        ("Nagy Imre", "hu", "", ("Imre", "", "Nagy", "")),
        ("山田 太郎", "en", "", ("太郎", "", "山田", "")),
        ("习近平", "zh", "", ("", "", "习近平", "")),
        ("Иван Петров", "ru", "", ("Иван", "", "Петров", "")),
    ],
)
def test_a_name_is_parted(name: str, lang: str, family: str, expected: tuple[str, ...]) -> None:
    parts = parts_of(name, lang, family)
    assert (parts.given, parts.kept, parts.family, parts.suffix) == expected
