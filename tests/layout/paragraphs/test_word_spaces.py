"""Between two words there is a space, wherever a line ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pymupdf
import pytest
from drawing import drawn

from issuebrief.pdf.serialize import write

if TYPE_CHECKING:
    from pathlib import Path

NARROW = "@page { size: 120px 300px; margin: 10px } body { margin: 0; font-size: 10px; hyphens: manual }"
WORDS = "A few words, some of them long-winded, are set in a narrow column."


def copied(folder: Path, body: str, style: str = NARROW) -> str:
    """All letters and spaces that are drawn, in the order in which they are."""
    with pymupdf.open(stream=write(drawn(folder, body, style).pdf)) as pdf:
        characters = (
            character["c"]
            for page in pdf
            for block in page.get_text("rawdict", flags=0)["blocks"]
            for line in block["lines"]
            for span in line["spans"]
            for character in span["chars"]
        )
        return "".join(characters).strip()


@pytest.mark.parametrize("style", ["", "p { text-align: justify }", "p { --compose: yes }"])
def test_lines_that_end_at_a_space_have_one(tmp_path: Path, style: str) -> None:
    assert copied(tmp_path, f"<p>{WORDS}", NARROW + style) == WORDS


def test_a_line_that_ends_at_a_hyphen_has_none(tmp_path: Path) -> None:
    assert copied(tmp_path, "<p>Something very long-winded-and-long-winded.") == (
        "Something very long-winded-and-long-winded."
    )


def test_words_that_are_set_apart_are_kept_apart(tmp_path: Path) -> None:
    assert copied(
        tmp_path, "<p><em>One</em> <b>two</b> <em>three</em> <b>four and more</b> <i>words</i>"
    ) == ("One two three four and more words")


def test_a_line_that_its_author_broke_ends_a_word(tmp_path: Path) -> None:
    assert copied(tmp_path, "<p>One<br>two") == "One two"
    assert copied(tmp_path, "<p style='white-space: pre-wrap'>One\ntwo") == "One two"


def test_a_word_broken_anywhere_stays_whole(tmp_path: Path) -> None:
    word = "abcdefghij" * 6
    assert copied(tmp_path, f"<p style='overflow-wrap: anywhere'>{word}") == word
