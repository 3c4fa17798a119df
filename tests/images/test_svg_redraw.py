"""Drawings come out the same however often they are drawn."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING
from xml.etree.ElementTree import fromstring

import pytest
from PIL import ImageChops
from steps import steps
from svg_pages import laid_out, picture
from weasyprint.images import SVGImage
from weasyprint.svg import Node

from issuebrief.engine.log import listen
from issuebrief.engine.pages import LayoutInput
from issuebrief.images.svg_redraw import fresh_drawings
from issuebrief.layout.engine import lay_out
from issuebrief.pdf.draw import draw_tagged

if TYPE_CHECKING:
    from pathlib import Path

STOPS = '<stop stop-color="#c03020"/><stop offset="1" stop-color="#2040c0"/>'
LENT = f'<linearGradient id="s">{STOPS}</linearGradient>'
TWO = '<rect width="80" height="90" fill="url(#g)"/><rect x="100" width="80" height="90" fill="url(#g)"/>'
CASES = {
    "a gradient": (f'<linearGradient id="g">{STOPS}</linearGradient>', TWO),
    "a gradient with the colours of another": (f'{LENT}<linearGradient id="g" xlink:href="#s"/>', TWO),
    "a gradient with the colours of another of another": (
        f'<radialGradient id="g" href="#m"/><linearGradient id="m" href="#s"/>{LENT}',
        TWO,
    ),
    "a pattern": (
        '<pattern id="g" width=".25" height=".25"><rect width="9" height="9" fill="orange"/></pattern>',
        TWO,
    ),
    "a shape used twice": (
        '<g id="u"><rect width="20" height="20" fill="teal"/></g>',
        '<use href="#u"/><use href="#u" x="50" y="50"/>',
    ),
    "a mask": (
        '<mask id="m" maskUnits="userSpaceOnUse" x="0" y="0" width="200" height="100">'
        '<circle cx="50" cy="50" r="40" fill="white"/></mask>',
        '<rect width="200" height="100" fill="purple" mask="url(#m)"/>',
    ),
    "markers": (
        '<marker id="m" viewBox="0 0 10 10" refX="5" refY="5"><circle cx="5" cy="5" r="4"/></marker>',
        '<path d="M10 10 L100 50 L190 10" stroke="red" fill="none" marker-mid="url(#m)"/>',
    ),
    "words": ("", '<text x="10" y="40">Some <tspan fill="red">red</tspan> words</text>'),
}


@pytest.mark.parametrize("name", CASES)
def test_it_looks_the_same_the_second_time_and_the_third(tmp_path: Path, name: str) -> None:
    pages = laid_out(tmp_path, *CASES[name])
    first = picture(pages)
    assert len(first.getcolors(100_000) or ()) > 1
    for _ in range(2):
        assert ImageChops.difference(picture(pages), first).getbbox() is None


def test_two_shapes_may_have_the_same_gradient(tmp_path: Path) -> None:
    defs, inside = CASES["a gradient with the colours of another"]
    found = picture(laid_out(tmp_path, defs, inside))
    for middle in (30, 130):  # in px; a px is three quarters of a point
        red, green, blue = found.getpixel((round(middle * 0.75), 20))  # type: ignore[misc]
        assert (red, green, blue) != (255, 255, 255)


def test_gradients_that_refer_to_each_other_do_no_harm(tmp_path: Path) -> None:
    one, other, own = (f'<linearGradient id="{a}" href="#{b}"/>' for a, b in ("gs", "sg", "tt"))
    found = picture(laid_out(tmp_path, one + other + own, TWO + '<rect width="9" height="9"/>'))
    assert found.getpixel((2, 2)) == (0, 0, 0)


@pytest.mark.parametrize("size", ['viewBox="0 0 a b"', 'viewBox="0 0 1\ufdd00 5"', 'viewBox="0 0 10"'])
def test_a_drawing_whose_size_is_no_number_is_told(tmp_path: Path, size: str) -> None:
    drawing = tmp_path / "wall.svg"
    drawing.write_text(f'<svg xmlns="http://www.w3.org/2000/svg" {size}><path d="M0 0h9"/></svg>', "utf-8")
    html = '<html lang="en"><body><img src="wall.svg" alt=""></body></html>'
    pages, problems = lay_out(LayoutInput(html, tmp_path / "brief.md", (), (tmp_path,)))
    assert pages
    assert {problem.code for problem in problems} == {"picture.not-drawn"}
    assert {problem.place.path for problem in problems if problem.place} == {drawing}


@pytest.mark.parametrize(
    ("wall", "other"),
    [
        ('<image width="9" height="9" href="#part%n"/>', ""),
        ('<image width="9" height="9" href="wall.svg?%n"/>', ""),
        (
            '<image width="9" height="9" href="other.svg#%n"/>',
            '<image width="9" height="9" href="wall.svg#%n"/>',
        ),
    ],
    ids=["a part of it", "its file", "by way of another"],
)
def test_a_drawing_that_shows_itself_is_drawn_once_and_told(tmp_path: Path, wall: str, other: str) -> None:
    for name, piece in (("wall", wall), ("other", other)):
        pieces = "".join(piece.replace("%n", str(n)) for n in range(8))
        (tmp_path / f"{name}.svg").write_text(
            '<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99">'
            f'{pieces}<path d="M0 0h9v9z"/></svg>'
        )
    html = '<html lang="en"><body><img src="wall.svg" alt=""></body></html>'
    pages, problems = lay_out(LayoutInput(html, tmp_path / "brief.md", (), (tmp_path,)))
    assert pages
    with listen() as lines:
        drawn = steps(lambda: pages.to_draw().document.write_pdf())
    assert problems or lines
    assert drawn < 300_000


@pytest.mark.parametrize("defs", ["", LENT], ids=["plain", "with an id"])
def test_what_is_made_to_draw_is_let_go_when_it_is_drawn(tmp_path: Path, defs: str) -> None:
    paths = "".join(f'<path d="M{n} 0L9 {n}" stroke="#123"/>' for n in range(200))
    before = {id(item) for item in gc.get_objects() if isinstance(item, Node)}
    gc.disable()
    try:
        pages = laid_out(tmp_path, defs, paths + TWO.replace("#g", "#s"))
        drawing = draw_tagged(pages)
        nodes = [item for item in gc.get_objects() if isinstance(item, Node) and id(item) not in before]
    finally:
        gc.enable()
    assert len(nodes) < 10
    operators = [item for one in drawing.pdf.objects for item in getattr(one, "stream", ())]
    assert sum(item.count(b" l") for item in operators if isinstance(item, bytes)) >= 200
    assert len(operators) < 200


def test_a_drawing_in_a_page_keeps_what_it_says_of_its_place_for_the_next_layout() -> None:
    place = "width: 2em; vertical-align: calc(0.4em - 0.5lh)"
    tree = fromstring(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" style="{place}"/>')
    with fresh_drawings():
        SVGImage(tree, None, None, None)
    assert tree.get("style") == place
