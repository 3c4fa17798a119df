"""Which arrangement of what follows the text is tried next: numbers only.

In:  the `Fit`s that were laid out, each with the `End` that came of it.
Out: the `Fit` that promises most of the others, or none.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

from issuebrief.pagination.end_fits import End, Fit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from issuebrief.pagination.endings import Ending

MOST_TRIED, FEW = 6, 1
"""So many fits are laid out at most; and where a part is longer than a page, for no fit fills pages then."""
TELLING = 3
"""What so many layouts share, the usual one among them, others will have too."""
LONG, VERY_LONG = 16, 64
"""Pages from which on a text is laid out whole once more at most, with other white before it, and never."""
FULL_PAGE = 400
"""The boxes of a page that is full of text. One of small tables has twice as many, and takes longer."""
WHITES = (
    "", "tight", "loose", "tight tighter", "loose looser", "tight low-cover", "tight tighter low-cover",
)  # fmt: skip
"""What the white of a document can be: the words that style sheets have rules for."""
LAYOUT = 2.0
"""The empty lines that another layout of the whole of a long text must be worth."""
DOUBT = 0.5
"""The share of what fits cost more than was promised that is added to what others promise."""


def layouts_worth(pages: int, boxes: int, ending: Ending) -> int:
    """How many layouts are worth their time besides the usual one, which has so many pages and boxes."""
    pages = max(pages, boxes // FULL_PAGE)
    if pages < LONG:
        return MOST_TRIED
    return int(pages < VERY_LONG and not ending.is_good)


def next_fit(tried: Mapping[Fit, End]) -> Fit | None:
    """The fit that promises most after those that were tried, the usual one among them.

    None where none promises to be better, all pages are full, or enough were tried.
    """
    # What room other pages leave the sidebar, and which words go on overleaf, is known when they are made.
    least_parted = min(end.parted for end in tried.values())
    # Where several layouts have columns that end unevenly, that lies in the text: tables divide between rows.
    least_uneven = min(end.uneven for end in tried.values()) if len(tried) >= TELLING else 0.0
    usual = replace(tried[Fit()].as_it_divides(), parted=least_parted, divided=0, uneven=least_uneven)
    best = min(end.cost(fit) for fit, end in tried.items())
    is_long = usual.layouts < MOST_TRIED
    if _are_enough(tried, is_long=is_long):
        return None
    seen = {(fit.white, fit.longer): usual.seen(end) for fit, end in tried.items()}
    layout = LAYOUT * is_long
    doubt = DOUBT * _mean_excess(usual, tried)

    def promise(fit: Fit) -> float:
        if (end := seen.get((fit.white, fit.longer))) is not None:
            return end.promise(replace(fit, longer=0)) + fit.cost - replace(fit, longer=0).cost
        return usual.promise(fit) + layout

    def likely(fit: Fit) -> float:
        return promise(fit) + (doubt if (fit.white, fit.longer) not in seen else 0.0)

    fits = [fit for fit in _fits(usual) if fit not in tried]
    if len(seen) > usual.layouts:
        fits = [fit for fit in fits if (fit.white, fit.longer) in seen]
    return min((fit for fit in fits if promise(fit) < best), key=likely, default=None)


def _are_enough(tried: Mapping[Fit, End], *, is_long: bool) -> bool:
    """Whether no other fit is worth its layout: of a long text, one that leaves no fault is enough."""
    if len(tried) > (MOST_TRIED if tried[Fit()].parts_fit else FEW) or tried[Fit()].is_good:
        return True
    return is_long and any(end.is_good and not end.parted for end in tried.values())


def _mean_excess(usual: End, tried: Mapping[Fit, End]) -> float:
    """By how much fits cost more than was promised, on the average."""
    excess = [max(0.0, end.cost(fit) - usual.promise(fit)) for fit, end in tried.items() if fit != Fit()]
    return sum(excess) / max(1, len(excess))


def _fits(end: End) -> list[Fit]:
    """All fits that there are for a document."""
    whites = [white for white in WHITES if end.has_cover or "low-cover" not in white]
    longer = (0, *end.longer)
    orders = (False, True) if end.notes else (False,)
    shapes = ("",) if end.is_stacked else ("", "stacked", "unequal")
    return [Fit(*parts) for parts in product(whites, orders, shapes, longer)]
