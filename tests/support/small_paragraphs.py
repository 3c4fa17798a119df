"""Paragraphs in numbers, small enough to be worked by hand or by trying every way there is."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from issuebrief.linebreak.model import Break

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SPACE, STRETCH, SHRINK, HYPHEN = 2, 1, 1, 1


def paragraph(
    text: str, penalty: float = 50, stretch: float = STRETCH, shrink: float = SHRINK
) -> tuple[Break, ...]:
    """Every letter is 1 wide, a space 2; `-` is a possible hyphen (1 wide), `|` a forced break."""
    breaks: list[Break] = []
    width, spaces = 0.0, 0
    for letter in text:
        sums = (stretch * spaces, shrink * spaces)
        if letter == "-":
            breaks.append(Break(len(breaks), width + HYPHEN, *sums, width, *sums, penalty, hyphen=True))
        elif letter == "|":
            breaks.append(Break(len(breaks), width, *sums, width, *sums, -inf))
        elif letter == " ":
            spaces += 1
            after = (width + SPACE, stretch * spaces, shrink * spaces)
            breaks.append(Break(len(breaks), width, *sums, *after))
            width += SPACE
        else:
            width += 1
    sums = (stretch * spaces, shrink * spaces)
    return (*breaks, Break(len(breaks), width, *sums, width, *sums, -inf))


def ways(breaks: Sequence[Break]) -> Iterator[tuple[int, ...]]:
    """All the ways to choose breaks, with the forced and without the forbidden ones."""
    last = len(breaks) - 1

    def onward(place: int) -> Iterator[tuple[int, ...]]:
        if place == last:
            yield (last,)
            return
        for rest in onward(place + 1):
            if breaks[place].penalty < inf:
                yield (place, *rest)
            if breaks[place].penalty > -inf:
                yield rest

    return onward(0)


@st.composite
def paragraphs(draw: st.DrawFn) -> tuple[Break, ...]:
    """Up to 12 breaks: words in pieces, here and there a forced, a forbidden or a welcome break."""
    pieces = draw(st.lists(st.tuples(st.integers(2, 7), st.sampled_from("  -")), min_size=1, max_size=12))
    text = "".join("a" * size + end for size, end in pieces)[:-1]
    stretch, shrink = draw(st.sampled_from([(1, 1), (2, 1), (1.5, 0.75), (0, 0)]))
    breaks = paragraph(text, draw(st.sampled_from([0, 50, 120])), stretch, shrink)
    odd = draw(st.dictionaries(st.integers(0, 11), st.sampled_from([-inf, inf, -30.0, 20.0]), max_size=2))
    return tuple(
        at._replace(penalty=odd.get(at.offset, at.penalty)) if at is not breaks[-1] else at for at in breaks
    )
