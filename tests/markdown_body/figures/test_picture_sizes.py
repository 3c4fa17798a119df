"""Widths and heights of pictures, as they are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image
from written import FIRST_LINE, written

from issuebrief.markdown_body.figures.picture_sizes import css_size

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    Image.new("RGB", (400, 200), "navy").save(tmp_path / "a.png")
    return tmp_path


@pytest.mark.parametrize(
    ("typed", "css"),
    [
        ("50%", "50%"),
        ("4in", "4in"),
        ("4.50 IN", "4.5in"),
        ("300", "300px"),
        (".5cm", "0.5cm"),
        ("+2em", "2em"),
    ],
)
def test_a_size_is_a_number_and_a_unit(typed: str, css: str) -> None:
    assert css_size(typed) == css


@pytest.mark.parametrize(
    "typed", ["", "wide", "1e9px", "99999999999", "4inches", "-3cm", "0", "50vw", "calc(1px)", "4 4in"]
)
def test_anything_else_is_none(typed: str) -> None:
    assert css_size(typed) == ""


@pytest.mark.parametrize(
    ("braces", "attributes"),
    [
        ("{width=50%}", 'style="width: 50%; height: auto" width="50%"'),
        ("{width=1in height=48px}", 'style="width: 1in; height: auto" width="96" height="48"'),
        ("{width=1in\nheight=48px}", 'style="width: 1in; height: auto" width="96" height="48"'),
        (" {width=1in}", 'style="width: 1in; height: auto" width="96"'),
        ("{height=1in}", 'style="width: auto; height: 1in" height="96"'),
        ('{style="width:1in;border:0"}', 'style="border:0; width: 1in; height: auto" width="96"'),
    ],
)
def test_a_size_is_said_to_pages_and_to_browsers(folder: Path, braces: str, attributes: str) -> None:
    body, problems = written(f"![Alt](a.png){braces}", folder=folder)
    assert problems == ()
    assert f'<img src="a.png" alt="Alt" {attributes}>' in body.html


def test_what_is_no_size_is_told_at_its_place(folder: Path) -> None:
    body, (problem,) = written("Text.\n\n![Alt](a.png){width=4inches}", folder=folder)
    assert problem.code == "picture.size"
    assert problem.place
    assert problem.place.line == FIRST_LINE + 2
    assert "width" not in body.html


def test_what_would_distort_a_picture_is_told(folder: Path) -> None:
    body, (problem,) = written("![Alt](a.png){width=2in height=2in}", folder=folder)
    assert problem.code == "picture.distorted"
    assert "height: auto" in body.html
