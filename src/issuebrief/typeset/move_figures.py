"""Figures and tables that move so as to leave no hole.

In:  the box of columns, as WeasyPrint has it before it lays it out, and the room on its first page.
Out: the order of its children; `compose/figure_places.py` chooses it. What stands beside the text, such as a
     pull-quote, stays before the text that it is typed before.
"""

from __future__ import annotations

from itertools import pairwise
from math import floor
from typing import TYPE_CHECKING, Any

from weasyprint.text.line_break import strut

from issuebrief.compose.figure_places import Item, order_of
from issuebrief.typeset.column_blocks import Measuring
from issuebrief.typeset.fit_columns import column_of, is_floating
from issuebrief.typeset.tokens import length

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from issuebrief.typeset.column_blocks import Part
    from issuebrief.typeset.composer import Composer

Order = tuple[int, ...]
"""The numbers of children in the order that they are laid out in; none where that is their own."""


def order_figures(context: Any, columns: Any, left: float, composer: Composer) -> Order:
    """The order in which figures leave no holes; `left` is the room on the first page, in px."""
    children = columns.children
    if not any(is_floating(child) for child in children):
        return ()
    style = columns.style
    leading, count = strut(style)[0], style["column_count"]
    varied = count > 1 or style["text_align_all"] == "justify"
    measuring = Measuring(context, composer, leading, varied=varied)
    whole = length(style, "__text_foot") - length(style, "__text_top")
    groups = _with_what_is_beside(children)
    flowing = [children[group[-1]] for group in groups if children[group[-1]].is_in_normal_flow()]
    parts = [
        measuring.parts([child], columns if child.style["column_span"] == "all" else column_of(columns))[0]
        for child in flowing
    ]
    together = [part.together for part in measuring.parts(flowing, column_of(columns))]
    items = [
        _item(child, part, keeps, leading)
        for child, part, keeps in zip(flowing, parts, together, strict=True)
    ]
    chosen = order_of(items, _lines(left, leading), _lines(whole, leading), count)
    rest = [number for group in groups[len(items) :] for number in group]
    order = (*(number for place in chosen for number in groups[place]), *rest)
    return () if order == tuple(sorted(order)) else order


def reordered(children: list[Any], order: Order) -> None:
    """Put children into an order, in place; paragraphs are indented by what they follow now."""
    if not order:
        return
    typed = [*children]
    children[:] = [typed[number] for number in order]
    begins = _first_after(typed, lambda before: not _is_paragraph(before))
    follows = _first_after(typed, _is_paragraph)
    before_as_typed = {id(child): before for before, child in pairwise(typed)}
    for place, (before, child) in enumerate(pairwise([*children]), 1):
        was = before_as_typed.get(id(child))
        if _is_paragraph(child) and _is_paragraph(before) != _is_paragraph(was):
            model = follows if _is_paragraph(before) else begins
            children[place] = _indented_like(child, model) if model is not None else child


def _first_after(children: Sequence[Any], wanted: Callable[[Any], bool]) -> Any:
    """The first paragraph that stands after such a child; None where there is none."""
    found = (child for before, child in pairwise(children) if wanted(before) and _is_paragraph(child))
    return next(found, None)


def _is_paragraph(child: Any) -> bool:
    return child is not None and bool(child.element_tag == "p")


def _indented_like(paragraph: Any, model: Any) -> Any:
    """A copy of a paragraph that begins like another one."""
    paragraph = paragraph.copy()
    paragraph.style = paragraph.style.copy()
    for name in ("text_indent", "margin_top"):
        paragraph.style[name] = model.style[name]
    lines = [line.copy() for line in paragraph.children]
    for line in lines:
        line.style = line.style.copy()
        line.style["text_indent"] = model.style["text_indent"]
    paragraph.children = lines
    return paragraph


def _with_what_is_beside(children: Sequence[Any]) -> list[list[int]]:
    """The numbers of children, each of the text with those before it that are out of the flow."""
    groups: list[list[int]] = [[]]
    for number, child in enumerate(children):
        groups[-1].append(number)
        if child.is_in_normal_flow():
            groups.append([])
    return [group for group in groups if group]


def _item(child: Any, part: Part, together: bool, leading: float) -> Item:
    blocks = [piece.block for piece in part.pieces]
    lines = sum(block.choices[0][0] for block in blocks)
    white = sum(max(one.below, other.above) for one, other in pairwise(blocks))
    floats = is_floating(child)
    spans = child.style["column_span"] == "all"
    return Item(
        lines + white,
        max(_white(child, "margin_top", leading), blocks[0].above if blocks else 0),
        max(_white(child, "margin_bottom", leading), blocks[-1].below if blocks else 0),
        splittable=len(blocks) > 1 or any(block.splittable for block in blocks),
        moves=floats,
        spans=spans,
        together=together and not floats,
    )


def _white(child: Any, side: str, leading: float) -> float:
    """The margin of a child on one side, in lines."""
    margin = child.style[side]
    return float(margin.value) / leading if margin != "auto" and margin.unit == "px" else 0.0


def _lines(height: float, leading: float) -> int:
    return max(0, floor(height / leading + 0.01))
