"""Rules for what is drawn: pictures of too few pixels, hairlines, letters that stand out too little.

In:  a `Proof`.
Out: `Finding` values.
"""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from issuebrief.preflight.proof import Finding, Proof, quoted, spot
from issuebrief.srgb import contrast, hexadecimal
from issuebrief.units import PX_PER_INCH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.layout.inspect.facts import Colour, Ink, SetPicture

LARGE, LARGE_IF_BOLD = 18.0, 14.0
"""The sizes in points from which WCAG 2.2 takes text for large."""

CONTRAST, CONTRAST_OF_LARGE = 4.5, 3.0
"""The least contrast that WCAG 2.2 AA allows (success criterion 1.4.3)."""

MUCH_SMALLER = 0.8
"""The share of its width below which a picture is told to have been made smaller."""

MUCH_HIGHER = 0.5
"""The same of pictures in a line, where small signs are at home."""

LEGIBLE = 5.0
"""Points below which words cannot be read in print."""

A_WORD = 4
"""From so many letters on; fewer may be a superior figure."""

ROUNDING = 0.004
"""Points by which a rule may fall short because of rounding."""


def coarse_pictures(proof: Proof) -> Iterator[Finding]:
    """Pictures with so few pixels that a reader sees them."""
    for picture in proof.facts.pictures:
        if picture.dpi is not None and picture.dpi < proof.limits.least_picture_dpi:
            yield _too_few(picture, proof)


def pictures_below_print(proof: Proof) -> Iterator[Finding]:
    """Pictures with fewer pixels than a press can show."""
    for picture in proof.facts.pictures:
        if (
            picture.dpi is not None
            and proof.limits.least_picture_dpi <= picture.dpi < proof.limits.picture_dpi
        ):
            yield _too_few(picture, proof)


def shrunk_pictures(proof: Proof) -> Iterator[Finding]:
    """Pictures made much smaller, since with their captions they would be higher than there is room for."""
    for picture in proof.facts.pictures:
        if not picture.paragraph and picture.share < MUCH_SMALLER:
            yield Finding(
                f"the picture {picture.name} would be higher than its page has room for: it is set at "
                f"{picture.share:.0%} of the width of its place",
                "crop it, or give it the width that suits it: {width=50%}",
                (spot(picture.page, picture.rect),),
                picture.source,
                picture.name,
            )


def pictures_in_lines(proof: Proof) -> Iterator[Finding]:
    """Pictures amid the words of a line that are much higher than it."""
    for picture in proof.facts.pictures:
        if picture.paragraph and picture.share < MUCH_HIGHER:
            yield Finding(
                f"the picture {picture.name} is in a line of text and is set no higher than its letters",
                "to make it a figure, write it on lines of its own with an empty line above and below",
                (spot(picture.page, picture.rect),),
                picture.source,
                picture.name,
            )


def _too_few(picture: SetPicture, proof: Proof) -> Finding:
    wanted = round(picture.rect.width / PX_PER_INCH * proof.limits.picture_dpi)
    return Finding(
        f"the picture {picture.name} has {picture.dpi:.0f} dots per inch at its printed size",
        f"use one that is {wanted:,} pixels wide or wider, or set it smaller",
        (spot(picture.page, picture.rect),),
        picture.source,
        picture.name,
    )


def hairlines(proof: Proof) -> Iterator[Finding]:
    """Rules and borders thinner than a press holds, one finding for each width."""
    thin = [stroke for stroke in proof.facts.strokes if stroke.width < proof.limits.hairline - ROUNDING]
    for width, strokes in groupby(sorted(thin, key=attrgetter("width")), key=attrgetter("width")):
        same = list(strokes)
        yield Finding(
            f"a rule of {width:.2g} pt is too thin to print",
            f"make it {proof.limits.hairline:g} pt or more in the theme",
            tuple(spot(stroke.page, stroke.rect) for stroke in same),
            same[0].source,
        )


def tiny_text(proof: Proof) -> Iterator[Finding]:
    """Words too small to be read, one finding for each size; single signs may be smaller."""
    small = [ink for ink in proof.facts.inks if ink.size < LEGIBLE and len(ink.text.strip()) >= A_WORD]
    for size, inks in groupby(sorted(small, key=attrgetter("size")), key=attrgetter("size")):
        same = list(inks)
        yield Finding(
            f"text of {size:.2g} pt is too small to be read: {quoted(same[0].text)}",
            f"set it in {LEGIBLE:g} pt or more in the theme",
            tuple(spot(ink.page, ink.rect) for ink in same),
            same[0].source,
            same[0].text,
        )


def faint_text(proof: Proof) -> Iterator[Finding]:
    """Text that stands out too little from its ground, one finding for each pair of colours."""
    found: dict[tuple[Colour, Colour, float], list[Ink]] = {}
    for ink in proof.facts.inks:
        if ink.ground is None:
            continue
        large = ink.size >= LARGE or (ink.bold and ink.size >= LARGE_IF_BOLD)
        least = CONTRAST_OF_LARGE if large else CONTRAST
        if contrast(ink.colour, ink.ground) < least:
            found.setdefault((ink.colour, ink.ground, least), []).append(ink)
    for (colour, ground, least), inks in found.items():
        yield Finding(
            f"text in {hexadecimal(colour)} on {hexadecimal(ground)} has a contrast of "
            f"{contrast(colour, ground):.2f}, less than {least:g}: {quoted(inks[0].text)}",
            "make the text darker or its background lighter, or the other way round, in the theme",
            tuple(spot(ink.page, ink.rect) for ink in inks),
            inks[0].source,
            inks[0].text,
        )
