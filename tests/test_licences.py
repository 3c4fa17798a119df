"""Licences are known by their short forms and addresses; of others the nearest is told."""

from __future__ import annotations

import re

import pytest

from issuebrief.licences import PATTERN, in_language, licence_of, mend_licence, tidy_licence


@pytest.mark.parametrize(
    ("typed", "printed", "url"),
    [
        ("CC-BY-4.0", "Creative Commons Attribution 4.0 International (CC BY 4.0)", "licenses/by/4.0/"),
        (
            "cc by-nc-nd 4.0",
            "Creative Commons Attribution-NonCommercial-NoDerivatives 4.0 International (CC BY-NC-ND 4.0)",
            "licenses/by-nc-nd/4.0/",
        ),
        (
            "CC BY-SA 3.0 AT",
            "Creative Commons Attribution-ShareAlike 3.0 AT (CC BY-SA 3.0 AT)",
            "licenses/by-sa/3.0/at/",
        ),
        ("CC-BY-3.0-IGO", "Creative Commons Attribution 3.0 IGO (CC BY 3.0 IGO)", "licenses/by/3.0/igo/"),
        ("CC0", "Creative Commons Zero 1.0 Universal (CC0 1.0)", "publicdomain/zero/1.0/"),
        ("CC0-1.0", "Creative Commons Zero 1.0 Universal (CC0 1.0)", "publicdomain/zero/1.0/"),
        (
            "https://creativecommons.org/licenses/by/4.0/deed.de",
            "Creative Commons Attribution 4.0 International (CC BY 4.0)",
            "licenses/by/4.0/",
        ),
    ],
)
def test_a_licence_of_creative_commons_has_words_and_an_address(typed: str, printed: str, url: str) -> None:
    assert re.match(PATTERN, typed)
    licence = licence_of(tidy_licence(typed))
    assert licence
    assert licence.printed.replace("\u00a0", " ").replace("\u2011", "-") == printed
    assert licence.url == f"https://creativecommons.org/{url}"


def test_the_short_name_is_not_divided() -> None:
    licence = licence_of("CC-BY-SA-4.0")
    assert licence and licence.printed.endswith("(CC\u00a0BY\u2011SA\u00a04.0)")


def test_other_licences_are_known_by_their_identifiers_and_any_by_its_address() -> None:
    known, other = licence_of("OGL-UK-3.0"), licence_of("https://example.org/terms/")
    assert known and known.printed == "Open Government Licence v3.0"
    assert other and (other.printed, other.url) == ("example.org/terms", "https://example.org/terms/")
    assert licence_of("") is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("cc by", "CC-BY-4.0"),
        ("CC BY ND NC 4.0", "CC-BY-NC-ND-4.0"),
        ("CC-BY-ND-NC-4.0", "CC-BY-NC-ND-4.0"),
        ("Creative Commons Attribution-ShareAlike 4.0 International", "CC-BY-SA-4.0"),
        ("Attribution-NonCommercial 3.0 Unported", "CC-BY-NC-3.0"),
        ("public domain", "CC0-1.0"),
        ("CC BY 5.0", "CC-BY-4.0"),
        ("mit", "MIT"),
        ("OGL UK 2.0", "OGL-UK-3.0"),
        ("All rights reserved", ""),
    ],
)
def test_of_an_unknown_licence_the_nearest_is_found(typed: str, meant: str) -> None:
    assert not re.match(PATTERN, typed)
    assert mend_licence(typed) == meant
    assert not meant or re.match(PATTERN, meant)


@pytest.mark.parametrize(
    ("lang", "deed"),
    [
        ("sv", "deed.sv"),
        ("de-AT", "deed.de"),
        ("nn", "deed.no"),
        ("nb-NO", "deed.no"),
        ("pt-BR", "deed.pt-br"),
        ("pt-MZ", "deed.pt"),
        ("zh-TW", "deed.zh-hant"),
        ("zh", "deed.zh-hans"),
        ("sr", ""),
        ("cnr", ""),
    ],
)
def test_in_other_languages_a_licence_has_its_short_name_and_leads_to_words_in_the_language(
    lang: str, deed: str
) -> None:
    for typed, place in (("CC-BY-SA-4.0", "licenses/by-sa/4.0/"), ("CC0-1.0", "publicdomain/zero/1.0/")):
        licence = licence_of(typed)
        assert licence
        found = in_language(licence, lang)
        assert found.printed == found.unbroken
        assert found.deed == f"https://creativecommons.org/{place}{deed}"
        assert found.url == licence.url


def test_names_in_english_stay_in_english_briefs_and_where_they_are_names() -> None:
    commons, other = licence_of("CC-BY-4.0"), licence_of("OGL-UK-3.0")
    assert commons
    assert other
    assert in_language(commons, "en-US") == commons
    assert in_language(other, "sv") == other
    older = licence_of("CC-BY-3.0-IGO")
    assert older
    assert in_language(older, "sv").deed == older.url
