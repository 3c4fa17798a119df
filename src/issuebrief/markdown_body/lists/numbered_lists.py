"""Numbered lists that keep the numbers as they are typed.

In:  the tree of the text, in which items know the number they were typed with.
Out: `ol` elements with `start`, and items with `value` where a number does not follow from the one before.
     A list whose items are all numbered 1 is numbered for the author, as in all Markdown.
"""

from __future__ import annotations

from issuebrief.markdown_body.source.html_tree import Element, walk

NUMBER = "data-number"
"""The attribute of an item that Markdown made: its number as typed. It does not outlive `set_numbers`."""

ROOM = (("widest-numbers", 6), ("wide-numbers", 3))
"""Classes of lists whose numbers need more room, by the characters of the longest."""

ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")


def set_numbers(root: Element) -> None:
    """Give lists that Markdown made their `start`, and items the `value` that does not go without saying.

    Where numbers are long, whoever made the list, a class says so.
    """
    for found in walk(root):
        if found.tag == "ol":
            _number(found)
            _make_room(found)


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


def _counted(typed: list[int]) -> list[int]:
    """The numbers, counted up from where all that follow are 1."""
    first = len(typed) - 1
    while first and typed[first - 1] == typed[-1]:
        first -= 1
    same = len(typed) - first
    if same > 1 and typed[-1] == 1:
        return [*typed[:first], *range(typed[-1], typed[-1] + same)]
    return typed


def _make_room(found: Element) -> None:
    items = [child for child in found.children if isinstance(child, Element) and child.tag == "li"]
    given = [_integer(item.attributes.get("value")) for item in items]
    first = _integer(found.attributes.get("start")) or 1
    ends = (first, first + len(items) - 1, *(value + len(items) - 1 for value in given if value is not None))
    is_roman = (found.attributes.get("type") or "").lower() == "i"
    longest = max(map(_longest_roman if is_roman else _digits, ends))
    if room := next((name for name, least in ROOM if longest >= least), None):
        found.attributes["class"] = " ".join((*found.classes, room))


def _integer(value: str | None) -> int | None:
    text = (value or "").strip()
    return int(text) if text.removeprefix("-").isdecimal() and len(text) < 10 else None


def _digits(number: int) -> int:
    return len(str(number))


def _longest_roman(highest: int) -> int:
    """How many letters the longest of the numbers up to one has."""
    return max(len(ROMAN[n % 10]) + len(ROMAN[n // 10 % 10]) + n // 100 for n in range(min(highest, 399) + 1))
