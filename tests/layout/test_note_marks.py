"""Marks of notes that follow each other, on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from setting import facts_of, paragraph

if TYPE_CHECKING:
    from pathlib import Path

NOTES = "\n".join(f"[^{number}]: {paragraph(number, 1)}" for number in range(1, 13))


@pytest.mark.parametrize("lang", ["en", "de", "fr", "es", "pl", "sv"])
def test_marks_that_follow_each_other_are_parted_by_a_comma(tmp_path: Path, lang: str) -> None:
    body = f"{paragraph(1)}[^1] {paragraph(2)}[^2][^3] {paragraph(3)}[^4][^5][^6]\n\n{NOTES}"
    facts = facts_of(tmp_path, body, but=["notes.unused"], lang=lang)
    copied = "".join(facts.copied(0).split())
    assert "entry1.1Entry" in copied
    assert "entry2.2,3Entry" in copied
    assert "entry3.4,5,6" in copied


def test_a_separator_is_raised_like_the_marks_and_ends_no_line(tmp_path: Path) -> None:
    texts = (f"{'quay ' * words}{paragraph(1)}[^1][^2]" for words in range(1, 14))
    facts = facts_of(tmp_path, "\n\n".join([*texts, NOTES]), but=["notes.unused"])
    lines = [line for line in facts.lines if line.text.endswith("2") and "1," in line.text]
    assert len(lines) == 13
    for line in lines:
        mark, comma, _, other = line.letters[-4:]
        assert (mark.char, comma.char, other.char) == ("1", ",", "2")
        assert comma.bottom < line.baseline - 0.2 * line.size
