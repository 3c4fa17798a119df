"""Emphasised words in Latin letters are italic in texts whose letters have no italics."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from right_to_left import facts_in
from written import html_of

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("lang", ["zh", "ja", "he", "ar", "hi", "ka"])
def test_only_words_whose_letters_all_slope_are_marked(lang: str) -> None:
    html = html_of("A *Water, 2nd ed.* b *Воды* c *水 is* d *2024* e **Bold**", lang)
    assert html.count('<em class="sloping">') == 2
    assert "<em>水 is</em>" in html and "<em>2024</em>" in html


@pytest.mark.parametrize("lang", ["en", "ru", "el", "hy", "vi"])
def test_nothing_is_marked_in_a_language_with_italics(lang: str) -> None:
    assert "sloping" not in html_of("A *Water* b", lang)


def test_such_words_are_italic_on_the_page(tmp_path: Path) -> None:
    facts = facts_in(tmp_path, "he", "הספר *The Harbour* יצא.")
    assert "Source-Serif-4-Italic" in {face.name.partition("+")[2] for face in facts.faces}
