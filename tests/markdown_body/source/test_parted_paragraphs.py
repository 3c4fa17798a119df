"""A paragraph that holds blocks is parted at them."""

from __future__ import annotations

import pytest

from issuebrief.markdown_body.html_attributes import read_html
from issuebrief.markdown_body.source.html_tree import serialise

PARTED = {
    "<p>Before <ul><li>one</li></ul> behind.</p>": "<p>Before </p><ul><li>one</li></ul><p> behind.</p>",
    '<p id="a" data-line="3">One <table><tr><td>b</td></tr></table> two</p>': (
        '<p data-line="3" id="a">One </p><table><tr><td>b</td></tr></table><p data-line="3"> two</p>'
    ),
    "<ul><li><p>An item <ol><li>of its own</li></ol></p></li></ul>": (
        "<ul><li><p>An item </p><ol><li>of its own</li></ol></li></ul>"
    ),
    "<p><blockquote>All of it</blockquote></p>": "<blockquote>All of it</blockquote>",
}


@pytest.mark.parametrize("html", PARTED)
def test_blocks_stand_between_what_is_before_and_behind_them(html: str) -> None:
    assert serialise(read_html(html).children) == PARTED[html]


@pytest.mark.parametrize(
    "html", ["<p>Plain and <em>simple</em>.</p>", "<p><img src='a.png'/> and a word</p>"]
)
def test_other_paragraphs_stay_as_they_are(html: str) -> None:
    assert len(read_html(html).children) == 1
