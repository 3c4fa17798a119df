"""Places in a press file: what its operators say of them, as numbers.

In:  operands as pikepdf reads them.
Out: points and matrices (ISO 32000-1, 8.3), in points from the lower left corner.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]

INCH = 72
"""In points."""

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
UNIT = ((0.0, 0.0), (1.0, 1.0))
"""Two corners of what a picture is drawn into, and near enough where a text begins."""


def numbers(operands: Iterable[Any]) -> Any:
    """The operands that are numbers."""
    return tuple(float(value) for value in operands if not str(value).startswith("/"))


def points(name: str, values: tuple[float, ...]) -> list[Point]:
    """The points that an operator adds to a path, those that steer a curve included."""
    if name == "re":
        x, y, width, height = values
        return [(x, y), (x + width, y), (x, y + height), (x + width, y + height)]
    return list(zip(values[::2], values[1::2], strict=True))


def text_matrix(name: str, values: tuple[float, ...], text: Matrix) -> Matrix:
    """Where text stands after an operator that moves it."""
    if name == "BT":
        return IDENTITY
    if name == "Tm":
        a, b, c, d, e, f = values
        return (a, b, c, d, e, f)
    return times((1, 0, 0, 1, values[0], values[1]), text)


def times(first: Matrix, then: Matrix) -> Matrix:
    """One matrix after the other."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


def moved(point: Point, matrix: Matrix) -> Point:
    """Where a matrix takes a point."""
    (x, y), (a, b, c, d, e, f) = point, matrix
    return (a * x + c * y + e, b * x + d * y + f)


def height_of(matrix: Matrix) -> float:
    """How tall a matrix makes what is one unit tall."""
    return float((matrix[2] ** 2 + matrix[3] ** 2) ** 0.5)


def scale_of(matrix: Matrix) -> float:
    """How much larger a matrix makes lengths, on average."""
    return float(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]) ** 0.5)


def thickness(outline: Iterable[Point], matrix: Matrix) -> float:
    """The shorter side of the rectangle around some points."""
    corners = [moved(point, matrix) for point in outline]
    sides = [max(values) - min(values) for values in zip(*corners, strict=True)]
    return round(min(sides, default=0.0), 3)


def resolution(pixels: tuple[int, int], matrix: Matrix) -> float:
    """How many dots to the inch a picture has where a matrix puts it, the lesser of across and down."""
    across, down = (max((matrix[n] ** 2 + matrix[n + 1] ** 2) ** 0.5, 1e-6) for n in (0, 2))
    return float(round(min(pixels[0] / across, pixels[1] / down) * INCH))
