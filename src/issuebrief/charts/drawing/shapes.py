"""Dots of several shapes, for series that colour alone does not tell apart.

In:  series, colours, places.
Out: layers of dots; the key that names them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from issuebrief.charts.drawing.fit_labels import key_labels, key_places

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from issuebrief.charts.data.chart_data import DataPoint
    from issuebrief.charts.drawing.marks import Label, Layer, LinearScale
    from issuebrief.charts.looks.look import ChartLook

CROSS = "M-1,-1L1,1M1,-1L-1,1"
SHAPES = ("circle", CROSS, "square", "triangle-up", "diamond", "triangle-down")
SIZES = {CROSS: 0.55, "square": 0.85, "diamond": 0.95}
"""The area of shapes by that of a disc that looks as large."""
AREA = 0.66
"""The area of a disc by the square of the size of words."""


def shapes_of(series: Sequence[str]) -> dict[str, str]:
    """A shape for each series."""
    return {name: SHAPES[number % len(SHAPES)] for number, name in enumerate(series)}


def dot_layer(
    rows: Sequence[Mapping[str, Any]], shape: str, colour: str, look: ChartLook, encoding: Mapping[str, Any]
) -> Layer:
    """Dots of a shape; `encoding` says where each row stands."""
    area = AREA * look.size**2 * SIZES.get(shape, 1.0)
    mark: dict[str, Any] = {"type": "point", "shape": shape, "opacity": 1, "size": area}
    if shape == CROSS:
        mark |= {"stroke": colour, "strokeWidth": 0.21 * look.size, "filled": False, "strokeCap": "round"}
    else:
        mark |= {"color": colour, "filled": True, "stroke": "#ffffff", "strokeWidth": 0.6}
    return {"data": {"values": list(rows)}, "mark": mark, "encoding": dict(encoding)}


def series_dots(
    points: Sequence[DataPoint], x: LinearScale, y: LinearScale, shape: str, colour: str, look: ChartLook
) -> list[Layer]:
    """The dots of a series by key and value; none where there is no value."""
    rows = [{"key": point.key, "value": point.value} for point in points if point.value is not None]
    encoding = {"x": x.encoding("key"), "y": y.encoding("value")}
    return [dot_layer(rows, shape, colour, look, encoding)] if rows else []


def shape_key(
    shapes: Mapping[str, str], colours: Mapping[str, str], look: ChartLook, width: float, top: float
) -> tuple[list[Layer], list[Label], float]:
    """The names of series behind their dots, on as many lines as they need; and where these end."""
    px = {"type": "quantitative", "scale": None, "axis": None}
    encoding = {"x": {"field": "x", **px}, "y": {"field": "y", **px}}
    mark = 1.15 * look.size
    found, end = key_places(shapes, look, width, top, mark)
    layers = [
        dot_layer(
            [{"x": x + 0.4 * look.size, "y": base - 0.33 * look.size}],
            shapes[name],
            colours[name],
            look,
            encoding,
        )
        for name, x, base, _ in found
    ]
    return layers, key_labels(found, look, mark), end
