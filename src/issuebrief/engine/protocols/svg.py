"""Drawings in SVG, while they are drawn.

In:  nothing.
Out: protocols.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections import deque
    from collections.abc import Callable, Iterator
    from xml.etree.ElementTree import Element

    from issuebrief.engine.protocols.contexts import PageContext
    from issuebrief.engine.protocols.pdf import DrawnStream
    from issuebrief.engine.protocols.styles import BoxStyle


class SvgNode(Protocol):
    """An element of a drawing, with what it inherits; its class is `Node`."""

    attrib: dict[str, str]
    vertices: deque[Any]
    bounding_box: tuple[float, float, float, float] | None
    text_bounding_box: tuple[float, float, float, float]
    _etree_node: Element
    _children: list[SvgNode] | None

    # What images/svg_ids.py notes on nodes.
    _index: object
    _by_element: tuple[list[SvgNode], dict[Element, SvgNode]]

    @property
    def tag(self) -> str: ...
    @property
    def text(self) -> str | None: ...
    def get(self, key: str, default: str = ...) -> str: ...
    def get_child(self, id_: str) -> SvgNode | None: ...
    def get_paint(self, key: str, context: SvgNode | None) -> tuple[str | None, str | None]: ...
    def __iter__(self) -> Iterator[SvgNode]: ...


class SvgDrawing(Protocol):
    """A drawing; its class is `SVG`."""

    tree: SvgNode
    stream: DrawnStream
    url: str | None
    inner_width: float
    inner_height: float
    gradients: dict[str | None, SvgNode]

    def calculate_bounding_box(
        self, node: SvgNode, font_size: float, stroke: bool
    ) -> tuple[float, float, float, float]: ...
    def length(self, length: str, font_size: float) -> float: ...
    def get_intrinsic_size(self, font_size: float) -> tuple[float | None, float | None]: ...
    def get_viewbox(self) -> tuple[float, float, float, float] | None: ...
    def draw(
        self,
        stream: DrawnStream,
        concrete_width: float,
        concrete_height: float,
        base_url: str | None,
        context: PageContext | None,
    ) -> None: ...


class SvgPicture(Protocol):
    """A drawing that stands in a box; its class is `SVGImage`."""

    _svg: SvgDrawing
    pixels_to_unit: float | None
    """The fewest pixels to a unit of the drawing that a picture in it has; ours."""
    draw: Callable[[DrawnStream, float, float, BoxStyle], None]

    def get_intrinsic_size(
        self, image_resolution: float, font_size: float
    ) -> tuple[float | None, float | None, float | None]: ...
