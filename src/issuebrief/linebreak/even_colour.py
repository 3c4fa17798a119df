"""Even colour: how much of a line's slack its letters take, so that neighbours look alike.

In:  the lines of a paragraph, each with what it has too much or too little, and the theme's microtypography.
Out: for each line how much of what its letters can give they do give, from -1 to 1; spaces take the rest.

By itself a line shares its slack between letters and spaces by what each gives readily. But letters drawn
together beside letters set apart show as a dark line beside a pale one, so neighbours whose letters differ
by more than can be seen come to meet each other, as far as their spaces allow: the least sum of squares of
what spaces give, what letters give, and what neighbours differ by too much, found line by line, over and
over (Gauss and Seidel).
"""

from __future__ import annotations

from itertools import pairwise
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from issuebrief.linebreak.spacing import SPACE_STRETCH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from issuebrief.linebreak.spacing import Microtypography

WIDEST, NARROWEST = 0.46, -0.23
"""The change of a space, as a share of itself, beyond which letters help wherever they can."""
CROWDED = 0.25
"""How far a space readily shrinks."""
SEEN = 0.0135
"""The difference between the letters of two neighbours, in em, from which on it begins to show."""
SPACE = 0.233
"""How wide a space is in most text faces, in em: it grows with letters that are set apart or widened."""
LETTER = 0.5
"""How wide a letter is in most text faces, in em: what a widened letter gains is a share of that."""
LETTERS_PRICE, UNEVEN_PRICE, BEYOND_PRICE = 1.0, 200_000.0, 16_000.0
"""What letters cost that give all they can; neighbours that differ by 1 em more than can be seen; spaces
beyond their bounds by their own width. A space that has changed by all that it readily gives costs 1."""
ROUNDS, ENOUGH = 20, 0.02
"""The most rounds, and the change of any share in one that is not worth another."""


class Slack(NamedTuple):
    """What a line lacks to the measure, what its letters can give, how wide its spaces are: in one unit.

    It lacks less than nothing where it is too long.
    """

    excess: float
    letters: float
    spaces: float


class _Line(NamedTuple):
    """What each space of a line would have to take, and what letters can save it, in its own width."""

    excess: float
    saved: float


def letter_shares(lines: Sequence[Slack], fine: Microtypography) -> list[float]:
    """The share of what its letters can give for each of a paragraph's lines, in order."""
    reach = fine.tracking + LETTER * fine.expansion
    if reach <= 0:
        return [0.0] * len(lines)
    widened = fine.tracking / SPACE + fine.expansion
    seen = [
        _Line(line.excess / line.spaces, max(line.letters / line.spaces - widened, 0.0))
        if line.spaces > 0
        else None
        for line in lines
    ]
    shares = [
        _share(line, 0.0, (), 0.0, 0.0) if line else _clipped(slack.excess / (slack.letters or inf))
        for line, slack in zip(seen, lines, strict=True)
    ]
    alike, price = SEEN / reach, UNEVEN_PRICE * reach * reach
    unsettled = {
        place
        for left, right in pairwise(range(len(lines)))
        if abs(shares[left] - shares[right]) > alike
        for place in (left, right)
    }
    for _ in range(ROUNDS):
        changed = set()
        for place in sorted(unsettled):
            line, before = seen[place], shares[place]
            if line is not None:
                beside = shares[max(0, place - 1) : place] + shares[place + 1 : place + 2]
                shares[place] = _share(line, before, beside, alike, price)
                if abs(shares[place] - before) > ENOUGH:
                    changed |= {max(0, place - 1), place, min(place + 1, len(lines) - 1)}
        if not changed:
            break
        unsettled = changed
    return shares


def _share(line: _Line, share: float, beside: Sequence[float], alike: float, price: float) -> float:
    """The cheapest share for one line, given those of its neighbours, by Newton's method from `share` on."""
    excess, saved = line
    for _ in range(3):
        gap = excess - saved * share
        ease = SPACE_STRETCH if gap > 0 else CROWDED
        bend = saved * saved / (ease * ease) + LETTERS_PRICE
        slope = LETTERS_PRICE * share - saved * gap / (ease * ease)
        beyond = gap - WIDEST if gap > WIDEST else min(0.0, gap - NARROWEST)
        if beyond:
            slope -= BEYOND_PRICE * saved * beyond
            bend += BEYOND_PRICE * saved * saved
        for other in beside:
            apart = share - other
            if abs(apart) > alike:
                slope += price * (apart - alike if apart > 0 else apart + alike)
                bend += price
        share = _clipped(share - slope / bend)
    return share


def _clipped(share: float) -> float:
    return max(-1.0, min(1.0, share))
