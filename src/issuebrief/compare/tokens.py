"""The inside of a paragraph as a row of tokens: words, marks, spaces, and what is one piece.

In:  the nodes of a paragraph.
Out: `InlineToken`s, each with the inline elements around it.

In scripts that set no spaces between words each letter is a token, with the marks on it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from issuebrief.markdown_body.source.html_tree import (
    VOID,
    Element,
    Node,
    Text,
    is_block,
    is_note_mark,
    names,
    text_of,
    walk,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator

UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
"""Letters of Thai, Lao, Burmese, Khmer, Japanese and Chinese."""
MARKS = (
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece\u102b-\u103e\u17b4-\u17d3\u3099\u309a"
)
"""Marks of these scripts that stand on a letter, or beside it and never alone."""
PUNCTUATION = (
    "!-/:-@\\[-`{-~\u00a1-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u2010-\u2027\u2030-\u205e\u3000-\u303f\uff01-\uff0f"
    "،؛؟۔।॥"
)
PIECES = re.compile(
    rf"(?P<space>\s+)|[{UNSPACED}][{MARKS}]*"
    rf"|[^\s{PUNCTUATION}{UNSPACED}]+(?:['’.,][^\s{PUNCTUATION}{UNSPACED}]+)*|."
)
ONE_PIECE = VOID | names("svg math object video audio iframe canvas script style")
NOT_COMPARED = frozenset(("passage", "note-number", "back"))
"""Classes of what comes and goes with the text around it: it is taken from the later version."""
UNSIGNED = frozenset(("id", "data-line", "title", "aria-label", "aria-describedby", "data-tail"))
"""Attributes that say nothing a reader sees."""


class TokenKind(StrEnum):
    """What a token is; a marker is nothing that is read, such as the target of a link."""

    WORD = "word"
    SPACE = "space"
    PIECE = "piece"
    MARKER = "marker"


@dataclass(frozen=True, slots=True, eq=False)
class InlineToken:
    """A token: its text, the inline elements around it, and what it is compared by.

    `node` is the element that is one piece.
    """

    kind: TokenKind
    text: str
    around: tuple[Element, ...]
    key: Hashable
    node: Element | None = None

    @property
    def compared(self) -> bool:
        """Whether it has a say in what two paragraphs have in common."""
        return self.kind in (TokenKind.WORD, TokenKind.PIECE)


KeyOf = "Callable[[Element], Hashable]"


def tokens_of(
    nodes: Iterable[Node], key_of: Callable[[Element], Hashable], *, typed: bool = False
) -> list[InlineToken]:
    """The tokens of a paragraph; `key_of` says what an element of one piece is compared by.

    In text that is `typed`, such as code, white space counts.
    """
    return list(_tokens(nodes, (), key_of, typed))


def _tokens(
    nodes: Iterable[Node], around: tuple[Element, ...], key_of: Callable[[Element], Hashable], typed: bool
) -> Iterator[InlineToken]:
    signs = tuple(map(signature, around))
    for node in nodes:
        if isinstance(node, Text):
            yield from _of_text(node.value, around, signs, typed)
        elif _is_marker(node):
            yield InlineToken(TokenKind.MARKER, "", around, None, node)
        elif is_one_piece(node):
            yield InlineToken(TokenKind.PIECE, "", around, (key_of(node), signs), node)
        else:
            yield from _tokens(node.children, (*around, node), key_of, typed)


def _of_text(
    text: str, around: tuple[Element, ...], signs: tuple[Hashable, ...], typed: bool
) -> Iterator[InlineToken]:
    for found in PIECES.finditer(text.replace("\n", "\n" if typed else " ")):
        word = found[0]
        if found["space"] is None or typed:
            yield InlineToken(TokenKind.WORD, word, around, (word, signs))
        else:
            yield InlineToken(TokenKind.SPACE, word, around, (" ", signs))


def is_one_piece(node: Element) -> bool:
    """Whether an inline element is compared as a whole."""
    return (
        node.tag in ONE_PIECE
        or is_note_mark(node)
        or (node.tag == "a" and "url" in node.classes)
        or any(map(is_block, walk(node)))
    )


def _is_marker(node: Element) -> bool:
    if not NOT_COMPARED.isdisjoint(node.classes):
        return True
    return node.tag not in ONE_PIECE and not node.children


def signature(node: Element) -> Hashable:
    """An element as a reader sees it, without what is in it."""
    shown = sorted((name, value) for name, value in node.attributes.items() if name not in UNSIGNED)
    return (node.tag, *shown)


def words_of(node: Node) -> list[str]:
    """The words and marks of a node, without spaces, marks of notes and numbers of notes."""
    return [found[0] for found in PIECES.finditer(_read(node)) if found["space"] is None]


def _read(node: Node) -> str:
    if isinstance(node, Text):
        return node.value
    if not NOT_COMPARED.isdisjoint(node.classes) or is_note_mark(node):
        return ""
    inner = "".join(map(_read, node.children))
    return f" {inner} " if is_block(node) or node.tag == "br" else inner


def text_within(node: Node) -> str:
    """The text of a node on one line."""
    return " ".join(_read(node).split()) if isinstance(node, Element) else " ".join(text_of(node).split())
