"""Where the blocks of the margin stand on a wide screen.

In:  the element that holds the text: its blocks, and among them the `aside` elements.
Out: a class on each `aside` and the CSS rule of that class. Every block of the text is a row of a
     grid; an `aside` begins in the row of its passage, as far down as the passage, or below the
     `aside` before it. It spans as many rows as it is tall. In the HTML it stays behind its passage, where
     it is read.

Nothing is known here of the reader's screen. Heights are estimated in lines of text; where the
estimate is wrong a row grows a little or a quotation stands a line off, and nothing ever overlaps.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from issuebrief.markdown_body.source.html_tree import (
    HEADINGS,
    Element,
    Text,
    is_blank,
    is_note_mark,
    names,
    text_of,
    walk,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from issuebrief.markdown_body.source.html_tree import Node

TEXT_LINE, STANDFIRST_LINE, MARGIN_LINE, QUOTE_LINE = 66, 54, 36, 22
"""Letters on a line of the text, of the standfirst, of the margin's small print, and of a pull-quote."""

STANDFIRST, MARGIN = 1.14, 0.72
"""The leading of the standfirst and of the margin's small print, as parts of the text's."""

PARAGRAPH, HEADING, PICTURE, RULE = 0.5, 2.6, 15.0, 1.5
"""Heights in lines of text: white after a paragraph, a heading, a picture, a block's rule and white."""

SPANS = names("wide full bleed")
"""The classes of what is as wide as text and margin together."""
MARGIN_PICTURE = 6.0
"""About how many lines of text a picture in the margin is tall."""
PARTS = names("p li tr dt dd")


@dataclass(frozen=True)
class Marginal:
    """A block of the margin.

    `row` is that of its passage, counted from 1; `depth` is how far down in the row the passage is, and
    `height` how tall the block is, both in lines of text.
    """

    row: int
    depth: int
    height: float


@dataclass(frozen=True)
class MarginPosition:
    """The row in which a block of the margin begins, how many it spans, and how many lines it is let down."""

    row: int
    rows: int
    depth: int


def place(
    heights: Sequence[float], walls: frozenset[int], marginals: Sequence[Marginal]
) -> list[MarginPosition]:
    """Spots for the blocks of the margin, which come in the order of their passages.

    `heights` are those of the text's rows; no block of the margin may lie in a row of `walls`, which
    hold something as wide as text and margin together.
    """
    spots: list[MarginPosition] = []
    free = 1
    for marginal in marginals:
        row = max(marginal.row, free)
        while row in walls:
            row += 1
        depth = marginal.depth if row == marginal.row else 0
        end, room = row, 0.0
        while room < depth + marginal.height and end not in walls:
            room += heights[end - 1] if end <= len(heights) else math.inf
            end += 1
        spots.append(MarginPosition(row, end - row, depth))
        free = end
    return spots


def set_margin(holder: Element) -> str:
    """Give the blocks of the margin their classes; the rules that go with these."""
    _stack(holder)
    text = [block for block in _blocks(holder) if not is_marginal(block)]
    passages = {
        name: (row, int(lines)) for row, block in enumerate(text, 1) for name, lines in _depths(block)
    }
    found: list[tuple[Element, Marginal]] = []
    row = 0
    for block in _blocks(holder):
        if not is_marginal(block):
            row += 1
            continue
        at, depth = passages.get(_passage(block), (max(row, 1), 0))
        found.append((block, Marginal(at, depth, margin_height(block))))
    walls = frozenset(number for number, block in enumerate(text, 1) if not SPANS.isdisjoint(block.classes))
    spots = place([text_height(block) for block in text], walls, [marginal for _, marginal in found])
    rules = {}
    for (block, _), spot in zip(found, spots, strict=True):
        name = f"row-{spot.row}-{spot.rows}-{spot.depth}"
        block.attributes["class"] = " ".join((*block.classes, name))
        rules[name] = f".{name}{{--row:{spot.row}/span {spot.rows};--depth:{spot.depth}}}"
    return "".join(rules.values())


def is_marginal(block: Element) -> bool:
    """Whether a block belongs into the margin."""
    return block.tag == "aside" or "margin" in block.classes


def _blocks(holder: Element) -> list[Element]:
    return [child for child in holder.children if isinstance(child, Element)]


def _stack(holder: Element) -> None:
    """Put `aside` elements that follow upon each other into one block, so that they share their rows."""
    children: list[Node] = []
    for child in holder.children:
        last = next((node for node in reversed(children) if not is_blank(node)), None)
        if not (isinstance(child, Element) and child.tag == "aside"):
            children.append(child)
        elif isinstance(last, Element) and "margin" in last.classes:
            last.children.append(child)
        else:
            children.append(Element("div", {"class": "margin"}, [child]))
    holder.children = children


def _passage(block: Element) -> str:
    """The id of the passage that a block stands beside: that of the first `aside` in it."""
    return next((found.attributes.get("data-passage") or "" for found in walk(block)), "")


def _depths(block: Element) -> Iterator[tuple[str, float]]:
    """The ids in a block, and about how many lines of text are above each."""
    lines, letters = 0.0, 0
    if name := block.attributes.get("id"):
        yield name, 0.0
    for node in _in_order(block):
        if isinstance(node, Text):
            letters += len(node.value)
        elif node.tag in PARTS and letters:
            lines, letters = lines + math.ceil(letters / TEXT_LINE) + PARAGRAPH, 0
        if isinstance(node, Element) and (name := node.attributes.get("id")):
            yield name, lines + letters // TEXT_LINE


def _in_order(parent: Element) -> Iterator[Node]:
    for child in parent.children:
        if not (isinstance(child, Element) and is_note_mark(child)):
            yield child
        if isinstance(child, Element) and not is_note_mark(child):
            yield from _in_order(child)


def text_height(block: Element) -> float:
    """About how many lines of text a block is tall."""
    if block.tag in HEADINGS:
        return HEADING
    if "standfirst" in block.classes:
        return STANDFIRST * sum(_lines(part, STANDFIRST_LINE) + 1 for part in _parts(block))
    pictures = sum(found.tag == "img" for found in walk(block)) * PICTURE
    return pictures + sum(_lines(part, TEXT_LINE) + PARAGRAPH for part in _parts(block))


def margin_height(block: Element) -> float:
    """About how many lines of text a block of the margin is tall."""
    return sum(_aside_height(aside) for aside in walk(block) if aside.tag == "aside")


def _aside_height(aside: Element) -> float:
    if "pull-quote" in aside.classes:
        return RULE + 0.5 + sum(_lines(part, QUOTE_LINE) for part in _parts(aside))
    pictures = sum(found.tag == "img" for found in walk(aside)) * MARGIN_PICTURE
    return RULE + pictures + sum(MARGIN * _lines(part, MARGIN_LINE) + 0.25 for part in _parts(aside))


def _parts(block: Element) -> list[Element]:
    return [found for found in walk(block) if found.tag in PARTS] or [block]


def _lines(node: Element, letters: int) -> int:
    return max(math.ceil(len(text_of(node)) / letters), 1)
