"""Read a `_brand.yml` as if it were an institute's file.

In:  a file of the published format brand.yml, which Quarto and other programs share.
Out: the same values, at their places, under the keys of `publisher.yaml`; and problems: parts that the format
     does not have, values that cannot be used, and what is of no use for a brief.

Source: Posit, "brand.yml" (2024): `meta`, `logo`, `color`, `typography`, `defaults`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from issuebrief.frontmatter.brand_reading import SHOWN, BrandReading, Entries, parts
from issuebrief.frontmatter.yaml_nodes import Mapping, Scalar, Tree, YamlPosition
from issuebrief.frontmatter.yaml_tree import read_yaml

if TYPE_CHECKING:
    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.frontmatter.source import Source

COLOURS = {"primary": "brand", "secondary": "accent", "foreground": "ink", "light": "tint"}
"""The colours of the format, and those of an institute."""
FACES = {"base": ("serif", "sans"), "headings": ("heading", "title"), "monospace": ("mono",)}
"""The kinds of text of the format, and the faces of an institute."""
SIZES = ("medium", "large", "small")
"""The logos, the one that suits a masthead first."""
WHITE = "#ffffff"
ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:|//")
"""The beginning of an address on the network."""


@lru_cache(maxsize=2)
def institute_tree(source: Source) -> tuple[Mapping, tuple[Diagnostic, ...]]:
    """What the file says, under the keys of `publisher.yaml`, and what is wrong with it or of no use."""
    tree, problems = read_yaml(source)
    reading = BrandReading(source, [*problems])
    if tree is None:
        return Mapping(YamlPosition(1, 1), YamlPosition(1, 1), {}), problems
    groups = reading.group(tree, "")
    entries = _meta(groups.get("meta"), reading)
    for name, key, make in (
        ("logo", "logo", _logo),
        ("color", "colors", _colours),
        ("typography", "faces", _faces),
    ):
        if name in groups and (made := make(reading.group(groups[name], name), reading)):
            at, end = groups[name].at, groups[name].end
            entries[key] = (Scalar(at, at, key, "text", True), Mapping(at, end, made))
    if "defaults" in groups:
        reading.unused("defaults", groups["defaults"], "it is for other programs")
    sound = {key: entry for key, entry in entries.items() if reading.is_sound(key, entry)}
    return Mapping(tree.at, tree.end, sound), tuple(reading.problems)


def _meta(tree: Tree | None, reading: BrandReading) -> Entries:
    """Name, short name and home page."""
    given = parts(tree, "name")
    names = parts(given.get("name"), "full")
    links = {**parts(given.get("links"), "home"), **parts(given.get("link"), "home")}
    found = {
        "name": names.get("full") or names.get("short"),
        "short": names.get("short"),
        "url": links.get("home"),
    }
    others = [name for name in (*names, *links) if name not in ("full", "short", "home")]
    others += [name for name in given if name not in ("name", "link", "links")]
    if others and tree is not None:
        why = "a brief prints the name, the short name and the home page"
        reading.unused(f"{', '.join(others)} below meta", tree, why)
    return {key: (value, value) for key, value in found.items() if isinstance(value, Scalar)}


def _logo(given: dict[str, Tree], reading: BrandReading) -> Entries:
    """The logo of one size, with its files for light and dark grounds."""
    size = next((size for size in SIZES if size in given), "")
    if not size:
        return {}
    if others := [other for other in SIZES if other in given and other != size]:
        reading.unused(
            f"the logo {' or '.join(others)}", given[others[0]], f"the masthead has the {size} one"
        )
    chosen, named = given[size], parts(given.get("images"), "")
    is_one = isinstance(chosen, Mapping) and "path" in chosen.entries
    grounds = {"light": chosen} if is_one else parts(chosen, "light")
    found: Entries = {}
    for ground in ("light", "dark"):
        value = grounds.get(ground)
        file = parts(named.get(value.text, value) if isinstance(value, Scalar) else value, "path")
        path, words = file.get("path"), file.get("alt")
        if isinstance(path, Scalar) and ELSEWHERE.match(path.text):
            hint = "save it as a file beside _brand.yml"
            message = f"the logo {path.text[:SHOWN]} is on the network, and nothing is fetched from there"
            reading.tell("brand.unusable", message, path, hint)
        elif isinstance(path, Scalar):
            found[ground] = (path, replace(path, text=path.text.lstrip("/")))
        if isinstance(words, Scalar):
            found.setdefault("alt", (words, words))
    if "light" in found or "dark" not in found:
        return found if "light" in found else {}
    reading.tell("brand.unusable", "the logo has no file for light grounds", chosen, "give light as well")
    return {}


def _colours(given: dict[str, Tree], reading: BrandReading) -> Entries:
    palette = parts(given.pop("palette", None), "")
    # A name of the palette comes before that of a role: `light: light` is no circle.
    reading.palette = {**given, **palette}
    found: Entries = {}
    for name, value in given.items():
        colour = reading.colour(value) if name in COLOURS or name == "background" else None
        if name in COLOURS and colour:
            found[COLOURS[name]] = (colour, colour)
        elif colour and colour.text != WHITE:
            reading.unused("background", colour, "briefs are printed on white paper")
    if others := [name for name in given if name not in ("background", *COLOURS)]:
        reading.unused(f"{', '.join(others)} below color", given[others[0]], "no part of a brief has it")
    return found


def _faces(given: dict[str, Tree], reading: BrandReading) -> Entries:
    found: Entries = {}
    unused: dict[str, Tree] = {}
    given.pop("fonts", None)
    for name, value in given.items():
        said = parts(value, "family")
        family = said.pop("family", None)
        if isinstance(family, Scalar) and name in FACES:
            # Some write a list as in CSS: its first family is meant, and the others stand in for it.
            family = replace(family, text=family.text.partition(",")[0].strip(" '\""))
            found |= dict.fromkeys(FACES[name], (family, family))
        elif family is not None:
            unused[name] = family
        unused |= {f"{part} of {name}": part_value for part, part_value in said.items()}
    if unused:
        what = f"{', '.join(unused)} below typography"
        reading.unused(what, next(iter(unused.values())), "the theme says so")
    return found
