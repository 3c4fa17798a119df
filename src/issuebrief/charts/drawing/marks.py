"""The parts of a Vega-Lite specification: layers of marks on one sheet.

In:  words, lines and shapes at places in px, and values on scales.
Out: layers; `sheet` makes one specification of them.

Words stand where they were measured to fit, so they are placed in px; what shows a value is placed by the
value, on a scale of its own.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from unicodedata import bidirectional

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from issuebrief.charts.looks.look import ChartLook

Layer = dict[str, Any]
SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
STRONG = ("L", "R", "AL")
LEFTWARD, ENDED = "\u2067", "\u2069"
HAIR = 0.55
"""The width in px of a line of the grid: 0.4 pt."""


@dataclass(frozen=True)
class Label:
    """Words on one line; `y` is their baseline, `anchor` is `start`, `middle` or `end`."""

    x: float
    y: float
    words: str
    colour: str
    anchor: str = "start"
    bold: bool = False


@dataclass(frozen=True)
class LineSegment:
    """A straight line in px."""

    x: float
    y: float
    x2: float
    y2: float
    colour: str
    width: float = HAIR


@dataclass(frozen=True)
class LinearScale:
    """Values and the px that show them: the ends of a domain and of a range."""

    domain: tuple[float, float]
    range: tuple[float, float]

    def at(self, value: float) -> float:
        """The px of a value."""
        low, high = self.domain
        start, end = self.range
        return start + (value - low) / (high - low) * (end - start)

    def encoding(self, field: str) -> dict[str, Any]:
        """The channel of Vega-Lite that shows a field on this scale."""
        scale = {"domain": list(self.domain), "range": list(self.range), "zero": False, "nice": False}
        return {"field": field, "type": "quantitative", "scale": scale, "axis": None}


def words_layers(found: Iterable[Label], look: ChartLook) -> list[Layer]:
    """Layers of words, one for each way in which they are set."""
    kinds: dict[tuple[str, str, bool], list[dict[str, Any]]] = defaultdict(list)
    for each in found:
        if each.words:
            words = isolated(each.words)
            kinds[each.colour, each.anchor, each.bold].append({"x": each.x, "y": each.y, "words": words})
    align = {"start": "left", "middle": "center", "end": "right"}
    return [
        {
            "data": {"values": rows},
            "mark": {
                "type": "text", "color": colour, "align": align[anchor], "baseline": "alphabetic",
                "font": look.families, "fontSize": look.size, "fontWeight": 600 if bold else 400,
            },
            "encoding": {**_px("x", "y"), "text": {"field": "words", "type": "nominal"}},
        }
        for (colour, anchor, bold), rows in kinds.items()
    ]  # fmt: skip


def isolated(words: str) -> str:
    """Words that begin from right to left, marked as such: what stands among them keeps its place.

    Unicode Standard Annex 9: the isolate is closed by its own sign.
    """
    first = next((kind for kind in map(bidirectional, words) if kind in STRONG), "L")
    return words if first == "L" else f"{LEFTWARD}{words}{ENDED}"


def rule_layers(found: Iterable[LineSegment]) -> list[Layer]:
    """Layers of straight lines, one for each colour and width."""
    kinds: dict[tuple[str, float], list[dict[str, float]]] = defaultdict(list)
    for each in found:
        kinds[each.colour, each.width].append({"x": each.x, "y": each.y, "x2": each.x2, "y2": each.y2})
    return [
        {
            "data": {"values": rows},
            "mark": {"type": "rule", "color": colour, "strokeWidth": width},
            "encoding": {**_px("x", "y"), "x2": {"field": "x2"}, "y2": {"field": "y2"}},
        }
        for (colour, width), rows in kinds.items()
    ]


def sheet(width: float, height: float, layers: Sequence[Layer]) -> dict[str, Any]:
    """The specification of a drawing without a ground, with these layers from back to front."""
    return {
        "$schema": SCHEMA,
        "width": round(width, 3),
        "height": round(height, 3),
        "padding": 0,
        "autosize": "none",
        "background": None,
        "config": {"aria": False, "view": {"stroke": None}},
        "layer": [{"layer": [layer]} for layer in layers],
        "resolve": {"scale": {"x": "independent", "y": "independent"}},
    }


def _px(*channels: str) -> dict[str, Any]:
    """Channels that show fields of their own names as px."""
    return {name: {"field": name, "type": "quantitative", "scale": None, "axis": None} for name in channels}
