"""Rules for pictures, tables, boxes and rules that stand off the page, over their margins, or are cut.

In:  a `Proof`.
Out: `Finding` values.

What is not part of the text, such as a cover or a masthead, may run over the edge of the page by the bleed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.layout.inspect.facts import SetPicture
from issuebrief.preflight.measures import (
    TOUCH,
    Neighbours,
    beyond_page,
    mm,
    overhang,
    protrusion,
)
from issuebrief.preflight.proof import Finding, Proof, quoted, spot
from issuebrief.units import MM_PER_PX

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.layout.inspect.facts import Box

BLEED = 5 / MM_PER_PX
"""By how many px a picture that is not part of the text may be drawn over the edge, so that it reaches it."""

SMALLER = "set it smaller (width=50%), or give the theme's figures the width of what holds them"
PARTED = "part it into lines: \\begin{aligned} … \\\\ … \\end{aligned} on a line of its own"
NARROWER = "shorten the long words in it, allow them to be divided (&shy;), or give it more room in the theme"


def pictures_off_page(proof: Proof) -> Iterator[Finding]:
    """Pictures that stand outside the trimmed page, in whole or in part."""
    for picture in _pictures(proof):
        if beyond := _picture_off(picture, proof):
            yield _picture_finding(
                picture, f"{mm(beyond)} of the picture {picture.name} are outside the page"
            )


def pictures_over_margin(proof: Proof) -> Iterator[Finding]:
    """Pictures of the text that are too wide or too high for where they stand, but on the page."""
    neighbours = Neighbours(proof.facts.columns)
    for picture in _pictures(proof):
        if _picture_off(picture, proof):
            continue
        if over := _over(picture, neighbours):
            yield _picture_finding(picture, f"the picture {picture.name} is {mm(over)} wider than its space")
        elif over := _below(picture):
            yield _picture_finding(
                picture, f"the picture {picture.name} reaches {mm(over)} below the foot of the page's text"
            )


def pictures_cut(proof: Proof) -> Iterator[Finding]:
    """Pictures of the text of which a box shows only a part."""
    for picture in _pictures(proof):
        if not picture.area or not picture.window or _picture_off(picture, proof):
            continue
        over = protrusion(picture.rect, picture.window)
        if over > TOUCH:
            yield _picture_finding(picture, f"{mm(over)} of the picture {picture.name} are cut off")


def wide_formulas(proof: Proof) -> Iterator[Finding]:
    """Formulas that are wider than their columns, or cut off by what they stand in."""
    neighbours = Neighbours(proof.facts.columns)
    for formula in proof.facts.pictures:
        over = (
            max(_picture_off(formula, proof), _over(formula, neighbours), _cut(formula))
            if formula.is_formula
            else 0
        )
        if over:
            message = f"the formula {quoted(formula.name)} is {mm(over)} wider than its place"
            where = (spot(formula.page, formula.rect),)
            yield Finding(message, PARTED, where, formula.source, "")


def _cut(picture: SetPicture) -> float:
    over = protrusion(picture.rect, picture.window) if picture.area and picture.window else 0.0
    return over if over > TOUCH else 0.0


def _pictures(proof: Proof) -> Iterator[SetPicture]:
    return (picture for picture in proof.facts.pictures if not picture.is_formula)


def boxes_off_page(proof: Proof) -> Iterator[Finding]:
    """Tables, boxes and rules of the text that stand outside the trimmed page, in whole or in part."""
    for box in proof.facts.boxes:
        if beyond := _box_off(box, proof):
            yield _box_finding(box, f"{mm(beyond)} of {named(box)} are outside the page", proof)


def boxes_over_margin(proof: Proof) -> Iterator[Finding]:
    """Tables, boxes and rules of the text that are too wide or too high for where they stand."""
    neighbours = Neighbours(proof.facts.columns)
    for box in proof.facts.boxes:
        if _box_off(box, proof):
            continue
        if over := _over(box, neighbours):
            yield _box_finding(box, f"{named(box)} is {mm(over)} wider than its space", proof)
        elif over := _below(box):
            yield _box_finding(
                box, f"{named(box)} reaches {mm(over)} below the foot of the page's text", proof
            )


def astray_boxes(proof: Proof) -> list[Box]:
    """The boxes that these rules tell of."""
    neighbours = Neighbours(proof.facts.columns)
    return [
        box
        for box in proof.facts.boxes
        if box.area and (_box_off(box, proof) or _over(box, neighbours) or _below(box))
    ]


def astray_pictures(proof: Proof) -> list[SetPicture]:
    """The pictures that these rules tell of."""
    neighbours = Neighbours(proof.facts.columns)
    return [
        picture
        for picture in proof.facts.pictures
        if _picture_off(picture, proof) or _over(picture, neighbours) or _below(picture)
    ]


def named(box: Box) -> str:
    """What a box is called in a message."""
    return {"table": "the table", "rule": "a rule"}.get(box.kind, "a box")


def _picture_off(picture: SetPicture, proof: Proof) -> float:
    beyond = beyond_page(picture, proof.facts)
    return beyond if picture.area or beyond > BLEED else 0.0


def _box_off(box: Box, proof: Proof) -> float:
    return beyond_page(box, proof.facts) if box.area else 0.0


def _over(thing: SetPicture | Box, neighbours: Neighbours) -> float:
    """How much wider something of the text is than it should be.

    What a theme moves out of its column on purpose takes the block it stands in along; a box is such a block.
    """
    if not thing.area:
        return 0.0
    keeps_in = isinstance(thing, SetPicture) or thing.kind == "table"
    over = max(overhang(thing.rect, thing.area), overhang(thing.rect, thing.room) if keeps_in else 0.0)
    return over if over > TOUCH else neighbours.overlap(thing)


def _below(thing: SetPicture | Box) -> float:
    """How far something of the text reaches below where it may stand."""
    over = thing.rect.bottom - thing.area.bottom if thing.area else 0.0
    return over if over > TOUCH else 0.0


def _picture_finding(picture: SetPicture, message: str) -> Finding:
    where = (spot(picture.page, picture.rect),)
    return Finding(message, SMALLER, where, picture.source, picture.name)


def _box_finding(box: Box, message: str, proof: Proof) -> Finding:
    inside = (line for line in proof.facts.lines if box.holds(line.rank))
    widest = max(inside, key=lambda line: line.rect.width, default=None)
    text = widest.text if widest else ""
    said = f"{message}: {quoted(text)}" if text else message
    return Finding(said, NARROWER, (spot(box.page, box.rect),), box.source, text)
