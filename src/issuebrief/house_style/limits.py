"""How long the parts of a brief may be.

In:  the prose of a brief and the limits of the house.
Out: findings: parts that are too long, or a text that is too short; quotations that should be blocks, and
     blocks that should not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.house_style.finding import StyleFinding
from issuebrief.house_style.prose import OF_BODY, RUNNING, Block, Kind, count_words, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.house_style.prose import Prose
    from issuebrief.house_style.settings.shapes import HouseStyle, StyleLimits

MORE_THAN = "and the house wants no more than"
FIRST_WORDS = 6
"""So many words of a sentence say which one it is."""


def find_too_long(prose: Prose, style: HouseStyle) -> Iterator[StyleFinding]:
    """Parts of the brief with more words than the house lets them have."""
    limits = style.limits
    yield from _of_text(prose, limits)
    for kind, most in (
        (Kind.TITLE, limits.title),
        (Kind.SUBTITLE, limits.subtitle),
        (Kind.ABSTRACT, limits.abstract),
    ):
        yield from _of_field(prose, kind, most)
    points = list(prose.of(Kind.KEY_POINT))
    if limits.key_points and len(points) > limits.key_points:
        first = points[limits.key_points]
        message = f"there are {len(points)} key points, {MORE_THAN} {limits.key_points}"
        yield _finding(first, "style.too-long", message, "leave out the least important ones")
    for point in points:
        if limits.key_point and point.words > limits.key_point:
            yield _long(point, "a key point", point.words, limits.key_point)


def find_long_sentences(prose: Prose, style: HouseStyle) -> Iterator[StyleFinding]:
    """Sentences and paragraphs with too many words."""
    limits = style.limits
    for block in prose.of(*RUNNING):
        if limits.paragraph and block.kind is Kind.TEXT and block.words > limits.paragraph:
            message = f"a paragraph has {block.words} words, {MORE_THAN} {limits.paragraph}"
            yield _finding(
                block, "style.long-paragraph", message, "begin a new paragraph where the thought turns"
            )
        if not limits.sentence or block.kind is Kind.NOTE or block.words <= limits.sentence:
            continue
        for start, end in block.sentences:
            count = count_words(block.text[start:end])
            if count > limits.sentence:
                words = " ".join(shown(block.text[start:end]).split()[:FIRST_WORDS])
                start += len(block.text[start:end]) - len(block.text[start:end].lstrip(" \n\u2060"))
                yield StyleFinding(
                    "style.long-sentence",
                    f"the sentence “{words}…” has {count} words, {MORE_THAN} {limits.sentence}",
                    block.start + start,
                    block.start + end,
                    "make two sentences of it",
                )


def find_quotations(prose: Prose, style: HouseStyle) -> Iterator[StyleFinding]:
    """Long quotations within sentences, and short ones that are blocks."""
    if not (most := style.limits.quotation):
        return
    for block in prose.of(Kind.TEXT, Kind.ITEM):
        for start, end in block.quoted:
            count = count_words(block.text[start:end])
            if count > most:
                message = f"a quotation of {count} words is in a sentence; the house lets it have {most}"
                hint = "give it a paragraph of its own, with > before its lines and no quotation marks"
                at = block.start
                yield StyleFinding("style.quotation", message, at + start, at + end, hint)
    for block in _whole_quotations(prose):
        if 0 < block.words <= most:
            message = f"a block quotation has {block.words} words; up to {most} belong in the sentence"
            yield _finding(block, "style.quotation", message, "put it into the sentence, in quotation marks")


def _whole_quotations(prose: Prose) -> Iterator[Block]:
    """Quotations of one paragraph between blocks that are none."""
    blocks = [block for block in prose.blocks if block.kind is not Kind.NOTE]
    for number, block in enumerate(blocks):
        around = blocks[max(number - 1, 0) : number] + blocks[number + 1 : number + 2]
        if block.kind is Kind.QUOTATION and all(each.kind is not Kind.QUOTATION for each in around):
            yield block


def _of_text(prose: Prose, limits: StyleLimits) -> Iterator[StyleFinding]:
    blocks = list(prose.of(*OF_BODY))
    count = sum(block.words for block in blocks)
    if not blocks:
        return
    if limits.words and count > limits.words:
        message = f"the text has {count:,} words, {MORE_THAN} {limits.words:,}"
        hint = f"shorten it by {count - limits.words:,} words; its notes do not count"
        yield _finding(blocks[0], "style.too-long", message, hint)
    if limits.fewest_words and count < limits.fewest_words:
        message = f"the text has {count:,} words, and the house wants {limits.fewest_words:,} or more"
        yield _finding(blocks[0], "style.too-short", message, "its notes do not count")


def _of_field(prose: Prose, kind: Kind, most: int | None) -> Iterator[StyleFinding]:
    """The problem of a field that has too many words, in all its paragraphs."""
    blocks = list(prose.of(kind))
    count = sum(block.words for block in blocks)
    if most and count > most:
        yield _long(blocks[0], f"the {kind}", count, most)


def _long(block: Block, what: str, count: int, most: int) -> StyleFinding:
    message = f"{what} has {count} words, {MORE_THAN} {most}"
    return _finding(block, "style.too-long", message, f"shorten it by {count - most}")


def _finding(block: Block, code: str, message: str, hint: str) -> StyleFinding:
    """What is said of a block as a whole, at its first line."""
    first = len(block.text) - len(block.text.lstrip(" \n\u2060\u2029"))
    line = block.text.find("\n", first)
    end = line if line >= 0 else len(block.text)
    return StyleFinding(code, message, block.start + first, block.start + end, hint)
