"""Rules for text that does not stand where it should: off the page, over its margin, cut, overprinted.

In:  a `Proof`.
Out: `Finding` values.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from issuebrief.preflight.proof import Finding, Proof, quoted, spot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from issuebrief.typeset.facts import Line, Picture
    from issuebrief.typeset.geometry import Rect

MILLIMETRES = 25.4 / 96
"""Millimetres to a px."""

HANGING = 0.45
"""How far punctuation may hang out of its measure, in em."""

TOUCH = 1.0
"""By how many px things may overlap before anybody sees it."""

ASCENT, DESCENT = 0.6, 0.1
"""How far above and below the baseline, in em, letters have ink that must stay free."""

SHORTER = "shorten it, allow it to be divided (&shy;), or give it more room in the theme"


def off_page(proof: Proof) -> Iterator[Finding]:
    """Lines that stand outside the trimmed page, in whole or in part."""
    for lines, beyond in _by_block(proof, lambda line: _off(line, proof)):
        yield _finding(lines, f"text stands {_mm(beyond)} outside the page", SHORTER)


def over_margin(proof: Proof) -> Iterator[Finding]:
    """Lines that are wider than the column, cell or box they stand in, but on the page."""

    def beyond(line: Line) -> float:
        if _off(line, proof):
            return 0.0
        left = 0.0 if line.first else line.room.x - line.rect.x
        over = max(line.rect.right - line.room.right, left)
        return over if over > HANGING * line.size else 0.0

    for lines, over in _by_block(proof, beyond):
        yield _finding(lines, f"a line is {_mm(over)} wider than the room it has", SHORTER)


def cut_off(proof: Proof) -> Iterator[Finding]:
    """Lines of which a box shows only a part, or nothing."""

    def beyond(line: Line) -> float:
        return _beyond(line.rect, line.window) if line.window and _is_cut(line) else 0.0

    for lines, over in _by_block(proof, beyond):
        hint = "shorten it, or let the box grow in the theme (overflow: visible)"
        yield _finding(lines, f"{_mm(over)} of a text are cut off", hint)


def overprinted(proof: Proof) -> Iterator[Finding]:
    """Lines that stand on lines of another paragraph, or on a picture."""
    hint = "give one of them more room in the theme, or shorten it"
    pairs: dict[tuple[int, int, int], list[Line]] = {}
    shown = [line for line in proof.facts.lines if not _is_cut(line)]
    for page, group in groupby(shown, key=lambda line: line.page):
        lines = sorted(group, key=_top)
        for number, line in enumerate(lines):
            for other in lines[number + 1 :]:
                if _top(other) >= _foot(line) - TOUCH:
                    break
                if _overlap(line.rect, other.rect):
                    one, two = sorted((line, other), key=lambda each: each.paragraph)
                    pairs.setdefault((page, one.paragraph, two.paragraph), []).extend((one, two))
    for found in pairs.values():
        one, two = found[:2]
        message = f"two texts are printed over each other: {quoted(one.text)} and {quoted(two.text)}"
        spots = dict.fromkeys(spot(line.page, line.rect) for line in found)
        yield Finding(message, hint, tuple(spots), one.source, one.text)
    for picture in proof.facts.pictures:
        lines = [line for line in shown if line.page == picture.page and _covers(picture, line)]
        if lines:
            yield _finding(lines, f"text stands on the picture {picture.name}", hint)


def _by_block(proof: Proof, beyond: Callable[[Line], float]) -> Iterator[tuple[list[Line], float]]:
    """The lines of each block of the file that stand beyond something, and by how much they do at most."""
    blocks: dict[tuple[int, int], list[tuple[Line, float]]] = {}
    for line in proof.facts.lines:
        if (over := beyond(line)) > 0:
            key = (line.source, 0) if line.source else (0, line.paragraph)
            blocks.setdefault(key, []).append((line, over))
    for found in blocks.values():
        yield [line for line, _ in found], max(over for _, over in found)


def _off(line: Line, proof: Proof) -> float:
    """How far a line stands outside its page, in px; 0 where it does not."""
    beyond = _beyond(line.rect, proof.facts.sheets[line.page - 1])
    return beyond if beyond > TOUCH / 2 else 0.0


def _is_cut(line: Line) -> bool:
    """Whether a part of a line, or all of it, does not show."""
    return line.window is not None and _beyond(line.rect, line.window) > TOUCH


def _top(line: Line) -> float:
    return line.baseline - ASCENT * line.size


def _foot(line: Line) -> float:
    return line.baseline + DESCENT * line.size


def _overlap(one: Rect, other: Rect) -> bool:
    return min(one.right, other.right) - max(one.x, other.x) > TOUCH


def _covers(picture: Picture, line: Line) -> bool:
    if picture.paragraph == line.paragraph:
        return False
    down = min(picture.rect.bottom, _foot(line)) - max(picture.rect.y, _top(line))
    return down > TOUCH and _overlap(picture.rect, line.rect)


def _beyond(inner: Rect, outer: Rect) -> float:
    """How far a rectangle sticks out of another, in px; below 0 where it does not."""
    return max(outer.x - inner.x, inner.right - outer.right, outer.y - inner.y, inner.bottom - outer.bottom)


def _mm(px: float) -> str:
    return f"{px * MILLIMETRES:.1f} mm"


def _finding(lines: list[Line], message: str, hint: str) -> Finding:
    first = lines[0]
    where = tuple(spot(line.page, line.rect) for line in lines)
    return Finding(f"{message}: {quoted(first.text)}", hint, where, first.source, first.text)
