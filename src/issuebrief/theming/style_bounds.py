"""Bounds of style sheets: what would take minutes, gigabytes or more depth than there is to lay out.

In:  the text of a style sheet, and its rules as tinycss2 reads them.
Out: the problem of the first that goes too far. What is bounded is far from anything that a theme has: blocks
     and functions 50 deep, selectors of 500 parts, lists of 2,000 selectors, values of 2,000 parts or with as
     many letters in their strings, 200 imports, 500 layers, numbers of 300 digits, 20 columns, counters that
     are set to 10,000, go on by 100 or are padded to 200 signs, sizes of 100,000 whatever the unit.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import Diagnostic, SourceRange, error
from issuebrief.theming.style_rules import line_of, place_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from issuebrief.engine.protocols import CssNode


DEEPEST = 50
"""How deep blocks, brackets and functions may stand in each other."""

LONGEST_SELECTOR = 500
"""Parts of a selector without a comma in it: each asks for a walk through the page."""

MOST_SELECTORS = 2_000
LONGEST_VALUE = 2_000
"""Parts of a value as it is written; the letters of its strings count likewise, for they are set as text."""

ADDRESSING = frozenset({"url", "src", "image", "image-set"})
"""Functions whose strings are addresses, which may hold a whole picture or font."""

MOST_SHEETS = 200
"""How many style sheets are imported, those counted each time that are imported several times."""

MOST_LAYERS = 500
"""How many cascade layers there may be: for each rule that matches they are gone through."""

LARGEST: Mapping[str, int] = {
    "column-count": 20,
    "columns": 20,
    "--columns": 20,
    "--notes-columns": 20,
    "counter-reset": 10_000,
    "counter-set": 10_000,
    "counter-increment": 100,
    "pad": 200,
}
"""The largest whole number in the values that ask for as many columns or signs."""

LARGEST_SIZE = 100_000
"""The largest number before a unit: a page may be 19,200 px wide, and Pango counts to two million."""

ENDLESS_NUMBER = re.compile(r"(?<![0-9])[0-9]{301}")
"""A whole number that is not read: Python refuses to make one of so many digits."""

RECKONING = {"calc", "min", "max", "clamp"}
ENDLESS_WORDS = {"infinity", "-infinity", "nan"}
"""What functions that reckon may be given for a number, and what no page has room for."""

HINT = "did a program make it that went wrong? Make it shorter, or remove it"


def find_endless_number(sheet: Path, text: str) -> Diagnostic | None:
    """A number in the text of a style sheet that has too many digits to be read."""
    if (found := ENDLESS_NUMBER.search(text)) is None:
        return None
    line = text.count("\n", 0, found.start()) + 1
    place = SourceRange(sheet, line, found.start() - text.rfind("\n", 0, found.start())).covering(found[0])
    return error("style.too-large", "a number has more than 300 digits here", place, HINT)


def find_unbounded(nodes: Sequence[CssNode], sheet: Path, text: str) -> Diagnostic | None:
    """The first rule of a style sheet that is beyond what is read."""
    return next((told(found, node, sheet, text) for node in nodes if (found := _beyond(node))), None)


def too_many(node: CssNode, sheet: Path, text: str) -> Diagnostic:
    """The problem that style sheets import more than is read."""
    return told(f"more than {MOST_SHEETS} style sheets are imported here", node, sheet, text)


def too_many_layers(number: int, sheet: Path) -> Diagnostic:
    """The problem that style sheets have more cascade layers than are read."""
    message = f"the style sheets have {number:,} cascade layers, and may have {MOST_LAYERS}"
    return error("style.too-large", message, SourceRange(sheet), HINT)


def largest_number(parts: Iterable[CssNode]) -> float:
    """The largest number among parts of a value, whatever its sign."""
    return max((abs(part.value) for part in parts if part.type == "number"), default=0)


def all_parts(value: Sequence[CssNode]) -> Iterator[CssNode]:
    """The parts of a value, those in brackets and functions too."""
    waiting = [value]
    while waiting:
        for token in waiting.pop():
            yield token
            if inner := _inside(token):
                waiting.append(inner)


def _inside(token: CssNode) -> Sequence[CssNode]:
    return getattr(token, "content", None) or getattr(token, "arguments", None) or ()


def _beyond(node: CssNode) -> str:
    """What goes too far in a rule, in words; empty where nothing does."""
    prelude = getattr(node, "prelude", ())
    commas = [place for place, token in enumerate(prelude) if token == ","]
    if len(commas) >= MOST_SELECTORS:
        return f"this rule has {len(commas) + 1:,} selectors, and may have {MOST_SELECTORS:,}"
    ends = [-1, *commas, len(prelude)]
    longest = max(end - start - 1 for start, end in pairwise(ends))
    if longest > LONGEST_SELECTOR:
        return f"this rule begins with {longest:,} parts, and may have {LONGEST_SELECTOR}"
    waiting = [(prelude, 1, ""), (getattr(node, "content", None) or (), 1, "")]
    while waiting:
        tokens, depth, function = waiting.pop()
        if depth > DEEPEST:
            return f"blocks, brackets or functions are nested in each other more than {DEEPEST} deep here"
        length = letters = 0
        if tokens is not prelude and (found := _too_large(tokens)):
            return found
        for token in tokens:
            inner = _inside(token)
            if token == ";" or token.type == "{} block":
                length = letters = 0
            else:
                length += 1
                letters += len(token.value) if token.type == "string" and function not in ADDRESSING else 0
            if token.type == "function" and (endless := _endless(token)):
                return f"{endless} is more than can be drawn"
            if token.type == "dimension" and abs(token.value) > LARGEST_SIZE:
                return f"{token.serialize()} is more than can be drawn"
            if length > LONGEST_VALUE and tokens is not prelude:
                return f"a value has more than {LONGEST_VALUE:,} parts here"
            if letters > LONGEST_VALUE and tokens is not prelude:
                return f"the strings of a value have more than {LONGEST_VALUE:,} letters here"
            if inner:
                waiting.append((inner, depth + 1, getattr(token, "lower_name", "")))
    return ""


def _endless(function: CssNode) -> str:
    """The word for a number without end that a function reckons with; empty where it does not."""
    if function.lower_name not in RECKONING:
        return ""
    words = (part.lower_value for part in all_parts(function.arguments) if part.type == "ident")
    return next((word for word in words if word in ENDLESS_WORDS), "")


def _too_large(tokens: Sequence[CssNode]) -> str:
    """What number goes too far in declarations, in words; empty where none does."""
    name, before = "", ""
    for token in tokens:
        if token.type == "ident":
            before = token.lower_value
        elif token == ":":
            name = before
        elif token == ";" or token.type == "{} block":
            name = before = ""
        elif name in LARGEST:
            parts = [token, *all_parts(_inside(token))]
            if (largest := largest_number(parts)) > LARGEST[name]:
                return as_many(name, largest)
    return ""


def as_many(name: str, number: float) -> str:
    """The message that a property asks for too many columns or signs."""
    return f"{name} is {number:,.0f} here, and may be {LARGEST[name]:,}"


def told(message: str, node: CssNode, sheet: Path, text: str) -> Diagnostic:
    """The problem that something in a style sheet goes too far."""
    place = place_of(sheet, node)
    return error("style.too-large", message, place, HINT, line_of(text, place.line))
