"""Lists whose items are numbered with letters, Roman numbers, or numbers in brackets: `a)`, `ii.`, `(1)`.

In:  the manuscript as it was typed.
Out: cuts that number their items as Markdown does, with a sign behind the number that says how they were
     typed; later, that sign taken out of the text of an item again.

A row of initials (`A. Smith`) or a single line is no list. What is counted up from its neighbour is one,
wherever it begins.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from issuebrief.markdown_body.source.fences import find_fences
from issuebrief.markdown_body.source.markdown_source import Substitution
from issuebrief.markdown_body.source.placeholders import CLOSE, OPEN
from issuebrief.markdown_body.source.text_lines import ITEM
from issuebrief.theming.body_classes import BRACKETS, PARENTHESES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from issuebrief.markdown_body.source.markdown_source import MarkdownSource

MARKER = re.compile(
    r"(?P<blanks> *(?P<outer>(?:[-*+]|\d{1,9}[.)])[ ]+)?)(?P<marker>(?P<open>\(?)"
    r"(?P<sign>[a-z]|[ivx]{1,6}|[A-Z]|[IVX]{1,6}|\d{1,3})(?P<close>[.)]))(?P<gap>[ \t]+)(?=\S)"
)
"""An item; it may be the first thing in an item of another list."""

Style = tuple[str, str]
STYLES: tuple[Style, ...] = tuple(
    (kind, shape)
    for shape in (".", ")", "()")
    for kind in ("a", "A", "i", "I", "1")
    if kind + shape not in "1.1)"
)
"""What may be typed, by the `type` of a list in HTML and what stands around the number."""

FIRST_SIGN = 0xFDD6
SIGNS = {style: chr(FIRST_SIGN + number) for number, style in enumerate(STYLES)}
"""Characters that nobody types, one for each style."""

OWN_SIGN = re.compile(
    rf"^( {{0,3}}\d{{1,9}}[.)] +(?:{OPEN}l\d+{CLOSE} ?)?)([{SIGNS[STYLES[0]]}-{SIGNS[STYLES[-1]]}])",
    re.MULTILINE,
)
"""The sign of an item; where its line came from may stand before it."""

NAMES = {"a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman", "1": "decimal"}
SHAPES = {".": "", ")": PARENTHESES, "()": BRACKETS}
ROMAN = {"i": 1, "v": 5, "x": 10}
HOLDER = re.compile(r" {0,3}(?:[-*+]|\d{1,9}[.)]|\(?\w{1,6}[.)]|\[\^[^\]\n]+\]:|:)[ \t]")


@dataclass(frozen=True)
class _Item:
    """A line that may be an item: its number for each kind that its sign may be of."""

    line: int
    start: int
    indent: int
    shape: str
    numbers: dict[str, int]
    match: re.Match[str]


def find_lettered(manuscript: MarkdownSource) -> list[Substitution]:
    """Cuts for the items of all lists that are numbered so."""
    fences = list(find_fences(manuscript.text))
    starts, ends = [fence.start for fence in fences], [0, *(fence.end for fence in fences)]
    lines = [
        (start, "\x00" if start < ends[bisect_right(starts, start)] else line)
        for start, line in manuscript.lines()
    ]
    cuts: list[Substitution] = []
    taken: set[int] = set()
    for number in range(len(lines)):
        item = None if number in taken else _item(lines, number)
        if item is None or not _may_stand(lines, item):
            continue
        run, kind = _run(lines, item)
        for found in run:
            taken.add(found.line)
            ending = found.match["close"]
            at = found.start + found.match.start("marker")
            number_typed = f"{found.numbers[kind]}{ending} {SIGNS[kind, found.shape]}"
            cuts.append(Substitution(at, found.start + found.match.end(), number_typed))
    return cuts


def _item(lines: Sequence[tuple[int, str]], number: int) -> _Item | None:
    start, line = lines[number]
    match = MARKER.match(line)
    if match is None or (match["open"] and match["close"] != ")"):
        return None
    shape = "()" if match["open"] else match["close"]
    sign = match["sign"]
    numbers = {} if sign.isdigit() else numbers_of(sign)
    if sign.isdigit() and shape == "()":
        numbers = {"1": int(sign)}
    return _Item(number, start, len(match["blanks"]), shape, numbers, match) if numbers else None


def _is_sure(item: _Item) -> bool:
    """Whether a sign is surely that of an item.

    A capital with a full stop may be an initial: like Pandoc, more than one space makes it an item.
    """
    sign = item.match["sign"]
    return sign.islower() or item.shape != "." or len(sign) > 1 or len(item.match["gap"]) > 1


def numbers_of(sign: str) -> dict[str, int]:
    """What a letter or a Roman number may stand for, by the kind of list."""
    low = sign.lower()
    upper = sign != low
    numbers = {"A" if upper else "a": ord(low) - 96} if len(sign) == 1 else {}
    if set(low) <= set(ROMAN):
        values = [ROMAN[letter] for letter in low]
        value = sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
        numbers["I" if upper else "i"] = value
    return numbers


def _may_stand(lines: Sequence[tuple[int, str]], item: _Item) -> bool:
    """Whether an item is not code: it is indented by less than four spaces, or held by an item or a note."""
    if item.indent < 4 or item.match["outer"]:
        return True
    outer = next((text for _, text in reversed(lines[: item.line]) if text.strip() and text[:1] != " "), "")
    return bool(HOLDER.match(outer) or ITEM.match(outer))


def _run(lines: Sequence[tuple[int, str]], first: _Item) -> tuple[list[_Item], str]:
    """The items from one on that count up, and their kind; nothing where they are fewer than two."""
    for kind in sorted(first.numbers, key=lambda kind: kind not in "iI1"):
        number = first.numbers[kind]
        run = [first]
        for found in _beside(lines, first):
            if found.numbers.get(kind) != number + 1:
                break
            number += 1
            run.append(found)
        if len(run) > 1 and any(map(_is_sure, run)):
            return run, kind
    return [], ""


def _beside(lines: Sequence[tuple[int, str]], first: _Item) -> Iterator[_Item]:
    """The lines after an item that begin alike, up to the first that belongs to nothing of it."""
    blank = False
    for number in range(first.line + 1, len(lines)):
        text = lines[number][1]
        if not text.strip():
            blank = True
            continue
        indent = len(text) - len(text.lstrip(" \t"))
        found = _item(lines, number)
        if found and found.indent == first.indent and found.shape == first.shape:
            yield found
        elif indent < first.indent or (blank and indent < first.indent + 2) or text[:1] in "#>|\x00":
            return
        blank = False


def taken_signs(block: str) -> tuple[str, Style | None]:
    """A block without the signs of its own items, those of lists within them apart, and their style."""
    found = OWN_SIGN.search(block)
    return OWN_SIGN.sub(r"\1", block), STYLES[ord(found[2]) - FIRST_SIGN] if found else None


def attributes_of(style: Style) -> dict[str, str]:
    """What a list of a style is given in HTML."""
    kind, shape = style
    classes = {"class": f"{SHAPES[shape]} {NAMES[kind]}"} if SHAPES[shape] else {}
    return {**({"type": kind} if kind != "1" else {}), **classes}
