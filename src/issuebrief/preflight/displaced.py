"""Rules for what a style moves away from where it was typed.

In:  a `Proof`.
Out: `Finding` values.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from issuebrief.preflight.measures import beyond_page, lie_on, mm
from issuebrief.preflight.proof import Finding, Proof, quoted, spot
from issuebrief.preflight.text import IN_PLACE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.layout.inspect.facts import Line

DOWN = "take the negative margin out of its style, so that it stands below what was typed before it"
UPRIGHT = "take the transform out of its style"


def moved_text(proof: Proof) -> Iterator[Finding]:
    """What `position`, `transform` or a negative margin puts where readers do not look for it."""
    told: set[int] = set()
    for found in proof.facts.displaced:
        if found.is_mirrored or beyond_page(found, proof.facts):
            continue
        told.add(found.source)
        where = "in a place of its own on the page"
        if found.down is not None:
            where = f"{mm(abs(found.down))} {'below' if found.down > 0 else 'above'} its place"
        message = f"a style puts {quoted(found.text)} {where}"
        yield Finding(message, IN_PLACE, (spot(found.page, found.rect),), found.source, found.text)
    for above, line in pairwise(proof.facts.lines):
        if not _is_pulled_up(above, line) or told & {above.source, line.source}:
            continue
        # Text that it is printed over is told of.
        others = (other for other in proof.facts.lines if other.page == line.page and other is not line)
        if not any(lie_on(line.rect, other.rect) for other in others):
            message = f"{quoted(line.text)} stands above {quoted(above.text)}, which was typed before it"
            yield Finding(message, DOWN, (spot(line.page, line.rect),), line.source, line.text)


def _is_pulled_up(above: Line, line: Line) -> bool:
    """Whether a line stands higher than the one before it in the same text."""
    both = (above.page, above.column, above.stretch) == (line.page, line.column, line.stretch)
    in_text = above.area is not None and line.area is not None
    return both and in_text and not line.slant and line.baseline < above.baseline - line.size


def mirrored_text(proof: Proof) -> Iterator[Finding]:
    """What a style mirrors."""
    for found in proof.facts.displaced:
        if found.is_mirrored:
            message = f"a style mirrors {quoted(found.text)}"
            yield Finding(message, UPRIGHT, (spot(found.page, found.rect),), found.source, found.text)
