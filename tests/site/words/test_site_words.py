"""The words of the site in every language that has some."""

from __future__ import annotations

import pytest
from msgspec.structs import asdict

from issuebrief.site.words.site_words import FOLDER, has_site_words, site_words

LANGUAGES = sorted(path.stem for path in FOLDER.glob("*.toml"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_word_is_there_with_the_places_that_the_english_one_has(lang: str) -> None:
    found, english = asdict(site_words(lang)), asdict(site_words("en"))
    assert found.pop("lang") == lang
    for name, word in found.items():
        assert word.strip() == word != ""
        assert ("{count}" in word) == ("{count}" in english[name])


def test_a_region_has_the_words_of_its_language_and_others_have_english_ones() -> None:
    assert site_words("de-AT").lang == "de"
    assert has_site_words("de-AT")
    assert site_words("pt-BR").read == "Ler online"
    assert site_words("pt-AO") == site_words("pt")
    assert has_site_words("pt-BR")
    assert not has_site_words("ga")
    assert site_words("ga") == site_words("en")
