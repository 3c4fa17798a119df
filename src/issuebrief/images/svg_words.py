"""Whether all words of a drawing (SVG) were drawn.

In:  the tree of a drawing in plain form, and WeasyPrint while it draws it.
Out: the words that should have been drawn and were not, and those that the edge of the drawing cuts.
"""

from __future__ import annotations

from collections import Counter
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from issuebrief.engine.patches import SVG_TEXT, SVG_TEXT_TAGS, replaced
from issuebrief.engine.svg_joined_letters import set_at_once
from issuebrief.images.svg_plain import local_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from issuebrief.engine.protocols import DrawnStream, Matrix, SvgDrawing, SvgNode


WORDS = ("text", "tspan", "textPath")
LENT = frozenset(
    ("defs", "symbol", "clipPath", "mask", "pattern", "marker", "title", "desc", "foreignObject", "flowRoot")
)
"""Elements whose content is not drawn where it stands."""


GROUPING = ("opacity", "mask", "filter")
"""What makes WeasyPrint draw an element by itself."""
ANCHORS = {"middle": 0.5, "end": 1.0}
"""The share of its width by which anchored text stands before its place."""
BEYOND = 0.4
"""The share of its height by which a line of text may reach over an edge: letters do not fill their line."""


class DrawnWords:
    """The words of one drawing. White space does not count.

    `cut` are those of them that the edge of the drawing cut when it was drawn last.
    """

    def __init__(self, root: Element) -> None:
        self.expected = Counter(_words(root, hidden=False, inside_text=False))
        self.is_open = root.get("overflow") == "visible"
        self.has_groups = any(element.get(name) for element in root.iter() for name in GROUPING)
        self.cut: list[str] = []

    @contextmanager
    def counted(self, stream: DrawnStream, width: float, height: float) -> Iterator[Counter[str]]:
        """Count the words that are drawn while the block runs; gives those that are missing after it.

        The drawing is `width` by `height` px large on the stream.
        """
        plain, around = SVG_TEXT.value, stream.ctm
        self.cut = []
        drawn: Counter[str] = Counter()
        missing: Counter[str] = Counter()

        def text(drawing: SvgDrawing, node: SvgNode, font_size: float) -> None:
            with set_at_once(node):
                plain(drawing, node, font_size)
            if node.text and font_size > 0:
                drawn[_bare(node.text)] += 1
                # A group that is drawn by itself has coordinates of its own; anchored text is such a one.
                anchor = ANCHORS.get(node.get("text-anchor", "start"), 0.0) if _is_anchored(node) else 0.0
                is_direct = drawing.stream is stream and not anchor
                if not self.is_open and (is_direct or (anchor and not self.has_groups)):
                    x, y, across, down = node.text_bounding_box
                    shifted = (x - anchor * across, y, across, down)
                    if _is_beyond(_placed(shifted, stream.ctm @ around.invert), width, height):
                        self.cut.append(" ".join(node.text.split()))

        # WeasyPrint knows an element of text by the function that draws it.
        with ExitStack() as stack:
            stack.callback(lambda: missing.update(self.expected - drawn))
            for symbol in (SVG_TEXT, *SVG_TEXT_TAGS):
                stack.enter_context(replaced(symbol, text))
            yield missing


def _words(element: Element, *, hidden: bool, inside_text: bool) -> Iterator[str]:
    """The words of an element and of those in it, piece by piece."""
    name = local_name(element)
    if name in LENT or element.get("display") == "none" or _is_nothing(element):
        return
    hidden = element.get("visibility", "hidden" if hidden else "visible") in ("hidden", "collapse")
    is_text = name == "text" or (inside_text and name in WORDS)
    if is_text and not hidden and _bare(element.text):
        yield _bare(element.text)
    for child in element:
        yield from _words(child, hidden=hidden, inside_text=is_text)
        if is_text and not hidden and _bare(child.tail):
            yield _bare(child.tail)


def _is_anchored(node: SvgNode) -> bool:
    """Whether a node may stand before its place; from right to left it is left alone."""
    return bool(node.tag == "text" and node.get("direction", "ltr") == "ltr")


def _placed(box: tuple[float, float, float, float], matrix: Matrix) -> tuple[float, float, float, float]:
    """The edges, left, top, right and bottom, of what becomes of a box (x, y, width, height)."""
    x, y, width, height = box
    corners = [matrix.transform_point(a, b) for a in (x, x + width) for b in (y, y + height)]
    across, down = zip(*corners, strict=True)
    return min(across), min(down), max(across), max(down)


def _is_beyond(box: tuple[float, float, float, float], width: float, height: float) -> bool:
    """Whether text in a box reaches beyond the drawing."""
    left, top, right, bottom = box
    most = BEYOND * min(bottom - top, right - left)
    return left < -most or top < -most or right > width + most or bottom > height + most


def _is_nothing(element: Element) -> bool:
    """Whether the letters have no size, as their author wants it."""
    return bool((size := element.get("font-size")) and size.rstrip("pxtem%").strip("0.") == "")


def _bare(text: str | None) -> str:
    return "".join((text or "").split())
