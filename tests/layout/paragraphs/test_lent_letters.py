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


def test_lines_of_lent_letters_are_as_far_apart_as_those_of_one_face(tmp_path: Path) -> None:
    facts = facts_of(tmp_path, BODY, theme=theme(tmp_path, "ar", css=OWN))
    text = sorted({round(line.baseline, 1) for line in facts.on(0) if abs(line.size - 9.3) < 0.05})
    leads = [below - above for above, below in pairwise(text)][:4]
    assert leads == pytest.approx([12.5] * 4, abs=0.15)
