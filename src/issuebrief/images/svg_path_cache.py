"""Paths of drawings (SVG) that are read once.

In:  a drawing's paths, each time that the drawing is drawn.
Out: the same lines and curves. Reading a path's numbers takes longer than anything else that is done
     to a drawing, and a brief is drawn once for the screen and once for the press. A plain path without
     markers is not read by WeasyPrint at all. A path is drawn up to a number that stands behind the end of
     a shape (`z`), as browsers do: WeasyPrint would close the shape again and again, without end.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from issuebrief.engine.patches import SVG_PATH, replaced
from issuebrief.images.svg_gaps import AFTER_THE_END
from issuebrief.images.svg_plain_paths import plain_operators

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.engine.protocols import SvgDrawing, SvgNode


@dataclass(frozen=True)
class DrawnPaths:
    """What one drawing's paths became: the operators of each, and the corners where markers go."""

    known: dict[tuple[object, ...], tuple[bytes, tuple[object, ...]]] = field(default_factory=dict)

    @contextmanager
    def remembered(self) -> Iterator[None]:
        """Draw paths from memory while the block runs, where they were drawn before."""
        plain_path = SVG_PATH.value

        def path(svg: SvgDrawing, node: SvgNode, font_size: float) -> None:
            marked = _has_markers(node)
            if wrong := AFTER_THE_END.search(node.get("d", "")):
                node.attrib["d"] = node.get("d")[: wrong.start() + 1]
            key = (node.get("d", ""), font_size, svg.inner_width, svg.inner_height, marked)
            operators = svg.stream.stream
            if key in self.known:
                drawn, corners = self.known[key]
                operators.append(drawn)
                node.vertices.extend(corners)
                return
            plain = None if marked else plain_operators(node.get("d", ""))
            if plain is not None:
                operators.append(plain)
                self.known[key] = plain, ()
                return
            start, met = len(operators), len(node.vertices)
            plain_path(svg, node, font_size)
            self.known[key] = b"\n".join(operators[start:]), tuple(node.vertices)[met:]

        with replaced(SVG_PATH, path):
            yield


def _has_markers(node: SvgNode) -> bool:
    """Whether an arrow head or the like may stand at the corners of a path."""
    return any(name.startswith("marker") for name in node.attrib)
