"""Words of drawings in Arabic and Hebrew stand as they are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from right_to_left import facts_in

from issuebrief.engine.svg_joined_letters import WholeText, places_letters

if TYPE_CHECKING:
    from pathlib import Path

WORDS = {"he": "שדות", "ar": "ورد"}


@pytest.mark.parametrize("lang", ["he", "ar"])
def test_letters_run_from_the_right(tmp_path: Path, lang: str) -> None:
    text = f'<text x="100" y="40" font-size="22" font-family="Letters">{WORDS[lang]}</text>'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 60">{text}</svg>'
    (tmp_path / "a.svg").write_text(svg, "utf-8")
    facts = facts_in(tmp_path, lang, f"![{WORDS[lang]}](a.svg)")
    size = max(letter.size for letter in facts.letters[0] if letter.char in WORDS[lang])
    drawn = {letter.char: letter.left for letter in facts.letters[0] if letter.size == size}
    places = [drawn[letter] for letter in WORDS[lang]]
    assert places == sorted(places, reverse=True)


def test_only_a_text_that_places_its_letters_is_set_letter_by_letter() -> None:
    assert list(WholeText("abc")) == ["abc"]
    assert places_letters({"x": "1 2"}) and places_letters({"dy": "0,1"})
    assert not places_letters({"x": " 1 ", "y": "2", "style": "a b"})
