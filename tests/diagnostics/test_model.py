"""How hints are put together, and how problems keep to a screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from issuebrief.diagnostics.model import SourceRange, error, hint_of, warning


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


def test_an_endless_word_keeps_to_the_screen() -> None:
    picture = "data:image/png;base64," + "iVBORw0KGgo" * 3000
    problem = error(
        "picture.inline",
        f"the picture “{picture}” is wrong",
        SourceRange(Path("brief.md"), 1, 12),
        picture,
        picture,
    )
    assert len(problem.message) < 150 and "data:image/png" in problem.message and "…" in problem.message
    assert len(problem.hint) < 120 and len(problem.excerpt) < 450


def test_what_stands_before_the_column_of_an_excerpt_stays() -> None:
    line = "word " * 600
    problem = warning("text.reminder", "a message", SourceRange(Path("brief.md"), 1, 2000), "", line)
    assert problem.excerpt.startswith(line[:2399]) and problem.excerpt.endswith("…")


def test_thousands_of_problems_of_one_endless_line_do_not_keep_it_thousands_of_times() -> None:
    line = "[a](#b) " * 5000
    places = [SourceRange(Path("brief.md"), 1, column) for column in range(1, len(line), 8)]
    problems = [warning("references.dead", "a message", place, "", line) for place in places]
    assert sum(len(problem.excerpt) for problem in problems) < 50 * len(line)
    assert problems[600].excerpt.startswith(line[:4801]) and problems[-1].excerpt == ""
