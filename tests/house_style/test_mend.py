"""What is mended in a brief's file, and what is left as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from styled import mended, style_job

from issuebrief.pipeline.house_style import mended_brief

if TYPE_CHECKING:
    from pathlib import Path

STYLE = """[style.words]
preferred = [{ write = "Kyiv", not = ["Kiev"] }, { write = "it: the", not = ["id est"] }]
[style.numbers]
dates = "day-first"
percent = "word"
[style.notes]
full-stop = "required"
"""
FRONT = "title: Kiev\ndate: 2024-01-01\nauthors: [{name: Jane Doe}]\n"


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_mended_file_is_otherwise_the_same_and_stays_so(tmp_path: Path, line_end: str) -> None:
    text = (
        f"\ufeff---\n{FRONT}abstract: |\n  Kiev on March 5, 2024.\n\n  5% of `Kiev`\n---\n\n"
        "In Kiev, **Kiev** and  “Kiev”.  \nOn March\n5, 2024.[^1]\n\n[^1]: Kiev\n"
    )
    right = (
        f"\ufeff---\n{FRONT.replace('Kiev', 'Kyiv')}abstract: |\n  Kyiv on 5 March 2024.\n\n  5 per "
        f"cent of `Kiev`\n---\n\n"
        "In Kyiv, **Kyiv** and  “Kiev”.  \nOn 5\nMarch 2024.[^1]\n\n[^1]: Kyiv.\n"
    )
    typed, wanted = (each.replace("\n", line_end).encode() for each in (text, right))
    assert mended(tmp_path, STYLE, typed) == wanted
    assert mended(tmp_path, STYLE, wanted) == wanted


def test_front_matter_that_yaml_would_read_otherwise_is_left(tmp_path: Path) -> None:
    text = f"---\n{FRONT}subtitle: now id est end\nabstract: 'id est Kiev'\n---\n\nNow id est end.\n".encode()
    assert mended(tmp_path, STYLE, text) == text.replace(b"Kiev", b"Kyiv").replace(
        b"'id est", b"'it: the"
    ).replace(b"Now id est", b"Now it: the")
    job = style_job(tmp_path, STYLE)
    made = mended_brief(job, text)
    assert made is not None
    assert (made.places, made.refused) == (4, 1)
    assert "-Now id est end.\n+Now it: the end.\n" in made.difference("brief.md")


def test_a_rule_that_is_off_mends_nothing_and_neither_does_markup_within_words(tmp_path: Path) -> None:
    text = f"---\n{FRONT.replace('Kiev', 'Lviv')}---\n\nOn March **5**, 2024, 5*%* of it.\n".encode()
    assert mended(tmp_path, STYLE, text) == text
    off = f'{STYLE}[preflight]\n"style.preferred-word" = "off"\n'
    other = text.replace(b"On", b"In Kiev on")
    assert mended(tmp_path, off, other) == other
