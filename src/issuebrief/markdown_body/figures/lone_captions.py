"""Paragraphs that begin like captions, and that no figure took.

In:  the tree of the body, in which all figures have their captions.
Out: a warning for each.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import Diagnostic, warning
from issuebrief.markdown_body.figures.typed_captions import KINDS, UNNUMBERED_TABLE, is_caption
from issuebrief.markdown_body.source.html_tree import Element, is_blank, text_of, walk
from issuebrief.markdown_body.source.source_lines import line_of
from issuebrief.markdown_body.typography.caption_words import FIRST_WORD, TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.markdown_body.source.html_tree import Node
    from issuebrief.markdown_body.source.markdown_source import MarkdownSource


LABEL = 80
"""Letters in which the label that begins a paragraph ends."""


def tell_lone_captions(root: Element, manuscript: MarkdownSource) -> list[Diagnostic]:
    """The warnings, in the order of the text."""
    return [_told_alone(paragraph, above, manuscript) for paragraph, above in _lone_captions(root)]


def _lone_captions(root: Element) -> Iterator[tuple[Element, Node | None]]:
    """Paragraphs that begin like captions and are none, since no figure took them, with what is above."""
    blocks = [child for child in root.children if not is_blank(child)]
    for above, child in pairwise([None, *blocks]):
        if not isinstance(child, Element) or child.tag != "p":
            continue
        if any(is_caption(child, kind) for kind in KINDS) or UNNUMBERED_TABLE.match(text_of(child)[:LABEL]):
            yield child, above


def _told_alone(paragraph: Element, above: Node | None, manuscript: MarkdownSource) -> Diagnostic:
    line = line_of(paragraph)
    first, second = [*text_of(paragraph).split(maxsplit=2), ""][:2]
    begins = first if first.endswith(":") else f"{first} {second}".rstrip(":.|–—")
    message = f"“{begins}” starts a caption, but there is no picture or table without one next to it"
    hint = "put the picture above it, or reword its start if it is prose"
    word = FIRST_WORD.match(begins)
    hint = hint.replace("picture", "table") if word and word[1].casefold() in TABLES else hint
    if isinstance(above, Element) and any("caption" in found.classes for found in walk(above)):
        message = f"“{begins}” starts a second caption of the figure above it"
        hint = "keep one of the two: what is in quotes after a picture's file name is its caption too"
    place = manuscript.source.place(line or manuscript.source.body_line)
    excerpt = manuscript.source.line(line) if line else ""
    return warning("figures.caption-alone", message, place, hint, excerpt)
