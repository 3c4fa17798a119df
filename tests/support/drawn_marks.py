"""What a page of a PDF paints, shape by shape and picture by picture, each as far as its clips let it show.

In:  a page of pikepdf's.
Out: `Mark`s: rectangles in pt from the top left corner of the media box.

Content streams are followed operator by operator (ISO 32000-1, 8.2): the matrix, the clip, paths, pictures
and forms. Clips and shapes count as the rectangles around them. Letters are left to others.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Iterator

Matrix = tuple[float, float, float, float, float, float]
Edges = tuple[float, float, float, float]
"""Left, top, right and bottom."""

EVERYWHERE: Edges = (-1e9, -1e9, 1e9, 1e9)
PAINTS = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s"}
POINTS = {"m": 1, "l": 1, "c": 3, "v": 2, "y": 2}
"""How many points each operator gives that goes on with a path."""


@dataclass(frozen=True)
class Mark:
    """A shape or a picture: all of it, and the part that shows."""

    is_picture: bool
    whole: Edges
    seen: Edges


@dataclass(frozen=True)
class _State:
    """The graphics state, as far as it says where something shows."""

    matrix: Matrix
    clip: Edges = EVERYWHERE


def marks_of(page: Any) -> list[Mark]:
    """All that a page paints but its letters; what does not show is left out."""
    left, _, _, high = (float(edge) for edge in page.mediabox)
    state = _State((1.0, 0.0, 0.0, -1.0, -left, high))
    found = _marks(page, page.get("/Resources", {}), state)
    return [mark for mark in found if mark.seen[0] <= mark.seen[2] and mark.seen[1] <= mark.seen[3]]


def _marks(stream: Any, resources: Any, state: _State) -> Iterator[Mark]:
    kept: list[_State] = []
    path: list[tuple[float, float]] = []
    clips = False
    instructions: Any = pikepdf.parse_content_stream(stream)
    for operands, operator in instructions:
        name = str(operator)
        if name == "q":
            kept.append(state)
        elif name == "Q" and kept:
            state = kept.pop()
        elif name == "cm":
            state = replace(state, matrix=_times(_numbers(operands), state.matrix))
        elif name == "re":
            x, y, width, height = _numbers(operands)
            path += [_put(state.matrix, x + a * width, y + b * height) for a in (0, 1) for b in (0, 1)]
        elif name in POINTS:
            values = _numbers(operands)
            path += [_put(state.matrix, *values[i : i + 2]) for i in range(0, 2 * POINTS[name], 2)]
        elif name in ("W", "W*"):
            clips = True
        elif name in PAINTS or name == "n":
            if name != "n" and path:
                yield Mark(is_picture=False, whole=_around(path), seen=_common(_around(path), state.clip))
            if clips and path:
                state = replace(state, clip=_common(_around(path), state.clip))
            path, clips = [], False
        elif name == "Do":
            yield from _object(resources["/XObject"][str(operands[0])], resources, state)


def _object(drawn: Any, resources: Any, state: _State) -> Iterator[Mark]:
    if drawn["/Subtype"] == "/Image":
        whole = _around([_put(state.matrix, x, y) for x in (0, 1) for y in (0, 1)])
        yield Mark(is_picture=True, whole=whole, seen=_common(whole, state.clip))
        return
    matrix = _times(_numbers(drawn.get("/Matrix", (1, 0, 0, 1, 0, 0))), state.matrix)
    left, low, right, high = _numbers(drawn["/BBox"])
    box = _around([_put(matrix, x, y) for x in (left, right) for y in (low, high)])
    inner = _State(matrix, _common(box, state.clip))
    yield from _marks(drawn, drawn.get("/Resources", resources), inner)


def _numbers(operands: Any) -> Any:
    return tuple(float(operand) for operand in operands)


def _times(one: Matrix, other: Matrix) -> Matrix:
    """The matrix that does first what one does and then what the other does."""
    a, b, c, d, e, f = one
    x, y = _put(other, e, f)
    return (
        a * other[0] + b * other[2],
        a * other[1] + b * other[3],
        c * other[0] + d * other[2],
        c * other[1] + d * other[3],
        x,
        y,
    )


def _put(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _around(points: list[tuple[float, float]]) -> Edges:
    across, down = zip(*points, strict=True)
    return min(across), min(down), max(across), max(down)


def _common(one: Edges, other: Edges) -> Edges:
    return max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])
