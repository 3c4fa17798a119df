"""Bounds of style sheets: what would take minutes, gigabytes or more depth than there is to lay out.

In:  the rules of a style sheet as tinycss2 reads them, and the tokens that rules declare.
Out: the problem of the first that goes too far. What is bounded is far from anything that a theme has: blocks
     and functions 50 deep, selectors of 500 parts, lists of 2,000 selectors, values of 2,000 parts, tokens
     that come to 5,000 parts or lead on 50 times, 200 imports, 500 layers, 20 columns, counters that are set
     to 10,000, go on by 100 or are padded to 200 signs, sizes of 100,000 whatever the unit.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from issuebrief.diagnostics.model import Diagnostic, Place, error
from issuebrief.resources import shipped
from issuebrief.theming.style_rules import line_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from issuebrief.theming.style_rules import Rule

DEEPEST = 50
"""How deep blocks, brackets and functions may stand in each other, and how often tokens may lead on."""

LONGEST_SELECTOR = 500
"""Parts of a selector without a comma in it: each asks for a walk through the page."""

MOST_SELECTORS = 2_000
LONGEST_VALUE = 2_000
LONGEST_TOKEN = 5_000
"""Parts of a value as it is written, and of a token with those in it that it refers to."""

MOST_SHEETS = 200
"""How many style sheets are imported, those counted each time that are imported several times."""

MOST_LAYERS = 500
"""How many cascade layers there may be: for each rule that matches they are gone through."""

LARGEST: Mapping[str, int] = {
    "column-count": 20,
    "columns": 20,
    "--columns": 20,
    "counter-reset": 10_000,
    "counter-set": 10_000,
    "counter-increment": 100,
    "pad": 200,
}
"""The largest whole number in the values that ask for as many columns or signs."""

LARGEST_SIZE = 100_000
"""The largest number before a unit: a page may be 19,200 px wide, and Pango counts to two million."""

HINT = "did a program make it that went wrong? Make it shorter, or take it out"


def is_shipped(sheet: Path) -> bool:
    """Whether a style sheet is one of the program's own, which are not looked at."""
    return sheet.resolve().is_relative_to(shipped("styles").resolve())


def find_unbounded(nodes: Sequence[Any], sheet: Path, text: str) -> Diagnostic | None:
    """The first rule of a style sheet that is beyond what is read."""
    return next((_told(found, node, sheet, text) for node in nodes if (found := _beyond(node))), None)


def find_endless_token(rules: Sequence[Rule]) -> Diagnostic | None:
    """The first token of a house's own that comes to too much, whichever rules count in the end."""
    sizes: dict[str, tuple[int, int]] = {}
    written: dict[str, list[list[Any]]] = {}
    found: list[tuple[Rule, Any]] = []
    own = {sheet for sheet in {rule.sheet for rule in rules} if not is_shipped(sheet)}
    for rule in rules:
        for declaration in tokens_of(rule) if rule.sheet in own else ():
            written.setdefault(declaration.name, []).append(declaration.value)
            found.append((rule, declaration))
    for rule, declaration in found:
        size, depth = _size(declaration.name, written, sizes)
        if size > LONGEST_TOKEN or depth > DEEPEST:
            often = f"more than {LONGEST_TOKEN:,} parts" if size > LONGEST_TOKEN else ""
            how = f"comes to {often}" if often else f"leads on {depth} times"
            message = f"the token {declaration.name} {how} where those are put in that it refers to"
            return _told(message, declaration, rule.sheet, rule.text)
    return None


def tokens_of(rule: Rule) -> Iterator[Any]:
    """The declarations of tokens in a rule."""
    import tinycss2

    content = rule.node.content if rule.node.type == "qualified-rule" else ()
    if any(node.type == "ident" and node.value.startswith("--") for node in content):
        for node in tinycss2.parse_blocks_contents(content):
            if node.type == "declaration" and node.name.startswith("--"):
                yield node


def too_many(node: Any, sheet: Path, text: str) -> Diagnostic:
    """The problem that style sheets import more than is read."""
    return _told(f"more than {MOST_SHEETS} style sheets are imported here", node, sheet, text)


def too_many_layers(number: int, sheet: Path) -> Diagnostic:
    """The problem that style sheets have more cascade layers than are read."""
    message = f"the style sheets have {number:,} cascade layers, and may have {MOST_LAYERS}"
    return error("style.too-large", message, Place(sheet), HINT)


def _size(
    name: str, written: Mapping[str, list[list[Any]]], sizes: dict[str, tuple[int, int]]
) -> tuple[int, int]:
    """The parts that a token comes to, and how often it leads on; each token is looked at once.

    A token that refers to itself counts nothing where it does.
    """
    waiting = [] if name in sizes else [name]
    begun: set[str] = set()
    while waiting:
        token = waiting[-1]
        others = {other for value in written[token] for other in _names(value) if other in written}
        if token not in begun:
            begun.add(token)
            waiting += [other for other in others if other not in sizes and other not in begun]
            continue
        waiting.pop()
        if token not in sizes:
            size = max(_parts(value, sizes) for value in written[token])
            depth = max((sizes[other][1] + 1 for other in others if other in sizes), default=0)
            sizes[token] = min(size, LONGEST_TOKEN + 1), depth
    return sizes[name]


def _parts(value: Sequence[Any], sizes: Mapping[str, tuple[int, int]]) -> int:
    """The parts of a value, with those of the tokens that it refers to."""
    return sum(1 for _ in _all_parts(value)) + sum(sizes.get(name, (0, 0))[0] for name in _names(value))


def _names(value: Sequence[Any]) -> Iterator[str]:
    """The tokens that a value refers to, each as often as it does."""
    for token in _all_parts(value):
        if token.type == "function" and token.lower_name == "var":
            yield from (part.value for part in token.arguments[:2] if part.type == "ident")


def _all_parts(value: Sequence[Any]) -> Iterator[Any]:
    waiting = [value]
    while waiting:
        for token in waiting.pop():
            yield token
            if inner := _inside(token):
                waiting.append(inner)


def _inside(token: Any) -> Sequence[Any]:
    return getattr(token, "content", None) or getattr(token, "arguments", None) or ()


def _beyond(node: Any) -> str:
    """What goes too far in a rule, in words; empty where nothing does."""
    prelude = getattr(node, "prelude", ())
    commas = [place for place, token in enumerate(prelude) if token == ","]
    if len(commas) >= MOST_SELECTORS:
        return f"this rule has {len(commas) + 1:,} selectors, and may have {MOST_SELECTORS:,}"
    ends = [-1, *commas, len(prelude)]
    longest = max(end - start - 1 for start, end in pairwise(ends))
    if longest > LONGEST_SELECTOR:
        return f"this rule begins with {longest:,} parts, and may have {LONGEST_SELECTOR}"
    waiting = [(prelude, 1), (getattr(node, "content", None) or (), 1)]
    while waiting:
        tokens, depth = waiting.pop()
        if depth > DEEPEST:
            return f"blocks, brackets or functions stand in each other more than {DEEPEST} deep here"
        length = 0
        if tokens is not prelude and (found := _too_large(tokens)):
            return found
        for token in tokens:
            inner = _inside(token)
            length = 0 if token == ";" or token.type == "{} block" else length + 1
            if token.type == "dimension" and abs(token.value) > LARGEST_SIZE:
                return f"{token.serialize()} is more than can be drawn"
            if length > LONGEST_VALUE and tokens is not prelude:
                return f"a value has more than {LONGEST_VALUE:,} parts here"
            if inner:
                waiting.append((inner, depth + 1))
    return ""


def _too_large(tokens: Sequence[Any]) -> str:
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
            parts = [token, *_all_parts(_inside(token))]
            numbers = [part.int_value for part in parts if part.type == "number" and part.int_value]
            if largest := max((abs(number) for number in numbers if abs(number) > LARGEST[name]), default=0):
                return f"{name} is {largest:,} here, and may be {LARGEST[name]:,}"
    return ""


def _told(message: str, node: Any, sheet: Path, text: str) -> Diagnostic:
    place = Place(sheet, node.source_line, node.source_column)
    return error("style.too-large", message, place, HINT, line_of(text, place.line))
