"""What the places of floats cost, in lines that are missing at the foot of a column.

In:  where a float stands, what is left empty, and the `unit` of heights: how many of them make a line.
Out: prices.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from issuebrief.pagination.floats import Band, Float

SMALL = 15
"""Lines of a float that stands best where it is typed."""
OVERFULL = 1000.0
EARLY = 1.5
"""Standing before its mention, on the same page."""
PENDING_COLUMN, PENDING_PAGE = 1.0, 8.0
"""Standing a column, a page later than where it is typed."""
FOOT = 0.5
MOVED = 2.0
"""Standing elsewhere than where it is typed, though it is small."""
STACKED = 2.0
UNORDERED = 150.0
OPENING = 40.0
"""Standing above the first line of the whole text."""
SCANT, SCANT_LINES = 12.0, 4
"""Text of so few lines, or fewer, beside floats in a column."""
LOST = (0.0, 0.4, 2.0, 7.0, 16.0)
"""So many lines that are missing at the foot of a column; most of two can be made up for."""


def white_price(lines: float) -> float:
    """Lines that are missing at the foot of a column or band; half a line costs halfway between."""
    whole = int(lines)
    if not 0 <= lines < len(LOST) - 1:
        return max(0.0, LOST[-1] + 8.0 * (lines - len(LOST) + 1))
    return LOST[whole] + (lines - whole) * (LOST[whole + 1] - LOST[whole])


def level_price(lines: float) -> float:
    """Lines that are missing in a column that is balanced: one is nothing."""
    return 0.5 * max(0, lines - 1) ** 2


def here_price(float_: Float, unit: int, *, at_head: bool) -> float:
    """A float that stands where it is typed: a large one parts what belongs together, but not at a head."""
    lines = float_.lines / unit
    return 0.0 if at_head or lines <= SMALL else 3.0 + 0.25 * (lines - SMALL)


def unordered_price(placed: int, rank: int) -> float:
    """A float that has to stand where it is typed, while others of its kind before it are not set yet."""
    return UNORDERED * abs(rank - placed)


def band_price(band: Band, floats: Sequence[Float], unit: int) -> float:
    """What stands across all columns."""
    price = FOOT * len(band.foot) + STACKED * max(0, len(band.head) - 1)
    if band.head and not band.page and not band.top:
        price += OPENING
    return price + sum(MOVED for n in (*band.head, *band.foot) if floats[n].lines <= SMALL * unit) / 2


def column_price(
    head: tuple[int, ...], foot: tuple[int, ...], room: int, used: int, floats: Sequence[Float], band: Band,
    column: int, unit: int, *, early: int, ended: bool,
) -> float:  # fmt: skip
    """A column with floats at its head and foot, and so many of the lines between used."""
    price = FOOT * len(foot) + STACKED * (max(0, len(head) - 1) + max(0, len(foot) - 1)) + EARLY * early
    price += sum(MOVED for n in (*head, *foot) if floats[n].lines <= SMALL * unit)
    if (head or (foot and not used)) and not band.page and not band.top:
        price += OPENING if column == 0 else 2.0
    if (head or foot) and 0 < used <= SCANT_LINES * unit:
        price += SCANT
    missing = (room - used) / unit
    if band.level:
        return price + level_price(missing)
    return price + (white_price(missing) if ended or head or foot or used < room else 0.0)
