"""What the placing of floats has to know of a text in columns.

In:  the children of columns, as WeasyPrint has them before it lays them out.
Out: a `FlowFacts`: the text in blocks of lines, with the floats among them, where each is first mentioned,
     and what spans the columns and keeps its place.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from math import ceil
from typing import TYPE_CHECKING

from weasyprint.formatting_structure.boxes import LineBox

from issuebrief.layout.boxes.fragments import class_names
from issuebrief.layout.columns.column_blocks import keeps_with
from issuebrief.layout.columns.fit_columns import column_of
from issuebrief.layout.floats.bleeding import edge
from issuebrief.layout.floats.indents import indented_anew
from issuebrief.layout.floats.mentions import first_mentions, label_of
from issuebrief.layout.styles.page_sides import beyond_text
from issuebrief.pagination.columns import ColumnBlock
from issuebrief.pagination.floats import Bar, Float, Point
from issuebrief.theming.body_classes import granted_places

if TYPE_CHECKING:
    from collections.abc import Sequence
    from xml.etree.ElementTree import Element

    from issuebrief.engine.protocols import LayoutBox
    from issuebrief.layout.columns.column_blocks import ColumnChild, Measuring

KINDS = ("figure", "table", "box")
"""The classes within which floats keep their order."""
UNNUMBERED = "unnumbered"
"""The kind of figures and tables without a number, which may stand before or after those that have one."""
FLOATING = ("figure", "div")
"""The elements that may be floats."""


@dataclass(frozen=True)
class FlowFacts:
    """A text in numbers.

    `numbers` are, for each float, that of its child among the columns' children; `owners` for each block.
    `parts` are the children by their numbers, and `bar_numbers` those of bars.
    """

    blocks: tuple[ColumnBlock, ...]
    owners: tuple[int, ...]
    floats: tuple[Float, ...]
    numbers: tuple[int, ...]
    bars: tuple[Bar, ...]
    bar_numbers: tuple[int, ...]
    parts: dict[int, ColumnChild]


def float_of(child: LayoutBox) -> Element | None:
    """The element of a child of columns that is a figure, a table or a box, or None."""
    inner = child.children[0] if getattr(child, "is_spanning", False) else child
    # Every page asks this of all children, most of which are paragraphs.
    if inner.element_tag not in FLOATING:
        return None
    element = inner.element
    if element is None or not child.is_in_normal_flow() or isinstance(inner, LineBox):
        return None
    return element if inner.element_tag == "figure" or "box" in class_names(element) else None


def spans(child: LayoutBox) -> bool:
    """Whether a child of columns stands across all of them."""
    return bool(child.style["column_span"] == "all")


def copy_of(measuring: Measuring, columns: LayoutBox) -> FlowFacts:
    """The text of columns in numbers."""
    return _FlowReader(measuring, columns).read()


class _FlowReader:
    """Reads the children of columns, one after the other."""

    def __init__(self, measuring: Measuring, columns: LayoutBox) -> None:
        self.measuring, self.columns, self.column = measuring, columns, column_of(columns)
        self.blocks: list[ColumnBlock] = []
        self.owners: list[int] = []
        self.found: list[tuple[int, Element, int]] = []
        """Floats: the child's number, its element, its block."""
        self.bars: list[Bar] = []
        self.bar_numbers: list[int] = []

    def read(self) -> FlowFacts:
        children = self.columns.children
        numbers = [n for n, child in enumerate(children) if child.is_in_normal_flow()]
        flowing = [children[n] for n in numbers]
        parts = dict(zip(numbers, self.measuring.parts(flowing, self.column, self.columns), strict=True))
        for number, part in parts.items():
            self._take(number, children[number], part)
        own = {number for number, _, _ in self.found}
        texts = [
            (number, children[number].element)
            for number in dict.fromkeys(self.owners)
            if number not in own and children[number].element is not self.columns.element
        ]
        mentions = first_mentions([element for _, element, _ in self.found], texts)
        freed = [*children]
        indented_anew(freed, own)
        joining = _joining([(number, children[number], number in own) for number in numbers])
        floats: list[Float] = []
        for n, ((number, element, block), mention) in enumerate(zip(self.found, mentions, strict=True)):
            one = self._float(children[number], element, block, mention and self._point(*mention))
            one = replace(one, joins=number in joining, above=self._white_after(number, freed))
            # A turned table has a box for each of its pages.
            if n and self.found[n - 1][1] is element:
                one = replace(one, mention=floats[-1].mention, goes_on=True)
            floats.append(one)
        return FlowFacts(
            tuple(self.blocks), tuple(self.owners), tuple(floats), tuple(n for n, _, _ in self.found),
            tuple(self.bars), tuple(self.bar_numbers), parts,
        )  # fmt: skip

    def _take(self, number: int, child: LayoutBox, part: ColumnChild) -> None:
        pieces = [piece.block for piece in part.pieces]
        element = float_of(child)
        is_whole = len(pieces) == 1 and not pieces[0].splittable
        classes = class_names(element)
        if spans(child) and (not is_whole or element is None or "here" in granted_places(classes)):
            self.bars.append(self._bar(child, pieces, classes))
            self.bar_numbers.append(number)
            return
        if element is not None:
            self.found.append((number, element, len(self.blocks)))
            pieces = pieces if is_whole else _as_one(pieces)
        if part.together and pieces:
            pieces[-1] = replace(pieces[-1], keep_with_next=True)
        self.blocks += pieces
        self.owners += [number] * len(pieces)

    def _bar(self, child: LayoutBox, pieces: Sequence[ColumnBlock], classes: Sequence[str]) -> Bar:
        lines = sum(piece.choices[0][0] for piece in pieces)
        lines += sum(max(one.below, other.above) for one, other in pairwise(pieces))
        above, below = (self._white(child, side) for side in ("margin_top", "margin_bottom"))
        kind = next((name for name in KINDS if name in classes), "")
        divides = child.style["break_inside"] == "auto" and any(piece.splittable for piece in pieces)
        whole = _as_one(pieces)[0] if divides else ColumnBlock(((lines, 0.0),))
        # Where rows end is known: no line stays empty before a break but those.
        again = whole.again - self.measuring.steps if whole.ends else whole.again
        return Bar(len(self.blocks), lines, above, below, kind, whole.least, again, whole.ends)

    def _white(self, child: LayoutBox, side: str) -> int:
        margin = child.style[side]
        return round(margin.value / self.measuring.step) if margin != "auto" and margin.unit == "px" else 0

    def _white_after(self, number: int, freed: Sequence[LayoutBox]) -> int | None:
        """The white above the child after one, if another one where that stands elsewhere."""
        children = self.columns.children
        following = next((n for n in range(number + 1, len(children)) if children[n].is_in_normal_flow()), 0)
        is_other = following and freed[following] is not children[following]
        return self._white(freed[following], "margin_top") if is_other else None

    def _float(self, child: LayoutBox, element: Element, block: int, mention: Point | None) -> Float:
        classes = class_names(element)
        asked = granted_places(classes)
        one = self.blocks[block]
        splittable, across = one.splittable, spans(child)
        free = not asked and not splittable
        before = self.blocks[block - 1].choices[0][0] - self.measuring.steps if block else 0
        lines, beyond = one.choices[0][0], beyond_text(edge(child), self.columns.style) / self.measuring.step
        within = max(1, ceil(lines - beyond - 0.01))
        return Float(
            block,
            _kind(element, classes),
            within,
            mention or Point(block - 1, before),
            max(one.above, one.below, self.measuring.steps),
            spans=across,
            here=not across and (free or splittable or "here" in asked),
            head=not splittable and (free or "top" in asked),
            foot=not splittable and (free or "bottom" in asked),
            alone="page" in asked and not splittable,
            runs_off=lines - within,
        )

    def _point(self, number: int, share: float) -> Point | None:
        """The place that so large a share of the letters of a child stand before."""
        of_child = [n for n, owner in enumerate(self.owners) if owner == number]
        lines = share * sum(self.blocks[n].choices[0][0] for n in of_child)
        for n in of_child:
            if lines < self.blocks[n].choices[0][0]:
                return Point(n, int(lines))
            lines -= self.blocks[n].choices[0][0]
        return Point(of_child[-1], self.blocks[of_child[-1]].choices[0][0] - 1) if of_child else None


def _joining(flowing: Sequence[tuple[int, LayoutBox, bool]]) -> set[int]:
    """The numbers of floats between which no column ends where they stand elsewhere, of numbered children."""
    joining: set[int] = set()
    before: LayoutBox | None = None
    between: list[int] = []
    for number, child, is_float in flowing:
        if is_float:
            between.append(number)
            continue
        if before is not None and between and keeps_with(before, child):
            joining.update(between)
        before, between = child, []
    return joining


def _kind(element: Element, classes: Sequence[str]) -> str:
    """That within which a float keeps its order: figures and tables have one only where they are numbered."""
    kind = next((name for name in KINDS if name in classes), KINDS[0])
    return kind if kind == KINDS[-1] or label_of(element) else UNNUMBERED


def _as_one(pieces: Sequence[ColumnBlock]) -> list[ColumnBlock]:
    """Pieces of what stands where it is typed and breaks, as one block that breaks."""
    lines = sum(piece.choices[0][0] for piece in pieces)
    lines += sum(max(one.below, other.above) for one, other in pairwise(pieces))
    if not pieces:
        return []
    lines, least, again, below = 0, 0, 0, 0
    ends: tuple[float, ...] = ()
    for n, one in enumerate(pieces):
        lines += max(below, one.above) if n else 0
        least = lines + one.least if one.least else least
        ends += tuple(lines + end for end in one.ends)
        again = max(again, one.again)
        lines, below = lines + one.choices[0][0], one.below
    return [
        ColumnBlock(((lines, 0.0),), pieces[0].above, pieces[-1].below, least=least, again=again, ends=ends)
    ]
