"""Pull-quotes of laid-out pages, set in another size where they stand: the text stays as it is.

In:  a `Layout`, the tree of its HTML, in which some quotes have another class now, and the ids of these.
Out: the same pages, with these quotes laid out as in a layout from the beginning: sidebar blocks take no part
     in the flow. Nothing is done where anything else would change.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder, absolute_layout

from issuebrief.layout.build_boxes import part_boxes
from issuebrief.layout.respaced import styles_now
from issuebrief.layout.styles.page_sides import Turner, side_of
from issuebrief.layout.styles.style_reuse import restyled

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from issuebrief.engine.protocols import BoxStyle, HtmlDocument, LayoutBox, PageContext, StyleFor
    from issuebrief.layout.rearranged import Layout


@dataclass
class _Around:
    """What stands around a block that is told the side of its page by itself."""

    children: tuple[LayoutBox, ...]
    turned: bool = False


def requoted(html: HtmlDocument, layout: Layout, before: StyleFor, names: Collection[str]) -> StyleFor | None:
    """Lay quotes of these ids out again; None, and nothing done, where more than they would change.

    `before` are the styles of all elements with the old classes of the quotes; those with the new ones are
    given back.
    """
    if layout.interrupted:
        # What goes on overleaf would stay there.
        return None
    now: StyleFor = styles_now(html, before, ())
    found = [
        (number, parents, box)
        for number, page in enumerate(layout.pages)
        for parents, box in _out_of_flow(page, ())
        if box.element is not None and box.element.get("id") in names
    ]
    quotes = {box.element for *_, box in found}
    inside = {element for quote in quotes for element in quote.iter()}
    outside = [element for element in html.etree_element.iter() if element not in inside]
    if not len(found) == len(quotes) == len(names) or restyled(before, now, outside):
        return None
    made: list[AbsolutePlaceholder] = []
    for number, parents, box in found:
        placeholder = _made(box, number, parents, html, layout, now)
        if placeholder is None:
            return None
        made.append(placeholder)
    for (_, parents, old), new in zip(found, made, strict=True):
        parents[-1].children = [new if child is old else child for child in parents[-1].children]
    return now


def _out_of_flow(
    box: LayoutBox, parents: tuple[LayoutBox, ...]
) -> Iterator[tuple[tuple[LayoutBox, ...], LayoutBox]]:
    """What is out of the flow below a box, each with the boxes above it; nothing in what is so itself."""
    for child in getattr(box, "children", ()):
        if isinstance(child, AbsolutePlaceholder):
            yield (*parents, box), child
        else:
            yield from _out_of_flow(child, (*parents, box))


def _made(
    old: LayoutBox,
    number: int,
    parents: tuple[LayoutBox, ...],
    html: HtmlDocument,
    layout: Layout,
    styles: StyleFor,
) -> AbsolutePlaceholder | None:
    """A quote made anew for its page; None where what it stands in has a say in that."""
    page, context = layout.pages[number], layout.context
    if any(parent.style["position"] == "relative" for parent in parents):
        return None
    box = part_boxes(old.element, html, context, styles)
    if not isinstance(box, boxes.BlockBox) or not _is_placed(box.style):
        return None
    if hasattr(layout.root, "turned"):
        Turner().turn(_Around((box,)), side_of(page))
    box.position_x, box.position_y = page.content_box_x(), page.content_box_y()
    placeholder = AbsolutePlaceholder(box)
    return placeholder if _lay_out(placeholder, number, page, context) else None


def _is_placed(style: BoxStyle) -> bool:
    """Whether a block stands at a place of its page, wherever the text around it is."""
    return style["position"] == "absolute" and "auto" not in (style["left"], style["top"])


def _lay_out(placeholder: AbsolutePlaceholder, number: int, page: LayoutBox, context: PageContext) -> bool:
    """Lay out what is placed absolutely on a page; False where it does not end there."""
    context.current_page, context.page_bottom = number + 1, page.content_box_y() + page.height
    broken = [*context.broken_out_of_flow]
    context.create_block_formatting_context()
    absolute_layout(context, placeholder, page, [], bottom_space=0, skip_stack=None)
    context.finish_block_formatting_context()
    return [*context.broken_out_of_flow] == broken
