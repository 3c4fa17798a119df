"""Words that a dictionary lacks, and that are made of words that it has."""

from __future__ import annotations

from issuebrief.house_style.lexicon.dictionaries import SpellingDictionary
from issuebrief.house_style.lexicon.english import respelled
from issuebrief.house_style.lexicon.word_forms import is_known

AMERICAN = SpellingDictionary(
    {"color", "load", "discover", "incentive", "weak", "state", "war", "ordinate"}.__contains__, "en_US"
)


FORMS = """Color colour preload discoverability incentivized weakness non-state pre-war co-ordinate
whilst"""


def test_a_form_of_a_known_word_is_known_in_english() -> None:
    assert [word for word in FORMS.split() if not is_known(word, AMERICAN, "en", set())] == []
    assert not is_known("colours-de", AMERICAN, "en", set())


def test_elsewhere_it_is_not_but_parts_and_words_of_the_house_are() -> None:
    found = {
        word: is_known(word, AMERICAN, "de", {"minilateral"})
        for word in ("colour", "weakness", "load-state", "load-minilateral", "load-state-weaknes", "facto")
    }
    assert [word for word, known in found.items() if known] == ["load-state", "load-minilateral", "facto"]


def test_each_spelling_of_english_writes_its_own_words_in_place_of_the_others() -> None:
    words = ("color", "colour", "organise", "organize", "analyze", "program", "travelled")
    written = {
        spelling: [respelled(spelling).get(word, "") for word in words]
        for spelling in ("british", "oxford", "american")
    }
    assert written == {
        "british": ["colour", "", "", "organise", "analyse", "", ""],
        "oxford": ["colour", "", "organize", "", "analyse", "", ""],
        "american": ["", "color", "organize", "", "", "", "traveled"],
    }
