"""Lay an institute's colours and faces over a theme.

In:  a theme, and what the institute's file says of colours and faces.
Out: the theme with these as its last design tokens; problems: a family that nobody has.

What stands on the house colour follows it: where the institute gives that colour alone, and the theme's
letters on it could not be read, they become lighter or darker until they can.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import Diagnostic, error, warning
from issuebrief.frontmatter.read import locate
from issuebrief.publisher_places import BRANDS
from issuebrief.srgb import contrast, hexadecimal
from issuebrief.theming.design_tokens import TokenDeclaration
from issuebrief.theming.font_faces import faces_in
from issuebrief.theming.font_names import faces_named, families_in
from issuebrief.theming.legibility import colour_of, legible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.diagnostics.model import SourceRange
    from issuebrief.frontmatter.keys.looks import Colours, Faces, InkedColour
    from issuebrief.frontmatter.model import Publisher
    from issuebrief.frontmatter.source import Source
    from issuebrief.resources import SearchPath
    from issuebrief.theming.font_faces import FontFace
    from issuebrief.theming.theme import Theme

READABLE = 4.5
"""The contrast of small letters with their ground (WCAG 2.2, 1.4.3)."""

SPOT = re.compile(r"(.+?)(\s+\d+(?:\.\d+)?\s*%)?")
"""The name of an ink, and how much of it where it is a tint."""

FACES = {
    "serif": ("--serif", "--serif-display", "--serif-subhead", "--serif-small"),
    "sans": ("--sans",),
    "mono": ("--mono",),
    "text": ("--text-face",),
    "heading": ("--heading-face",),
    "title": ("--title-face",),
    "quote": ("--quote-face",),
}
"""The tokens that each key of `faces:` sets."""
OTHERS = {"serif": "serif", "sans": "sans-serif", "mono": "monospace"}
"""What stands behind a family; behind the others it is the theme's family with serifs."""
SIZED = "source serif 4"
"""The shipped family that has a font of its own for each size."""


def branded(
    theme: Theme, publisher: Publisher | None, source: Source, search_path: SearchPath
) -> tuple[Theme, tuple[Diagnostic, ...]]:
    """The theme with the institute's colours and faces; as it is where there are none."""
    if publisher is None or (publisher.colors is None and publisher.faces is None):
        return theme, ()
    own: list[TokenDeclaration] = []
    faces: tuple[FontFace, ...] = ()
    problems: tuple[Diagnostic, ...] = ()
    if publisher.colors:
        own += _colours(publisher.colors, source)
        own += _followers(theme.with_own(tuple(own)), publisher.colors, own)
    if publisher.faces:
        tokens, faces, problems = _faces(publisher.faces, theme, source, search_path)
        own += tokens
    return theme.with_own(tuple(own), faces), problems


def _colours(colours: Colours, source: Source) -> Iterator[TokenDeclaration]:
    for name in colours.__struct_fields__:
        if colour := getattr(colours, name):
            token, place = _token(name), locate(source, "publisher", "colors", name)
            yield _declared(token, colour.screen, place, source)
            for key, value in _printed(colour).items():
                inks = locate(source, "publisher", "colors", name, key)
                yield _declared(f"{token}-{key.replace('_', '-')}", value, inks, source)


def _printed(colour: InkedColour) -> dict[str, str]:
    """How a colour is printed, as a style sheet says it."""
    spot = SPOT.fullmatch(colour.spot or "")
    said = {
        "cmyk": (colour.cmyk or "").replace("%", ""),
        "small_cmyk": (colour.small_cmyk or "").replace("%", ""),
        "spot": f'"{spot[1]}"{spot[2] or ""}' if spot else "",
    }
    return {key: value for key, value in said.items() if value}


def _followers(theme: Theme, colours: Colours, own: list[TokenDeclaration]) -> Iterator[TokenDeclaration]:
    """The colours on the house colour that the institute does not give and that could not be read."""
    ground = colour_of("--brand", theme.tokens)
    brand = next((setting for setting in own if setting.token == "--brand"), None)
    if ground is None or brand is None:
        return
    for name in ("on_brand", "on_brand_quiet"):
        colour = colour_of(_token(name), theme.tokens)
        if getattr(colours, name) is None and colour and contrast(colour, ground) < READABLE:
            value = hexadecimal(legible(colour, ground, READABLE))
            yield TokenDeclaration(
                _token(name), value, brand.sheet, brand.line, brand.column, text=brand.text
            )


def _faces(
    faces: Faces, theme: Theme, source: Source, search_path: SearchPath
) -> tuple[list[TokenDeclaration], tuple[FontFace, ...], tuple[Diagnostic, ...]]:
    declared = {
        face.family.casefold(): face.family for face in faces_in(theme.rules.found, search_path.styles)
    }
    tokens: list[TokenDeclaration] = []
    found: dict[str, tuple[FontFace, ...]] = {}
    problems: list[Diagnostic] = []
    for name in faces.__struct_fields__:
        family = getattr(faces, name)
        if not family:
            continue
        place = locate(source, "publisher", "faces", name)
        key = family.casefold()
        if key not in declared and key not in found:
            found[key] = faces_named(family, search_path.styles, place, source.excerpt(place))
        if key not in declared and not found[key] and place.path.name in BRANDS:
            problems.append(_no_font(family, place, source))
            continue
        if key not in declared and not found[key]:
            problems.append(_no_family(family, place, source, {*declared.values()}, search_path))
            continue
        spelled = declared.get(key) or found[key][0].family
        for token in FACES[name]:
            if token in FACES["serif"][1:] and key == SIZED:
                continue
            value = f'"{spelled}", {OTHERS.get(name, "var(--serif)")}'
            tokens.append(_declared(token, value, place, source))
    own = tuple(face for some in found.values() for face in some)
    return tokens, own, tuple(dict.fromkeys(problems))


def _declared(token: str, value: str, place: SourceRange, source: Source) -> TokenDeclaration:
    return TokenDeclaration(
        token, value, place.path, place.line, place.column, text=source.holder(place).text
    )


def _token(name: str) -> str:
    return f"--{name.replace('_', '-')}"


def _no_family(
    family: str, place: SourceRange, source: Source, declared: set[str], search_path: SearchPath
) -> Diagnostic:
    known = sorted({*declared, *families_in(search_path.styles)})
    near = get_close_matches(family, known, 1)
    hint = f"did you mean “{near[0]}”?" if near else f"there are: {', '.join(known)}"
    hint += "\nthe files of another family go into styles/fonts/"
    message = f"there is no family of fonts “{family}”"
    return error("brand.face", message, place, hint, source.excerpt(place))


def _no_font(family: str, place: SourceRange, source: Source) -> Diagnostic:
    """What a `_brand.yml` asks for is often fetched from the network by other programs."""
    message = f"there are no files of the family “{family}”: the theme's own font is used"
    hint = "nothing is fetched from the network; put its files into styles/fonts/"
    return warning("brand.no-font", message, place, hint, source.excerpt(place))
