"""Find what was moved among what was taken out and put in.

In:  blocks that one version has, as they are marked.
Out: the same blocks, those that were moved marked as such: where they were and where they are now.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.compare.likeness import likeness

if TYPE_CHECKING:
    from issuebrief.compare.block_merge import Merger
    from issuebrief.compare.likeness import Sketch
    from issuebrief.markdown_body.source.html_tree import Element

FEWEST_WORDS = 6
"""A shorter block that stands elsewhere was taken out and put in, for all that a reader can tell."""
LEAST = 0.8
"""The least likeness of what was moved and changed on the way."""
MOST_COMPARED = 40_000
"""So many pairs of blocks are compared by likeness at most."""
MOVED_FROM, MOVED_TO = "moved-from", "moved-to"

Block = tuple["Element", "Element"]
"""A block as it is marked, and as it was."""


def mark_moves(merger: Merger) -> None:
    """Mark moved blocks, with a number that the two places share as `data-move`."""
    gone = [block for block in merger.gone if _counts(merger, block)]
    come = [block for block in merger.come if _counts(merger, block)]
    for number, (one, other) in enumerate(_pairs(merger, gone, come), 1):
        _mark(merger, one, other, number)


def _counts(merger: Merger, block: Block) -> bool:
    stays = block[1].tag in ("aside", "figure") and "table" not in block[1].classes
    return merger.sketch(block[1], False).size >= FEWEST_WORDS and not stays


def _pairs(merger: Merger, gone: list[Block], come: list[Block]) -> list[tuple[Block, Block]]:
    found: list[tuple[Block, Block]] = []
    waiting: dict[object, list[Block]] = {}
    for block in come:
        sketch = merger.sketch(block[1], False)
        waiting.setdefault((sketch.kind, sketch.key), []).append(block)
    rest: list[Block] = []
    for block in gone:
        sketch = merger.sketch(block[1], False)
        same = waiting.get((sketch.kind, sketch.key))
        if same:
            found.append((block, same.pop(0)))
        else:
            rest.append(block)
    left = [block for blocks in waiting.values() for block in blocks]
    if len(rest) * len(left) > MOST_COMPARED:
        return found
    taken: set[int] = set()
    for block in rest:
        scores = [
            (_alike(merger, block, other), place) for place, other in enumerate(left) if place not in taken
        ]
        best, place = max(scores, default=(0.0, -1))
        if best >= LEAST:
            taken.add(place)
            found.append((block, left[place]))
    return found


def _alike(merger: Merger, one: Block, other: Block) -> float:
    sketches: list[Sketch] = [merger.sketch(block[1], False) for block in (one, other)]
    return likeness(sketches[0], sketches[1])


def _mark(merger: Merger, gone: Block, come: Block, number: int) -> None:
    """Both places get a sign; where the block is now, it shows what was changed in it."""
    (made_old, old), (made_new, new) = gone, come
    made_old.attributes["class"] = _with(made_old, "deleted", MOVED_FROM)
    made_new.attributes["class"] = _with(made_new, "inserted", MOVED_TO)
    made_old.attributes["data-move"] = made_new.attributes["data-move"] = str(number)
    made_new.children = merger.merged(old, new).children


def _with(block: Element, name: str, other: str) -> str:
    return " ".join(other if each == name else each for each in block.classes)
