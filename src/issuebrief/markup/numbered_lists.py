"""Numbered lists that keep the numbers as they are typed.

In:  the tree of the text, in which items know the number they were typed with.
Out: `ol` elements with `start`, and items with `value` where a number does not follow from the one before.
     A list whose items all have the same number is numbered for the author, as in all Markdown.
"""

from __future__ import annotations

from issuebrief.markup.tree import Element, walk

NUMBER = "data-number"
"""The attribute of an item that Markdown made: its number as typed. It does not outlive `set_numbers`."""

PARENTHESES = "parentheses"
"""The class of a list whose numbers end in a parenthesis."""

WIDE_NUMBERS = "wide-numbers"
"""The class of a list with numbers of three digits or more, which need more room."""


def set_numbers(root: Element) -> None:
    """Give lists that Markdown made their `start`, and items the `value` that does not go without saying."""
    for found in walk(root):
        if found.tag == "ol":
            _number(found)


def _number(found: Element) -> None:
    items = [child for child in found.children if isinstance(child, Element) and child.tag == "li"]
    typed = [int(item.attributes.pop(NUMBER) or 0) for item in items if NUMBER in item.attributes]
    if not typed or len(typed) < len(items):
        return
    typed = _counted(typed)
    found.attributes.pop("start", None)
    if typed[0] != 1:
        found.attributes["start"] = str(typed[0])
    for item, number, before in zip(items[1:], typed[1:], typed, strict=False):
        if number != before + 1:
            item.attributes["value"] = str(number)
    if max(typed) > 99:
        found.attributes["class"] = " ".join((*found.classes, WIDE_NUMBERS))


def _counted(typed: list[int]) -> list[int]:
    """The numbers, counted up where all that follow are the same, or are all 1."""
    first = len(typed) - 1
    while first and typed[first - 1] == typed[-1]:
        first -= 1
    same = len(typed) - first
    if same > 1 and (first == 0 or typed[-1] == 1):
        return [*typed[:first], *range(typed[-1], typed[-1] + same)]
    return typed
