"""The look of charts in a theme: its face without serifs, its sizes, its colours, the widths of its page.

In:  a `Theme`, and the folders of styles.
Out: a `ChartLook`, all lengths in px (96 to the inch).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from issuebrief.file_access import is_file, read
from issuebrief.font_bounds import Unusable
from issuebrief.srgb import Rgb, hexadecimal
from issuebrief.theming.design_tokens import resolved
from issuebrief.theming.face_matching import matching
from issuebrief.theming.font_faces import FontFace, faces_in, file_of, folders_of
from issuebrief.theming.font_files import font_of
from issuebrief.theming.legibility import colour_of
from issuebrief.theming.token_lengths import length_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from issuebrief.theming.theme import Theme

BOLD = 600
BLACK: Rgb = (0.0, 0.0, 0.0)
WHITE: Rgb = (1.0, 1.0, 1.0)
USUAL = {
    "--ink": "#1b1f24",
    "--quiet": "#56626e",
    "--brand": "#12304f",
    "--accent": "#c2352b",
    "--hairline": "#b8c2cc",
}
"""The colours of tokens that a theme has set to no plain colour."""
WIDTHS = {
    "column": "var(--measure)",
    "wide": "var(--text-width)",
    "full": "calc(var(--text-width) + var(--sidebar-room))",
    "margin": "var(--sidebar-width)",
}
"""The width of each place that a chart may stand in."""


@dataclass(frozen=True)
class ChartLook:
    """What charts take from a theme.

    `families` are those of the face without serifs as CSS lists them; `regular` and `bold` are its fonts,
    empty where a theme has none. `size` is that of all words, `grid` the distance of baselines. `widths`
    are by the names of places.
    """

    families: str
    regular: bytes
    bold: bytes
    size: float
    grid: float
    widths: Mapping[str, float]
    ink: str
    quiet: str
    brand: str
    accent: str
    hairline: str

    def __hash__(self) -> int:
        return hash((self.families, self.size, self.grid, self.ink, self.brand, self.accent))


def look_of(theme: Theme, folders: Sequence[Path]) -> ChartLook:
    """The look of charts in a theme; what it says in no way that is understood is as in the first theme."""
    tokens = theme.tokens
    # Browsers read a drawing's own markup for the families that it needs: with plain quotation marks.
    families = (resolved("var(--sans)", tokens) or "sans-serif").replace('"', "'")
    faces = (*faces_in(theme.rules.found, folders), *theme.faces)
    return ChartLook(
        families,
        _font(families, 400, faces, tuple(folders)),
        _font(families, BOLD, faces, tuple(folders)),
        size=length_of(resolved("var(--small-size)", tokens)) or 10.0,
        grid=length_of(resolved("var(--grid)", tokens)) or 16.0,
        widths={name: length_of(resolved(value, tokens)) or 250.0 for name, value in WIDTHS.items()},
        ink=_colour("--ink", tokens),
        quiet=_colour("--quiet", tokens),
        brand=_colour("--brand", tokens),
        accent=_colour("--accent", tokens),
        hairline=_colour("--hairline", tokens),
    )


def _colour(token: str, tokens: Mapping[str, str]) -> str:
    colour = colour_of(token, tokens)
    return hexadecimal(colour) if colour else USUAL[token]


def _font(families: str, weight: int, faces: Sequence[FontFace], folders: tuple[Path, ...]) -> bytes:
    """The font that most letters of the first family that the theme has are set in."""
    for family in families.split(","):
        name = family.strip().strip("\"'")
        for face in matching(name, "normal", weight, 100.0, faces):
            if face.is_meant_for("0") and (found := _content(face, folders)):
                return found
    return b""


@lru_cache(maxsize=8)
def _content(face: FontFace, folders: tuple[Path, ...]) -> bytes:
    for source in face.sources:
        path, name = file_of(source, face, folders)
        try:
            if path and is_file(path, folders_of(face, folders)):
                return font_of(read(path, folders_of(face, folders)), face, name)
        except (Unusable, OSError):
            continue
    return b""
