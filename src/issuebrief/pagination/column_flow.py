"""The layout engine in numbers: it fills column after column, and balances the last page.

In:  the `ColumnBlock`s of a text with the lengths that were chosen for them, and the capacity of each column.
Out: the lines used in each column, and what went wrong: widows, orphans, stranded headings, overflow.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from issuebrief.pagination.column_prices import FAULT, FEW, balance_cost, balancings, column_cost, ending_cost
from issuebrief.pagination.columns import DEFAULT_COSTS, ColumnBlock, ColumnCosts, Columns, Fault, columns_of

if TYPE_CHECKING:
    from collections.abc import Sequence

UNDER_HEADING = 2
"""Lines that a heading wants under it in its column."""


class KeptRun(NamedTuple):
    """Headings and other lines after which no column ends: they move together with what follows."""

    start: int
    """Lines used in the column before the white above them: where it ends if they move."""
    height: int
    owed: int
    """What the heading before them was still owed."""
    wanted: int
    """Lines that they want under them."""


class FlowPosition(NamedTuple):
    """Where the text has come to."""

    column: int = 0
    used: int = 0
    stood: int = 0
    """Lines in the earlier columns of the page, counted up to `FEW`."""
    owed: int = 0
    """Lines that the last heading still wants under it in this column."""
    run: KeptRun | None = None


class Turn(NamedTuple):
    """The end of a column, and how the text goes on: `left` lines of its block are set from `spot`."""

    used: int
    fault: str
    spot: FlowPosition
    left: int


class Start(NamedTuple):
    """Where a page can begin: amid or before a block, in the spot at its top."""

    block: int
    left: int
    spot: FlowPosition


class FlowSetting(NamedTuple):
    """What stays the same while the text is set; `whites` stand above each block within a column."""

    blocks: Sequence[ColumnBlock]
    whites: tuple[int, ...]
    costs: ColumnCosts


def flow(
    blocks: Sequence[ColumnBlock],
    lines: Sequence[int],
    capacities: Sequence[Sequence[int]],
    costs: ColumnCosts = DEFAULT_COSTS,
) -> tuple[tuple[int, ...], list[Fault]]:
    """The lines used in each column, and the faults, when blocks of so many lines are set greedily.

    As many lines as fit are set; one goes over when fewer than `widows` would, the whole block when
    fewer than `orphans` would stay, headings with what follows. The page on which the text ends is
    balanced: its columns are given the height that leaves them most level.
    """
    if not blocks:
        return (), []
    result = whole_flow(setting_of(blocks, costs), lines, columns_of(capacities, sum(lines)))
    return result.used, list(result.faults)


def setting_of(blocks: Sequence[ColumnBlock], costs: ColumnCosts) -> FlowSetting:
    """The blocks with the white that stands between them: of two that meet the larger."""
    between = (max(first.below, second.above) for first, second in pairwise(blocks))
    return FlowSetting(blocks, (0, *between), costs)


# ---- One block


def set_block(
    setting: FlowSetting, index: int, spot: FlowPosition, lines: int, columns: Columns
) -> tuple[FlowPosition, list[Turn]]:
    """Set so many lines of a block from a spot on: where that ends, and the columns that end on the way."""
    block = setting.blocks[index]
    turns: list[Turn] = []
    while True:
        column, used, stood, owed, _ = spot
        gap = setting.whites[index] if used else 0
        room = columns.heights[column] - used - gap
        if lines <= room or not (used or block.splittable):
            break
        part = _part(block, lines, room, setting.costs, empty=not used)
        # In a column that is lower than what is there again the block goes on by a line.
        left = lines - part + min(block.again, max(0, part - 1))
        turn = _turn(spot, block, gap, part, left, columns, setting.costs)
        turns.append(turn)
        spot, lines = turn.spot, turn.left
    if owed or block.keep_with_next:
        return _stand(spot, block, gap + lines, lines, setting.costs), turns
    return FlowPosition(column, used + gap + lines, stood), turns


def _part(block: ColumnBlock, lines: int, room: int, costs: ColumnCosts, *, empty: bool) -> int:
    """How many lines of a block that does not fit stay in the column."""
    part = min(room, lines - costs.widows) if block.splittable else 0
    if part >= max(1, costs.orphans, block.least):
        return part
    return room if empty else 0


def _stand(
    spot: FlowPosition, block: ColumnBlock, height: int, lines: int, costs: ColumnCosts
) -> FlowPosition:
    """The spot after a block, or the rest of one, that stays in the column; `height` is with white above."""
    column, used, stood, owed, run = spot
    still = UNDER_HEADING if _is_heading(block) else max(0, owed - lines)
    if not block.keep_with_next:
        return FlowPosition(column, used + height, stood, still)
    if block.splittable and lines - costs.widows >= costs.orphans:
        # As many lines as may begin a column go with what follows.
        moved = costs.widows
        run = KeptRun(used + height - moved, moved, max(0, owed - lines + moved), 0)
    elif run:
        run = KeptRun(run.start, run.height + height, run.owed, still)
    else:
        run = KeptRun(used, lines, owed, UNDER_HEADING if _is_heading(block) else 0)
    return FlowPosition(column, used + height, stood, still, run)


def _is_heading(block: ColumnBlock) -> bool:
    return block.keep_with_next and not block.splittable


def _turn(
    spot: FlowPosition,
    block: ColumnBlock,
    gap: int,
    part: int,
    left: int,
    columns: Columns,
    costs: ColumnCosts,
) -> Turn:
    """End a column after `part` lines of a block; with none the headings before it go over as well."""
    run = spot.run if not part and spot.run and spot.run.start else None
    if run:
        used, owed = run.start, run.owed
    else:
        used = spot.used + (gap + part if part else 0)
        owed = spot.owed - (0 if _is_heading(block) else part)
    # What was to stay with this block begins the column, and can't go over with it.
    parted = not part and spot.run is not None and not run
    fault = "stranded" if owed > 0 or parted else ""
    if part and not fault:
        fault = "orphan" if part < max(costs.orphans, block.least) else "widow" if left < costs.widows else ""
    following = spot.column + 1
    same = columns.pages[following] == columns.pages[spot.column]
    top = FlowPosition(following, 0, min(FEW, spot.stood + used) if same else 0)
    if run:
        top = top._replace(used=run.height, owed=run.wanted, run=KeptRun(0, run.height, 0, run.wanted))
    return Turn(used, fault, top, left)


# ---- The whole text with lengths given


class _Result(NamedTuple):
    used: tuple[int, ...]
    faults: tuple[Fault, ...]
    cost: float


def whole_flow(setting: FlowSetting, lines: Sequence[int], columns: Columns) -> _Result:
    """Set all blocks, then the last page's once more at the height that levels it best."""
    start = Start(0, lines[0], FlowPosition())
    costs = setting.costs
    turns, end = _walk(setting, lines, columns, start)
    last = columns.pages[end.column]
    on_last = columns.on(last)
    full = turns[: on_last.start]
    used = [turn.used for _, turn in full]
    faults = _faults([turn for _, turn in full], columns)
    cost = sum(column_cost(n, h, costs) for n, h in zip(used, columns.heights, strict=False))
    cost += FAULT * costs.short_line * sum(bool(turn.fault) for _, turn in full)
    if full:
        index, turn = full[-1]
        start = Start(index, turn.left, turn.spot)
    rest = [start.left, *lines[start.block + 1 :]]
    most = sum(rest) + sum(setting.whites[start.block :]) + start.spot.used
    lowest = min(columns.heights[column] for column in on_last)
    following = zip(setting.blocks[start.block :], rest, strict=True)
    least = sum(n for block, n in following if block.splittable or n <= lowest)
    ending: _Result | None = None
    for balanced, price in balancings(columns, last, least, most, costs):
        if ending and price >= ending.cost:
            break
        page = _balance(setting, lines, balanced, start)
        ending = page if page and (not ending or page.cost < ending.cost) else ending
    assert ending, "the last height tried is the page's own, and there the text ends on it"
    return _Result((*used, *ending.used), (*faults, *ending.faults), cost + ending.cost)


def _walk(
    setting: FlowSetting, lines: Sequence[int], columns: Columns, start: Start
) -> tuple[list[tuple[int, Turn]], FlowPosition]:
    """Set the blocks from a start on: each column's end, with the block it came in, and the text's end."""
    turns: list[tuple[int, Turn]] = []
    spot, left = start.spot, start.left
    for index in range(start.block, len(setting.blocks)):
        if index > start.block:
            left = lines[index]
        spot, more = set_block(setting, index, spot, left, columns)
        turns += ((index, turn) for turn in more)
    return turns, spot


def _balance(setting: FlowSetting, lines: Sequence[int], columns: Columns, start: Start) -> _Result | None:
    """The last page at the heights given, or None if the text does not end on it."""
    first = start.spot.column
    turns, end = _walk(setting, lines, columns, start)
    page = columns.on(columns.pages[first])
    if end.column not in page:
        return None
    used = [turn.used for _, turn in turns] + [end.used]
    cost = ending_cost(end, columns, setting.costs)
    for column, (_, turn) in enumerate(turns, first):
        cost += balance_cost(turn.used, columns.heights[column], setting.costs)
        cost += FAULT * setting.costs.short_line if turn.fault else 0
    faults = _faults([turn for _, turn in turns], columns, first)
    if end.used > columns.heights[end.column]:
        faults.append(Fault(end.column, "overflow"))
    return _Result((*used, *(0 for _ in range(end.column + 1, page.stop))), tuple(faults), cost)


def _faults(turns: Sequence[Turn], columns: Columns, first: int = 0) -> list[Fault]:
    """What went wrong in columns that ended."""
    faults = []
    for column, turn in enumerate(turns, first):
        if turn.fault:
            faults.append(Fault(column, turn.fault))
        if turn.used > columns.heights[column]:
            faults.append(Fault(column, "overflow"))
    return faults
