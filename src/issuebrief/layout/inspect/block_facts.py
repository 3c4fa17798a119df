"""What is told of blocks: what they paint by themselves, what stands in the sidebar, captions, the abstract.

In:  WeasyPrint's boxes, laid out, and their `LineSurroundings`.
Out: the facts of those kinds.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from weasyprint.formatting_structure import boxes

from issuebrief.layout.boxes.drawn_facts import is_filled, painted_rects
from issuebrief.layout.boxes.fragments import class_names, rectangle
from issuebrief.layout.inspect.displaced_boxes import Displaced, displaced, words_of
from issuebrief.layout.inspect.facts import Aside, Box, Caption, Opening
from issuebrief.layout.sidebar.page_survey import CAPTION, SPARE_LINE, is_sidebar_block

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from issuebrief.engine.protocols import LayoutBox
    from issuebrief.layout.boxes.geometry import Rect
    from issuebrief.layout.inspect.facts import Order
    from issuebrief.layout.inspect.surroundings import LineSurroundings

THIN = 8.0
"""What is less wide or high, in px, is a rule and no box."""
TABLE, RULE, BOX = "table", "rule", "box"
ABSTRACT = "standfirst"
BEGINNINGS = (ABSTRACT, "text")
"""The ids of what a brief begins with, behind its title."""
CANVAS = ("html", "body")
"""The elements whose background is the page's."""


def shown(
    box: LayoutBox, here: LineSurroundings, room: Rect | None, span: tuple[int, int], order: Order
) -> Iterator[Box]:
    """What a box paints by itself, and every table.

    `room` is that of the block it stands in, and `span` its rank and that of the last box in it.
    """
    if not isinstance(box, boxes.BlockLevelBox | boxes.InlineBlockBox | boxes.MarginBox):
        return
    if isinstance(box, boxes.ReplacedBox) or box.is_table_wrapper or box.element_tag in CANVAS:
        return
    first, last = span
    decoration = "::" in (box.element_tag or "") or (first == last and not here.area)
    is_table = isinstance(box, boxes.TableBox)
    filled = is_filled(box)
    rects = (rectangle(box),) if is_table else painted_rects(box)
    for rect in rects:
        is_whole = filled or (rect.height == box.border_height() and rect.width == box.border_width())
        kind = TABLE if is_table else BOX if is_whole and not _is_thin(rect) else RULE
        yield Box(
            here.page,
            here.seen(rect),
            kind,
            filled,
            decoration,
            here.column,
            here.paragraph,
            here.source,
            here.figure,
            room,
            here.area,
            first,
            last,
            order,
        )


def _is_thin(rect: Rect) -> bool:
    return min(rect.width, rect.height) < THIN


class _Side(NamedTuple):
    """A block of the sidebar whose passage's page may not be known yet."""

    page: int
    rect: Rect
    kind: str
    passage: str
    text: str
    source: int


@dataclass(slots=True)
class Elements:
    """What has been found of elements as such."""

    named: dict[str, int] = field(default_factory=dict)
    captions: dict[int, Caption] = field(default_factory=dict)
    displaced: dict[int, Displaced] = field(default_factory=dict)
    opening: list[Opening] = field(default_factory=list)
    spare_lines: list[int] = field(default_factory=list)
    _sides: list[_Side] = field(default_factory=list)
    _figures: dict[Element, tuple[int, int]] = field(default_factory=dict)
    """The figure that a caption belongs to, and the line that came from."""

    @property
    def asides(self) -> tuple[Aside, ...]:
        """Blocks of the sidebar from top to bottom, each with the page of its passage, else its own."""
        return tuple(
            Aside(
                side.page,
                side.rect,
                side.kind,
                self.named.get(side.passage, side.page),
                side.text,
                side.source,
            )
            for side in sorted(self._sides, key=lambda side: (side.page, side.rect.y))
        )

    @property
    def beginning(self) -> int:
        """The page on which the abstract begins, or else the text."""
        return min((page for name, page in self.named.items() if name in BEGINNINGS), default=1)

    def note(self, box: LayoutBox, here: LineSurroundings) -> None:
        """Note what is told of the element of a box; of its first box alone, but of all of the abstract's."""
        element = box.element
        if element is None or isinstance(box, boxes.TextBox | boxes.LineBox):
            return
        if box.style["position"] != "static" or box.style["transform"]:
            self._displaced(box, here)
        if name := element.get("id"):
            self.named.setdefault(name, here.page)
        if not isinstance(box, boxes.BlockLevelBox) or box.element_tag != element.tag:
            return
        classes = class_names(element)
        if element.tag == "figure":
            own = (id(element), here.source)
            self._figures.update((child, own) for child in element if child.tag == CAPTION)
        if box.element_tag == CAPTION:
            self._caption(box, here)
        elif is_sidebar_block(box) and box.is_absolutely_positioned():
            kind, passage = classes[0] if classes else "", element.get("data-passage", "")
            self._sides.append(
                _Side(here.page, rectangle(box), kind, passage, words_of(element), here.source)
            )
        elif SPARE_LINE in classes:
            self.spare_lines.append(here.page)
        elif ABSTRACT in classes:
            self.opening.append(Opening(here.page, rectangle(box), here.source))

    def _displaced(self, box: LayoutBox, here: LineSurroundings) -> None:
        """Note what does not stand where it was typed: its first box, where it is in pieces."""
        if id(box.element) not in self.displaced and (found := displaced(box, here)):
            self.displaced[id(box.element)] = found

    def _caption(self, box: LayoutBox, here: LineSurroundings) -> None:
        """Note a caption, which may stand in the sidebar, even of another page than its figure."""
        figure, source = self._figures.get(box.element, (here.figure, here.source))
        if figure:
            words = words_of(box.element)
            caption = Caption(figure, here.page, here.column, rectangle(box), words, here.source or source)
            self.captions.setdefault(figure, caption)
