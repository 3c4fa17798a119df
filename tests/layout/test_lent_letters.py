"""Letters that another face lends make no line higher."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from right_to_left import theme
from setting import facts_of

if TYPE_CHECKING:
    from pathlib import Path

BODY = """The ferry leaves **at six** each morning[^a] and the harbour is *dark* at that hour, so nobody
on the quay speaks: all was agreed on **the evening** before, when the crew counted the passengers twice.

| Hour | Ferry |
|---|---|
| **six** | *the first* |
| seven | none |

[^a]: *World*, 34."""
OWN = ':root { --serif: Letters, "Source Serif 4", serif; --sans: Letters, "Source Sans 3", sans-serif }'
"""The first face has spaces and Arabic letters, and the second lends all that are printed."""


def test_justified_lines_of_lent_letters_end_at_the_edge(tmp_path: Path) -> None:
    text = "The ferry leaves the harbour at six and nobody on the quay speaks at that hour of the day. " * 4
    facts = facts_of(tmp_path, text, theme=theme(tmp_path, "ar", css=OWN))
    ends: dict[int, float] = {}
    for letter in facts.letters[0]:
        if abs(letter.size - 9.3) < 0.2 and letter.x < facts.size[0] / 2 + 60 and letter.char.strip():
            at = round(letter.baseline)
            ends[at] = max(ends.get(at, 0.0), letter.right)
    *full, _ = (end for _, end in sorted(ends.items()))
    assert len(full) >= 3
    assert full == pytest.approx([full[0]] * len(full), abs=0.5)


def test_lines_of_lent_letters_are_as_far_apart_as_those_of_one_face(tmp_path: Path) -> None:
    facts = facts_of(tmp_path, BODY, theme=theme(tmp_path, "ar", css=OWN))
    text = sorted({round(line.baseline, 1) for line in facts.on(0) if abs(line.size - 9.3) < 0.05})
    leads = [below - above for above, below in pairwise(text)][:4]
    assert leads == pytest.approx([12.5] * 4, abs=0.15)
