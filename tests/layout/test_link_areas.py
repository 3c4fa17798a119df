"""A link is one live area in each line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from drawing import pages_of
from PIL import Image

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    "inside", ["word", "<em>word</em>", "one <b>two <i>three</i></b>", "<em style='color: red'>a</em> b"]
)
def test_words_set_apart_in_a_link_do_not_make_another(tmp_path: Path, inside: str) -> None:
    pages = pages_of(tmp_path, f"<p>A <a href='https://example.org'>{inside}</a> b")
    assert len(pages.document.pages[0].links) == 1


def test_a_picture_in_a_link_is_live_too(tmp_path: Path) -> None:
    Image.new("RGB", (40, 40)).save(tmp_path / "dot.png")
    pages = pages_of(tmp_path, "<p><a href='https://example.org'><img src=dot.png alt=Dot></a>")
    assert len(pages.document.pages[0].links) == 2


def test_two_links_are_two(tmp_path: Path) -> None:
    pages = pages_of(tmp_path, "<p><a href='https://a.org'>A</a> <a href='https://b.org'>B</a>")
    assert [area[1] for area in pages.document.pages[0].links] == ["https://a.org", "https://b.org"]


def test_a_link_that_makes_no_line_higher_is_a_line_high(tmp_path: Path) -> None:
    style = ":root { --grid: 15pt } p { line-height: 15pt } sup { line-height: 0 }"
    pages = pages_of(tmp_path, "<p>A <a href='#b'>line</a><sup><a href='#a'>1</a></sup> <b id=b>b</b>", style)
    (plain, mark) = (area[2] for area in pages.document.pages[0].links)
    assert mark[3] - mark[1] == pytest.approx(20)
    assert abs(mark[1] - plain[1]) < 8
