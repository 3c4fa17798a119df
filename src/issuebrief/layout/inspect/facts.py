"""What can be said of laid-out pages in numbers and words.

In:  nothing; these are the shapes that `collect.py` fills and `preflight/` judges.
Out: `Facts` and its parts, frozen. Lengths are px (96 to the inch) from the page's top left corner, pages
     are counted from 1, and `source` is a line of the brief's file, 0 where it is not known.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from issuebrief.layout.boxes.geometry import Rect
    from issuebrief.layout.inspect.displaced_boxes import Displaced

Colour = tuple[float, float, float]
"""Red, green and blue in sRGB, each from 0 to 1."""

Order = tuple[tuple[int, int, int], ...]
"""When something is painted: what is greater comes later."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text: from its first letter to its last.

    `paragraph` tells the lines of one paragraph from others', over columns and pages. `column` is the
    number of the column or, where there is none, of the page's own area, and `stretch` that of the
    innermost box (cell, box, column) in which text runs from top to bottom; margins and what is out of the
    flow have no column, -1. `level` is 1 to 6 in a heading. `gap` is the mean space between words as a share
    of the face's own, 0 where there is none. `room` is what the line should stay in, and `window` what cuts
    off all outside of it. `area` is where the text of the page may stand, None for what is not part of the
    text: front matter, margins, the sidebar. `rank` is the place in the order of all boxes, `order` that in
    which things are painted. `slant` is the stacking context of a line that runs aslant, with others in it;
    none where it runs along the page. `crowded` are words over others.
    """

    page: int
    rect: Rect
    text: str
    source: int
    paragraph: int
    column: int
    stretch: int
    level: int
    first: bool
    last: bool
    gap: float
    size: float
    baseline: float
    room: Rect
    window: Rect | None
    area: Rect | None = None
    rank: int = 0
    order: Order = ()
    slant: Order = ()
    crowded: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column on a page, one of those of a `text`, which may have columns on several pages.

    Columns of one `group` stand side by side; in the authors' box they are `boxed`. One `runs_on` overleaf.
    """

    page: int
    rect: Rect
    number: int
    text: int
    group: int
    runs_on: bool
    boxed: bool = False


@dataclass(frozen=True, slots=True)
class SetPicture:
    """A picture as it is set: the rectangle it shows in, which may be a part of it.

    `dpi` is what its pixels come to at that size, the lower of both directions; None for vectors. `paragraph`
    is that of the line it stands in, 0 where it stands for itself, and `figure` tells the figures apart, 0 in
    none. `share` is what is left of its size, where it was too high for the page or the line. `room` is that
    of the block it stands in. For the rest see `Line`.
    """

    page: int
    rect: Rect
    name: str
    column: int
    paragraph: int
    dpi: float | None
    source: int
    share: float = 1.0
    figure: int = 0
    room: Rect | None = None
    area: Rect | None = None
    window: Rect | None = None
    rank: int = 0
    order: Order = ()
    is_formula: bool = False
    """Whether it is a formula, whose name is what it says."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table, where it begins.

    `steps_up` is the span that it has since it fits no column; `excess` is by how many px it is too wide
    for the measure, so that words in it are cut and numbers too; `share` is how large its type is, of what
    it would be.
    """

    page: int
    rect: Rect
    source: int
    steps_up: str
    excess: float
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Box:
    """A table, or what else shows by itself: a background, a frame, a rule.

    `is_filled` says whether it hides what is under it, and `is_decoration` that it is there for its looks
    alone. `rank` and `last` are its place and that of the last box in it in the order of all boxes. For the
    rest see `Line` and `SetPicture`.
    """

    page: int
    rect: Rect
    kind: str
    is_filled: bool
    is_decoration: bool
    column: int
    paragraph: int
    source: int
    figure: int
    room: Rect | None
    area: Rect | None
    rank: int
    last: int
    order: Order

    def holds(self, rank: int) -> bool:
        """Whether the box of some rank is this one or in it."""
        return self.rank <= rank <= self.last


@dataclass(frozen=True, slots=True)
class Caption:
    """Where the caption of a figure begins."""

    figure: int
    page: int
    column: int
    rect: Rect
    text: str
    source: int


@dataclass(frozen=True, slots=True)
class Aside:
    """A block of the sidebar, its kind being its class; `passage` is the page that its passage begins on."""

    page: int
    rect: Rect
    kind: str
    passage: int
    text: str
    source: int


@dataclass(frozen=True, slots=True)
class Opening:
    """A piece of what stands before the text and has to stay on the first page: the abstract."""

    page: int
    rect: Rect
    source: int


@dataclass(frozen=True, slots=True)
class Stroke:
    """The thinnest of the rules and borders of a box, its width in points."""

    page: int
    rect: Rect
    width: float
    source: int


@dataclass(frozen=True, slots=True)
class Ink:
    """Letters in a colour on a ground, once for a pair and page; None over a picture. `size` is in points."""

    page: int
    rect: Rect
    text: str
    colour: Colour
    ground: Colour | None
    size: float
    bold: bool
    source: int


@dataclass(frozen=True, slots=True)
class Link:
    """A link: its words, with the alternative text of pictures in it, and where it leads.

    Where it shows no letters, its words are those of its label or title.
    """

    page: int
    rect: Rect
    text: str
    target: str
    lang: str
    source: int


@dataclass(frozen=True, slots=True)
class Facts:
    """All that is known of the pages.

    `sheets` are the pages' own rectangles, trimmed, and `areas` where their text may stand. `spare_lines`
    are the empty lines that were added after the text for the sidebar, each by its page. What stands on pages
    before `beginning` is a cover: the abstract, or the text, begins there.
    """

    sheets: tuple[Rect, ...]
    lines: tuple[Line, ...]
    columns: tuple[Column, ...]
    pictures: tuple[SetPicture, ...]
    strokes: tuple[Stroke, ...]
    inks: tuple[Ink, ...]
    links: tuple[Link, ...]
    tables: tuple[Table, ...] = ()
    areas: tuple[Rect, ...] = ()
    boxes: tuple[Box, ...] = ()
    captions: tuple[Caption, ...] = ()
    asides: tuple[Aside, ...] = ()
    opening: tuple[Opening, ...] = ()
    spare_lines: tuple[int, ...] = ()
    beginning: int = 1
    displaced: tuple[Displaced, ...] = ()
