"""How much a drawing (SVG) asks to have drawn: each part as often as it is used.

In:  the elements of a drawing, one after another, with their attributes.
Out: the number of elements that are drawn, up to `MOST`; a part that uses itself is drawn without end. And
     how many objects are left of them in a PDF, which are held in memory until it is written.

A drawing of a few lines can use a group twice that uses a group twice, and so on.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MOST = 50_000
"""Elements that are drawn; a large map or chart has 20,000."""

MOST_MATCHES = 2_000_000
"""Elements times the rules of a drawing's style sheets that have to be held against each of them."""

DEEPEST = 200
"""How deep elements may be nested: what draws them follows them down one by one."""

MOST_DRAWING = 60_000_000
"""Bytes of the largest drawing: what is written in it is held in memory several times."""

HELD = 5
"""So often the letters of a picture that a drawing carries are held, as measured."""

FOR_ANY = re.compile(r"(?:^|[{}])([^{}.#]+)(?=\{)")
"""The selector of a rule that names neither a class nor an id, by which rules are found at once."""

LEAVES_OBJECTS = ("fill", "stroke", "mask")
"""The properties whose parts become objects of their own, in each place where they are drawn."""

PART = re.compile(r"url\(\s*[\"']?#([^\"')\s]+)")
DRAWING = re.compile(r"(?:^|;)\s*(?:fill|stroke|mask|clip-path|marker(?:-(?:start|mid|end))?)\s*:[^;]*")
DRAWN = {"fill", "stroke", "mask", "clip-path", "marker", "marker-start", "marker-mid", "marker-end"}
"""The properties by which a part is drawn again."""


class DrawingCost:
    """Counts while elements begin and end."""

    def __init__(self) -> None:
        self._inside: list[list[tuple[int | str, int]]] = []
        self._named: dict[str, int] = {}
        self._open: list[int] = []
        self._rules = 0
        self._objects: list[int] = []
        self._fades = False

    @property
    def is_endless(self) -> bool:
        """Whether more is drawn, or held against rules, than is done in bounded time."""
        return self.total() > MOST or self._rules * len(self._inside) > MOST_MATCHES

    def sheet(self, css: str) -> None:
        """A style sheet of the drawing."""
        self._rules += sum(1 for _ in FOR_ANY.finditer(css))

    def begin(self, element: str, attributes: Mapping[str, str]) -> None:
        """An element begins, by its name without a namespace, in small letters."""
        number = len(self._inside)
        self._inside.append([])
        self._objects.append(0)
        if self._open:
            self._inside[self._open[-1]].append((number, 1))
        self._open.append(number)
        local = {name.rpartition(" ")[2]: value for name, value in attributes.items()}
        if name := local.get("id"):
            self._named.setdefault(name, number)
        if element == "stop":
            self._fades |= "stop-opacity" in local or "stop-opacity" in local.get("style", "")
        if local.get("opacity", "1") != "1":
            self._objects[number] += 1
        if element == "use" and (address := local.get("href", "")).startswith("#"):
            self._inside[number].append((address[1:], 1))
        for name in DRAWN & local.keys():
            self._note(number, local[name], local if name.startswith("marker") else {})
            self._objects[number] += name in LEAVES_OBJECTS and "url" in local[name]
        if "url" in (style := local.get("style", "")):
            for found in DRAWING.finditer(style):
                self._note(number, found[0], local if "marker" in found[0] else {})
                named = found[0].lstrip("; ").startswith(LEAVES_OBJECTS)
                self._objects[number] += named and "url" in found[0]

    def end(self) -> None:
        """The element ends that began last."""
        if self._open:
            self._open.pop()

    def total(self) -> int:
        """The elements that are drawn, no more than `MOST` and one."""
        return self._summed([1] * len(self._inside))

    def objects(self) -> int:
        """The objects that are left in a PDF, no more than `MOST` and one; what fades leaves two."""
        return self._summed(self._objects) * (2 if self._fades else 1)

    def _summed(self, own: Sequence[int]) -> int:
        """What each element counts, with all that it draws; each part is looked at once."""
        totals: dict[int, int] = {}
        begun: set[int] = set()
        waiting = [0] if self._inside else []
        while waiting:
            number = waiting[-1]
            parts = [(self._number(part), times) for part, times in self._inside[number]]
            if number not in begun:
                begun.add(number)
                if any(part in begun and part not in totals for part, _ in parts if part is not None):
                    return MOST + 1
                waiting += {part for part, _ in parts if part is not None and part not in totals}
                continue
            waiting.pop()
            if number not in totals:
                work = sum(totals.get(part, 0) * times for part, times in parts if part is not None)
                totals[number] = min(own[number] + work, MOST + 1)
        return totals.get(0, 0)

    def _note(self, number: int, value: str, marked: Mapping[str, str]) -> None:
        points = max(len(marked.get("d", "")), len(marked.get("points", ""))) // 4
        self._inside[number] += [(part, max(points, 1)) for part in PART.findall(value)]

    def _number(self, part: int | str) -> int | None:
        return part if isinstance(part, int) else self._named.get(part)
