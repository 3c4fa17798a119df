"""A Vega-Lite specification in the look of the house.

In:  a specification, and the look of charts.
Out: the same with faces, sizes and colours below its own, and a width where it has none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from issuebrief.charts.looks.palette import series_colours

if TYPE_CHECKING:
    from issuebrief.charts.looks.look import ChartLook


def in_the_look(specification: dict[str, Any], look: ChartLook, width: float) -> dict[str, Any]:
    """The specification in the look of the house, and as wide as its place, where it says nothing else."""
    colours = list(series_colours(look.brand, look.accent, look.quiet, 5))
    label = {"labelFont": look.families, "labelFontSize": look.size, "labelColor": look.quiet}
    title = {
        "titleFont": look.families,
        "titleFontSize": look.size,
        "titleColor": look.quiet,
        "titleFontWeight": 400,
    }
    lines = {"gridColor": look.hairline, "gridWidth": 0.55, "domainColor": look.ink, "tickColor": look.quiet}
    house: dict[str, Any] = {
        "aria": False,
        "font": look.families,
        "axis": {
            **label,
            **title,
            **lines,
            "domainWidth": 0.8,
            "tickWidth": 0.55,
            "tickSize": 0.35 * look.size,
        },
        "legend": {**label, **title, "symbolSize": 0.5 * look.size**2},
        "header": {**label, "titleFont": look.families, "titleFontSize": look.size, "titleColor": look.ink},
        "title": {
            "font": look.families,
            "fontSize": look.size,
            "color": look.ink,
            "fontWeight": 600,
            "anchor": "start",
        },
        "text": {"font": look.families, "fontSize": look.size, "color": look.ink},
        "view": {"stroke": None},
        "range": {"category": colours},
        "mark": {"color": look.brand},
        "background": None,
        "padding": 1,
    }
    given = specification.get("config")
    made = {**specification, "config": _merged(house, given if isinstance(given, dict) else {})}
    made.setdefault("background", None)
    is_single = not any(name in made for name in ("hconcat", "vconcat", "concat", "facet", "repeat"))
    encoding = made.get("encoding")
    is_faceted = isinstance(encoding, dict) and any(name in encoding for name in ("row", "column", "facet"))
    if is_single and not is_faceted and "width" not in made:
        made["width"] = round(width, 2)
        made.setdefault("height", round(0.6 * width, 2))
        made.setdefault("autosize", {"type": "fit", "contains": "padding"})
    return made


def _merged(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    """Two groups of keys as one; of two values of a key the one above counts."""
    merged = dict(below)
    for name, value in above.items():
        known = merged.get(name)
        merged[name] = _merged(known, value) if isinstance(known, dict) and isinstance(value, dict) else value
    return merged
