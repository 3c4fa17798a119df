"""The guide for editors: its examples work, and its lists are those of the program."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from written import written

from issuebrief.markdown_body.typography import tied_words

GUIDE = (Path(__file__).parents[2] / "docs" / "writing.md").read_text("utf-8")
EXAMPLES = re.findall(r"^```markdown\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)


def test_the_guide_has_its_examples() -> None:
    assert len(EXAMPLES) > 12


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_can_be_copied_as_it_stands(example: str) -> None:
    body, problems = written(example)
    assert body.html
    assert {problem.code for problem in problems} <= {"picture.missing", "picture.unreadable"}


def test_every_word_that_is_tied_is_documented() -> None:
    lists = [
        value for name, value in vars(tied_words).items() if name.isupper() and isinstance(value, frozenset)
    ]
    assert len(lists) == 6
    assert {word for words in lists for word in words} <= set(re.findall(r"`([^`\n]+)`", GUIDE))
