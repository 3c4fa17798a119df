"""Strokes of drawings (SVG) that are painted with gradients and patterns.

In:  drawings, while WeasyPrint draws them.
Out: the same, with all strokes as wide as they should be; WeasyPrint sets the width of those alone that have
     a plain colour.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from issuebrief.engine.patches import SVG_STATE, replaced

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.engine.protocols import SvgDrawing, SvgNode

PLAIN_WIDTH = "1px"


@contextmanager
def wide_strokes() -> Iterator[None]:
    """Draw all strokes in their width while the block draws."""
    plain = SVG_STATE.value

    def set_graphical_state(
        svg: SvgDrawing, node: SvgNode, font_size: float, context: SvgNode | None = None
    ) -> object:
        paints = node.get("stroke", "")
        if "url(" in paints:
            svg.stream.set_line_width(svg.length(node.get("stroke-width", PLAIN_WIDTH), font_size))
        return plain(svg, node, font_size, context)

    with replaced(SVG_STATE, set_graphical_state):
        yield
