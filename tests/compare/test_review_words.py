"""The words of a review copy, in the language of its brief."""

from __future__ import annotations

from dataclasses import fields
from string import Formatter

import pytest

from issuebrief.compare.list_changes import PARTS, TAGS
from issuebrief.compare.marked_page import marked_page
from issuebrief.compare.model import Change, ChangeKind
from issuebrief.compare.review_words import ReviewWords, review_words
from issuebrief.compare.summary_page import summary

LANGUAGES = ("de", "fr", "es", "it", "pt", "nl", "sv", "ar")
CHANGES = (
    Change(1, ChangeKind.REPLACED, "key points", "alt", "neu", "change-1", page=2),
    Change(2, ChangeKind.MOVED, "text", "", "ein Satz", "change-2", "moved-from-2", 3, 1),
)


def fillings(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_has_all_words_with_the_same_fillings(lang: str) -> None:
    english, words = ReviewWords(), review_words(f"{lang}-XX")
    assert words.lang == lang
    assert set(words.parts) == {*PARTS.values(), *TAGS.values(), "page"}
    for field in fields(ReviewWords):
        if field.name not in ("lang", "parts"):
            usual, own = getattr(english, field.name), getattr(words, field.name)
            assert own and fillings(own) == fillings(usual), field.name


def test_the_summary_is_in_the_language_of_the_brief() -> None:
    page = summary(CHANGES, ("alt.md", "neu.md"), review_words("de-AT"), "de-AT")
    assert '<section class="changes" lang="de" dir="ltr">' in page
    assert 'Änderungen: 2 · ersetzt: 1 · <span class="moved">verschoben</span>: 1' in page
    assert "<td>Kernpunkte</td><td><del>alt</del> <ins>neu</ins></td>" in page
    assert '(von Seite <a href="#moved-from-2">1</a>)' in page


def test_words_of_the_brief_say_their_language_where_the_summary_is_in_english() -> None:
    page = summary(CHANGES, ("old", "new"), review_words("fi"), "fi")
    assert '<section class="changes" lang="en" dir="ltr">' in page
    assert '<del lang="fi" dir="auto">alt</del>' in page


def test_what_was_moved_says_so_in_the_language_of_the_brief() -> None:
    texts = [f"<p>Absatz {word} über den Hafen und die Fähre.</p>" for word in ("eins", "zwei", "drei")]
    old, new = ("<body><main>" + "".join(each) + "</main></body>" for each in (texts, texts[1:] + texts[:1]))
    html = marked_page(old, new, words=review_words("de")).html
    assert 'lang="de">nach unten verschoben</a>' in html
    assert "von weiter oben</a>" in html
