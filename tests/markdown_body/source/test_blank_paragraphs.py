"""White that was made by hand leaves no hole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from setting import set_text
from written import written

from issuebrief.markdown_body.html_attributes import read_html
from issuebrief.markdown_body.source.html_tree import serialise

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    "white",
    ["<br>", "<br></br>", "<br/>\n<br/>", "&nbsp;", "\u00a0", "\\", "<div>&nbsp;</div>", "<br>&nbsp;"],
)
def test_a_paragraph_of_breaks_is_none(white: str) -> None:
    body, problems = written(f"One.\n\n{white}\n\nTwo.")
    assert "".join(body.html.split()) == "<p>One.</p><p>Two.</p>"
    assert problems == ()


@pytest.mark.parametrize(
    ("html", "trimmed"),
    [
        ("<p><br>One.<br></p>", "<p>One.</p>"),
        ('<p id="here"><br></p>', '<p id="here"></p>'),
        ("<ul><li>One<br> <ul><li>two</li></ul></li></ul>", "<ul><li>One <ul><li>two</li></ul></li></ul>"),
        ("<table><tr><td>One<br/></td></tr></table>", "<table><tr><td>One</td></tr></table>"),
    ],
)
def test_breaks_at_the_edges_of_a_block_are_left_out(html: str, trimmed: str) -> None:
    assert serialise(read_html(html).children) == trimmed


@pytest.mark.parametrize("html", ["<p>One<br>two</p>", "<p>One<br><br>two</p>", '<p class="gap"> </p>'])
def test_other_breaks_stay(html: str) -> None:
    assert serialise(read_html(html).children) == html


def test_no_white_is_left_on_the_page(tmp_path: Path) -> None:
    with_white, plain = tmp_path / "white", tmp_path / "plain"
    text = "The tide comes in twice a day. " * 3
    _, made = set_text(with_white, f"{text}\n\n<br></br>\n\n{text}\n\n&nbsp;\n\n{text}")
    _, wanted = set_text(plain, f"{text}\n\n{text}\n\n{text}")
    assert made.read_bytes() == wanted.read_bytes()
