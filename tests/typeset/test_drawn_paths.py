"""A drawing's paths are read once, and drawn the same each time."""

from __future__ import annotations

from collections import deque
from types import SimpleNamespace
from typing import Any

import pydyf
import pytest
from weasyprint import svg as drawings

from issuebrief.typeset.drawn_paths import DrawnPaths

PATHS = ["M10 10 L100 50 L190 10", "m5 5 q 10 10 20 0 t 20 0 z", "M0 0 A 5 8 30 0 1 20 20", ""]


def drawn(path: str, size: float = 10) -> tuple[bytes, tuple[Any, ...]]:
    """The operators and the corners of a path."""
    stream = pydyf.Stream()
    node: Any = type("Node", (dict,), {"vertices": deque()})({"d": path})
    node.vertices = deque()
    drawing: Any = SimpleNamespace(stream=stream, inner_width=200, inner_height=100)
    drawing.point = lambda *given: drawings.SVG.point(drawing, *given)
    drawings.TAGS["path"](drawing, node, size)
    return stream.data, tuple(node.vertices)


@pytest.mark.parametrize("path", PATHS)
def test_a_path_comes_out_the_same_from_memory(path: str) -> None:
    plain, paths = drawn(path), DrawnPaths()
    for _ in range(3):
        with paths.remembered():
            assert drawn(path) == plain


def test_weasyprint_draws_paths_itself_afterwards() -> None:
    plain = drawings.TAGS["path"]
    with pytest.raises(ZeroDivisionError), DrawnPaths().remembered():
        assert drawings.TAGS["path"] is not plain
        raise ZeroDivisionError
    assert drawings.TAGS["path"] is plain
