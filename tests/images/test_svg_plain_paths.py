"""Plain paths of drawings are read in one pass, and come out as WeasyPrint draws them."""

from __future__ import annotations

import random
from collections import deque
from types import SimpleNamespace
from typing import Any

import pydyf
import pytest
from weasyprint import svg as drawings
from weasyprint.svg.path import path as drawn_by_weasyprint

from issuebrief.images.svg_plain_paths import plain_operators

PLAIN = [
    "M10 10 L100 50 L190 10",
    " m5,5 q 10 10 20 0 t 20 0 t.5-.5 z m 3 3 l 4 4 z l 9 9",
    "M1-2.25-3 4h5 6H-7v8V9.5z",
    "M0 0c1 2 3 4 5 6s7 8 9 10 1 1 2 2S3 3 4 4C5 5 6 6 7 7L1 1S2 2 3 3",
    "M.5.5.5.5l+3-4z",
    "M 1 1 z z m 1 1 z l 2 2 m 3 3 z",
    "m1 1Q2 2 3 3T4 5 6 7T1 1z s4 4 5 5",
    "M0.0000001-0.0000001 3000000 -0",
]
NOT_PLAIN = [
    "",
    "L1 1",
    "M1",
    "M1 1 2",
    "M1 1 l",
    "M1 1A5 8 30 0 1 20 20",
    "M1e3 1",
    "M1. 1",
    "M1 1 t 2 2",
    "M1 1 l2 2 z 3",
    "M1em 2 3 4",
    "M10% 2",
    "M1 1 \u017f 1 2 3 4",
    "M1 1 -- 2",
]


def by_weasyprint(path: str) -> bytes:
    """The operators of a path as WeasyPrint draws it."""
    drawing: Any = SimpleNamespace(stream=pydyf.Stream(), inner_width=200, inner_height=100)
    drawing.point = lambda *given: drawings.SVG.point(drawing, *given)
    drawn_by_weasyprint(drawing, SimpleNamespace(vertices=deque(), get={"d": path}.get), 10)
    return b"\n".join(drawing.stream.stream)


@pytest.mark.parametrize("path", PLAIN)
def test_a_plain_path_comes_out_as_weasyprint_draws_it(path: str) -> None:
    assert plain_operators(path) == by_weasyprint(path)


@pytest.mark.parametrize("path", NOT_PLAIN)
def test_any_other_path_is_left_to_weasyprint(path: str) -> None:
    assert plain_operators(path) is None


@pytest.mark.parametrize("seed", range(40))
def test_random_commands_come_out_as_weasyprint_draws_them(seed: int) -> None:
    chance = random.Random(seed)
    takes = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "Z": 0}
    path = "M1 2"
    for _ in range(60):
        letter = chance.choice(list(takes))
        numbers = [f"{chance.uniform(-90, 90):.{chance.randint(0, 5)}f}" for _ in range(takes[letter])]
        path += chance.choice((letter, letter.lower())) + " ".join(numbers * chance.randint(1, 2))
        if letter == "Q":
            path += chance.choice(("", "t3 4", "T-5 6 7 8"))
    assert plain_operators(path) == by_weasyprint(path)
