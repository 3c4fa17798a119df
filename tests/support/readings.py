"""What a reader of a review copy has before them, once all changes are accepted or all are rejected.

A reading is a list of paragraphs: each the elements around it and its words. Numbers of notes count for
nothing, since those of the later version stand in both readings.
"""

from __future__ import annotations

import re

from issuebrief.compare.block_merge import is_leaf, units
from issuebrief.compare.copies import PICTURES, picture_name
from issuebrief.compare.tokens import NOT_COMPARED, PIECES
from issuebrief.markdown_body.source.html_tree import Element, Node, Text, is_block, is_note_mark

Paragraph = tuple[tuple[str, ...], tuple[str, ...]]

UNTOLD = frozenset(("running-house", "running-title", "watermark", "changes"))
ADDED = frozenset(("move-to", "move-from", "no-cell"))
UNSEEN = frozenset(("", "p", "ins", "del"))


def reading(tree: Element, side: str = "") -> list[Paragraph]:
    """The paragraphs of a page; of a marked one with all changes `accepted` or all `rejected`."""
    found: list[Paragraph] = []
    _read(tree, side, (), found)
    return [(around, words) for around, words in found if words]


def _read(block: Element, side: str, around: tuple[str, ...], found: list[Paragraph]) -> None:
    if _is_left_out(block, side):
        return
    tag = block.tag
    # What stood in line beside blocks is marked in a block that it has not by itself.
    if block.attributes.get("data-was") == "" or (side == "rejected" and "data-was" in block.attributes):
        tag = block.attributes["data-was"] or ""
    around = (*around, tag) if tag not in UNSEEN else around
    if is_leaf(block):
        words: list[str] = []
        for child in block.children:
            words += _words(child, side)
        found.append((around, tuple(PIECES_OF(words))))
        return
    for unit in units(block):
        _read(unit, side, around, found)


def PIECES_OF(parts: list[str]) -> list[str]:  # noqa: N802
    """The words in parts of a text, joined."""
    # An element that has something taken out of it is in two halves once that is back.
    text = re.sub(r"⟨/(\w+)⟩(\s*)⟨\1⟩", r"\2", "".join(parts))
    return [match[0] for match in PIECES.finditer(text) if match["space"] is None]


def _is_left_out(node: Element, side: str) -> bool:
    classes = set(node.classes)
    if classes & (UNTOLD | ADDED):
        return True
    if side == "accepted":
        return node.tag == "del" or bool(classes & {"deleted", "moved-from"})
    if side == "rejected":
        return node.tag == "ins" or bool(classes & {"inserted", "moved-to"})
    return False


def _words(node: Node, side: str) -> list[str]:
    if isinstance(node, Text):
        return [node.value]
    if _is_left_out(node, side) or not NOT_COMPARED.isdisjoint(node.classes):
        return []
    if is_note_mark(node):
        return ["⟦note⟧"]
    if node.tag in PICTURES:
        return [f" {picture_name(node)} "]
    if node.tag == "br":
        return [" "]
    if "gone-picture" in node.classes:
        return [f" {node.children[0].value} "] if isinstance(node.children[0], Text) else []
    inner = [word for child in node.children for word in _words(child, side)]
    if is_block(node):
        return [" ", *inner, " "]
    marked = node.tag not in UNSEEN and node.tag not in ("span",) and any(part.strip() for part in inner)
    return [f"⟨{node.tag}⟩", *inner, f"⟨/{node.tag}⟩"] if marked else inner
