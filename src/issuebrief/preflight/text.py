"""Rules for text that does not stand where it should: off the page, over its margin, cut.

In:  a `Proof`.
Out: `Finding` values.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from issuebrief.frontmatter.keys.formats import from_right_to_left
from issuebrief.linebreak.spacing import CLOSING, HALF, OPENING, STOPS
from issuebrief.preflight.astray import astray_boxes
from issuebrief.preflight.measures import Neighbours, beyond_page, foot_of, is_cut, mm, overhang, protrusion
from issuebrief.preflight.proof import Finding, Proof, quoted, spot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from issuebrief.layout.boxes.geometry import Rect
    from issuebrief.layout.inspect.facts import Line

HANGING = 0.45
"""How far punctuation may hang out of its measure, in em."""

LEAST = 1.0
"""By how many px a line may stand too low before anybody sees it."""

SHORTER = "shorten it, allow it to be divided (&shy;), or give it more room in the theme"

IN_PLACE = "take position, transform or the offset out of its style, so that it stands where it was typed"

LOWER = "let its box break across pages, or give it less height in the theme"


def off_page(proof: Proof) -> Iterator[Finding]:
    """Lines that stand outside the trimmed page, in whole or in part."""
    for lines, beyond in _by_block(proof, lambda line: beyond_page(line, proof.facts)):
        yield _finding(lines, f"text runs {mm(beyond)} outside the page", SHORTER)
    for found in proof.facts.displaced:
        if beyond := beyond_page(found, proof.facts):
            message = f"text runs {mm(beyond)} outside the page: {quoted(found.text)}"
            yield Finding(message, IN_PLACE, (spot(found.page, found.rect),), found.source, found.text)


def over_margin(proof: Proof) -> Iterator[Finding]:
    """Lines that leave the column, cell or box they stand in, but not the page."""
    neighbours = Neighbours(proof.facts.columns)
    from_right = from_right_to_left(proof.brief.lang)

    def beside(line: Line) -> float:
        if beyond_page(line, proof.facts):
            return 0.0
        ink = _without_white(line)
        left, right = line.room.x - ink.x, ink.right - line.room.right
        # A first line may begin before the others.
        left, right = (left, right * (not line.first)) if from_right else (left * (not line.first), right)
        over = max(right, left, overhang(ink, line.area))
        if over > HANGING * line.size:
            return over
        return neighbours.overlap(line)

    def below(line: Line) -> float:
        if line.area is None or beyond_page(line, proof.facts):
            return 0.0
        return max(foot_of(line) - line.area.bottom - LEAST, 0.0)

    for lines, over in _by_block(proof, beside):
        yield _finding(lines, f"a line is {mm(over)} wider than its space", SHORTER)
    for lines, over in _by_block(proof, below):
        yield _finding(lines, f"text runs {mm(over)} below the foot of the page's text", LOWER)


def _without_white(line: Line) -> Rect:
    """The room of a line without the white of brackets and stops as wide as an ideograph, at its edges."""
    before = HALF * line.size * (line.text[:1] in OPENING)
    after = HALF * line.size * (line.text[-1:] in CLOSING | STOPS)
    if not before and not after:
        return line.rect
    return replace(line.rect, x=line.rect.x + before, width=line.rect.width - before - after)


def cut_off(proof: Proof) -> Iterator[Finding]:
    """Lines of which a box shows only a part, or nothing."""

    def beyond(line: Line) -> float:
        return protrusion(line.rect, line.window) if line.window and is_cut(line) else 0.0

    for lines, over in _by_block(proof, beyond):
        hint = "shorten it, or let the box grow in the theme (overflow: visible)"
        yield _finding(lines, f"{mm(over)} of a text are cut off", hint)


def _by_block(proof: Proof, beyond: Callable[[Line], float]) -> Iterator[tuple[list[Line], float]]:
    """The lines of each block of the file that stand beyond something, and by how much they do at most.

    Left out are those of a table or box that is told of itself.
    """
    told = astray_boxes(proof)
    blocks: dict[tuple[int, int], list[tuple[Line, float]]] = {}
    for line in proof.facts.lines:
        if (over := beyond(line)) > 0 and not any(box.holds(line.rank) for box in told):
            key = (line.source, 0) if line.source else (0, line.paragraph)
            blocks.setdefault(key, []).append((line, over))
    for found in blocks.values():
        yield [line for line, _ in found], max(over for _, over in found)


def _finding(lines: list[Line], message: str, hint: str) -> Finding:
    first = lines[0]
    where = tuple(spot(line.page, line.rect) for line in lines)
    return Finding(f"{message}: {quoted(first.text)}", hint, where, first.source, first.text)
