"""How hints are put together."""

from __future__ import annotations

import pytest

from issuebrief.problem import hint_of


@pytest.mark.parametrize(
    ("sentences", "hint"),
    [
        (("write it",), "write it"),
        (("", "write it"), "write it"),
        (
            ("did you mean [^a]?", "a note is a line of its own"),
            "did you mean [^a]? A note is a line of its own",
        ),
        (("did you mean [^a]?", ""), "did you mean [^a]?"),
    ],
)
def test_a_second_sentence_begins_with_a_capital(sentences: tuple[str, ...], hint: str) -> None:
    assert hint_of(*sentences) == hint
