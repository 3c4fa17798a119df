"""What stands in columns, as blocks of so many lines.

In:  boxes as WeasyPrint has them before it lays them out, their column, and the height of a line.
Out: `ColumnPiece`s: `ColumnBlock`s for `pagination/column_fill.py`, each with its paragraph where its length
     may vary.

Lists, quotations and whatever else only holds other blocks are taken apart, so that each paragraph in them
counts by itself. What holds more than text is laid out for its height.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from weasyprint.formatting_structure import boxes
from weasyprint.layout import block
from weasyprint.layout.block import block_level_page_break, block_level_width
from weasyprint.layout.percent import resolve_percentages
from weasyprint.text.line_break import strut

from issuebrief.pagination.columns import ColumnBlock

if TYPE_CHECKING:
    from typing import Literal

    from issuebrief.engine.protocols import LayoutBox, PageContext
    from issuebrief.layout.paragraphs.break_decisions import Decision, Key
    from issuebrief.layout.paragraphs.composer import Composer
    from issuebrief.layout.paragraphs.paragraph import Paragraph

DEMERITS = 5e-5
"""What a paragraph's demerits count beside a missing line."""
LOOSEST = 1.45
"""The stretch ratio beyond which a paragraph is not made longer."""
LEAST_ROWS = 2
"""Rows of a table before a page break in it."""
CONTINUED = 2
"""Lines above its head overleaf, and what of one stays empty before the break."""
TOGETHER = ("avoid", "avoid-column", "avoid-page")


class ColumnPiece(NamedTuple):
    """A block, and its paragraph where it is one whose length may vary."""

    block: ColumnBlock
    paragraph: Paragraph | None = None


class ColumnChild(NamedTuple):
    """A child of columns: its pieces, and whether it stays with the next one.

    Of one that was decided about before, the pieces have no paragraphs.
    """

    child: LayoutBox
    key: Key | None
    pieces: tuple[ColumnPiece, ...]
    together: bool
    decision: Decision | None


@dataclass(frozen=True)
class Measuring:
    """What measuring takes: WeasyPrint's context, who composes, and the height of a line in px.

    `varied` says that paragraphs may be given other lengths than their own. `steps` are the units that a line
    counts: two where paragraphs are parted by half a line.
    """

    context: PageContext
    composer: Composer
    leading: float
    varied: bool = True
    steps: int = 1

    @property
    def step(self) -> float:
        """The unit in px."""
        return self.leading / self.steps

    def parts(
        self, children: list[LayoutBox], container: LayoutBox, columns: LayoutBox | None = None
    ) -> list[ColumnChild]:
        """The children of columns; one in which nothing has changed is not measured again.

        What spans all columns is measured in `columns`, where that is given.
        """
        flowing = [child for child in children if child.is_in_normal_flow()]
        return [
            self._part(child, following, columns if columns and _spans(child) else container)
            for child, following in zip_longest(flowing, flowing[1:])
        ]

    def _part(self, child: LayoutBox, following: LayoutBox | None, container: LayoutBox) -> ColumnChild:
        decisions = self.composer.decisions
        key = None
        # All text that stands in the columns without a block of its own has the columns' element.
        if child.element is not container.element:
            key = decisions.key(child.element, type(child), round(container.width, 4), round(self.step, 4))
        decision = decisions.children.get(key) if key else None
        pieces = (
            [ColumnPiece(known) for known in decision.blocks]
            if decision
            else self.taken_apart(child, container)
        )
        return ColumnChild(child, key, tuple(pieces), keeps_with(child, following), decision)

    def pieces(self, children: list[LayoutBox], container: LayoutBox) -> list[ColumnPiece]:
        """Boxes that follow each other, and what is in them; what takes no room in the column is left out."""
        flowing = [child for child in children if child.is_in_normal_flow()]
        found: list[ColumnPiece] = []
        for child, following in zip_longest(flowing, flowing[1:]):
            found += self.taken_apart(child, container)
            if found and keeps_with(child, following):
                found[-1] = found[-1]._replace(block=replace(found[-1].block, keep_with_next=True))
        return found

    def taken_apart(self, child: LayoutBox, container: LayoutBox) -> list[ColumnPiece]:
        """A block as one piece, or what is in it as several."""
        child = child.copy()
        child.position_x, child.position_y = container.content_box_x(), container.content_box_y()
        resolve_percentages(child, container)
        above, below = self._lines(child.margin_top), self._lines(child.margin_bottom)
        if not _is_open(child):
            return [self._measured(child, container, above, below)]
        block_level_width(child, container)
        flowing = [inner for inner in child.children if inner.is_in_normal_flow()]
        whole = child.style["break_inside"] in TOGETHER
        paragraph = self._paragraph(child, flowing)
        if paragraph is not None and whole:
            return [
                ColumnPiece(
                    ColumnBlock(((paragraph.lines * self.steps, 0.0),), above, below, splittable=False)
                )
            ]
        if paragraph is not None:
            lengths = choices(paragraph) if self.varied else ((paragraph.lines * self.steps, 0.0),)
            return [ColumnPiece(ColumnBlock(lengths, above, below), paragraph)]
        if whole or child.style["column_count"] != "auto" or not _are_blocks(flowing):
            return [self._measured(child, container, above, below)]
        pieces = self.pieces(flowing, child)
        if child.element_tag == "figure" and len(pieces) > 1:
            # Its parts are rounded up to lines together.
            lines = self._measured(child, container, above, below).block.choices[0][0]
            pieces = _as_high(pieces, lines)
        return _within(pieces, above, below)

    def _lines(self, margin: float | Literal["auto"]) -> int:
        return 0 if margin == "auto" else max(0, round(margin / self.step))

    def _paragraph(self, holder: LayoutBox, flowing: list[LayoutBox]) -> Paragraph | None:
        """The composed paragraph of a block that holds nothing else, with lines as high as the others."""
        if len(flowing) != 1 or not isinstance(flowing[0], boxes.LineBox):
            return None
        if abs(strut(flowing[0].style)[0] - self.leading) > 0.1:
            return None
        paragraph = self.composer.paragraph(self.context, flowing[0], holder)
        if paragraph is not None:
            paragraph.begin_again()
        return paragraph

    def _measured(self, child: LayoutBox, container: LayoutBox, above: int, below: int) -> ColumnPiece:
        """A block that is as high as WeasyPrint makes it."""
        laid_out = block.block_level_layout(
            self.context, child, -1e9, None, container, True, [], [], [], None, None, False, None
        )[0]
        height = laid_out.border_height() if laid_out is not None else 0.0
        lines = max(1, ceil(height / self.step - 0.01))
        splittable = child.style["break_inside"] not in TOGETHER
        divides = splittable and child.is_table_wrapper and laid_out is not None
        whole = ColumnBlock(((lines, 0.0),), above, below, splittable=splittable)
        return ColumnPiece(self._divided(whole, laid_out) if divides else whole)

    def _divided(self, whole: ColumnBlock, wrapper: LayoutBox) -> ColumnBlock:
        """A table as a block: what stands before a break in it, and what is there again overleaf."""
        tables = [child for child in getattr(wrapper, "children", ()) if isinstance(child, boxes.TableBox)]
        groups = [group for table in tables for group in table.children]
        heads = sum(group.height for group in groups if group.is_header)
        rows = [row for group in groups if not (group.is_header or group.is_footer) for row in group.children]
        top = wrapper.border_box_y()
        ends = tuple((row.position_y + row.height - top) / self.step for row in rows)
        least = ends[:LEAST_ROWS][-1] if ends else heads / self.step
        again = ceil(heads / self.step - 0.01) + CONTINUED * self.steps
        return replace(whole, least=ceil(least - 0.01), again=again, ends=ends)


def keeps_with(child: LayoutBox, following: LayoutBox | None) -> bool:
    """Whether no column ends between a child and the one after it, if there is one."""
    return following is not None and block_level_page_break(child, following) in TOGETHER


def _spans(child: LayoutBox) -> bool:
    return bool(child.style["column_span"] == "all")


def _is_open(box: LayoutBox) -> bool:
    """Whether a box is a plain block, with nothing between its upper and lower edges and what it holds."""
    if type(box) is not boxes.BlockBox or box.is_table_wrapper:
        return False
    inside = (box.padding_top, box.padding_bottom, box.border_top_width, box.border_bottom_width)
    return not any(inside) and box.style["height"] == "auto"


def _are_blocks(flowing: list[LayoutBox]) -> bool:
    """Whether children are blocks, so that their parent is only there to hold them."""
    return bool(flowing) and all(isinstance(inner, boxes.BlockLevelBox) for inner in flowing)


def _as_high(pieces: list[ColumnPiece], lines: int) -> list[ColumnPiece]:
    """Pieces of a block that has so many lines: the last one has what the others leave."""
    blocks = [piece.block for piece in pieces]
    before = sum(one.choices[0][0] for one in blocks[:-1])
    before += sum(max(one.below, other.above) for one, other in pairwise(blocks))
    last = replace(blocks[-1], choices=((max(1, lines - before), 0.0),))
    return [*pieces[:-1], pieces[-1]._replace(block=last)]


def _within(pieces: list[ColumnPiece], above: int, below: int) -> list[ColumnPiece]:
    """Pieces in a block, whose own margins collapse with those of the first and the last."""
    if pieces:
        first = pieces[0].block
        pieces[0] = pieces[0]._replace(block=replace(first, above=max(above, first.above)))
        last = pieces[-1].block
        pieces[-1] = pieces[-1]._replace(block=replace(last, below=max(below, last.below)))
    return pieces


def choices(paragraph: Paragraph) -> tuple[tuple[int, float], ...]:
    """The numbers of lines that a paragraph can take, and what each costs, the best first.

    What fits a line of ragged text, such as a short note, stays on it.
    """
    best = paragraph.line_breaks.demerits
    if not paragraph.spec.justified and paragraph.lines == 1:
        return ((1, 0.0),)
    alternatives = paragraph.alternatives(LOOSEST)
    costs = (
        (lines, max(0.0, (line_breaks.demerits - best) * DEMERITS))
        for lines, line_breaks in alternatives.items()
    )
    return tuple(sorted(costs, key=lambda choice: choice[1]))
