"""Plates: from a picture to what a press file holds of it.

In:  a picture of pixels in sRGB, grey or inks; how much of its size to keep; the separation.
Out: a `Plate`: the same picture in CMYK, or in one channel where it is grey, never larger than it
     was, with no more ink than allowed, compressed without loss where it has few colours.
"""

from __future__ import annotations

import zlib
from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image, ImageChops, ImageCms, ImageMath

from issuebrief.pdf.press.images import Plate

if TYPE_CHECKING:
    from issuebrief.pdf.press.separation import Inks

FEW_COLOURS = 4096
"""A picture with fewer is a drawing, of which a JPEG would blur the edges."""

QUALITY = 92
"""Of a JPEG, whose colours are kept at full resolution."""

RINGING = 0.04
"""A JPEG adds so much ink beside edges at most: four per cent of one ink, which is kept free for it."""

GREY = 3
"""How far the channels of a grey picture may lie apart, in 256 steps."""


def as_plate(picture: Image.Image, reduction: float, inks: Inks) -> Plate:
    """The picture in inks, with its transparency as a mask."""
    picture, alpha = _without_alpha(_reduced(picture, reduction))
    mask = _lossless(alpha) if alpha is not None else None
    if picture.mode == "CMYK":
        return _compressed(_limited(_in_other_inks(picture, inks), inks.limit), mask, picture)
    grey = _grey(picture)
    if grey is not None:
        # One channel of a press file is black: 255 stands for none of it.
        return _compressed(grey.point([255 - ink for ink in inks.blacks]), mask, grey)
    separated = ImageCms.applyTransform(picture, inks.for_pictures)
    assert separated is not None
    if inks.heaviest > inks.limit - RINGING:
        separated = _limited(separated, inks.limit - RINGING)
    return _compressed(separated, mask, picture)


def as_mask(picture: Image.Image, reduction: float) -> Plate:
    """The picture in grey, for its lightness alone."""
    picture, _ = _without_alpha(_reduced(picture, reduction))
    return _lossless(picture.convert("L"))


def _reduced(picture: Image.Image, reduction: float) -> Image.Image:
    """The picture at a part of its size; a picture is never made larger."""
    if reduction >= 1:
        return picture
    size = max(1, round(picture.width * reduction)), max(1, round(picture.height * reduction))
    picture.draft(None, size)
    return picture.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)


def _without_alpha(picture: Image.Image) -> tuple[Image.Image, Image.Image | None]:
    """The picture in RGB, grey or CMYK, and its transparency where it has any."""
    if "A" not in picture.getbands():
        return (picture if picture.mode in ("RGB", "L", "CMYK") else picture.convert("RGB")), None
    alpha = picture.getchannel("A")
    plain = picture.convert("L" if picture.mode == "LA" else "RGB")
    return plain, (alpha if alpha.getextrema() != (255, 255) else None)


def _grey(picture: Image.Image) -> Image.Image | None:
    """The picture in one channel, where it has no colours."""
    if picture.mode == "L":
        return picture
    red, green, blue = picture.split()
    for one, other in ((red, green), (green, blue), (red, blue)):
        if _most(ImageChops.difference(one, other)) > GREY:
            return None
    return green


def _in_other_inks(picture: Image.Image, inks: Inks) -> Image.Image:
    """A picture that comes in inks: for this printing condition, if it says that it was for another."""
    profile = picture.info.get("icc_profile")
    if not profile or profile == inks.profile.data:
        return picture
    try:
        return ImageCms.applyTransform(picture, inks.from_inks(profile)) or picture
    except (ImageCms.PyCMSError, OSError):
        return picture


def _limited(picture: Image.Image, limit: float) -> Image.Image:
    """The picture with no more ink than allowed: black stays, the coloured inks get thinner."""
    most = int(limit * 255)
    cyan, magenta, yellow, black = picture.split()
    inks = {"c": cyan, "m": magenta, "y": yellow, "k": black}
    total = ImageMath.lambda_eval(lambda v: v["c"] + v["m"] + v["y"] + v["k"], **inks)
    if _most(total) <= most:
        return picture
    # What all coloured inks get thinner by is reckoned once: there are millions of pixels.
    evaluate = ImageMath.lambda_eval
    coloured = evaluate(lambda v: v["c"] + v["m"] + v["y"], **inks)
    left = evaluate(lambda v: v["min"](most - v["k"], v["all"]), all=coloured, **inks)
    divisor = evaluate(lambda v: v["max"](v["all"], 1), all=coloured)
    thinned = [_thinned(ink, left, divisor) for ink in (cyan, magenta, yellow)]
    return Image.merge("CMYK", [*thinned, black])


def _thinned(ink: Image.Image, left: Image.Image, divisor: Image.Image) -> Image.Image:
    """One of the coloured inks, of which together so much is `left` of so much, of 255 for one."""
    thinner: Image.Image = ImageMath.lambda_eval(
        lambda v: v["convert"](v["ink"] * v["left"] / v["divisor"], "L"),
        ink=ink, left=left, divisor=divisor,
    )  # fmt: skip
    return thinner


def _most(channel: Image.Image) -> float:
    highest = channel.getextrema()[1]
    assert not isinstance(highest, tuple)
    return highest


def _compressed(plate: Image.Image, mask: Plate | None, before: Image.Image) -> Plate:
    """A plate in the form that suits what the picture was before it was separated."""
    if before.getcolors(FEW_COLOURS) is not None:
        return _lossless(plate, mask)
    target = BytesIO()
    plate.save(target, "JPEG", quality=QUALITY, subsampling=0)
    inverted = plate.mode == "CMYK"  # which Pillow and every other program writes upside down
    return Plate(target.getvalue(), "DCTDecode", *plate.size, len(plate.getbands()), inverted, mask)


def _lossless(plate: Image.Image, mask: Plate | None = None) -> Plate:
    data = zlib.compress(plate.tobytes(), 6)
    return Plate(data, "FlateDecode", *plate.size, len(plate.getbands()), False, mask)
