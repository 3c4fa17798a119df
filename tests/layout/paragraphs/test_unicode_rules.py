"""Levels and ends of lines, held to the data that Unicode publishes for tests, on machines that have it."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from composing import compose

from issuebrief.layout.paragraphs.break_opportunities import _line_breaks
from issuebrief.layout.paragraphs.text_levels import _levels

if TYPE_CHECKING:
    from collections.abc import Iterator

DATA = Path("/usr/share/unicode")
"""Where the package `unicode-data` of Debian puts the files."""
EVERY = 41
"""Of 94,000 examples of levels one in so many is tried."""
THAI = "\u0e01"
"""The only letter of the data whose script has no spaces: words are found in a dictionary (class SA)."""
DASHES = "\u2010\u2014\u2e3a\u2e3b\u2212-\u2012\u2013\u2015\u2026"
"""What no line begins with, and what opens an aside, here and not in Unicode's rules."""


def examples(name: str) -> Iterator[list[str]]:
    """The fields of each example of a file."""
    if not (DATA / name).is_file():
        pytest.skip("the package unicode-data is not installed")
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        fields = [field.strip() for field in line.partition("#")[0].split(";")]
        if fields[0]:
            yield fields


def letters(codes: str) -> str:
    """The text of code points."""
    return "".join(chr(int(code, 16)) for code in codes.split())


def test_each_letter_has_the_level_that_unicode_gives_it(tmp_path: Path) -> None:
    styles = {}
    for number, direction in enumerate(("ltr", "rtl")):
        (tmp_path / direction).mkdir()
        setting = compose(tmp_path / direction, "<p id=it>abc</p>", f"p {{ direction: {direction} }}")
        styles[number] = next(line.style for line in setting.lines if line.element.get("id") == "it")
    wrong = []
    for codes, _, direction, levels, _ in list(examples("BidiCharacterTest.txt"))[::EVERY]:
        found = _levels(letters(codes), styles[int(direction)], int(direction))
        if any(str(one) != level for one, level in zip(found, levels.split(), strict=True) if level != "x"):
            wrong.append((codes, direction))
    assert wrong == []


def test_lines_end_where_unicode_has_them_end_but_for_dashes_and_thai() -> None:
    wrong = []
    for (line,) in examples("auxiliary/LineBreakTest.txt"):
        signs = line.split()
        text = letters(" ".join(signs[1::2]))
        wanted = {place for place, sign in enumerate(signs[::2]) if sign == "÷"} - {len(text)}
        item = SimpleNamespace(box=SimpleNamespace(style={"lang": "en"}))
        run: Any = SimpleNamespace(text=text, items=[item])
        found = {place for place in _line_breaks(run) if place < len(text)}
        wrong += [
            (line, place)
            for place in found ^ wanted
            if not (THAI in text or (place in wanted and {*text[place - 1 : place + 1]} & {*DASHES}))
        ]
    assert wrong == []
