"""What was drawn, gathered under the elements it came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from drawing import drawn, outline
from PIL import Image

from issuebrief.pdf.content_tree import Branch, MarkedContent

if TYPE_CHECKING:
    from pathlib import Path

SMALL = "@page { size: 200px 100px; margin: 10px } body { margin: 0; font-size: 10px }"
LONG = "Words and words and words and words. " * 12


def test_a_paragraph_broken_over_pages_is_one_branch(tmp_path: Path) -> None:
    content = drawn(tmp_path, f"<p>{LONG}</p><p>End.", SMALL).content
    first, second = (kid for kid in content.kids if isinstance(kid, Branch))
    pages = [kid.page for kid in first.kids if isinstance(kid, MarkedContent)]
    assert pages == sorted(pages)
    assert len(set(pages)) > 1
    assert (first.tag, second.tag) == ("p", "p")


def test_a_paragraph_broken_over_columns_is_one_branch(tmp_path: Path) -> None:
    drawing = drawn(tmp_path, f"<main style='columns: 2'><p>{LONG}</p></main>", SMALL)
    assert outline(drawing.content).count("p(") == 1
    assert outline(drawing.content).startswith("html(main(p(0:0")


def test_a_word_that_is_set_apart_stands_in_its_place(tmp_path: Path) -> None:
    content = drawn(tmp_path, "<p>One <em>two <b>three</b></em> four").content
    assert outline(content) == "html(p(0:0em(0:1b(0:2))0:3))"


def test_an_aside_that_is_shown_elsewhere_is_read_where_it_stands(tmp_path: Path) -> None:
    style = f"{SMALL} aside {{ position: absolute; top: 0; right: 0 }}"
    content = drawn(tmp_path, "<main><p>One<aside><p>Beside</aside><p>Two</main>", style).content
    assert [kid.tag for kid in _only(content).kids if isinstance(kid, Branch)] == ["p", "aside", "p"]


def _only(branch: Branch) -> Branch:
    (kid,) = branch.kids
    assert isinstance(kid, Branch)
    return kid


def test_blocks_are_in_the_order_of_the_document(tmp_path: Path) -> None:
    content = drawn(
        tmp_path, "<div style='display: flex; flex-direction: row-reverse'><p>One<h2>Two</h2></div>"
    ).content
    kids = [kid for kid in _only(content).kids if isinstance(kid, Branch)]
    assert [kid.tag for kid in kids] == ["p", "h2"]
    assert [kid.rank for kid in kids] == sorted(kid.rank for kid in kids)


@pytest.mark.parametrize("place", ["outside", "inside"])
def test_a_list_mark_is_a_branch_of_its_own(tmp_path: Path, place: str) -> None:
    content = drawn(tmp_path, f"<ul style='list-style-position: {place}'><li>One<li>Two</ul>").content
    assert outline(content) == "html(ul(li(li::marker(0:0)0:1)li(li::marker(0:2)0:3)))"


def test_generated_words_are_words_of_their_element(tmp_path: Path) -> None:
    content = drawn(tmp_path, "<p>One", "p::before { content: 'Before' }").content
    assert outline(content) == "html(p(0:00:1))"


def test_links_know_their_areas_and_words(tmp_path: Path) -> None:
    content = drawn(tmp_path, "<p><a href='https://example.org'>One <b>two</b></a>").content
    link = _only(_only(content))
    assert outline(link) == "a(@0:0b(0:1))"
    assert (link.text, link.block, link.attributes["href"]) == ("One two", False, "https://example.org")


def test_a_picture_knows_where_it_stands_on_the_page(tmp_path: Path) -> None:
    Image.new("RGB", (20, 8)).save(tmp_path / "dot.png")
    style = "@page { size: 200px 100px; margin: 10px } body { margin: 0 } img { display: block }"
    content = drawn(tmp_path, "<img src=dot.png alt='A dot'>", style).content
    picture = _only(content)
    (piece,) = picture.kids
    assert isinstance(piece, MarkedContent)
    assert piece.box == (7.5, 61.5, 22.5, 67.5)
    assert picture.block


def test_cells_stand_in_their_rows(tmp_path: Path) -> None:
    table = "<table><caption>C</caption><tr><th>A<td>B<tr><th>C<td></table>"
    content = drawn(tmp_path, table).content
    assert outline(content) == ("html(table(caption(0:0)tbody(tr(th(0:1)td(0:2))tr(th(0:3)td()))))")
