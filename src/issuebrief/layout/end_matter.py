"""How what follows the text is arranged so that it leaves no hole, and no page that is nearly empty.

In:  laid-out pages, and the tree of the HTML that they were made of.
Out: the `End` of the pages, in lines; for a `Fit` the tree arranged, by attributes and an order of elements
     for which the style sheets have rules, and the tokens that it changes.

What comes of each fit is reckoned from the heights of the parts as they are (`pagination/end_fits.py`); the
most promising are laid out (`pagination/choose_fit.py`).
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from weasyprint.formatting_structure import boxes

from issuebrief.layout.boxes.fragments import boxes_in, class_names
from issuebrief.layout.boxes.ink import bottom_of, ink_bottom
from issuebrief.layout.sidebar.page_survey import SPARE_LINE
from issuebrief.layout.styles.custom_properties import length, word
from issuebrief.linebreak.hyphens import HYPHENS
from issuebrief.pagination.choose_fit import layouts_worth
from issuebrief.pagination.end_fits import End, Fit
from issuebrief.pagination.endings import Ending, are_torn

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from issuebrief.engine.protocols import HtmlDocument, LayoutBox

FIT = "data-fit"
"""The attribute of the root for which style sheets have rules: see `WHITES`."""
FOLIO = 5.0
"""The lines that the folio wants below the text, up to the foot of the sheet."""
LEVEL = 1.5
"""The lines that columns may differ by and look level."""
WHITE = 4.0
"""The lines that may be empty on a page of the text."""
ROUNDING = 0.5
"""Lengths in px that differ by no more are the same."""


class Unfit(Exception):
    """What follows the text is to be arranged otherwise."""


def arrange(html: HtmlDocument, fit: Fit) -> None:
    """Arrange a tree for a fit, whatever it was arranged for before."""
    root = html.etree_element
    root.attrib.pop(FIT, None)
    if fit.white:
        root.set(FIT, fit.white)
    body = root.find("body")
    assert body is not None
    parts = {name: _child(body, name) for name in ("end", "endnotes")}
    if parts["end"] is None:
        return
    sides = _child(parts["end"], "boxes")
    if sides is not None and "several" not in class_names(sides):
        sides.set("class", f"boxes {fit.boxes}".strip())
    if parts["endnotes"] is not None:
        body.remove(parts["endnotes"])
        place = list(body).index(parts["end"])
        body.insert(place if fit.notes_first else place + 1, parts["endnotes"])


def add_spare_lines(html: HtmlDocument, lines: int) -> None:
    """Add empty lines after the text, for sidebar blocks that found no room beside it."""
    body = html.etree_element.find("body")
    assert body is not None
    after_text = [child.tag for child in body].index("main") + 1
    body[after_text:after_text] = [Element("div", {"class": SPARE_LINE}) for _ in range(lines)]


def tokens_of(fit: Fit, pages: Sequence[LayoutBox]) -> dict[str, str]:
    """The design tokens that a fit changes, for a document that was laid out as usual."""
    if not fit.longer:
        return {}
    foot = word(pages[0].children[0].style, "__text_foot")
    return {"--text-foot": f"calc({foot} + {fit.longer} * var(--grid))"}


def end_of(pages: Sequence[LayoutBox]) -> End | None:
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
        number: max((ink_bottom(box) for n, box in found if n == number), default=top)
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

    notes = lines("endnotes")
    noted = {number for number, box in found if _is(box, "endnotes")}
    ending = Ending(empty, filled, len(pages) == 1, are_torn(notes, page_lines, len(noted)))
    return End(
        page_lines,
        (bottom_of(text) - length(text.style, "__text_top")) / step,
        last == 0,
        max(0, last if opens else last - 1),
        round(sum(_excess(pages[number], box, step) for number, box in texts[:-1]), 2),
        _longer(pages if opens else pages[1:], step),
        lines("boxes"),
        _content(parts, "authors") / step,
        _content(parts, "publisher") / step,
        lines("legal"),
        notes,
        opens,
        opens and any(_is(box, "cover") for box in firsts),
        any(_is(box, "standfirst") for _, box in found),
        any(_is(box, "several") or _is(box, "stacked") for inner in parts for box in _named(inner, "boxes")),
        layouts_worth(len(pages), sum(1 for page in pages for _ in boxes_in(page)), ending),
        _divides(parts),
        ending,
        uneven=_unevenness(text, step),
        divided=sum(map(_is_divided, (text for _, text in texts[:-1]))),
        corrections=lines("corrections"),
        statements=lines("statements"),
    )


def _excess(page: LayoutBox, text: LayoutBox, step: float) -> float:
    """The lines by which the largest hole on a page of the text is larger than it may be."""
    flowing = [child for child in text.children if child.is_in_normal_flow()]
    foot = page.content_box_y() + page.height
    last = [child for child in flowing if child.is_column and child.position_y == flowing[-1].position_y]
    holes = [foot - ink_bottom(child) for child in last or flowing[-1:]]
    for column in (child for child in flowing if child.is_column):
        inside = [child for child in column.children if child.is_in_normal_flow()]
        holes += (after.border_box_y() - ink_bottom(before) for before, after in pairwise(inside))
    return max(0.0, max(holes, default=0.0) / step - WHITE)


def _unevenness(text: LayoutBox, step: float) -> float:
    """The lines by which columns side by side differ where a text ends, beyond what is not seen."""
    columns = [child for child in text.children if child.is_column and child.children]
    ends = [ink_bottom(child) for child in columns if child.position_y == columns[-1].position_y]
    return max(0.0, (max(ends) - min(ends)) / step - LEVEL) if ends else 0.0


def _is_divided(text: LayoutBox) -> bool:
    """Whether the last word of a text on a page goes on overleaf."""
    last = text
    while children := getattr(last, "children", ()):
        last = children[-1]
    return str(getattr(last, "text", "")).endswith(HYPHENS)


def _longer(pages: Sequence[LayoutBox], step: float) -> tuple[int, ...]:
    """By how many lines all pages may be longer, or shorter, where their foot is what the tokens say."""
    style = pages[0].children[0].style
    foot = length(style, "__text_foot")
    if any(abs(page.content_box_y() + page.height - foot) > ROUNDING for page in pages):
        return ()
    below = (min(page.margin_height() for page in pages) - foot) / step
    return (-3, -2, -1, 1) if below >= FOLIO else (-3, -2, -1)


def _divides(parts: Sequence[LayoutBox]) -> bool:
    """Whether the box of authors goes on overleaf where it is stacked: that of one, or of several."""
    blocks = [box for inner in parts for box in _named(inner, "end")]
    authors = {box.element for block in blocks for box in boxes_in(block) if _is(box, "author")}
    is_several = any(_is(box, "several") for block in blocks for box in boxes_in(block))
    return is_several or len(authors) == 1


def _in_body(page: LayoutBox) -> Iterator[LayoutBox]:
    """The blocks of a page, from the title to the notes."""
    root = page.children[0]
    for body in getattr(root, "children", ()):
        yield from (box for box in getattr(body, "children", ()) if box.is_in_normal_flow())


def _is(box: LayoutBox, name: str) -> bool:
    return name in class_names(box.element)


def _named(box: LayoutBox, name: str) -> Iterator[LayoutBox]:
    """The outermost blocks of a class in a box, itself included; none is looked for in a line."""
    if _is(box, name):
        yield box
        return
    if isinstance(box, boxes.LineBox):
        return
    for child in getattr(box, "children", ()):
        yield from _named(child, name)


def _content(parts: Sequence[LayoutBox], name: str) -> float:
    """How high what is in boxes of a class is, with the white around it."""
    heights = 0.0
    for box in (box for inner in parts for box in _named(inner, name)):
        bottoms = [bottom_of(child) for child in box.children if child.is_in_normal_flow()]
        heights += max(bottoms, default=box.content_box_y()) - box.border_box_y() + box.padding_bottom
    return heights


def _child(parent: Element, name: str) -> Element | None:
    return next((child for child in parent if name in class_names(child)), None)
