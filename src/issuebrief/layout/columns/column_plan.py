"""Where the columns of a text will end, chosen over all of it before its first line is placed.

In:  the box of the columns, as WeasyPrint has it before it lays it out, and the room on its first page.
Out: a `Plan`: on which page the columns end, and at what height. The composer is told how many lines each
     paragraph shall take, so that every full column ends on its last line.

`column_blocks.py` turns boxes into blocks of lines, `pagination/column_fill.py` makes the choice. What spans
all columns parts them: what stands above it and below it is chosen one after the other.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import groupby
from math import floor
from typing import TYPE_CHECKING, NamedTuple

from weasyprint.layout import block
from weasyprint.layout.percent import resolve_percentages
from weasyprint.text.line_break import strut

from issuebrief.layout.columns.column_blocks import LOOSEST, Measuring
from issuebrief.layout.columns.fit_columns import column_of
from issuebrief.layout.paragraphs.break_decisions import Decision
from issuebrief.layout.styles.page_sides import heights_after
from issuebrief.pagination.column_fill import fill
from issuebrief.pagination.cut_pages import fill_level, fill_whole, next_cut

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from issuebrief.engine.protocols import LayoutBox, PageContext
    from issuebrief.layout.columns.column_blocks import ColumnChild, ColumnPiece
    from issuebrief.layout.paragraphs.composer import Composer
    from issuebrief.pagination.columns import ColumnBlock, Filling
    from issuebrief.pagination.floats import FloatPlan

LEAST = 2
"""Lines that stand under what spans all columns, at least."""


@dataclass(frozen=True)
class Plan:
    """Where the columns end: on which page, from 0, and how far down, in px from where they begin on it.

    There is no such page (-1) where something that spans all columns stands amid or after them. Columns with
    figures, tables or boxes have a plan for those instead, and so have those of which a page `is_uneven`: one
    to cut shorter, so that its columns end level. `cuts` are pages of notes that end so many px higher, so
    that no note goes on overleaf.
    """

    page: int
    height: float
    floats: FloatPlan | None = None
    is_uneven: bool = False
    cuts: Mapping[int, float] = field(default_factory=dict)


class ColumnHeights(NamedTuple):
    """The heights of columns, in px: what is left of them on this page, and what the two pages after it have.

    From there on those two take turns.
    """

    left: float
    following: float
    after: float

    def ahead(self, pages: int) -> ColumnHeights:
        """What a page has that is so many pages on."""
        if pages == 0:
            return self
        here, other = (self.following, self.after) if pages % 2 else (self.after, self.following)
        return ColumnHeights(here, other, here)

    def without(self, height: float, white: float = 0.0) -> ColumnHeights:
        """What is left when so much of it is taken, with white below it; a page on where it is too high."""
        room = self if self.left - height > -0.5 else self.ahead(1)
        return room._replace(left=room.left - height - white)

    def lines(self, leading: float, most: int) -> list[int]:
        """How many lines a column has on this page and those after it, for a text of so many at the most."""
        first, *later = (_whole_lines(height, leading) for height in self)
        turns = 1 if later[0] == later[1] else most // max(1, min(later)) + 1
        return [first, *(later * turns)]


def _whole_lines(height: float, leading: float) -> int:
    return max(0, floor(height / leading + 0.01))


def plan_columns(context: PageContext, columns: LayoutBox, left: float, composer: Composer) -> Plan | None:
    """Tell the composer how many lines each paragraph of the columns shall take; where they will end.

    None where what spans the columns would stand at the foot of the page with no line under it.
    """
    style = columns.style
    leading, count = strut(style)[0], style["column_count"]
    room = ColumnHeights(left, *heights_after(context, style))
    measuring, column = Measuring(context, composer, leading), column_of(columns)
    plan = Plan(-1, 0.0)
    for place, (spanning, children) in enumerate(_groups(columns.children)):
        if spanning:
            for child in children:
                room = room.without(*_height(context, child, columns))
            if place == 0 and room.left < LEAST * leading:
                return None
            plan = Plan(-1, 0.0)
            continue
        if room.left < LEAST * leading:
            room = room.ahead(1)
        parts = measuring.parts(children, column)
        blocks = blocks_of(parts)
        most = sum(max(lines for lines, _ in block_.choices) for block_ in blocks)
        rooms = [[lines] * count for lines in room.lines(leading, most)]
        is_text, cuts = columns.element_tag == "main", dict[int, int]()
        filling, cuts = (fill(blocks, rooms), cuts) if is_text else fill_whole(blocks, rooms)
        if is_text and _is_uneven(blocks, filling, rooms):
            return Plan(-1, 0.0, is_uneven=True)
        take(parts, filling, measuring, column)
        lines, last = max(filling.columns[-count:], default=0), len(filling.columns) // count - 1
        if place < 2:
            height = lines * leading + (0.0 if last else left - room.left)
            plan = Plan(last, height, cuts={page: lines * leading for page, lines in cuts.items()})
        room = room.ahead(max(0, last)).without(lines * leading)
    return plan


def _is_uneven(blocks: Sequence[ColumnBlock], filling: Filling, rooms: list[list[int]]) -> bool:
    """Whether the text is better where a page is cut, of which a column ends early."""
    pages = len(filling.columns) // len(rooms[0])
    rooms = [*rooms[:pages], *rooms[-1:] * (pages - len(rooms))]
    if next_cut(blocks, filling, rooms, 0) is None:
        return False
    return bool(fill_level(blocks, rooms, lambda page, lines: [n - lines for n in rooms[page]])[1])


def _groups(children: list[LayoutBox]) -> list[tuple[bool, list[LayoutBox]]]:
    """Children that span all columns, and those that stand in columns, by turns."""
    turns = groupby(children, key=lambda child: child.style["column_span"] == "all")
    return [(spanning, list(group)) for spanning, group in turns]


def _height(context: PageContext, child: LayoutBox, columns: LayoutBox) -> tuple[float, float]:
    """The height of what spans all columns, with the white above it, and the white below."""
    trial = child.copy()
    resolve_percentages(trial, columns)
    trial.position_x, trial.position_y = columns.content_box_x(), columns.content_box_y()
    laid_out = block.block_level_layout(
        context, trial, -1e9, None, columns, True, [], [], [], None, None, False, None
    )[0]
    if laid_out is None:
        return 0.0, 0.0
    return laid_out.margin_height() - laid_out.margin_bottom, laid_out.margin_bottom


def blocks_of(parts: list[ColumnChild]) -> list[ColumnBlock]:
    """The blocks of all parts, one after the other."""
    blocks: list[ColumnBlock] = []
    for part in parts:
        blocks += [piece.block for piece in part.pieces]
        if blocks and part.together:
            blocks[-1] = replace(blocks[-1], keep_with_next=True)
    return blocks


def take(parts: list[ColumnChild], filling: Filling, measuring: Measuring, column: LayoutBox) -> None:
    """Give each paragraph its length, and end no column in a hyphen where it can be helped.

    Where an earlier revision of the brief has come to the same decision about a part, nothing is to be done.
    """
    decisions, ends = measuring.composer.decisions, split_lines(blocks_of(parts), filling)
    begin = 0
    for part in parts:
        end = begin + len(part.pieces)
        decision = Decision(
            tuple(piece.block for piece in part.pieces),
            tuple(filling.lines[begin:end]),
            tuple((place - begin, line) for place, line in ends if begin <= place < end),
        )
        pieces = part.pieces
        if part.decision is not None and decision != part.decision:
            decisions.reconsider(part.child.element)
            pieces = tuple(measuring.taken_apart(part.child, column))
        if decision != part.decision:
            _decide(pieces, decision)
        if part.decision is None:
            # Something in it is new, and the rest may have to make up for that.
            for paragraph in (piece.paragraph for piece in pieces if piece.paragraph):
                measuring.composer.compare(paragraph)
        if part.key:
            decisions.children[part.key] = decision
        begin = end


def _decide(pieces: tuple[ColumnPiece, ...], decision: Decision) -> None:
    for piece, lines in zip(pieces, decision.lines, strict=True):
        if piece.paragraph is not None and lines != piece.paragraph.lines:
            piece.paragraph.take(piece.paragraph.alternatives(LOOSEST)[lines])
    for place, line in decision.ends:
        if (paragraph := pieces[place].paragraph) is not None:
            paragraph.avoid_hyphen(line, LOOSEST)


def split_lines(blocks: list[ColumnBlock], filling: Filling) -> list[tuple[int, int]]:
    """The lines that end a column in the middle of a block: the block's place, and the line's number."""
    ends = []
    columns = iter(filling.columns)
    room, used, below = next(columns, 0), 0, 0
    for place, (block_, lines) in enumerate(zip(blocks, filling.lines, strict=True)):
        white = max(below, block_.above) if used else 0
        below, left = block_.below, lines
        used += white
        while used + left > room:
            taken = room - used
            if taken > 0:
                ends.append((place, lines - left + taken - 1))
                left -= taken - min(block_.again, taken - 1)
            upcoming = next(columns, None)
            if upcoming is None:
                return ends
            room, used = upcoming, 0
        used += left
    return ends
