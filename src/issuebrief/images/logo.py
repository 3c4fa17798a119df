"""The institute's logo: its files, and on which ground each of them stands.

In:  a brief, the file that its institute's values are from, and the theme.
Out: a `LogoImage` for each file and way of showing it; problems with the files, at the line that names them.

A logo has a file for light grounds and may have others for dark ones and in one colour. Where the file for a
ground is not given, the one for light grounds stands there on a plate of light colour.
"""

from __future__ import annotations

import os.path
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from issuebrief.diagnostics.model import Diagnostic, warning
from issuebrief.file_access import real_path
from issuebrief.frontmatter.read import locate
from issuebrief.images.logo_colours import ENOUGH, highest_contrast
from issuebrief.images.logo_image import LogoImage
from issuebrief.images.resolve import look_at_picture
from issuebrief.srgb import Rgb, hexadecimal
from issuebrief.theming.legibility import colour_of, is_dark

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from issuebrief.diagnostics.model import SourceRange
    from issuebrief.frontmatter.keys.looks import Logo
    from issuebrief.frontmatter.model import Brief
    from issuebrief.frontmatter.source import Source
    from issuebrief.images.resolve import Picture
    from issuebrief.theming.theme import Theme

BRAND, PAPER, NIGHT, MONO = "on-brand", "on-paper", "on-night", "mono"
"""The grounds: the house colour, white paper, a web page in dark colours; and a logo in one colour."""

FILES = ("light", "dark", "mono")
PLATED = "plated"
HOME = "the folder of publisher.yaml"
HINT = "give a file for each kind of ground: logo: {light: …, dark: …}"
WHITE: Rgb = (1.0, 1.0, 1.0)
NIGHT_PAPER: Rgb = (0.06, 0.07, 0.09)
"""About the colour of a web page by night."""


def find_logo(
    source: Source, brief: Brief, theme: Theme
) -> tuple[tuple[LogoImage, ...], tuple[Diagnostic, ...]]:
    """The images of the institute's logo, if it has one, and everything wrong with their files."""
    logo = brief.publisher.logo if brief.publisher else None
    if logo is None:
        return (), ()
    pictures: dict[str, Picture] = {}
    problems: tuple[Diagnostic, ...] = ()
    for name, place in _places(logo, source).items():
        found, told = look_at_picture(
            name, place.path.parent, place, source.excerpt(place), is_address=False, home=HOME
        )
        problems += told
        if found:
            pictures[name] = found
    own = real_path(source.path).parent
    folder = locate(source, "publisher", "logo").path.parent
    shown = [(name, classes) for name, classes in _shown(logo, theme) if name in pictures]
    problems += tuple(_faint(pictures, shown, _places(logo, source), theme, source))
    return tuple(
        LogoImage(classes, _address(pictures[name].path, own), name, folder, pictures[name].path)
        for name, classes in shown
    ), problems


def _places(logo: Logo, source: Source) -> dict[str, SourceRange]:
    """The files, each with the place that first names it."""
    places: dict[str, SourceRange] = {}
    for key in FILES:
        if name := getattr(logo, key):
            places.setdefault(name, locate(source, "publisher", "logo", key))
    return places


def _faint(
    pictures: Mapping[str, Picture],
    shown: Sequence[tuple[str, str]],
    places: Mapping[str, SourceRange],
    theme: Theme,
    source: Source,
) -> Iterator[Diagnostic]:
    """Files that cannot be made out on a ground that they stand on."""
    told: set[str] = set()
    for name, classes in shown:
        for ground, colour in _grounds(classes, theme):
            reached = highest_contrast(pictures[name], places[name].path.parent, colour)
            if reached < ENOUGH and name not in told:
                told.add(name)
                message = f"{name} can hardly be seen on {ground}: its contrast there is {reached:.1f}:1"
                yield warning("logo.faint", message, places[name], HINT, source.excerpt(places[name]))


def _grounds(classes: str, theme: Theme) -> Iterator[tuple[str, Rgb]]:
    """The grounds of an image, in words, each with its colour."""
    where = classes.split()
    brand, plate = colour_of("--brand", theme.tokens), colour_of("--on-brand", theme.tokens)
    if PAPER in where:
        yield "white paper", WHITE
    if PLATED in where and plate:
        yield f"its plate, {hexadecimal(plate)}", plate
    elif BRAND in where and brand:
        yield f"the house colour, {hexadecimal(brand)}", brand
    elif NIGHT in where:
        yield "a dark web page", NIGHT_PAPER


def _shown(logo: Logo, theme: Theme) -> Iterator[tuple[str, str]]:
    """The files to show, each with its classes: the grounds that it stands on, and whether on a plate."""
    dark = (logo.dark or logo.light, not logo.dark)
    light = (logo.light, False)
    grounds = {PAPER: light, BRAND: dark if is_dark("--brand", theme.tokens) else light, NIGHT: dark}
    for name, plated in dict.fromkeys(grounds.values()):
        here = [ground for ground, shown in grounds.items() if shown == (name, plated)]
        yield name, " ".join([*here, *([PLATED] if plated else ())])
    if logo.mono:
        yield logo.mono, MONO


def _address(path: Path, folder: Path) -> str:
    """A file's address, as seen from a folder."""
    return quote(Path(os.path.relpath(path, folder)).as_posix())
