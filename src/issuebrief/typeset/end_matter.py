"""How what follows the text is arranged so that it leaves no hole, and no page that is nearly empty.

In:  laid-out pages, and the tree of the HTML that they were made of.
Out: `Fit`s to try: notes before the boxes, the boxes below each other, less white or more. Each is an
     attribute or an order of elements in the tree, for which the style sheets have rules.

What comes of each is reckoned from the heights of the parts as they are; the most promising are laid out.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Any

from weasyprint.formatting_structure import boxes

from issuebrief.compose.endings import Ending, Piece, ending_of
from issuebrief.typeset.fragments import boxes_in, class_names
from issuebrief.typeset.tokens import length

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MOST_TRIED = 2
"""So many fits are laid out at most."""
LONG = 10
"""Pages from which on a text is not laid out whole once more, with other white before it."""
GROUNDS = ("authors", "publisher", "box")
"""The classes of what has a ground or a frame."""
FIT = "data-fit"
"""The attribute of the root for which style sheets have rules: `tight`, `loose`."""
SAVED = {"tight": 1.0, "": 0.0, "loose": -2.0}
"""The lines that the title gives way, or takes more."""
COVER = {"tight": 6.0, "": 0.0, "loose": 0.0}
"""The same of the cover. It takes no more, for the sake of the sidebar beside the text."""
WHITE = {"tight": -1.0, "": 0.0, "loose": 1.0}
"""The lines that the white above boxes and notes takes more."""
LEAST_NOTES, LEAST_AUTHORS = 4.0, 7.0
"""Lines of the notes, or of the authors, that stand before a page break in them."""
AROUND = 4.5
"""The lines of a box that are not its words: the label, and white."""
CHANGE = 0.4
"""The cost of each way in which a fit is not as usual, in empty lines."""


class Unfit(Exception):
    """What follows the text is to be arranged otherwise."""


@dataclass(frozen=True)
class Fit:
    """How the end is arranged: its white, whether notes come first, whether boxes stand below each other."""

    white: str = ""
    notes_first: bool = False
    stacked: bool = False

    @property
    def cost(self) -> float:
        """What it costs not to be as usual."""
        return CHANGE * (bool(self.white) + self.notes_first + self.stacked)


@dataclass(frozen=True)
class End:
    """The end of a document in lines: where the text ends, the parts after it, what stays empty.

    The box of the authors `divides` over pages where the boxes are stacked.
    """

    page_lines: float
    used: float
    on_first: bool
    boxes: float
    authors: float
    publisher: float
    legal: float
    notes: float
    has_title: bool
    has_cover: bool
    is_stacked: bool
    is_long: bool
    divides: bool
    ending: Ending

    def reckoned(self, fit: Fit) -> Ending:
        """What would come of a fit, about."""
        saved = SAVED[fit.white] * self.has_title + COVER[fit.white] * self.has_cover
        white = WHITE[fit.white]
        margin = 3.0 + white
        least = LEAST_AUTHORS if self.divides else 0.0
        sides = [Piece(self.boxes, margin)]
        if self.is_stacked:
            sides = [Piece(self.authors, margin, least), Piece(self.publisher, 1.0)]
        elif fit.stacked:
            authors, publisher = (_stacked(lines) for lines in (self.authors, self.publisher))
            sides = [Piece(authors, margin, least), Piece(publisher, 1.0)]
        last = sides.pop()
        # The legal lines stay with the box above them.
        end = [*sides, last._replace(lines=last.lines + 1.5 + white / 2 + self.legal)]
        notes = [Piece(self.notes, 2.0 + max(white, 2 * white), LEAST_NOTES)] if self.notes else []
        order = (*notes, *end) if fit.notes_first else (*end, *notes)
        used, on_first = self.used - saved, self.on_first
        if used < 0 and not on_first:
            # The text would end on the page before.
            used += self.page_lines
        elif used > self.page_lines:
            used, on_first = used - self.page_lines, False
        return ending_of(used, self.page_lines, order, on_first=on_first)

    def cost(self, fit: Fit) -> float:
        """What the fit costs that this is the end of."""
        return self.ending.cost(self.page_lines) + fit.cost


def fits_to_try(end: End) -> list[Fit]:
    """The fits that promise to be better than the usual one, the best first; none where that is good."""
    if end.ending.is_good:
        return []
    whites = ("",) if end.is_long else ("", "tight", "loose")
    orders = (False, True) if end.notes else (False,)
    stackings = (False,) if end.is_stacked else (False, True)
    fits = [Fit(*parts) for parts in product(whites, orders, stackings)][1:]

    def promise(fit: Fit) -> float:
        return end.reckoned(fit).cost(end.page_lines) + fit.cost

    usual = end.cost(Fit())
    return [fit for fit in sorted(fits, key=promise) if promise(fit) < usual][:MOST_TRIED]


def _stacked(lines: float) -> float:
    """About how high a box becomes that is set twice as wide."""
    return AROUND + (lines - AROUND) / 2


def arrange(html: Any, fit: Fit) -> None:
    """Arrange a tree for a fit, whatever it was arranged for before."""
    root = html.etree_element
    root.attrib.pop(FIT, None)
    if fit.white:
        root.set(FIT, fit.white)
    body = root.find("body")
    parts = {name: _child(body, name) for name in ("end", "endnotes")}
    if parts["end"] is None:
        return
    sides = _child(parts["end"], "boxes")
    if sides is not None and "several" not in class_names(sides):
        sides.set("class", "boxes stacked" if fit.stacked else "boxes")
    if parts["endnotes"] is not None:
        body.remove(parts["endnotes"])
        place = list(body).index(parts["end"])
        body.insert(place if fit.notes_first else place + 1, parts["endnotes"])


def end_of(pages: Sequence[Any]) -> End | None:
    """The end of a document as it is laid out; None where it has no text or nothing after that."""
    found = [(number, box) for number, page in enumerate(pages) for box in _in_body(page)]
    texts = [(number, box) for number, box in found if box.element_tag == "main"]
    if not texts or not any(_is(box, "end") for _, box in found):
        return None
    last, text = texts[-1]
    step = length(text.style, "__grid")
    # What stands before the end of the text is no part of it: that can be long.
    tops = {number: pages[number].content_box_y() for number in range(last, len(pages))}
    ends = {
        number: max((_ink_bottom(box) for n, box in found if n == number), default=top)
        for number, top in tops.items()
    }
    feet = [page.content_box_y() + page.height for page in pages]
    empty = tuple((feet[number] - ends[number]) / step for number in range(last, len(pages) - 1))
    page_lines = (feet[-1] - length(text.style, "__text_top")) / step
    filled = (ends[len(pages) - 1] - length(text.style, "__text_top")) / step / page_lines
    parts = [box for _, box in found if box.element_tag != "main"]
    # Where the title and the cover have a page of their own, the text gains nothing from them.
    firsts = [box for number, box in found if number == 0]
    opens = any(box.element_tag == "main" or _is(box, "standfirst") for box in firsts)

    def lines(name: str) -> float:
        return sum(float(box.border_height()) for inner in parts for box in _named(inner, name)) / step

    return End(
        page_lines,
        (_bottom(text) - length(text.style, "__text_top")) / step,
        last == 0,
        lines("boxes"),
        _content(parts, "authors") / step,
        _content(parts, "publisher") / step,
        lines("legal"),
        lines("endnotes"),
        opens,
        opens and any(_is(box, "cover") for box in firsts),
        any(_is(box, "several") or _is(box, "stacked") for inner in parts for box in _named(inner, "boxes")),
        len(pages) >= LONG,
        _divides(parts),
        Ending(empty, filled, len(pages) == 1),
    )


def _divides(parts: Sequence[Any]) -> bool:
    """Whether the box of authors goes on overleaf where it is stacked: that of one, or of several."""
    blocks = [box for inner in parts for box in _named(inner, "end")]
    authors = {box.element for block in blocks for box in boxes_in(block) if _is(box, "author")}
    is_several = any(_is(box, "several") for block in blocks for box in boxes_in(block))
    return is_several or len(authors) == 1


def _in_body(page: Any) -> Iterator[Any]:
    """The blocks of a page, from the title to the notes."""
    root = page.children[0]
    for body in getattr(root, "children", ()):
        yield from (box for box in getattr(body, "children", ()) if box.is_in_normal_flow())


def _is(box: Any, name: str) -> bool:
    return name in class_names(box.element)


def _named(box: Any, name: str) -> Iterator[Any]:
    """The outermost boxes of a class in a box, itself included."""
    if _is(box, name):
        yield box
        return
    for child in getattr(box, "children", ()):
        yield from _named(child, name)


def _content(parts: Sequence[Any], name: str) -> float:
    """How high what is in boxes of a class is, with the white around it."""
    heights = 0.0
    for box in (box for inner in parts for box in _named(inner, name)):
        bottoms = [_bottom(child) for child in box.children if child.is_in_normal_flow()]
        heights += max(bottoms, default=box.content_box_y()) - box.border_box_y() + box.padding_bottom
    return heights


def _ink_bottom(box: Any) -> float:
    """How far down the last line, picture or box in a block is; a block that goes on is higher itself."""
    if isinstance(box, boxes.LineBox | boxes.ReplacedBox) or any(_is(box, name) for name in GROUNDS):
        return _bottom(box)
    children = [child for child in getattr(box, "children", ()) if child.is_in_normal_flow()]
    return max(map(_ink_bottom, children), default=0.0)


def _bottom(box: Any) -> float:
    if isinstance(box, boxes.LineBox):
        return float(box.position_y + box.height)
    return float(box.border_box_y() + box.border_height())


def _child(parent: Any, name: str) -> Any:
    return next((child for child in parent if name in class_names(child)), None)
