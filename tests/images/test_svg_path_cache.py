"""A drawing's paths are read once, and drawn the same each time."""

from __future__ import annotations

from collections import deque
from types import SimpleNamespace
from typing import Any

import pydyf
import pytest
from weasyprint import svg as drawings

from issuebrief.images.svg_path_cache import DrawnPaths

SIZE = 10
PATHS = ["M10 10 L100 50 L190 10", "m5 5 q 10 10 20 0 t 20 0 z", "M0 0 A 5 8 30 0 1 20 20", ""]


def drawn(path: str, **attributes: str) -> tuple[bytes, tuple[Any, ...]]:
    """The operators of a path, and the corners of one with markers."""
    stream = pydyf.Stream()
    attributes["d"] = path
    node: Any = SimpleNamespace(vertices=deque(), attrib=attributes, get=attributes.get)
    drawing: Any = SimpleNamespace(stream=stream, inner_width=200, inner_height=100)
    drawing.point = lambda *given: drawings.SVG.point(drawing, *given)
    drawings.TAGS["path"](drawing, node, SIZE)
    return stream.data, tuple(node.vertices) if "marker" in attributes else ()


@pytest.mark.parametrize("path", PATHS)
def test_a_path_comes_out_the_same_from_memory(path: str) -> None:
    plain, paths = drawn(path), DrawnPaths()
    for _ in range(3):
        with paths.remembered():
            assert drawn(path) == plain


@pytest.mark.parametrize("path", PATHS)
def test_the_corners_of_a_path_with_markers_are_kept_apart_from_those_of_one_without(path: str) -> None:
    paths = DrawnPaths()
    plain = drawn(path, marker="url(#arrow)")
    with paths.remembered():
        drawn(path)
        assert [drawn(path, marker="url(#arrow)") for _ in range(2)] == [plain, plain]


@pytest.mark.parametrize("end", ["z5", "z 5 L 9 9", "Z,-5", "z.5", "z+1"])
@pytest.mark.parametrize("attributes", [{}, {"marker": "url(#arrow)"}])
def test_a_path_ends_at_a_number_behind_the_end_of_a_shape(end: str, attributes: dict[str, str]) -> None:
    with DrawnPaths().remembered():
        assert drawn(f"M0 0L1 1A1 1 0 0 1 2 2{end}", **attributes) == drawn(
            "M0 0L1 1A1 1 0 0 1 2 2z", **attributes
        )


def test_weasyprint_draws_paths_itself_afterwards() -> None:
    plain = drawings.TAGS["path"]
    with pytest.raises(ZeroDivisionError), DrawnPaths().remembered():
        assert drawings.TAGS["path"] is not plain
        raise ZeroDivisionError
    assert drawings.TAGS["path"] is plain
