"""Items whose sign has no space behind it, and signs that word processors write."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from setting import facts_of
from written import written

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("- one\n-two\n- three", 3),
        ("-one\n- two", 2),
        ("- one\n  -sub\n- two", 3),
        ("• one\n•two", 2),
        ("● one\n● two", 2),
        ("●\tone\n●\ttwo", 2),
        ("➢\tone\n➢\ttwo", 2),
        ("► one\n► two", 2),
        ("- one\n-5 degrees\n- three", 2),
        ("-one\n-two", 0),
        ("Well\n-known words", 0),
    ],
)
def test_a_forgotten_space_makes_no_prose_of_an_item(text: str, items: int) -> None:
    assert written(text)[0].html.count("<li>") == items


def test_lines_that_begin_with_ticks_arrows_or_the_dash_of_a_dialogue_stay_lines(tmp_path: Path) -> None:
    body = "✓ yes\n✓ no\n\n→ one\n→ two\n\n— Bonjour.\n— Salut.\n\n- one\n-two\n- three"
    lines = [" ".join(line.text.split()) for line in facts_of(tmp_path, body, but=["markup.list-like"]).lines]
    assert [line for line in lines if line[0] in "✓→—–"] == [
        "✓ yes", "✓ no", "→ one", "→ two", "— Bonjour.", "— Salut.", "– one", "– two", "– three",
    ]  # fmt: skip
