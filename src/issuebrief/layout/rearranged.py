"""The end of a document, arranged otherwise and laid out again, and no more than that.

In:  a `Layout`, and the tree of the same document with what follows its text arranged otherwise.
Out: its `Layout`. The pages before the one on which the text ends are those that there are, and so are the
     columns of the text; from there on pages are laid out again, with the same boxes for all but what is
     arranged. None where the rest of the document is not the same, or where pages could not be told to be
     those of a layout from the beginning.
"""

from __future__ import annotations

from collections import defaultdict
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass, field
from itertools import takewhile
from typing import TYPE_CHECKING, TypeVar

from weasyprint.formatting_structure import boxes
from weasyprint.layout.background import layout_backgrounds
from weasyprint.layout.page import make_all_pages, make_margin_boxes

from issuebrief.engine.patches import REMAKE_PAGE, replaced
from issuebrief.layout.boxes.fragments import boxes_in, class_names
from issuebrief.layout.build_boxes import part_boxes, styles_after_text
from issuebrief.layout.styles.global_effects import counts_pages
from issuebrief.layout.styles.style_reuse import restyled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from xml.etree.ElementTree import Element

    from issuebrief.engine.protocols import HtmlDocument, LayoutBox, PageContext, PageCounters, SkipStack
    from issuebrief.layout.floats.patch_columns import Filler

_Found = TypeVar("_Found")

ARRANGED = "end"
"""The class of what is made again: the boxes after the text."""


@dataclass(frozen=True)
class Layout:
    """Pages that were laid out, and what they were made from.

    `interrupted` are the pages, from 0, that begin with the rest of something out of the flow.
    """

    pages: list[LayoutBox]
    context: PageContext
    root: LayoutBox
    filler: Filler
    interrupted: set[int] = field(default_factory=set)


@contextmanager
def pages_noted(interrupted: set[int]) -> Iterator[None]:
    """Note the pages that begin with the rest of something out of the flow while the block runs."""
    plain: Callable[..., tuple[LayoutBox, SkipStack]] = REMAKE_PAGE.value

    def remake(
        index: int, context: PageContext, root: LayoutBox, html: HtmlDocument
    ) -> tuple[LayoutBox, SkipStack]:
        if context.broken_out_of_flow or context.reported_footnotes:
            interrupted.add(index)
        return plain(index, context, root, html)

    with replaced(REMAKE_PAGE, remake):
        yield


def rearranged(html: HtmlDocument, last: Layout) -> Layout | None:
    """Lay the end of a document out again as its tree is arranged now."""
    start = _end_of_text(last.pages)
    if start is None or not is_resumable(last, start):
        return None
    body = _body_with_end(html, last)
    if body is None:
        return None
    again = context_before(last.context, start)
    old, old_children = _body(last.root), _body(last.root).children
    old.children = body
    try:
        interrupted: set[int] = set()
        with _pages_kept(last, start), pages_noted(interrupted), last.filler.ends_kept():
            pages = list(make_all_pages(again, last.root, html, []))
    finally:
        old.children = old_children
    if interrupted or any(
        state["content_changed"] or state["pages_wanted"] for *_, state in again.page_maker
    ):
        return None
    finish(pages, again, start, is_counted=len(pages) != len(last.pages) and counts_pages(again.style_for))
    return Layout(pages, again, last.root, last.filler)


def _end_of_text(pages: list[LayoutBox]) -> int | None:
    """The page, from 0, on which the text ends."""
    return max(
        (
            number
            for number, page in enumerate(pages)
            for body in getattr(page.children[0], "children", ())
            for box in getattr(body, "children", ())
            if box.element_tag == "main"
        ),
        default=None,
    )


def _body(root: LayoutBox) -> LayoutBox:
    return next(child for child in root.children if child.element_tag == "body")


def _body_with_end(html: HtmlDocument, last: Layout) -> list[LayoutBox] | None:
    """The children of the body in the order that they have now, remaking what is arranged differently."""
    body = _body(last.root)
    # A box of the body itself holds what is taken out of the flow between two parts.
    before = [child for child in body.children if child.element is not body.element]
    known = {child.element: child for child in before}
    around = html.etree_element.find("body")
    assert around is not None
    wanted = [element for element in around if element in known]
    if len(known) != len(before) or len(wanted) != len(known):
        return None
    above = list(takewhile(lambda child: child.element_tag != "main", body.children))
    if any(child.element is body.element for child in body.children[len(above) :]):
        return None
    # What is before the text and the text itself stand in their places, which pages begin by.
    first = list(takewhile(_is_not_text, wanted))
    if first != list(takewhile(_is_not_text, known)):
        return None
    # What has pictures is not copied when it is laid out.
    if any(
        _has_pictures(known[element]) for element in wanted[len(first) + 1 :] if not _is_arranged(element)
    ):
        return None
    style_for = styles_after_text(html, last.context.style_for)
    styled = {element for element, _ in style_for.get_computed_styles()}
    arranged = {inner for element in wanted if _is_arranged(element) for inner in element.iter()}
    if restyled(last.context.style_for, style_for, styled - arranged):
        return None
    made: dict[Element, LayoutBox] = {}
    for element in filter(_is_arranged, wanted):
        box = part_boxes(element, html, last.context, style_for)
        if box is None:
            return None
        made[element] = box
    below = [known[element] for element in wanted[len(first) :]]
    return [made.get(child.element, child) for child in (*above, *below)]


def _is_not_text(element: Element) -> bool:
    return bool(element.tag != "main")


def _is_arranged(element: Element) -> bool:
    return ARRANGED in class_names(element)


def _has_pictures(box: LayoutBox) -> bool:
    return any(isinstance(inner, boxes.ReplacedBox) for inner in boxes_in(box))


def is_resumable(last: Layout, start: int) -> bool:
    """Whether pages begin in a state that is known, and nothing stands on all or tells numbers."""
    notes = last.context.footnotes or last.context.page_footnotes
    counted = last.context.target_collector.counter_lookup_items
    fixed = any(page.fixed_boxes for page in last.pages)
    return not (notes or counted or fixed or last.interrupted or start >= len(last.pages))


def context_before(context: PageContext, start: int) -> PageContext:
    """WeasyPrint's context as it was before it made a page; the one that is given stays as it is."""
    again = copy(context)
    again.page_maker = [
        (*item[:3], _uncounted(item[3]), {**item[4]}) for item in context.page_maker[: start + 1]
    ]
    again.string_set = _until(context.string_set, start)
    again.running_elements = _until(context.running_elements, start)
    again.current_page = start
    return again


def _uncounted(page_state: PageCounters) -> PageCounters:
    """A page's counters before it is known how many pages there are."""
    quotes, counters, scopes, groups = page_state
    return quotes, {**counters, "pages": [0]}, scopes, groups


def _until(by_name: dict[str, dict[int, list[_Found]]], last: int) -> dict[str, dict[int, list[_Found]]]:
    """What was found on pages up to one, by name and page from 1."""
    found: dict[str, dict[int, list[_Found]]] = defaultdict(lambda: defaultdict(list))
    for name, by_page in by_name.items():
        kept = {number: [*each] for number, each in by_page.items() if number <= last}
        # A name that was not met yet is not known to be one.
        if kept:
            found[name].update(kept)
    return found


@contextmanager
def _pages_kept(last: Layout, start: int) -> Iterator[None]:
    """Answer with the pages that there are before one while the block runs."""
    plain: Callable[..., tuple[LayoutBox, SkipStack]] = REMAKE_PAGE.value

    def remake(
        index: int, context: PageContext, root: LayoutBox, html: HtmlDocument
    ) -> tuple[LayoutBox, SkipStack]:
        if index < start:
            context.current_page = index + 1
            return last.pages[index], context.page_maker[index + 1][0]
        return plain(index, context, root, html)

    with replaced(REMAKE_PAGE, remake):
        yield


def finish(pages: list[LayoutBox], context: PageContext, start: int, *, is_counted: bool) -> None:
    """Add margins and backgrounds, as `layout_document` does last; to kept pages if they count pages."""
    for *_, page_state, _ in context.page_maker:
        page_state[1]["pages"] = [len(pages)]
    known: set[tuple[Element, str]] = set()
    for number, page in enumerate(pages, 1):
        for box in page.descendants():
            if box.bookmark_label:
                mark = (box.element, box.element_tag.partition("::")[2])
                if mark in known:
                    box.bookmark_label = ""
                known.add(mark)
            if number > start and box.string_set and box.string_set != "none":
                for name, text in box.string_set:
                    context.string_set[name][number].append(text)
    for place, page in enumerate(pages):
        if place < start and not is_counted:
            continue
        if place < start:
            page = pages[place] = page.copy()
        context.current_page = place + 1
        areas = [area for area in page.children if not isinstance(area, boxes.MarginBox)]
        areas = [area for area in areas if area is areas[0] or area.children]
        page.children = (*areas, *make_margin_boxes(context, page, context.page_maker[place + 1][3]))
        layout_backgrounds(page, context.get_image_from_uri)
