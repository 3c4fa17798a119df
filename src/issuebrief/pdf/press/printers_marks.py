"""The marks around a page: where to cut it, how its inks lie on each other, how strong they are.

In:  a sheet of the press.
Out: lines, targets and patches on it, in px from its top left corner, all outside the bleed; and
     what draws them.

Crop marks and targets are drawn in the colour "All", which is on every plate whatever the inks are. It is so
strong that its four inks together keep to the limit, so that nowhere on the sheet is more ink than allowed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from issuebrief.units import PX_PER_MM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.pdf.press.cmyk_stream import PressStream
    from issuebrief.pdf.press.sheet import PressSheet
    from issuebrief.theming.colours import Cmyk

SLUG = 10 * PX_PER_MM
"""The room for marks outside the bleed."""

GAP, LENGTH = 1 * PX_PER_MM, 5 * PX_PER_MM
"""Between the bleed and a crop mark, and how long that is."""

RADIUS, ARM = 1.5 * PX_PER_MM, 3 * PX_PER_MM
"""Of a target: of its circle, and of its cross from the middle."""

PATCH, INDENT = 5 * PX_PER_MM, 10 * PX_PER_MM
"""A patch's side, and where the row begins, from the left edge of the page."""

HAIR = 1 / 3
"""How thick marks are drawn: a quarter of a point."""

REGISTRATION = "All"
"""The name of the colour space whose colour is on every plate."""

PATCHES: tuple[Cmyk, ...] = (
    (1, 0, 0, 0),
    (0, 1, 0, 0),
    (0, 0, 1, 0),
    (0, 0, 0, 1),
    (0, 1, 1, 0),
    (1, 0, 1, 0),
    (1, 1, 0, 0),
    (0.5, 0, 0, 0),
    (0, 0.5, 0, 0),
    (0, 0, 0.5, 0),
    (0, 0, 0, 0.25),
    (0, 0, 0, 0.5),
    (0, 0, 0, 0.75),
)
"""Solid inks, two over each other, and tints: what a pressman measures."""

MOST_SPOTS = 3
"""For so many spot inks there is room in the row; each stands there on the pages that it is printed on."""

CURVE = 0.5522847
"""How far a Bézier curve's handles reach for a quarter of a circle, in radii."""


class MarkLine(NamedTuple):
    """A thin line from one point to another."""

    x1: float
    y1: float
    x2: float
    y2: float


class RegistrationMark(NamedTuple):
    """A circle and a cross around a point."""

    x: float
    y: float


class Patch(NamedTuple):
    """A square of inks, by its top left corner."""

    x: float
    y: float
    side: float
    inks: Cmyk


@dataclass(frozen=True)
class Marks:
    """All marks of a sheet."""

    crops: tuple[MarkLine, ...]
    targets: tuple[RegistrationMark, ...]
    patches: tuple[Patch, ...]


def marks(sheet: PressSheet) -> Marks:
    """The marks around a page."""
    return Marks(tuple(_crops(sheet)), tuple(_targets(sheet)), tuple(_patches(sheet)))


def draw_marks(stream: PressStream, sheet: PressSheet, limit: float = 4.0) -> None:
    """Draw the marks onto a sheet; `limit` is the most ink on one spot, 3.0 for 300 per cent."""
    drawn = marks(sheet)
    with stream.stacked():
        for patch in drawn.patches:
            stream.set_inks(patch.inks)
            stream.rectangle(patch.x, patch.y, patch.side, patch.side)
            stream.fill()
        for number, spot in enumerate(stream.page.spots[:MOST_SPOTS]):
            last = drawn.patches[-1]
            stream.set_spot(spot._replace(tint=1.0))
            stream.rectangle(last.x + (number + 1) * last.side, last.y, last.side, last.side)
            stream.fill()
        stream.set_color_space(REGISTRATION, stroke=True)
        stream.set_color_special(None, True, min(1, limit / 4))
        stream.set_line_width(HAIR)
        for line in drawn.crops:
            _stroke(stream, line)
        for target in drawn.targets:
            _stroke(stream, MarkLine(target.x - ARM, target.y, target.x + ARM, target.y))
            _stroke(stream, MarkLine(target.x, target.y - ARM, target.x, target.y + ARM))
            _circle(stream, target)


def _crops(sheet: PressSheet) -> Iterator[MarkLine]:
    width, height = sheet.size
    for x, outwards in ((sheet.margin, -1), (width - sheet.margin, 1)):
        for y, away in ((sheet.margin, -1), (height - sheet.margin, 1)):
            start = sheet.bleed + GAP
            yield MarkLine(x + outwards * start, y, x + outwards * (start + LENGTH), y)
            yield MarkLine(x, y + away * start, x, y + away * (start + LENGTH))


def _targets(sheet: PressSheet) -> Iterator[RegistrationMark]:
    width, height = sheet.size
    middle = sheet.slug / 2
    yield RegistrationMark(width / 2, middle)
    yield RegistrationMark(width / 2, height - middle)
    yield RegistrationMark(middle, height / 2)
    yield RegistrationMark(width - middle, height / 2)


def _patches(sheet: PressSheet) -> Iterator[Patch]:
    """The row of patches below the page, left of the target there."""
    room = sheet.width / 2 - INDENT - 2 * ARM
    side = min(PATCH, room / (len(PATCHES) + MOST_SPOTS))
    top = sheet.size[1] - sheet.slug / 2 - side / 2
    for number, inks in enumerate(PATCHES):
        yield Patch(sheet.margin + INDENT + number * side, top, side, inks)


def _stroke(stream: PressStream, line: MarkLine) -> None:
    stream.move_to(line.x1, line.y1)
    stream.line_to(line.x2, line.y2)
    stream.stroke()


def _circle(stream: PressStream, target: RegistrationMark) -> None:
    x, y, r, c = target.x, target.y, RADIUS, RADIUS * CURVE
    stream.move_to(x + r, y)
    stream.curve_to(x + r, y + c, x + c, y + r, x, y + r)
    stream.curve_to(x - c, y + r, x - r, y + c, x - r, y)
    stream.curve_to(x - r, y - c, x - c, y - r, x, y - r)
    stream.curve_to(x + c, y - r, x + r, y - c, x + r, y)
    stream.stroke_and_close()
