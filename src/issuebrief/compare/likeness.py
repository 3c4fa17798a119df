"""Pair the blocks of two versions: paragraphs, items, rows, figures.

In:  the blocks of both, in their order.
Out: pairs of places in the order of a reader; a block that has no counterpart stands alone.

Blocks that are the same are paired first. Between them each block may go with one that is like it: the
pairs are those whose likeness is the greatest in sum, among blocks that lie at about the same place.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from issuebrief.compare.sequences import in_common

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

LEAST = 0.4
"""The least likeness of two versions of a block."""
BAND = 48
"""So many places two versions of a block may lie apart between blocks that are the same."""

Places = tuple[int | None, int | None]


@dataclass(frozen=True)
class Sketch:
    """What blocks are compared by: a key that is equal for equal ones, their words, and a kind.

    Blocks of two kinds are no versions of each other. `names` are those of a block that there can be one
    of beside its like, such as a title: it goes with the other of its name whatever both say.
    """

    key: Hashable
    words: Counter[str]
    kind: str
    name: str = ""

    @property
    def size(self) -> int:
        """How many words it has."""
        return self.words.total()


def likeness(old: Sketch, new: Sketch) -> float:
    """From 0 to 1: twice the words that both have, by all words (Dice, 1945)."""
    if old.kind != new.kind:
        return 0.0
    if old.key == new.key:
        return 1.0
    smaller, larger = (old, new) if len(old.words) < len(new.words) else (new, old)
    count = larger.words
    both = sum(min(number, count[word]) for word, number in smaller.words.items() if word in count)
    return 2 * both / (old.size + new.size) if old.size + new.size else float(old.name == new.name)


def pair_blocks(old: Sequence[Sketch], new: Sequence[Sketch]) -> list[Places]:
    """The places of blocks, those that belong together in one pair."""
    same = in_common([sketch.key for sketch in old], [sketch.key for sketch in new])
    named = _named(old, new)
    same = [pair for pair in same if _keeps_order(pair, named)] if named else same
    fixed = sorted({*same, *named})
    found: list[Places] = []
    last_old = last_new = 0
    for at, to in [*fixed, (len(old), len(new))]:
        found += _between(old, new, (last_old, at), (last_new, to))
        if at < len(old):
            found.append((at, to))
        last_old, last_new = at + 1, to + 1
    return found


def _named(old: Sequence[Sketch], new: Sequence[Sketch]) -> list[tuple[int, int]]:
    """Places of blocks that bear a name which each version has once, in order."""
    names_old, names_new = ([sketch.name for sketch in sketches] for sketches in (old, new))
    counts = (Counter(names_old), Counter(names_new))
    single = {name for name in counts[0] if name and counts[0][name] == 1 == counts[1][name]}
    if not single:
        return []
    places_old = [place for place, name in enumerate(names_old) if name in single]
    places_new = [place for place, name in enumerate(names_new) if name in single]
    pairs = in_common([names_old[place] for place in places_old], [names_new[place] for place in places_new])
    return [(places_old[at], places_new[to]) for at, to in pairs]


def _keeps_order(pair: tuple[int, int], named: Sequence[tuple[int, int]]) -> bool:
    return all(
        pair == one or (pair[0] < one[0] and pair[1] < one[1]) or (pair[0] > one[0] and pair[1] > one[1])
        for one in named
    )


def _between(
    old: Sequence[Sketch], new: Sequence[Sketch], rows: tuple[int, int], columns: tuple[int, int]
) -> list[Places]:
    """The pairs between two that are settled: those most alike in sum; what is gone comes first."""
    first, last = rows
    low, high = columns
    height, width = last - first, high - low
    if not height or not width:
        return [*((at, None) for at in range(first, last)), *((None, to) for to in range(low, high))]
    slope = width / height
    near = _nearness(height, width)
    # best[i][j]: the most likeness in sum from row i and column j on; only columns near the diagonal are
    # kept.
    best: list[dict[int, float]] = [{} for _ in range(height + 1)]
    choice: dict[tuple[int, int], str] = {}
    alike: Callable[[int, int], float] = lambda i, j: likeness(old[first + i], new[low + j])  # noqa: E731
    for i in range(height - 1, -1, -1):
        middle = int(i * slope)
        for j in range(min(width, middle + near + 1) - 1, max(middle - near, 0) - 1, -1):
            skip_old, skip_new = best[i + 1].get(j, 0.0), best[i].get(j + 1, 0.0)
            value, step = (skip_old, "old") if skip_old >= skip_new else (skip_new, "new")
            score = alike(i, j)
            if score >= LEAST and score + best[i + 1].get(j + 1, 0.0) > value:
                value, step = score + best[i + 1].get(j + 1, 0.0), "both"
            best[i][j] = value
            choice[i, j] = step
    return _walked(choice, (first, height), (low, width))


def _nearness(height: int, width: int) -> int:
    """How far from the diagonal versions are looked for."""
    return max(BAND, int(2 * width / height) + 1) if height else BAND


def _walked(
    choice: dict[tuple[int, int], str], rows: tuple[int, int], columns: tuple[int, int]
) -> list[Places]:
    (first, height), (low, width) = rows, columns
    found: list[Places] = []
    gone: list[Places] = []
    come: list[Places] = []
    i = j = 0
    while i < height or j < width:
        step = choice.get((i, j), "old" if i < height else "new")
        if step == "both":
            found += [*gone, *come, (first + i, low + j)]
            gone, come = [], []
            i, j = i + 1, j + 1
        elif step == "old" and i < height:
            gone.append((first + i, None))
            i += 1
        else:
            come.append((None, low + j))
            j += 1
    return [*found, *gone, *come]
