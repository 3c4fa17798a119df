"""Shapes of drawings (SVG) that are painted with gradients and patterns.

In:  drawings, while WeasyPrint draws them.
Out: the same, with all strokes as wide as they should be: WeasyPrint sets the width of those alone that have
     a plain colour. Gradients fill their shapes in all readers of PDF.

WeasyPrint draws a gradient as a pattern whose tile is the box around the shape, or what becomes of two of its
corners where the gradient is turned. Where its edges are those of the shape to the last digit, Poppler takes
the tiles beside it, and the shape stays white; a turned one leaves parts white or begins anew within them. So
the tile here holds the whole shape, and the next is far away.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from issuebrief.engine.patches import SVG_STATE, replaced

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.engine.protocols import Matrix, SvgDrawing, SvgNode

PLAIN_WIDTH = "1px"
APART = 4
"""How many times its own size a tile is away from the next."""


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
        with _single_tiles(svg, node, font_size, context):
            return plain(svg, node, font_size, context)

    with replaced(SVG_STATE, set_graphical_state):
        yield


@contextmanager
def _single_tiles(
    svg: SvgDrawing, node: SvgNode, font_size: float, context: SvgNode | None
) -> Iterator[None]:
    """Let the patterns of a shape that is painted with gradients alone have a single tile."""
    painted = [name for name in ("fill", "stroke") if "url(" in node.get(name, "")]
    if not painted or not all(node.get_paint(name, context)[0] in svg.gradients for name in painted):
        yield
        return
    stream: Any = svg.stream
    plain = stream.add_pattern

    def add_pattern(*given: Any) -> object:
        matrix = given[-1]
        box = _box_in(matrix @ stream.ctm.invert, svg.calculate_bounding_box(node, font_size, True))
        if box is None:
            return plain(*given)
        pattern = plain(*box, APART * box[2], APART * box[3], matrix)
        add_group = pattern.add_group

        def add_whole_group(*_: float) -> object:
            group = add_group(*box)
            set_alpha_state = group.set_alpha_state
            group.set_alpha_state = lambda *_: set_alpha_state(*box)
            return group

        pattern.add_group = add_whole_group
        return pattern

    stream.add_pattern = add_pattern
    try:
        yield
    finally:
        del stream.add_pattern


def _box_in(
    matrix: Matrix, box: tuple[float, float, float, float]
) -> tuple[float, float, float, float] | None:
    """The box around what becomes of another in the space of a pattern; none where that has no area."""
    left, top, width, height = box
    if not matrix.determinant:
        return None
    corners = [(x, y) for x in (left, left + width) for y in (top, top + height)]
    xs, ys = zip(*(matrix.invert.transform_point(x, y) for x, y in corners), strict=True)
    found = min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)
    return found if found[2] > 0 and found[3] > 0 else None
