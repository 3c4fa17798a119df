"""Superiors and inferiors that the theme's faces do not have.

In:  the tree of the page's content, and the faces.
Out: the same tree: where a face has no superior (inferior) of some letter of an element, the element has the
     class `made`, for which the style sheet makes one. Browsers put no other glyph in its place.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from issuebrief.markdown_body.source.html_tree import Element, text_of, walk
from issuebrief.web.fonts import position_glyphs

if TYPE_CHECKING:
    from issuebrief.web.fonts import WebFace

FEATURES = {"sup": "sups", "sub": "subs"}
"""The OpenType features by the elements that ask for them."""
NOTE_MARK = "note-mark"
"""The class of links to notes, which are superiors too."""


def mark_made(root: Element, faces: tuple[WebFace, ...]) -> None:
    """Give the class to each element that cannot be set with every face that has its letters."""
    had: dict[tuple[str, str], bool] = {}
    for found in walk(root):
        feature = _feature(found)
        if not feature:
            continue
        inner = [each for each in walk(found) if each is not found and _feature(each)]
        for letter in set(text_of(found)):
            if (feature, letter) not in had:
                had[feature, letter] = _has(feature, letter, faces)
        if inner or not all(had[feature, letter] for letter in set(text_of(found))):
            for each in (found, *inner):
                each.attributes["class"] = " ".join(dict.fromkeys((*each.classes, "made")))


def _feature(element: Element) -> str:
    """The OpenType feature that an element asks for; empty where it asks for none."""
    return FEATURES["sup"] if NOTE_MARK in element.classes else FEATURES.get(element.tag, "")


def _has(feature: str, letter: str, faces: tuple[WebFace, ...]) -> bool:
    """Whether all faces that have a letter have another glyph for it with a feature."""
    if unicodedata.category(letter) in ("Cf", "Cc", "Zs"):
        return True
    able = [face for face in faces if face.has(letter)]
    return bool(able) and all(
        position_glyphs(face, {letter}, feature) != position_glyphs(face, {letter}, "") for face in able
    )
