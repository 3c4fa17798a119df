"""Every value of an institute's looks, with the place that it was taken from.

In:  a brief that has been read.
Out: `BrandValue`s: what the brief, the institute's files, the theme and the program say, in that order.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from issuebrief.frontmatter.keys.press_keys import Press
from issuebrief.frontmatter.model import Publisher
from issuebrief.frontmatter.publisher_file import own_tree, whole_tree
from issuebrief.frontmatter.read import locate
from issuebrief.frontmatter.shared_values import DEFAULTS, is_given, is_in_file, keys_in_file
from issuebrief.theming.design_tokens import resolved

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.diagnostics.model import SourceRange
    from issuebrief.frontmatter.model import Brief
    from issuebrief.frontmatter.source import Source
    from issuebrief.manuscript import Manuscript
    from issuebrief.theming.theme import Theme

LOGO = ("light", "dark", "mono", "alt", "wordmark")
APART = ("logo", "colors", "faces")
"""Keys of an institute that have lines of their own."""
COLOURS = ("brand", "accent", "tint", "ink", "quiet", "hairline", "on-brand", "on-brand-quiet")
PRINTED = ("", "-cmyk", "-small-cmyk", "-spot")
FACES = ("serif", "sans", "mono", "text-face", "heading-face", "title-face", "quote-face")


@dataclass(frozen=True)
class BrandValue:
    """A value by its key, and where it stands; a value without a place is the program's own."""

    group: str
    key: str
    value: str
    place: SourceRange | None


def brand_values(manuscript: Manuscript) -> tuple[BrandValue, ...]:
    """All values, in the order of the documentation; those that nobody gives are left out."""
    source, brief = manuscript.source, manuscript.brief
    return (*_institute(source, brief), *_common(source, brief), *_tokens(manuscript.theme, brief, source))


def place_of_value(source: Source, *keys: str) -> SourceRange | None:
    """Where a value stands, in whichever file; None where nobody gives it."""
    tree = own_tree(source)
    if is_given(tree, *keys):
        return locate(source, *keys)
    if source.shared and is_in_file(keys, tree, whole_tree(source.shared)):
        below = keys_in_file(keys)
        return place_of_value(source.shared, *(key for key in below if isinstance(key, str)))
    return None


def _institute(source: Source, brief: Brief) -> Iterator[BrandValue]:
    house = brief.publisher
    for key in Publisher.__struct_fields__ if house else ():
        value = _shown(getattr(house, key))
        if value and key not in APART:
            yield BrandValue("institute", key, value, place_of_value(source, "publisher", key))
    logo = house.logo if house else None
    for key in LOGO if logo else ():
        value = _shown(getattr(logo, key))
        if value:
            place = place_of_value(source, "publisher", "logo", key)
            yield BrandValue("logo", key, value, place or place_of_value(source, "publisher", "logo"))


def _common(source: Source, brief: Brief) -> Iterator[BrandValue]:
    for key in DEFAULTS:
        if value := _shown(getattr(brief, key)):
            yield BrandValue("briefs", key, value, place_of_value(source, key))
    for key in Press.__struct_fields__ if brief.press else ():
        if value := _shown(getattr(brief.press, key)):
            yield BrandValue("briefs", f"press.{key}", value, place_of_value(source, "press", key))


def _tokens(theme: Theme, brief: Brief, source: Source) -> Iterator[BrandValue]:
    from issuebrief.theming.printed_tokens import given_inks

    last = {setting.token: setting for setting in theme.settings}
    printed = {ending: given_inks(theme, ending) for ending in PRINTED[1:]}
    for name in COLOURS:
        for ending in PRINTED:
            token = f"--{name}"
            setting = printed[ending].get(token) if ending else last.get(token)
            if setting is None:
                continue
            if name == "accent" and brief.accent:
                if not ending:
                    yield BrandValue("colours", token, brief.accent, place_of_value(source, "accent"))
                continue
            value = resolved(setting.value, theme.tokens)
            yield BrandValue("colours", f"{token}{ending}", value, setting.place)
    for name in FACES:
        if setting := last.get(f"--{name}"):
            family = resolved(setting.value, theme.tokens).split(",")[0].strip("\"' ")
            yield BrandValue("faces", f"--{name}", family, setting.place)


def _shown(value: object) -> str:
    """A value on one line, of a group of keys those that are given; empty for what says nothing."""
    if isinstance(value, msgspec.Struct):
        said = ((name, _shown(getattr(value, name))) for name in value.__struct_fields__)
        return ", ".join(f"{name}: {inner}" for name, inner in said if inner)
    if isinstance(value, tuple):
        return ", ".join(map(_shown, value))
    if isinstance(value, bool):
        return "true" if value else ""
    return " ".join(str(value).split()) if value else ""
