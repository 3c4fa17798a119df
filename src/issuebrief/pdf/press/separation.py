"""Separate: from the colours of the screen to the inks of a press.

In:  the profile of a printing condition, the colours whose inks the theme gives, the most ink allowed.
Out: inks for a colour, for text of a size in it, for a gradient, and the plates of a picture.

Black, white and the greys between are printed in black alone, as light as they look on the screen.
Other colours go through the profile: those of type and drawings so that they are met as nearly as the
inks allow (relative colorimetric), those of photographs so that all of them keep their distances
(perceptual); both with black-point compensation.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image, ImageCms

from issuebrief.pdf.press.greys import grey_inks, lightness_of
from issuebrief.pdf.press.image_separation import as_mask, as_plate
from issuebrief.pdf.press.two_inks import nearest_in_two, with_less_black
from issuebrief.theming.small_text import is_rich_only, prints_at

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PIL import _imagingcms

    from issuebrief.pdf.press.icc import Profile
    from issuebrief.pdf.press.images import Plate
    from issuebrief.pdf.press.two_inks import Lab
    from issuebrief.srgb import Rgb
    from issuebrief.theming.colours import Cmyk
    from issuebrief.theming.theme_spots import SpotTint

Rgb8 = tuple[float, float, float]
"""Red, green and blue of sRGB, from 0 to 255."""

STEPS_BETWEEN = 4
"""Into so many parts a step is divided, for colours that look alike and have inks of their own."""

GREY = 3
"""A colour is grey where its channels differ by no more, in 256 steps."""

STEPS = 8
"""Into so many parts a gradient between two colours is divided."""

KEPT, FAR_ABOVE = 350.0, 450.0
"""A picture of more than the second is brought down to the first, in dots to the inch."""


@dataclass(frozen=True)
class Inks:
    """The separation for one printing condition; `limit` is the most ink, 3.0 for 300 per cent."""

    profile: Profile
    named: Mapping[Rgb8, Cmyk]
    limit: float
    small: Mapping[Rgb8, Cmyk] = field(default_factory=dict)
    """The inks of small text in a colour, where the theme gives them."""
    spots: Mapping[Rgb8, SpotTint] = field(default_factory=dict)
    """The spot inks of colours, where the theme gives them."""
    _met: dict[Rgb8, Cmyk] = field(default_factory=dict, repr=False)
    chosen: dict[Rgb8, Cmyk] = field(default_factory=dict, repr=False)
    """The inks of small text that were found, by the colours that they print."""
    _lightened: dict[Rgb8, Cmyk | None] = field(default_factory=dict, repr=False)

    def inks(self, rgb: Rgb) -> Cmyk:
        """The inks that print a colour."""
        key = in_steps(rgb)
        found = self._met.get(key)
        if found is None:
            inks = self._named(key) or self._converted(_whole(key))
            found = self._met[key] = limited(inks, self.limit)
        return found

    def spot(self, rgb: Rgb) -> SpotTint | None:
        """The spot ink that prints a colour, where there is one."""
        key = in_steps(rgb)
        return self.spots.get(key) or self.spots.get(_whole(key)) if self.spots else None

    def text_inks(self, rgb: Rgb, size: float) -> Cmyk:
        """The inks that print text of a size in points; small text is printed in two at most."""
        inks = self.inks(rgb)
        if prints_at(inks, size):
            return inks
        key = in_steps(rgb)
        if is_rich_only(inks, size):
            if key not in self._lightened:
                self._lightened[key] = with_less_black(inks, self.looks)
            if (found := self._lightened[key]) and sum(found) <= self.limit:
                return found
        given = self.small.get(key) or self.small.get(_whole(key))
        if given:
            return limited(given, self.limit)
        if key not in self.chosen:
            self.chosen[key] = nearest_in_two(inks, self.looks)
        return self.chosen[key]

    def looks(self, colours: Sequence[Cmyk]) -> Sequence[Lab]:
        """How colours of inks look on the paper, seen beside its white."""
        values = bytes(round(ink * 255) for inks in colours for ink in inks)
        picture = Image.frombytes("CMYK", (len(colours), 1), values)
        seen = ImageCms.applyTransform(picture, self._to_lab)
        assert seen is not None
        data = seen.tobytes()
        signed = [value - 256 if value > 127 else value for value in data]
        return [
            (light / 2.55, a, b) for light, a, b in zip(data[::3], signed[1::3], signed[2::3], strict=True)
        ]

    def _named(self, key: Rgb8) -> Cmyk | None:
        """The inks that the theme gives for a colour."""
        return self.named.get(key) or self.named.get(_whole(key))

    def blend(self, first: Rgb, last: Rgb) -> Sequence[Cmyk]:
        """The inks along a gradient, evenly spaced, from its first colour to its last.

        Between two colours they are found at several places, so that the way is the one that the
        screen shows. From or to a grey, or a colour whose inks are given, they change evenly: no
        other inks turn up on the way.
        """
        ends = [in_steps(first), in_steps(last)]
        if any(_is_grey(end) or self._named(end) for end in ends):
            return [self.inks(first), self.inks(last)]
        return [self.inks(_between(first, last, step / STEPS)) for step in range(STEPS + 1)]

    def plate(self, picture: Image.Image, reduction: float) -> Plate:
        """A picture in inks."""
        return as_plate(picture, reduction, self)

    def mask(self, picture: Image.Image, reduction: float) -> Plate:
        """A picture in grey, for its lightness alone."""
        return as_mask(picture, reduction)

    def reduction(self, resolution: float) -> float:
        """How much of a picture's width and height to keep when it has so many dots to the inch."""
        return KEPT / resolution if resolution > FAR_ABOVE else 1.0

    def _converted(self, rgb: tuple[int, int, int]) -> Cmyk:
        if _is_grey(rgb):
            return (0.0, 0.0, 0.0, self.blacks[round(sum(rgb) / 3)] / 255)
        pixel, inks = Image.new("RGB", (1, 1), rgb), Image.new("CMYK", (1, 1))
        # `ImageCms.applyTransform` writes the whole profile out for each picture that it makes.
        self._for_colours.transform.apply(pixel.getim(), inks.getim())
        cyan, magenta, yellow, black = (value / 255 for value in inks.tobytes())
        return (cyan, magenta, yellow, black)

    @cached_property
    def blacks(self) -> bytes:
        """How much black ink, from 0 to 255, prints each of the 256 greys of the screen."""
        ramp = Image.frombytes("CMYK", (256, 1), bytes(n for k in range(256) for n in (0, 0, 0, k)))
        seen = ImageCms.applyTransform(ramp, self._for_eyes)
        assert seen is not None
        lights = [lightness_of(value) for value in seen.convert("L").tobytes()]
        return grey_inks(lights)

    @cached_property
    def for_pictures(self) -> ImageCms.ImageCmsTransform:
        """From sRGB to inks, for pictures."""
        return self._transform(_srgb(), self._paper, "RGB", "CMYK", ImageCms.Intent.PERCEPTUAL)

    @cached_property
    def heaviest(self) -> float:
        """The most ink that any colour of a picture takes by the profile alone, 3.0 for 300 per cent."""
        levels = range(0, 256, 15)
        every = bytes(value for r in levels for g in levels for b in levels for value in (r, g, b))
        inks = ImageCms.applyTransform(Image.frombytes("RGB", (len(every) // 3, 1), every), self.for_pictures)
        assert inks is not None
        values = inks.tobytes()
        return max(map(sum, zip(*(values[ink::4] for ink in range(4)), strict=True))) / 255

    def from_inks(self, profile: bytes) -> ImageCms.ImageCmsTransform:
        """From the inks of another printing condition to those of this one."""
        other = ImageCms.ImageCmsProfile(BytesIO(profile))
        # Its colours were brought within reach of inks once, and need not be again.
        return self._transform(other, self._paper, "CMYK", "CMYK", ImageCms.Intent.RELATIVE_COLORIMETRIC)

    @cached_property
    def _for_colours(self) -> ImageCms.ImageCmsTransform:
        return self._transform(_srgb(), self._paper, "RGB", "CMYK", ImageCms.Intent.RELATIVE_COLORIMETRIC)

    @cached_property
    def _for_eyes(self) -> ImageCms.ImageCmsTransform:
        return self._transform(self._paper, _srgb(), "CMYK", "RGB", ImageCms.Intent.RELATIVE_COLORIMETRIC)

    @cached_property
    def _to_lab(self) -> ImageCms.ImageCmsTransform:
        lab = ImageCms.createProfile("LAB")
        return self._transform(self._paper, lab, "CMYK", "LAB", ImageCms.Intent.RELATIVE_COLORIMETRIC)

    @cached_property
    def _paper(self) -> ImageCms.ImageCmsProfile:
        return ImageCms.ImageCmsProfile(BytesIO(self.profile.data))

    def _transform(
        self,
        source: ImageCms.ImageCmsProfile | _imagingcms.CmsProfile,
        target: ImageCms.ImageCmsProfile | _imagingcms.CmsProfile,
        from_mode: str,
        to_mode: str,
        intent: ImageCms.Intent,
    ) -> ImageCms.ImageCmsTransform:
        return ImageCms.buildTransform(
            source, target, from_mode, to_mode, intent, ImageCms.Flags.BLACKPOINTCOMPENSATION
        )


def limited(inks: Cmyk, limit: float) -> Cmyk:
    """The same colour with no more ink than allowed: black stays, the coloured inks get thinner."""
    coloured, black = sum(inks[:3]), inks[3]
    if coloured + black <= limit:
        return inks
    share = max(limit - black, 0) / coloured
    return (inks[0] * share, inks[1] * share, inks[2] * share, black)


def _is_grey(rgb: Rgb8) -> bool:
    return max(rgb) - min(rgb) <= GREY


def in_steps(rgb: Rgb) -> Rgb8:
    """A colour in the steps by which colours are told from each other."""
    red, green, blue = (
        round(min(max(value or 0, 0), 1) * 255 * STEPS_BETWEEN) / STEPS_BETWEEN for value in rgb
    )
    return (red, green, blue)


def _whole(rgb: Rgb8) -> tuple[int, int, int]:
    red, green, blue = map(round, rgb)
    return (red, green, blue)


def _between(first: Rgb, last: Rgb, share: float) -> Rgb:
    red, green, blue = (a + (b - a) * share for a, b in zip(first, last, strict=True))
    return (red, green, blue)


def _srgb() -> _imagingcms.CmsProfile:
    return ImageCms.createProfile("sRGB")
