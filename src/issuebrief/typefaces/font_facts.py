"""What a font file says of itself.

In:  the bytes of a font file of any kind.
Out: a `FontFacts` for each font in it; `Unusable` where there is none.

Source: OpenType 1.9.1, tables `name`, `OS/2` (fsType, fsSelection), `fvar`, `GSUB`, `cmap`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from issuebrief.font_bounds import Unusable

if TYPE_CHECKING:
    from collections.abc import Iterator

RESTRICTED, NO_SUBSETTING, BITMAP_ONLY = 0x0002, 0x0100, 0x0200
"""Bits of fsType: not to be embedded at all; only whole; only its bitmaps."""
LEAST_EMBEDDABLE = 0x000C
"""Bits of fsType that allow embedding, which make up for the first where a font has both."""
ITALIC, OBLIQUE = 0x0001, 0x0200
"""Bits of fsSelection."""
OF_THE_LIGHTEST = 250
CUT = re.compile(
    r"(?P<family>.+?)(?P<words>(?:[ ](?:Thin|Hairline|(?:Extra|Ultra|Semi|Demi)[ -]?(?:Light|Bold|Black)"
    r"|Light|Book|Regular|Medium|Bold|Black|Heavy|Italic|Oblique|Roman))+)(?:[ ]\d{1,3}pt)?",
    re.IGNORECASE,
)
"""A family's name with a weight behind it; files made of a variable font may have its design size as well."""
FAMILY_NAMES, STYLE_NAMES = (16, 1), (17, 2)
POSTSCRIPT, LICENCE, LICENCE_URL = 6, 13, 14
FOREIGN = re.compile(r"""[\\"{};<>]|\*/|/\*""")
"""What no family is called by in a style sheet."""
BROKEN = "it is damaged, or no font"
LONGEST_NAME = 300
"""Letters of a name; some have the words of a whole licence."""


@dataclass(frozen=True)
class FontFacts:
    """A font: its family, the weights it has, from and to, whether it slopes, its letters, what it can do.

    `axes` are the names of its axes if it varies; `rights` is the fsType of `OS/2`.
    """

    family: str
    style: str
    weights: tuple[float, float]
    is_italic: bool
    characters: frozenset[int]
    features: frozenset[str]
    axes: frozenset[str]
    rights: int
    licence: str
    postscript: str

    @property
    def may_be_embedded(self) -> bool:
        """Whether its maker allows that it is put into a PDF, in part."""
        is_restricted = self.rights & RESTRICTED and not self.rights & LEAST_EMBEDDABLE
        return not is_restricted and not self.rights & (NO_SUBSETTING | BITMAP_ONLY)


def facts_of(content: bytes) -> list[FontFacts]:
    """The fonts in a file. Raises `Unusable` where it is damaged or holds none."""
    import uharfbuzz
    from fontTools.ttLib import TTCollection, TTFont

    try:
        if content[:4] == b"ttcf":
            fonts = TTCollection(BytesIO(content), lazy=True).fonts
        else:
            fonts = [TTFont(BytesIO(content), lazy=True)]
        blob = uharfbuzz.Blob(content)
        return [
            _facts(font, frozenset(uharfbuzz.Face(blob, number).unicodes))
            for number, font in enumerate(fonts)
        ]
    except Unusable:
        raise
    except Exception as fault:  # damaged files fail in every way there is
        raise Unusable(BROKEN) from fault


def _facts(font: Any, characters: frozenset[int]) -> FontFacts:
    about = font["OS/2"]
    family, words = _family(FOREIGN.sub("", _name(font, FAMILY_NAMES)))
    if not family:
        raise Unusable("it has no name")
    style = f"{words} {_name(font, STYLE_NAMES)}".strip()
    axes = (
        {axis.axisTag: (axis.minValue, axis.maxValue) for axis in font["fvar"].axes} if "fvar" in font else {}
    )
    weight = _weight(about.usWeightClass, style)
    return FontFacts(
        family=family,
        style=style,
        weights=axes.get("wght", (weight, weight)),
        is_italic=bool(about.fsSelection & (ITALIC | OBLIQUE)) or font["post"].italicAngle != 0,
        characters=characters,
        features=frozenset(_features(font)),
        axes=frozenset(axes),
        rights=int(about.fsType),
        licence=_name(font, (LICENCE, LICENCE_URL)),
        postscript=_name(font, (POSTSCRIPT,)),
    )


def _family(name: str) -> tuple[str, str]:
    """A family's name, and the words of weight and slope behind it that older programs need there."""
    found = CUT.fullmatch(name)
    return (found["family"], found["words"].strip()) if found else (name, "")


def _weight(number: int, style: str) -> float:
    """The weight of a font. Old programs could not bear the lightest ones, which say 250 for their sake."""
    if number == OF_THE_LIGHTEST:
        return 100.0 if "thin" in style.lower() or "hairline" in style.lower() else 200.0
    return float(number)


def _name(font: Any, numbers: tuple[int, ...]) -> str:
    """The first of some names that a font has, on one line, with nothing in it that cannot be seen."""
    for number in numbers:
        if found := font["name"].getDebugName(number):
            words = "".join(sign if sign.isprintable() else " " for sign in str(found)[:LONGEST_NAME])
            return " ".join(words.split())
    return ""


def _features(font: Any) -> Iterator[str]:
    table = font["GSUB"].table if "GSUB" in font else None
    for record in table.FeatureList.FeatureRecord if table and table.FeatureList else ():
        yield str(record.FeatureTag)
