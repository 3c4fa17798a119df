"""Columns that go overleaf whole, or with all that follows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from small_pages import small_pages

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.engine.pages import Pages

STYLE = """
section { columns: 2; column-gap: 10px }
h2 { column-span: all; font: 10px/10px Serif; break-after: avoid }
.whole { break-inside: avoid }
"""
ABOVE = "<p>" + "above<br>" * 13


def pages_of(pages: Pages) -> dict[str, set[int]]:
    """The pages that each element stands on, counted from 0."""
    found: dict[str, set[int]] = {}
    for number, page in enumerate(pages.document.pages):
        for box in page._page_box.descendants():
            if box.element is not None and box.element.get("id"):
                found.setdefault(box.element.get("id"), set()).add(number)
    return found


@pytest.mark.parametrize("kind", ["", "whole"])
def test_a_heading_across_columns_goes_overleaf_with_what_fits_no_more(tmp_path: Path, kind: str) -> None:
    group = "<div class=whole id=group>one<br>two<br>three<br>four</div>"
    body = f"{ABOVE}</p><section class='{kind}'><h2 id=heading>Heading</h2>{group}</section>"
    found = pages_of(small_pages(tmp_path, body, STYLE))
    assert found == {"heading": {1}, "group": {1}}


def test_columns_that_must_not_be_parted_go_overleaf_whole(tmp_path: Path) -> None:
    lines = "<p id=first>one<br>two</p><p id=last>" + "line<br>" * 8
    body = f"{ABOVE}</p><section class=whole><h2 id=heading>Heading</h2>{lines}</section>"
    found = pages_of(small_pages(tmp_path, body, STYLE))
    assert found == {"heading": {1}, "first": {1}, "last": {1}}


def test_others_begin_where_there_is_room(tmp_path: Path) -> None:
    lines = "<p id=first>one<br>two</p><p id=last>" + "line<br>" * 8
    body = f"{ABOVE}</p><section><h2 id=heading>Heading</h2>{lines}</section>"
    found = pages_of(small_pages(tmp_path, body, STYLE))
    assert found == {"heading": {0}, "first": {0}, "last": {0, 1}}
