"""Superiors that a face does not have, on the web page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from small_fonts import heights_of, small_font, written

from issuebrief.markdown_body.source.html_tree import parse, walk
from issuebrief.theming.style_sheets import read_rules
from issuebrief.web.fonts import faces_of
from issuebrief.web.superiors import mark_made

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("html", "are_made"),
    [
        ("<p>19<sup>1</sup></p>", True),
        ('<p>end<a class="note-mark" href="#note-1">1</a></p>', True),
        ('<p>end<sup><a class="note-mark" href="#note-1">1</a></sup></p>', True),
        ("<p>end<a>1</a></p>", False),
    ],
)
def test_what_the_face_has_no_superiors_for_is_made(tmp_path: Path, html: str, are_made: bool) -> None:
    written(tmp_path, "bars.ttf", small_font(heights_of("end19")))
    sheet = tmp_path / "own.css"
    sheet.write_text("@font-face { font-family: Bars; src: url(bars.ttf) }", "utf-8")
    root = parse(html)
    mark_made(root, faces_of(read_rules([sheet]).found, (tmp_path,)))
    assert any("made" in element.classes for element in walk(root)) == are_made
