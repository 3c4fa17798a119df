"""Boxes that end at the edge of the page reach over it; all others stay."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from weasyprint.formatting_structure.boxes import ParentBox

from issuebrief.engine.pages import LayoutInput
from issuebrief.layout.engine import lay_out
from issuebrief.pdf.press.bleed import PageRect, Sides, carried_into_bleed, overhang

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PAGE = "@page { size: 400px 300px; margin: 0 } body { margin: 0 }"
BLEED = 10


def page(folder: Path, body: str, css: str = "") -> Any:
    """The box of the one page that this HTML makes."""
    Image.new("RGB", (40, 20), "red").save(folder / "wide.png")
    html = f'<html lang="en"><head><style>{PAGE} {css}</style></head><body>{body}</body></html>'
    pages, problems = lay_out(LayoutInput(html, folder / "brief.md", (), (folder,)))
    assert pages, problems
    (only,) = pages.document.pages
    return only._page_box


def boxes(parent: Any) -> Iterator[Any]:
    yield parent
    if isinstance(parent, ParentBox):
        for child in parent.children:
            yield from boxes(child)


def named(parent: Any, name: str) -> Any:
    return next(box for box in boxes(parent) if box.element is not None and box.element.get("id") == name)


def edges(box: Any) -> PageRect:
    return PageRect(box.border_box_x(), box.border_box_y(), box.border_width(), box.border_height())


def state(parent: Any) -> list[Any]:
    """Everything about the boxes of a page that drawing looks at."""
    return [
        (dict(vars(box)), box.style, tuple(getattr(box, "background", None) or ())) for box in boxes(parent)
    ]


sizes = st.floats(1, 500)


@given(st.floats(1, 300), st.floats(1, 200), sizes, sizes)
def test_what_ends_within_the_page_does_not_grow(x: float, y: float, width: float, height: float) -> None:
    area = PageRect(x, y, min(width, 399 - x), min(height, 299 - y))
    assert overhang(area, 400, 300, BLEED) == Sides()


@pytest.mark.parametrize(
    ("area", "sides"),
    [
        (PageRect(0, 50, 400, 20), Sides(0, 10, 0, 10)),
        (PageRect(0, 0, 400, 300), Sides(10, 10, 10, 10)),
        (PageRect(0.5, 50, 100, 20), Sides(0, 0, 0, 9.5 + 1)),
        (PageRect(-4, 50, 100, 20), Sides(0, 0, 0, 6)),
        (PageRect(-10, 50, 100, 20), Sides()),
        (PageRect(-40, 50, 460, 20), Sides()),
        (PageRect(50, 280, 100, 20), Sides(0, 0, 10, 0)),
    ],
)
def test_what_ends_at_the_edge_grows_to_the_edge_of_the_bleed(area: PageRect, sides: Sides) -> None:
    assert overhang(area, 400, 300, BLEED) == sides


def test_a_band_of_colour_runs_over_the_edges_it_touches(tmp_path: Path) -> None:
    whole = page(tmp_path, '<div id="band" style="height: 40px; background: teal">Text</div>')
    band = named(whole, "band")
    with carried_into_bleed(whole, BLEED):
        assert edges(band) == (-10, -10, 420, 50)
        (layer,) = band.background.layers
        assert layer.painting_area == (-10, -10, 420, 50)
        assert layer.clipped_boxes[0][:4] == (-10, -10, 420, 50)
        (line,) = band.children
        assert line.position_x == 0


def test_afterwards_everything_is_as_it_was(tmp_path: Path) -> None:
    body = (
        '<div style="background: teal url(wide.png) no-repeat; border: 3px solid red; overflow: hidden">'
        '<img src="wide.png" style="width: 400px"></div><div style="position: absolute; right: 0; top: 90px;'
        ' background: linear-gradient(red, blue); width: 40px; height: 40px"></div>'
    )
    whole = page(tmp_path, body, "html { background: #eee }")
    before = state(whole)
    with pytest.raises(ZeroDivisionError), carried_into_bleed(whole, BLEED):
        assert state(whole) != before
        _ = 1 / 0
    assert state(whole) == before


def test_what_stands_within_the_page_is_left_alone(tmp_path: Path) -> None:
    body = '<div id="box" style="margin: 20px; height: 40px; background: teal">Text</div>'
    whole = page(tmp_path, body)
    before = edges(named(whole, "box"))
    with carried_into_bleed(whole, BLEED):
        assert edges(named(whole, "box")) == before


def test_a_border_at_the_edge_grows_outwards(tmp_path: Path) -> None:
    whole = page(tmp_path, '<div id="box" style="height: 40px; border-left: 6px solid red">Text</div>')
    box = named(whole, "box")
    with carried_into_bleed(whole, BLEED):
        assert box.border_left_width == 16
        assert box.border_box_x() == -10
        assert box.padding_box_x() == 6


def test_a_picture_at_the_edge_is_drawn_larger_and_not_out_of_shape(tmp_path: Path) -> None:
    from weasyprint.layout.replaced import replacedbox_layout

    style = "display: block; width: 400px; height: 200px"
    whole = page(tmp_path, f'<img id="picture" src="wide.png" style="{style}">')
    picture = named(whole, "picture")
    assert replacedbox_layout(picture) == (400, 200, 0, 0)
    with carried_into_bleed(whole, BLEED):
        assert edges(picture) == (-10, -10, 420, 210)
        width, height, x, y = replacedbox_layout(picture)
        assert (width, height) == (420, 210)
        assert (x, y) == (-10, -10)


def test_a_picture_that_was_stretched_stays_stretched(tmp_path: Path) -> None:
    whole = page(tmp_path, '<img id="p" src="wide.png" style="display: block; width: 400px; height: 50px">')
    picture = named(whole, "p")
    with carried_into_bleed(whole, BLEED):
        assert picture.style["object_fit"] == "fill"
        assert edges(picture) == (-10, -10, 420, 60)


def test_a_frame_that_cuts_off_what_is_in_it_lets_it_run_over_the_edge(tmp_path: Path) -> None:
    body = (
        '<div id="frame" style="height: 60px; overflow: hidden">'
        '<div id="band" style="height: 90px; background: teal"></div></div>'
    )
    whole = page(tmp_path, body)
    with carried_into_bleed(whole, BLEED):
        assert PageRect(*named(whole, "frame").rounded_padding_box()[:4]) == (-10, -10, 420, 70)
        assert edges(named(whole, "band")) == (-10, -10, 420, 100)


def test_the_ground_of_the_whole_page_runs_over_all_edges(tmp_path: Path) -> None:
    for css in ("html { background: #eee }", "@page { background: #eee }"):
        whole = page(tmp_path, "Text", css)
        with carried_into_bleed(whole, BLEED):
            areas = [
                background.layers[-1].painting_area
                for background in (whole.background, whole.canvas_background)
                if background and background.color.alpha
            ]
        assert areas == [(-10, -10, 420, 320)]


def test_a_picture_behind_a_box_covers_the_bleed_too(tmp_path: Path) -> None:
    style = "height: 200px; background: url(wide.png) no-repeat 0 0/cover"
    whole = page(tmp_path, f'<div id="box" style="{style}"></div>')
    with carried_into_bleed(whole, BLEED):
        (layer,) = named(whole, "box").background.layers
        assert layer.painting_area == (-10, -10, 420, 210)
        assert (layer.position, layer.size) == ((-10, -10), (420, 210))


def test_a_gradient_is_stretched_over_the_edge(tmp_path: Path) -> None:
    style = "height: 50px; background: linear-gradient(red, blue) no-repeat"
    whole = page(tmp_path, f'<div id="box" style="{style}"></div>')
    with carried_into_bleed(whole, BLEED):
        (layer,) = named(whole, "box").background.layers
        assert (layer.position, layer.size) == ((-10, -10), (420, 60))


def test_a_repeated_picture_goes_on_as_it_is(tmp_path: Path) -> None:
    whole = page(tmp_path, '<div id="box" style="height: 50px; background: url(wide.png)"></div>')
    with carried_into_bleed(whole, BLEED):
        (layer,) = named(whole, "box").background.layers
        assert layer.painting_area == (-10, -10, 420, 60)
        assert (layer.position, layer.size) == ((0, 0), (40, 20))


def test_what_is_moved_out_of_the_text_reaches_over_the_edge_too(tmp_path: Path) -> None:
    style = "position: absolute; right: 0; top: 100px; width: 50px; height: 50px; background: teal"
    whole = page(tmp_path, f'<p>Text</p><div id="box" style="{style}"></div>')
    box = next(
        found
        for parent in boxes(whole)
        for child in getattr(parent, "children", ())
        if (found := getattr(child, "_box", None)) is not None
    )
    with carried_into_bleed(whole, BLEED):
        assert edges(box) == (350, 100, 60, 50)


def test_bleed_and_marks_of_css_make_no_page_larger(tmp_path: Path) -> None:
    whole = page(tmp_path, "Text", "@page { bleed: 5mm; marks: crop cross }")
    assert set(whole.bleed.values()) == {0}
    assert whole.style["marks"] == ()
