"""Classes that the converter writes and the layout reads: where a block stands, how a list is numbered.

In:  the classes of an element.
Out: the places that are asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

SPANS = ("wide", "full", "bleed")
"""Across all columns, across these and the sidebar, and to the edges of the page; from narrow to wide."""
PLACES = ("here", "top", "bottom", "page")
"""Where it is typed, at the head or foot of a column or page, on a page of its own."""
ENDS = ("top", "bottom")
"""Those that may both be given."""

EDGES = {"top": "top", "page": "top", "bottom": "bottom"}
"""The edge of the page that a picture with `.bleed` runs off, by its place."""

EQUATION, EQUATION_NUMBER = "equation", "equation-number"
"""The classes of a formula on a line of its own, and of its number."""

CHART = "chart"
"""The class of a figure that is drawn from data, with words in the sizes of the theme."""

TURNED, FACE = "turned", "turned-face"
"""The class of a figure that is set from the foot of a page to its head, and of what is turned in it."""

SLOPING = "sloping"
"""The class of emphasised words in letters that slope, where those of the language do not."""

PARENTHESES = "parentheses"
"""The class of a list whose numbers end in a parenthesis."""

BRACKETS = "brackets"
"""The class of a list whose numbers stand in parentheses, `(1)`."""


def asked_places(classes: Collection[str]) -> tuple[str, ...]:
    """The places that are asked for, in the order of `PLACES`."""
    return tuple(name for name in PLACES if name in classes)


def granted_places(classes: Collection[str]) -> tuple[str, ...]:
    """The same; of places that exclude each other the first."""
    asked = asked_places(classes)
    return asked if asked == ENDS else asked[:1]


def edge_of(classes: Collection[str]) -> str:
    """The edge of the page, `top` or `bottom`, that a figure runs off too; nothing for most."""
    places = granted_places(classes)
    return EDGES.get(places[0], "") if SPANS[-1] in classes and len(places) == 1 else ""
