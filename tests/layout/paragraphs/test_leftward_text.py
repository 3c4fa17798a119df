"""Ligatures that are read as one character."""

from __future__ import annotations

from unicodedata import normalize

import pytest

from issuebrief.layout.paragraphs.leftward_text import as_one


@pytest.mark.parametrize("text", ["لا", "لأ", "لآ", "لإ", "\u05d1\u05bc"])
def test_letters_that_one_glyph_draws_are_read_as_one_character(text: str) -> None:
    one = as_one(text)
    assert len(one) == 1
    assert normalize("NFKD", one) == normalize("NFKD", text)


@pytest.mark.parametrize("text", ["ل", "شك", "fi", ""])
def test_other_letters_are_read_as_they_are(text: str) -> None:
    assert as_one(text) == text
