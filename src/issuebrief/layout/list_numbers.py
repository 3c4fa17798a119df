"""Numbered lists that keep the numbers and the kind of numbers they were given.

In:  elements whose styles WeasyPrint works out.
Out: the same styles, and for `ol` and its items what `start`, `value`, `reversed` and `type` say. They are
     presentational hints (HTML, 15.3.8), which any rule of a style sheet overrides. WeasyPrint 70 heeds
     some of them and only together with hints that would change how tables look; none for `reversed`.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

import tinycss2

from issuebrief.engine.patches import FIND_STYLE_ATTRIBUTES, replaced
from issuebrief.theming.body_classes import BRACKETS, PARENTHESES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from issuebrief.engine.protocols import CssNode

KINDS = {
    "1": "decimal",
    "a": "lower-alpha",
    "A": "upper-alpha",
    "i": "lower-roman",
    "I": "upper-roman",
}
SET_APART = frozenset((PARENTHESES, BRACKETS))
"""Classes of lists whose numbers the style sheets set, signs around them included."""

INTEGER = re.compile(r"\s*([+-]?\d{1,9})(?!\d)")


Declared = tuple[tuple[int, int, int], "Element", tuple["CssNode"], str | None]
"""How much declarations weigh, whose they are, they themselves, and the address that theirs begin at."""


@contextmanager
def numbered_lists() -> Iterator[None]:
    """Let the attributes of lists count while the block works out styles."""
    plain = FIND_STYLE_ATTRIBUTES.value

    def find(tree: Element, hints: bool = False, base_url: str | None = None) -> Iterator[Declared]:
        yield from plain(tree, hints, base_url)
        for element in tree.iter("ol"):
            for target, declaration in _declarations(element):
                parsed = tinycss2.parse_one_declaration(declaration)
                yield (0, 0, 0), target, (parsed,), base_url

    with replaced(FIND_STYLE_ATTRIBUTES, find):
        yield


def _declarations(element: Element) -> Iterator[tuple[Element, str]]:
    """What a numbered list says of itself and of its items."""
    items = [child for child in element if child.tag == "li"]
    for target in (element, *items):
        if (kind := KINDS.get(target.get("type", ""))) and not SET_APART & set(
            target.get("class", "").split()
        ):
            yield target, f"list-style-type: {kind}"
    is_reversed = element.get("reversed") is not None
    start, values = _integer(element.get("start")), [_integer(item.get("value")) for item in items]
    if start is None and not is_reversed and not any(value is not None for value in values):
        return
    step = -1 if is_reversed else 1
    number = (len(items) if is_reversed else 1) if start is None else start
    for item, value in zip(items, values, strict=True):
        number = number if value is None else value
        yield item, f"counter-set: list-item {number}"
        yield item, "counter-increment: list-item 0"
        number += step


def _integer(value: str | None) -> int | None:
    match = INTEGER.match(value or "")
    return int(match[1]) if match else None
