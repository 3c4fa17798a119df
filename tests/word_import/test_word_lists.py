"""Lists count as Word counts them, and typed bullets and numbers make lists."""

from __future__ import annotations

import pytest

from issuebrief.word_import.documents.model import BlockKind, TextBlock
from issuebrief.word_import.word_lists import list_lines, nested_lists, typed_lists


def blocks(*texts: str) -> list[TextBlock]:
    return [TextBlock(BlockKind.PARAGRAPH, text, text) for text in texts]


@pytest.mark.parametrize(
    ("start", "style", "delimiter", "labels"),
    [
        (3, "Decimal", "Period", ["3.", "4."]),
        (1, "LowerAlpha", "OneParen", ["a)", "b)"]),
        (3, "LowerRoman", "TwoParens", ["(iii)", "(iv)"]),
        (9, "UpperRoman", "Period", ["IX.", "X."]),
        (26, "LowerAlpha", "Period", ["z.", "27."]),
    ],
)
def test_labels_are_those_of_word(start: int, style: str, delimiter: str, labels: list[str]) -> None:
    assert list_lines(start, style, delimiter, 2) == labels


def test_runs_of_labels_are_lists() -> None:
    made = typed_lists(blocks("• one", "• two", "Text.", "1) first", "2) second", "a. alpha", "b. beta"))
    assert [block.text for block in made] == [
        "- one\n- two",
        "Text.",
        "1) first\n2) second",
        "a. alpha\nb. beta",
    ]


@pytest.mark.parametrize("texts", [("1. One alone",), ("1. First", "4. Not the next"), ("– a dash", "Text")])
def test_what_does_not_count_on_stays_as_it_is(texts: tuple[str, ...]) -> None:
    assert [block.text for block in typed_lists(blocks(*texts))] == list(texts)


def test_lists_in_styles_of_a_deeper_level_are_parts_of_the_list_before() -> None:
    styles = ("list bullet", "list bullet 2", "list bullet")
    lists = [TextBlock(BlockKind.LIST, f"- {n}", str(n), style=style) for n, style in enumerate(styles)]
    assert [block.text for block in nested_lists(lists)] == ["- 0\n    - 1\n- 2"]
