"""What is told of blocks, measured on small pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from small_pages import small_pages

from issuebrief.layout.boxes.geometry import Rect
from issuebrief.layout.inspect.collect import find_facts

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.layout.inspect.facts import Facts

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="{0}" height="{1}"><rect width="9" height="9"/></svg>'


def facts(folder: Path, body: str, css: str = "") -> Facts:
    return find_facts(small_pages(folder, body, css))


@pytest.mark.parametrize(
    ("body", "kind", "rect", "is_filled"),
    [
        ('<p style="background: red">a</p>', "box", Rect(20, 20, 260, 10), True),
        ('<p style="background: linear-gradient(red, blue)">a</p>', "box", Rect(20, 20, 260, 10), True),
        ('<p style="border: 1px solid">a</p>', "box", Rect(20, 20, 260, 12), False),
        ('<p style="border: 1px solid; border-top: 0">a</p>', "box", Rect(20, 20, 260, 11), False),
        ('<p style="border-left: 2px solid">a</p>', "rule", Rect(20, 20, 2, 10), False),
        ('<p style="border-bottom: 2px solid">a</p>', "rule", Rect(20, 30, 260, 2), False),
        (
            "<table style='width: 40px; border-spacing: 0'><tr><td>a</table>",
            "table",
            Rect(20, 20, 40, 12),
            False,
        ),
    ],
)
def test_what_shows_by_itself_is_noted(
    tmp_path: Path, body: str, kind: str, rect: Rect, is_filled: bool
) -> None:
    (box,) = facts(tmp_path, body).boxes
    assert (box.kind, box.rect, box.is_filled) == (kind, rect, is_filled)
    assert not box.is_decoration


@pytest.mark.parametrize(
    "body",
    [
        "<p>a</p>",
        "<p style='background: transparent; border: 1px solid transparent'>a</p>",
        "<p style='background: red; visibility: hidden'>a</p>",
        "<p><mark style='background: red'>a</mark></p>",
    ],
)
def test_what_shows_nothing_is_not(tmp_path: Path, body: str) -> None:
    assert facts(tmp_path, body).boxes == ()


def test_a_box_holds_what_stands_in_it_alone(tmp_path: Path) -> None:
    found = facts(tmp_path, '<div style="background: red"><p>in</p></div><p>out</p>')
    (box,) = found.boxes
    assert {line.text: box.holds(line.rank) for line in found.lines} == {"in": True, "out": False}


def test_what_only_decorates_is_known(tmp_path: Path) -> None:
    css = "p::before { content: ''; display: block; height: 9px; background: red }"
    rule = "<hr style='border-top: 1px solid; height: 0'>"
    found = facts(tmp_path, f"<p>a</p>{rule}<main>{rule}</main>", css)
    assert [box.is_decoration for box in found.boxes] == [True, True, False]


@pytest.mark.parametrize(
    ("style", "hides"),
    [
        ("", False),
        ("position: relative", True),
        ("position: relative; z-index: -1", False),
        ("opacity: 0.9", True),
        ("overflow: hidden", True),
        ("transform: translateX(1px)", True),
        ("float: left; width: 100%", False),
    ],
)
def test_what_is_painted_later_is_known(tmp_path: Path, style: str, hides: bool) -> None:
    """Backgrounds of the flow and of floats are painted before all lines, what is positioned after them."""
    body = f'<p>a</p><div style="margin-top: -10px; height: 9px; background: red; {style}"></div>'
    found = facts(tmp_path, body)
    assert (found.boxes[0].order > found.lines[0].order) == hides


def test_lines_are_painted_after_their_own_box(tmp_path: Path) -> None:
    found = facts(tmp_path, '<div style="background: red; position: relative"><p>a</p></div>')
    assert found.lines[0].order > found.boxes[0].order


def test_what_is_turned_is_measured_as_it_shows(tmp_path: Path) -> None:
    style = "width: 100px; background: red; transform: rotate(90deg); transform-origin: 0 0"
    found = facts(tmp_path, f'<div style="{style}">Words</div>')
    (box,), (line,) = found.boxes, found.lines
    assert [round(edge) for edge in (box.rect.x, box.rect.y, box.rect.width, box.rect.height)] == [
        10,
        20,
        10,
        100,
    ]
    assert line.rect.height > 20 and round(line.rect.width) == 10
    assert line.baseline - 0.6 * line.size == pytest.approx(line.rect.y)
    assert line.baseline + 0.1 * line.size == pytest.approx(line.rect.bottom)


def test_the_text_has_an_area_and_what_stands_out_of_it_has_none(tmp_path: Path) -> None:
    body = "<p>title</p><main><p>text</p><nav>side</nav></main>"
    css = "nav { position: absolute; top: 0 } @page { @top-left { content: 'head' } }"
    areas = {line.text: line.area for line in facts(tmp_path, body, css).lines}
    assert areas == {"title": None, "text": Rect(20, 20, 260, 160), "side": None, "head": None}


def test_pictures_and_captions_know_their_figure_and_column(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_text(SVG.format(50, 30), "utf-8")
    figure = "<figure><img src=a.svg alt=a><figcaption data-line=7>Shown</figcaption></figure>"
    css = "main { columns: 2; column-gap: 16px } figure { break-inside: avoid } img { display: block }"
    found = facts(tmp_path, f"<main><p>a</p>{figure}</main>", css)
    (picture,), (caption,) = found.pictures, found.captions
    assert picture.figure == caption.figure != 0
    assert picture.column == caption.column
    assert (caption.text, caption.source, caption.page) == ("Shown", 7, 1)
    assert picture.room and (picture.room.x, picture.room.width) == (158, 122)


def test_the_room_of_a_table_is_that_of_the_block_around_it(tmp_path: Path) -> None:
    table = "<table style='width: 30px'><tr><td>a</td></tr></table>"
    (box,) = facts(tmp_path, f'<div style="width: 60px">{table}</div>').boxes
    assert box.room and box.room.width == 60
    assert box.rect.width == 30


def test_a_sidebar_block_knows_the_page_of_its_passage(tmp_path: Path) -> None:
    quote = '<aside class="pull-quote" data-passage="p" data-line="4">Said</aside>'
    body = f"<main>{'<p>a</p>' * 20}<p id=p>b</p>{quote}</main>"
    css = "main { width: 150px } aside { position: absolute; left: 180px; top: 0; width: 60px }"
    (aside,) = facts(tmp_path, body, css).asides
    assert (aside.page, aside.passage, aside.kind) == (2, 2, "pull-quote")
    assert (aside.text, aside.source) == ("Said", 4)


def test_empty_lines_for_the_sidebar_are_counted_by_page(tmp_path: Path) -> None:
    quote = '<aside class="pull-quote" data-passage="p">' + "Said<br>" * 12 + "</aside>"
    css = """
    main { width: 150px } .spare-line { height: 10px }
    aside { position: absolute; left: 180px; top: 0; width: 60px }
    """
    found = facts(tmp_path, f"<main><p id=p>b</p>{quote}</main><section>end</section>", css)
    assert set(found.spare_lines) == {1}
    assert 11 <= len(found.spare_lines) <= 13


def test_an_abstract_is_noted_page_by_page(tmp_path: Path) -> None:
    body = f'<section class="text standfirst" data-line="3">{"<p>a</p>" * 20}</section><main>b</main>'
    found = facts(tmp_path, body).opening
    assert [(piece.page, piece.source) for piece in found] == [(1, 3), (2, 3)]
