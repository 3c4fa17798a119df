"""Emphasised words in letters that slope, in a text whose own letters do not.

In:  a tree of a brief in a language whose letters do not slope.
Out: the same tree; such words have the class `sloping`, for style sheets to set them in italics.

In a Chinese or Arabic text what is emphasised is bold, since its letters have no italics. The title of an
English book in it has.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from issuebrief.markdown_body.source.html_tree import text_of, walk
from issuebrief.theming.body_classes import SLOPING

if TYPE_CHECKING:
    from issuebrief.markdown_body.source.html_tree import Element

EMPHASIS = frozenset(("em", "i", "cite"))
SLOPING_LETTERS = ("LATIN", "GREEK", "CYRILLIC", "ARMENIAN")
"""How Unicode begins the names of letters that slope."""


def mark_sloping_words(root: Element) -> None:
    """Give emphasised words the class, if all their letters slope."""
    for found in walk(root):
        if found.tag in EMPHASIS and _all_slope(text_of(found)):
            found.attributes["class"] = " ".join((*found.classes, SLOPING))


def _all_slope(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return bool(letters) and all(unicodedata.name(each, "").startswith(SLOPING_LETTERS) for each in letters)
