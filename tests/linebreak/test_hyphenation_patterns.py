"""Patterns that are taken apart one by one hyphenate as pyphen does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyphen
import pytest

from issuebrief.linebreak.hyphenation_patterns import Dictionary, patterns

ROOT = Path(__file__).resolve().parents[2]
TEXTS = {
    "en_US": ROOT / "content/return-to-the-moon/brief.md",
    **{lang: ROOT / f"bench/texts/{lang}.md" for lang in ("de", "sv", "fr")},
}


@pytest.mark.parametrize("name", TEXTS)
def test_the_places_are_those_that_pyphen_gives(name: str) -> None:
    words = set(TEXTS[name].read_text("utf-8").split())
    right = pyphen.HyphDict(pyphen.LANGUAGES[name])
    found: Any = patterns(name)
    assert found is not None
    assert isinstance(found.hd, Dictionary)
    assert found.hd.maxlen == right.maxlen
    assert {word: found.hd.positions(word) for word in words} == {
        word: right.positions(word) for word in words
    }


def test_a_dictionary_that_changes_letters_is_left_to_pyphen() -> None:
    found: Any = patterns("hu")
    assert found is not None
    assert type(found.hd) is pyphen.HyphDict


@pytest.mark.parametrize("tag", ["no", "no-NO", "NO"])
def test_norwegian_without_a_form_is_divided_as_bokmal(tag: str) -> None:
    found, right = patterns(tag), patterns("nb")
    assert found is not None
    assert right is not None
    assert found.positions("regjeringskontorene") == right.positions("regjeringskontorene")


@pytest.mark.parametrize("tag", ["bs", "bs-BA", "cnr", "sh"])
def test_what_is_nearly_serbian_is_divided_like_it(tag: str) -> None:
    found, right = patterns(tag), patterns("sr-Latn")
    assert found is not None and right is not None
    assert found.positions("pristanište") == right.positions("pristanište") != []


def test_a_language_without_patterns_has_none() -> None:
    assert patterns("tlh") is None
    assert patterns("") is None
