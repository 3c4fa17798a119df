"""A chart for readers from right to left: left and right changed over.

In:  a `ChartDrawing`, drawn from left to right.
Out: the same with its names and the numbers of its axis on the right, time and bars running to the left. What
     is turned is where things stand, not words or marks.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from issuebrief.charts.drawing.drawing_input import ChartDrawing
    from issuebrief.charts.drawing.marks import Layer

AS_THEY_ARE = ("scatter",)
"""Types whose axis below is one of numbers, which grow to the right everywhere."""
OTHER_SIDE = {"left": "right", "right": "left", "center": "center"}


def mirrored(found: ChartDrawing) -> ChartDrawing:
    """The drawing with left and right changed over."""
    whole = found.specification
    layers = [{"layer": [_layer(each["layer"][0], found.width)]} for each in whole["layer"]]
    return replace(found, specification={**whole, "layer": layers})


def _layer(layer: Layer, width: float) -> Layer:
    mark, encoding = dict(layer["mark"]), dict(layer["encoding"])
    if "align" in mark:
        mark["align"] = OTHER_SIDE[mark["align"]]
    across = encoding["x"]
    if across["scale"] is not None:
        start, end = across["scale"]["range"]
        scale = {**across["scale"], "range": [width - start, width - end]}
        return {**layer, "mark": mark, "encoding": {**encoding, "x": {**across, "scale": scale}}}
    fields = {encoding[name]["field"] for name in ("x", "x2") if name in encoding}
    rows = [_row(row, fields, width) for row in layer["data"]["values"]]
    return {**layer, "mark": mark, "data": {"values": rows}}


def _row(row: dict[str, Any], fields: set[str], width: float) -> dict[str, Any]:
    """What is drawn, with its places in px counted from the other edge."""
    return {name: width - value if name in fields else value for name, value in row.items()}
