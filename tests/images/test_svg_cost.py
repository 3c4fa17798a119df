"""How many elements a drawing has drawn, each as often as it is used."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from xml.etree.ElementTree import iterparse

import pytest
from steps import assert_grows_no_faster_than_its_size

from issuebrief.images.svg import look_at_vectors
from issuebrief.images.svg_cost import MOST, DrawingCost

if TYPE_CHECKING:
    from pathlib import Path

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">'
PATH = '<path d="M0 0L9 9"/>'


def doubled(part: str, steps: int) -> str:
    return "".join(part.replace("%n", str(n + 1)).replace("%b", str(n)) for n in range(steps))


def codes(folder: Path, inside: str) -> list[str]:
    _, problems = look_at_vectors(folder / "a.svg", f"{SVG}{inside}</svg>".encode())
    return [problem.code for problem in problems]


@pytest.mark.parametrize(
    "inside",
    [
        '<g id="a0"/>' + doubled('<g id="a%n"><use href="#a%b"/><use xlink:href="#a%b"/></g>', 16),
        '<g id="a"><use href="#a"/></g>',
        '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>',
        '<path id="p0"/>'
        + doubled('<pattern id="p%n"><path fill="url(#p%b)"/><path style="fill: url(#p%b)"/></pattern>', 16),
        '<mask id="m0"/>' + doubled('<mask id="m%n"><g mask="url(#m%b)"/><g mask="url(#m%b)"/></mask>', 16),
        f'<marker id="m">{PATH * 200}</marker><path marker-mid="url(\'#m\')" d="M0 0{"L1 1" * 300}"/>',
        "<g/>" * MOST,
        f"<style>{'path { fill: red }' * 1500}</style>{PATH * 1500}",
    ],
)
def test_a_drawing_that_draws_too_much_is_told(tmp_path: Path, inside: str) -> None:
    assert codes(tmp_path, inside) == ["picture.too-complex"]


@pytest.mark.parametrize(
    "inside",
    [
        '<use href="#a"/>' * 500 + f'<g id="a">{PATH * 40}</g>',
        PATH + '<linearGradient id="a" href="#b"/><linearGradient id="b" href="#a"/>',
        f'<marker id="m">{PATH}</marker><path marker-mid="url(#m)" d="M0 0{"L1 1" * 300}"/>',
        PATH * 3000,
        "<style>" + "".join(f".a{n}{{fill:red}}" for n in range(1500)) + f"</style>{PATH * 1500}",
    ],
)
def test_a_drawing_that_is_merely_large_is_taken(tmp_path: Path, inside: str) -> None:
    assert codes(tmp_path, inside) == []


@pytest.mark.parametrize(
    "part", ['<g id="a%n"><use href="#a%b"/></g>', '<use href="#a0"/>', '<path fill="url(#a)"/>']
)
def test_many_parts_take_as_many_times_the_steps(tmp_path: Path, part: str) -> None:
    def look(number: int) -> None:
        codes(tmp_path, f'<g id="a0"/>{doubled(part, number)}')

    assert_grows_no_faster_than_its_size(look)


def test_thousands_of_different_warnings_take_as_long_as_they_are_many(tmp_path: Path) -> None:
    def look(number: int) -> None:
        inside = "".join(f'<image width="1" height="1" href="#a{n}"/>' for n in range(number))
        _, problems = look_at_vectors(tmp_path / "a.svg", f"{SVG}{inside}{PATH}</svg>".encode())
        assert len(problems) == number
        assert all(len(problem.excerpt) < 3000 for problem in problems)

    assert_grows_no_faster_than_its_size(look, 200)


def objects(inside: str) -> int:
    """The objects that a drawing leaves in a PDF."""
    cost = DrawingCost()
    for event, element in iterparse(BytesIO(f"{SVG}{inside}</svg>".encode()), ("start", "end")):
        if event == "start":
            cost.begin(element.tag.rpartition("}")[2].lower(), element.attrib)
        else:
            cost.end()
    return cost.objects()


@pytest.mark.parametrize(
    ("inside", "left"),
    [
        (PATH * 9, 0),
        (
            '<path fill="url(#g)" stroke="url(#g)"/><linearGradient id="g"><stop/></linearGradient>',
            2,
        ),
        ('<path style="opacity: 1; fill: url(#g)"/><linearGradient id="g"/>', 1),
        ('<path fill="url(#g)"/><linearGradient id="g"><stop stop-opacity=".5"/></linearGradient>', 2),
        ('<g opacity=".5"><g mask="url(#m)"/></g><mask id="m"/><path clip-path="url(#c)"/>', 2),
        ('<g id="a"><path fill="url(#g)"/></g>' + '<use href="#a"/>' * 9, 10),
    ],
)
def test_what_a_drawing_leaves_in_a_pdf_is_counted_as_often_as_it_is_drawn(inside: str, left: int) -> None:
    assert objects(inside) == left
