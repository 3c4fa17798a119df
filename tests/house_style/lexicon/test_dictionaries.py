"""Dictionaries of Hunspell, found in folders and asked for words."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest

from issuebrief.house_style.lexicon import dictionaries
from issuebrief.house_style.lexicon.dictionaries import SpellingDictionary, find_dictionary

if TYPE_CHECKING:
    from pathlib import Path

pytest.importorskip("spylls")


def put(folder: Path, name: str, *words: str, encoding: str = "UTF-8") -> None:
    """Write a dictionary of so many words, whose plurals end in -er."""
    rules = f"SET {encoding}\nSFX E Y 1\nSFX E 0 er .\n"
    (folder / f"{name}.aff").write_text(rules, encoding)
    (folder / f"{name}.dic").write_text("\n".join((str(len(words)), *words, "")), encoding)


@pytest.fixture(autouse=True)
def none_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dictionaries, "SYSTEM", ())


def test_a_word_is_known_with_its_endings_and_near_ones_are_found(tmp_path: Path) -> None:
    put(tmp_path, "nb_NO", "båt/E", "sjø")
    found = find_dictionary("nb", str(tmp_path))
    assert found and found.name == "nb_NO"
    assert [found.has(word) for word in ("båt", "båter", "båten", "sjøer")] == [True, True, False, False]
    assert list(found.near("bått")) == ["båt"]
    assert list(found.near("sjøø")) == ["sjø"]


def test_the_region_of_the_tag_comes_before_the_usual_one_and_any_is_better_than_none(tmp_path: Path) -> None:
    for name in ("pt_BR", "pt_PT", "de_DE", "en_US"):
        put(tmp_path, name, name)
    asked = {"pt-BR": "pt_BR", "pt": "pt_PT", "pt-AO": "pt_PT", "de-AT": "de_DE", "en-NZ": "en_US"}
    found = {tag: find_dictionary(tag, str(tmp_path)) for tag in asked}
    assert {tag: each and each.name for tag, each in found.items()} == asked
    assert find_dictionary("eo", str(tmp_path)) is None


def test_the_encoding_is_the_one_that_the_file_names(tmp_path: Path) -> None:
    put(tmp_path, "da_DK", "sø", "ål", encoding="ISO8859-1")
    found = find_dictionary("da", str(tmp_path))
    assert found and found.has("ål") and not found.has("Ã¥l")


def test_a_damaged_dictionary_is_none(tmp_path: Path) -> None:
    put(tmp_path, "fi_FI", "meri")
    (tmp_path / "fi_FI.aff").write_text("SET no-such-encoding\n", "utf-8")
    assert find_dictionary("fi", str(tmp_path)) is None
    assert gc.isenabled()


def test_each_word_is_looked_up_once_and_a_long_one_is_not_mended() -> None:
    asked: list[str] = []

    def lookup(word: str) -> bool:
        asked.append(word)
        return word == "sea"

    words = SpellingDictionary(lookup, "en_GB")
    assert [words.has("sea"), words.has("sea"), asked] == [True, True, ["sea"]]
    assert list(words.near("s" * 21)) == [] and asked == ["sea"]
    assert list(words.near("esa")) == ["sea"]
