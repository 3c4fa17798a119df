"""What of a drawing (SVG) would be missing or stand elsewhere, though it is well-formed.

In:  its elements, in the order in which they begin, their attributes and the words in them.
Out: sentences that say what is left out, each with a hint; parts that are referred to and not there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from issuebrief.engine.svg_joined_letters import JOINED

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

Said = tuple[str, str]
"""A sentence, and a hint."""

FILTERS = ("feoffset", "feblend", "femergenode", "femerge")
"""What filters are made of that have an effect when the picture is set."""

FLOWED = ("flowroot", "flowpara", "flowregion")
VERTICAL = re.compile(r"writing-mode\s*:\s*(?:tb|vertical|sideways)|^(?:tb|vertical|sideways)", re.IGNORECASE)
HOLED = re.compile(r"clip-rule\s*:\s*evenodd", re.IGNORECASE)
SUBPATH = re.compile("[Mm]")
SHOWN = (
    *("path", "rect", "circle", "ellipse", "line", "polyline", "polygon"),
    *("text", "image", "use", "foreignobject"),
)
"""Elements that show something."""

ADDRESS = re.compile(r"url\(\s*[\"']?#([^\"')\s]+)[\"']?\s*\)\s*(\S*)")

FOREIGN = "export it with its text as SVG text, or as outlines"
OUTLINES = "turn the text into outlines"
ON_A_PATH = "turn the text into outlines, or set it on a straight line"
MASKS = 'give the mask maskUnits="userSpaceOnUse" and a place and a size, or cut the shape itself'
EFFECTS = "export it without effects, or the part with the effect as pixels"
CUT_SHAPE = "cut the shape itself in the drawing program, or export it as pixels"


def undrawn(element: str, attributes: Mapping[str, str], around: Sequence[str]) -> Iterator[Said]:
    """What of an element is left out; `around` are the elements that it stands in."""
    cuts = "clippath" in around
    if element in FLOWED:
        yield "the SVG contains flowed text (flowRoot), which is left out", FOREIGN
    elif element == "textpath":
        yield "the SVG has text on a path, which is set on a straight line", ON_A_PATH
    elif element == "mask" and attributes.get("maskUnits") != "userSpaceOnUse":
        yield "the SVG has a mask without a size of its own, which hides too much", MASKS
    elif element.startswith("fe") and "filter" in around and element not in FILTERS:
        yield "the SVG has effects (filter) that are left out", EFFECTS
    elif element == "text" and cuts:
        yield "the SVG cuts a shape with text (clipPath), which is drawn in black instead", CUT_SHAPE
    if cuts and _is_holed(attributes):
        yield "the SVG cuts with a shape that has a hole (clip-rule), which is filled", CUT_SHAPE
    if any(VERTICAL.search(attributes.get(name, "")) for name in ("style", "writing-mode")):
        yield "the SVG has vertical text, which is set on a straight line", ON_A_PATH


def _is_holed(attributes: Mapping[str, str]) -> bool:
    """Whether a shape is cut by the rule that leaves holes, and has any: drawing programs write it for all.

    A path of one part has none, unless it crosses itself.
    """
    asks = attributes.get("clip-rule") == "evenodd" or HOLED.search(attributes.get("style", ""))
    return bool(asks) and len(SUBPATH.findall(attributes.get("d", ""))) > 1


def undrawn_words(words: str) -> Iterator[Said]:
    """What is wrong with how words are drawn whose letters have places of their own."""
    if found := JOINED.search(words):
        yield (
            "the SVG has text of a script whose letters join or run from right to left, "
            f"and is set letter by letter from the left: {found[0]}",
            OUTLINES,
        )


@dataclass
class DrawingParts:
    """The parts of a drawing that have names, and where others refer to them: line and column."""

    named: set[str] = field(default_factory=set)
    referred: dict[str, tuple[int, int]] = field(default_factory=dict)
    shows: bool = False
    """Whether anything is in it that can be seen."""

    def look(self, element: str, attributes: Mapping[str, str], place: tuple[int, int]) -> None:
        """Note the name of an element, and what it refers to."""
        self.shows = self.shows or element in SHOWN
        if name := attributes.get("id"):
            self.named.add(name)
        for attribute, value in attributes.items():
            if attribute.rpartition(" ")[2] == "href" and element != "a" and value.startswith("#"):
                self.referred.setdefault(value[1:], place)
            elif "url(" in value:
                for target, instead in ADDRESS.findall(value):
                    if not instead or instead.startswith((";", "!")):
                        self.referred.setdefault(target, place)

    def missing(self) -> Iterator[tuple[str, str, tuple[int, int]]]:
        """What is said of parts that are not there."""
        for name, place in self.referred.items():
            if name and name not in self.named:
                yield (
                    f"the SVG refers to a part that it does not have: #{name[:40]}",
                    "export it again with all its parts, or remove the reference",
                    place,
                )
