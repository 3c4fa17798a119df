"""Rules for what is printed over something else: texts, pictures, boxes.

In:  a `Proof`.
Out: `Finding` values.

What is too large for its place is told as such (`astray.py`), not as what it covers.
"""

from __future__ import annotations

from itertools import combinations, groupby
from typing import TYPE_CHECKING

from issuebrief.layout.boxes.geometry import Rect
from issuebrief.preflight.astray import astray_boxes, astray_pictures, named
from issuebrief.preflight.measures import TOUCH, foot_of, is_cut, lie_on, meet, top_of
from issuebrief.preflight.proof import Finding, Proof, quoted, spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.layout.inspect.facts import Box, Line, SetPicture

HINT = "give one of them more room in the theme, or shorten it"
UNCROWD = "take back a negative letter-spacing, word-spacing or margin in the theme"


def overprinted_text(proof: Proof) -> Iterator[Finding]:
    """Lines that stand on lines of another paragraph, on a picture, or on or under another's box."""
    shown = [line for line in proof.facts.lines if not is_cut(line)]
    yield from _texts(shown)
    yield from _crowded(shown)
    by_page = {page: list(lines) for page, lines in groupby(shown, key=lambda line: line.page)}
    told_boxes, told_pictures = astray_boxes(proof), astray_pictures(proof)
    for picture in proof.facts.pictures:
        if picture not in told_pictures:
            over = [line for line in by_page.get(picture.page, ()) if _stands_on(line, picture)]
            if over:
                yield _finding(over, f"text overlaps the picture {picture.name}")
    for box in proof.facts.boxes:
        if box in told_boxes:
            continue
        over = [line for line in by_page.get(box.page, ()) if _is_strange(line, box)]
        hidden = [line for line in over if box.is_filled and box.order > line.order]
        if hidden:
            yield _finding(hidden, f"text is hidden under {named(box)}")
        elif over and not box.is_decoration:
            yield _finding(over, f"text overlaps {named(box)} that is not its own")


def overprinted_pictures(proof: Proof) -> Iterator[Finding]:
    """Pictures that lie on other pictures, or on or under a box that is not theirs."""
    astray = (*astray_boxes(proof), *astray_pictures(proof))
    pictures = [picture for picture in proof.facts.pictures if picture not in astray]
    for one, other in combinations(pictures, 2):
        if one.page == other.page and lie_on(_seen(one), _seen(other)):
            spots = (spot(one.page, one.rect), spot(other.page, other.rect))
            message = f"two pictures are printed over each other: {one.name} and {other.name}"
            yield Finding(message, HINT, spots, one.source, one.name)
    for picture in pictures:
        for box in proof.facts.boxes:
            if box not in astray and _lies_on(picture, box):
                spots = (spot(picture.page, picture.rect), spot(box.page, box.rect))
                message = f"the picture {picture.name} and {named(box)} are printed over each other"
                yield Finding(message, HINT, spots, picture.source, picture.name)


def _texts(shown: list[Line]) -> Iterator[Finding]:
    """Lines that stand on each other, once for each two paragraphs and page.

    The rectangles around lines that run aslant, one below the other, overlap where the lines do not.
    """
    pairs: dict[tuple[int, int, int], list[Line]] = {}
    for page, group in groupby(shown, key=lambda line: line.page):
        lines = sorted(group, key=top_of)
        for number, line in enumerate(lines):
            for other in lines[number + 1 :]:
                if top_of(other) >= foot_of(line) - TOUCH:
                    break
                if meet(line.rect, other.rect) and not (line.slant and line.slant == other.slant):
                    one, two = sorted((line, other), key=lambda each: each.paragraph)
                    pairs.setdefault((page, one.paragraph, two.paragraph), []).extend((one, two))
    for found in pairs.values():
        one, two = found[:2]
        message = f"two texts are printed over each other: {quoted(one.text)} and {quoted(two.text)}"
        spots = dict.fromkeys(spot(line.page, line.rect) for line in found)
        yield Finding(message, HINT, tuple(spots), one.source, one.text)


def _crowded(shown: list[Line]) -> Iterator[Finding]:
    """Lines in which letters stand over each other, once for each paragraph."""
    paragraphs: dict[int, list[Line]] = {}
    for line in shown:
        if line.crowded:
            paragraphs.setdefault(line.paragraph, []).append(line)
    for lines in paragraphs.values():
        first = lines[0]
        message = f"letters or words of a line are printed over each other: {quoted(first.crowded)}"
        spots = tuple(spot(line.page, line.rect) for line in lines)
        yield Finding(message, UNCROWD, spots, first.source, first.crowded)


def _stands_on(line: Line, picture: SetPicture) -> bool:
    return picture.paragraph != line.paragraph and lie_on(_ink(line), _seen(picture))


def _is_strange(line: Line, box: Box) -> bool:
    """Whether a line stands where a box is, and neither is a part of the other."""
    if box.holds(line.rank) or box.paragraph == line.paragraph:
        return False
    return lie_on(_ink(line), box.rect)


def _lies_on(picture: SetPicture, box: Box) -> bool:
    if picture.page != box.page or box.holds(picture.rank):
        return False
    hides = box.is_filled and box.order > picture.order
    return (hides or not box.is_decoration) and lie_on(_seen(picture), box.rect)


def _seen(picture: SetPicture) -> Rect:
    """The part of a picture that shows."""
    return picture.rect.common(picture.window) if picture.window else picture.rect


def _ink(line: Line) -> Rect:
    """The part of a line that must stay free."""
    top = top_of(line)
    return Rect(line.rect.x, top, line.rect.width, foot_of(line) - top)


def _finding(lines: list[Line], message: str) -> Finding:
    first = lines[0]
    where = tuple(spot(line.page, line.rect) for line in lines)
    return Finding(f"{message}: {quoted(first.text)}", HINT, where, first.source, first.text)
