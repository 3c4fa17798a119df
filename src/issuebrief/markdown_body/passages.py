"""Find the passage of the text that a pull-quote repeats.

In:  the words of the quotation and the blocks of the body, nearest first.
Out: a passage mark in the tree, at the character where the passage begins. Only letters and
     digits are compared: quotes, dashes, spaces and note marks may differ.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from issuebrief.markdown_body.source.html_tree import Element, Node, Text, is_note_mark, names, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

NOT_LETTERS = re.compile(r"[\W_]+")
FIRST_SENTENCE = re.compile(r".+?[.!?…](?=\s)", re.DOTALL)
OPENING = "“‘\"'([«„‚»¡¿"
UNREAD = names("script style svg textarea")
HOLDERS = names("ul ol dl table thead tbody tr figure div section blockquote")
# So many letters tell a passage from all others; so many are the least for a first sentence.
PREFIX, SHORTEST = 40, 12


@dataclass(frozen=True)
class PassageBlock:
    """A block of the body in which a passage may begin."""

    element: Element

    @cached_property
    def letters(self) -> str:
        """All that is compared of it; passage marks put into it change nothing in that."""
        return letters("".join(text.value for _, text in _pieces(self.element)))


def letters(text: str) -> str:
    """The letters and digits of a text in small letters, by which passages are compared."""
    return NOT_LETTERS.sub("", text).casefold()


def open_passage(root: Element, quote: str, blocks: list[PassageBlock]) -> Element:
    """Put the passage mark where the quotation begins in the text; else where the nearest block does."""
    span = Element("span")
    for needle in _needles(quote):
        for block in blocks:
            if (position := block.letters.find(needle)) >= 0:
                _insert(block.element, position, span)
                return span
    if not blocks:
        root.children.append(span)
        return span
    holder = _reading_block(blocks[0].element)
    holder.children.insert(_after_marks(holder), span)
    return span


def _after_marks(holder: Element) -> int:
    """The place behind the passage marks that a block begins with: quotes keep the order of the source."""
    count = 0
    for child in holder.children:
        if not isinstance(child, Element) or child.tag != "span" or child.attributes or child.children:
            break
        count += 1
    return count


def _reading_block(block: Element) -> Element:
    """The first element in a block that may hold a mark: not a list but its item, not a table but a cell."""
    while block.tag in HOLDERS:
        inner = next((child for child in block.children if isinstance(child, Element)), None)
        if inner is None or inner.tag in ("img", "svg"):
            break
        block = inner
    return block


def _needles(quote: str) -> Iterator[str]:
    """What to look for: the whole quotation, its first letters, its first sentence."""
    whole = letters(quote)
    if whole:
        yield whole
    if len(whole) > PREFIX:
        yield whole[:PREFIX]
    if (sentence := FIRST_SENTENCE.match(quote)) and len(first := letters(sentence.group())) >= SHORTEST:
        yield first


def _insert(block: Element, position: int, span: Element) -> None:
    """Put `span` before the letter number `position` of a block."""
    for parent, text in _pieces(block):
        count = len(letters(text.value))
        if position < count:
            _split(parent, text, _offset(text.value, position), span)
            return
        position -= count


def _pieces(parent: Element) -> Iterator[tuple[Element, Text]]:
    for child in parent.children:
        if isinstance(child, Text):
            yield parent, child
        elif child.tag not in UNREAD and not is_note_mark(child):
            yield from _pieces(child)


def _offset(value: str, position: int) -> int:
    """The offset in a text of its letter number `position`, or of the opening quote before it."""
    count = 0
    for offset, character in enumerate(value):
        count += len(letters(character))
        if count > position:
            while offset and value[offset - 1] in OPENING:
                offset -= 1
            return offset
    return len(value)


def _split(parent: Element, text: Text, offset: int, span: Element) -> None:
    place = next(number for number, child in enumerate(parent.children) if child is text)
    parts: list[Node] = [Text(text.value[:offset]), span, Text(text.value[offset:])]
    parent.children[place : place + 1] = [part for part in parts if part is span or text_of(part)]
