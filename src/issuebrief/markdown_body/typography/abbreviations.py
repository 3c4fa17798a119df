"""Abbreviations, as many as there may be.

In:  a converter with Python-Markdown's extension for abbreviations.
Out: the same, in which a text takes no longer to read the more abbreviations are defined.

Python-Markdown tries every abbreviation at every word. Here they share their beginnings, as in a dictionary.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown.extensions.abbr import AbbrBlockprocessor, AbbrTreeprocessor

from issuebrief.markdown_body.source.block_parts import parts

if TYPE_CHECKING:
    from collections.abc import Iterable
    from xml.etree.ElementTree import Element

    from markdown import Markdown

FEW = 8
"""Words that are tried one after another."""

DEEPEST = 40
"""Characters of a shared beginning; the regular expression nests as deep."""


class AbbreviationDefinitions(AbbrBlockprocessor):
    """Takes definitions of abbreviations out of the text."""

    def run(self, parent: Element, blocks: list[str]) -> bool | None:
        """Take the first definition of a block, and make blocks of those that follow at once."""
        waiting = len(blocks)
        taken = super().run(parent, blocks)
        if taken and len(blocks) == waiting:
            blocks[:1] = parts(self.RE, blocks[0])
        return taken


class Abbreviations(AbbrTreeprocessor):
    """Marks abbreviations in the text."""

    def run(self, root: Element) -> None:
        """Mark all abbreviations below `root`."""
        if self.abbrs:
            self.RE = re.compile(rf"\b(?:{any_of(self.abbrs)})\b")
            self.iter_element(root)

    def iter_element(self, el: Element, parent: Element | None = None) -> None:
        """Mark the abbreviations in an element and in the text behind it."""
        # To find its place among thousands of siblings costs time, which white space is not worth.
        behind = parent if el.tail and el.tail.strip() else None
        super().iter_element(el, behind)


def any_of(words: Iterable[str], depth: int = DEEPEST) -> str:
    """A regular expression for any of some words, the longest that matches."""
    by_length = sorted(dict.fromkeys(words), key=len, reverse=True)
    if len(by_length) <= FEW or not depth:
        return "|".join(map(re.escape, by_length))
    rests: dict[str, list[str]] = {}
    for word in by_length:
        rests.setdefault(word[:1], []).append(word[1:])
    ends = [""] if rests.pop("", None) else []
    inner = [f"{re.escape(first)}(?:{any_of(rest, depth - 1)})" for first, rest in rests.items()]
    return "|".join([*inner, *ends])


def share_beginnings(converter: Markdown) -> None:
    """Let a converter look abbreviations up."""
    known = converter.treeprocessors["abbr"]
    assert isinstance(known, AbbrTreeprocessor)
    converter.treeprocessors.register(Abbreviations(converter, known.abbrs), "abbr", 7)
    converter.parser.blockprocessors.register(
        AbbreviationDefinitions(converter.parser, known.abbrs), "abbr", 16
    )
