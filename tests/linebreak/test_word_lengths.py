"""What counts in justified text, by how long its words are."""

from __future__ import annotations

from itertools import pairwise

import pytest

from issuebrief.linebreak.word_lengths import AMONG_LONG_WORDS, AMONG_SHORT_WORDS, pricing


def words(length: int, count: int = 60) -> str:
    return " ".join(["x" * length] * count)


@pytest.mark.parametrize("text", ["", "a", words(3), words(5)])
def test_short_words_have_the_prices_of_short_words(text: str) -> None:
    assert pricing(text) == AMONG_SHORT_WORDS


@pytest.mark.parametrize("text", [words(8), words(20), "x" * 500])
def test_long_words_have_those_of_long_ones(text: str) -> None:
    assert pricing(text) == AMONG_LONG_WORDS


def test_between_them_prices_change_step_by_step() -> None:
    mixed = [" ".join([words(5, 60 - count), words(9, count)]) for count in range(15, 35, 4)]
    for fewer, more in pairwise(map(pricing, mixed)):
        assert fewer.hyphen < more.hyphen
        assert fewer.contrast < more.contrast
        assert fewer.beyond > more.beyond


def test_an_address_counts_by_the_parts_it_can_be_divided_into() -> None:
    parts = "\u200b".join(["example/"] * 30)
    assert pricing(f"{words(5)} {parts}").hyphen < pricing(f"{words(5)} {parts}".replace("\u200b", "")).hyphen
