"""Words that are in no dictionary, by a dictionary of a few words and by those that come with Spylls."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from styled import found, prose_of

from issuebrief.house_style.inspect import find_all
from issuebrief.house_style.settings.shapes import HouseStyle, StyleSpelling

if TYPE_CHECKING:
    from pathlib import Path

CHECKED = "[style.spelling]\ncheck = true\n"


@pytest.fixture
def dictionaries(tmp_path: Path) -> str:
    """A folder with a dictionary of Norwegian that has three words, one with a plural."""
    rules = "SET UTF-8\nSFX E Y 1\nSFX E 0 er .\n"
    tmp_path.joinpath("nb_NO.aff").write_text(rules, "utf-8")
    tmp_path.joinpath("nb_NO.dic").write_text("3\nbåt/E\nog\nsjø\n", "utf-8")
    return str(tmp_path)


def test_a_word_is_told_once_with_its_lines_and_what_is_like_it(dictionaries: str) -> None:
    style = HouseStyle(spelling=StyleSpelling(check=True, dictionaries=dictionaries, words=("fjord",)))
    text = "Båter og fjord og bått.\n\nBåtter og bått, `båtxx`, NATO, *kajakk*, Oslo.\n\nDa Oslo kom."
    told = [each for each in find_all(prose_of(text, "nb", title="Sjø"), style) if "båt" in each.message]
    assert [(each.message, each.hint) for each in told] == [
        (
            "“bått” is in no dictionary (2 times, on lines 8, 10)",
            "did you mean “båt”? Else list it under words in [style.spelling]",
        )
    ]


def test_british_words_are_known_and_names_are_left() -> None:
    text = (
        "The colours of organisations, two metres wide; pre-war, co-ordinated and non-state. "
        "Roscosmos flew Luna's "
        "rockets. Recieve it. Kyiv’s men saw the Roscosmos site, [Zeitenwende]{lang=sv}, teh end."
    )
    assert [each.message for each in found(CHECKED, text) if "dictionary" in each.message] == [
        "“Recieve” is in no dictionary",
        "“teh” is in no dictionary",
    ]


def test_a_language_without_a_dictionary_is_told_once() -> None:
    messages = [
        each.message for each in found(CHECKED, "Saluton mondo.\n\nBonan tagon.", "eo", title="Saluton")
    ]
    assert messages == ["there is no dictionary for the language “eo”, so its spelling is not checked"]


def test_words_made_of_known_ones_and_words_with_markup_inside_are_known() -> None:
    text = (
        "The preloading of geospatial and unencrypted data is incentivized; its discoverability is "
        "de facto pro forma, "
        "a **W**eakness and *r*isk."
    )
    assert found(CHECKED, text, "en-US") == []


def test_the_people_of_the_front_matter_are_known() -> None:
    people = [{"name": "Ragna Ivarsdotter", "bio": "Ragna is a fellow. Ragne is not."}]
    assert [each.message for each in found(CHECKED, "Text.", authors=people)] == [
        "“Ragne” is in no dictionary"
    ]
