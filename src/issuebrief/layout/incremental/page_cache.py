"""Pages that need not be laid out again.

In:  the pages of a revision of a brief, and what has changed since then.
Out: the pages of the next revision. A page is taken over where it begins like the one before, and nothing on
     it, nor what follows at once, has changed.

WeasyPrint asks for page after page; each answer says where the next one begins. So a page is never taken over
that WeasyPrint would not have begun at the same place, in the same state.
"""

from __future__ import annotations

from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from weasyprint.layout import initialize_page_maker
from weasyprint.layout.background import layout_backgrounds
from weasyprint.layout.page import make_all_pages, make_margin_boxes

from issuebrief.engine.pages import NeedsFullLayout
from issuebrief.engine.patches import REMAKE_PAGE, replaced
from issuebrief.layout.boxes.fragments import boxes_in
from issuebrief.layout.incremental.bookmarks import Mark, has_mark, mark_of, marked_once
from issuebrief.layout.incremental.dependencies import following, split_at, tokens_of
from issuebrief.layout.incremental.page_breaks import BreakPosition, is_place, place_of, resume_at
from issuebrief.layout.styles.global_effects import counts_pages, repeats

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from issuebrief.engine.protocols import (
        HtmlDocument,
        LayoutBox,
        PageContext,
        PageMakerItem,
        PageState,
        SkipStack,
    )
    from issuebrief.layout.sidebar.page_survey import PageSurvey


@dataclass(frozen=True)
class KeptPage:
    """A page that was laid out: WeasyPrint's state before and after it, and its box.

    `begins` and `ends` say where in the brief that is: the states' names for it are good for one tree alone.
    `tokens` are those of the elements that had a say in it. `strings` and `running` are what it gives to the
    margins of pages, by name. `survey` is what it holds for its sidebar, before blocks are placed; `marks`
    are the elements that have a bookmark to it or would have one, if they did not begin on an earlier page.
    """

    before: PageState | None
    begins: BreakPosition
    after: PageState
    ends: BreakPosition
    box: LayoutBox
    tokens: frozenset[str]
    running: dict[str, list[LayoutBox]]
    strings: dict[str, list[str]] = field(default_factory=dict)
    survey: PageSurvey | None = None
    marks: frozenset[Mark] = frozenset()
    is_finished: bool = False


class PageKeeper:
    """Lays out what has changed, and keeps all pages for the next time.

    `stale` are the tokens of elements that have changed, `forced` the numbers of pages that must be remade
    whatever stands on them, counted from 1. `between` is called before each page, and may raise.
    """

    def __init__(self, kept: Sequence[KeptPage], between: Callable[[], None]) -> None:
        self.kept, self._between = kept, between
        self.stale: set[str] = set()
        self.forced: set[int] = set()
        self.pages: list[KeptPage] = []

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Take part in the making of pages while the block runs."""
        plain = REMAKE_PAGE.value
        self.pages.clear()

        def remake(
            index: int, context: PageContext, root_box: LayoutBox, html: HtmlDocument
        ) -> tuple[LayoutBox, SkipStack]:
            self._between()
            # What the page before left over is in no state: with it, no page is taken over or kept.
            before = None if _is_left_over(context) else _state(context.page_maker[index])
            known = self.kept[index] if index < len(self.kept) else None
            if before is not None and known is not None and self._is_good(index, known, before, root_box):
                end = _take_over(known, index, context, root_box)
            else:
                box, end = plain(index, context, root_box, html)
                known = _noted(index, before, box, context, root_box)
            self.pages[index : index + 1] = [known]
            return known.box, end

        with replaced(REMAKE_PAGE, remake):
            yield

    def _is_good(self, index: int, page: KeptPage, before: PageState, root_box: LayoutBox) -> bool:
        is_stale = index + 1 in self.forced or page.tokens & self.stale
        if is_stale or page.before is None or page.before[1:] != before[1:]:
            return False
        return page.begins == place_of(root_box, before[0]) and is_place(root_box, page.ends)

    def settle(self, boxes_: Sequence[LayoutBox]) -> None:
        """Keep the pages of these boxes alone: those made beyond them turned out too many."""
        del self.pages[len(boxes_) :]

    @property
    def taken_over(self) -> list[bool]:
        """By page, whether it is the one of the last revision."""
        before = {id(page.box) for page in self.kept}
        return [id(page.box) in before for page in self.pages]


def keepable(context: PageContext, pages: Sequence[KeptPage]) -> bool:
    """Whether pages can be told to be the same by what stands on them alone."""
    counted = context.target_collector.counter_lookup_items
    noted = context.footnotes or any(
        box.is_note()
        for by_page in context.running_elements.values()
        for running in by_page.values()
        for box in running
    )
    fixed = any(page.box.fixed_boxes for page in pages)
    return not (counted or noted or fixed or repeats(context.style_for))


def next_pages(
    html: HtmlDocument, root_box: LayoutBox, context: PageContext, keeper: PageKeeper
) -> list[LayoutBox]:
    """The page boxes of the next revision: WeasyPrint's `layout_document`, except that some pages are reused.

    Raises `NeedsFullLayout` where pages say how many they are, or name what has changed in their margins.
    """
    initialize_page_maker(context, root_box)
    with keeper.watching():
        boxes_ = list(make_all_pages(context, root_box, html, []))
    keeper.settle(boxes_)
    states = [state for *_, state in context.page_maker]
    if any(state["content_changed"] or state["pages_wanted"] for state in states):
        raise NeedsFullLayout
    if len(boxes_) != len(keeper.kept) and counts_pages(context.style_for):
        raise NeedsFullLayout
    for *_, page_state, _ in context.page_maker:
        page_state[1]["pages"] = [len(boxes_)]
    taken = keeper.taken_over
    known: set[Mark] = set()
    for number, (box, is_old) in enumerate(zip(boxes_, taken, strict=True), 1):
        _give_strings(context, keeper, number, box, is_old)
        known |= keeper.pages[number - 1].marks if is_old else marked_once(box, known)
    for number, (box, is_old) in enumerate(zip(boxes_, taken, strict=True), 1):
        if not is_old:
            _add_margins(context, number, box)
    return boxes_


def finished(pages: Sequence[KeptPage], context: PageContext) -> tuple[KeptPage, ...]:
    """The pages with what stands on them and in their margins, once these are made."""
    strings = [(name, texts) for name, texts in context.string_set.items()]
    return tuple(
        page
        if page.is_finished
        else replace(
            page,
            tokens=page.tokens | tokens_of(boxes_in(page.box)) | _sidebar(page.survey),
            strings={name: texts[number] for name, texts in strings if number in texts},
            marks=frozenset(mark_of(box) for box in page.box.descendants() if has_mark(box)),
            is_finished=True,
        )
        for number, page in enumerate(pages, 1)
    )


def _sidebar(survey: PageSurvey | None) -> frozenset[str]:
    """The tokens of the sidebar blocks that come from a page, wherever they stand now."""
    blocks = survey.blocks if survey else ()
    return tokens_of(inner for block, _ in blocks for inner in boxes_in(block.box))


def _state(item: PageMakerItem) -> PageState:
    """What WeasyPrint knows before a page, without what it notes while it makes it."""
    return deepcopy((item[0], item[1], item[2], item[3]))


def _is_left_over(context: PageContext) -> bool:
    """Whether something out of the flow, or a footnote, goes on overleaf."""
    return bool(context.reported_footnotes or context.broken_out_of_flow)


def _take_over(page: KeptPage, index: int, context: PageContext, root_box: LayoutBox) -> SkipStack:
    """Tell WeasyPrint what it would know if it had made the page, and where the next one begins."""
    _, next_page, right_page, page_state = deepcopy(page.after)
    end = resume_at(root_box, page.ends)
    notes = {"content_changed": end is not None, "pages_wanted": False, "anchors": [], "content_lookups": []}
    context.page_maker[index + 1 :] = [(end, next_page, right_page, page_state, notes)]
    context.current_page = index + 1
    for name, elements in page.running.items():
        context.running_elements[name][index + 1] = elements
    return end


def _noted(
    index: int, before: PageState | None, box: LayoutBox, context: PageContext, root_box: LayoutBox
) -> KeptPage:
    start, after = context.page_maker[index][0], _state(context.page_maker[index + 1])
    split = (inner for place in (start, after[0]) for inner in split_at(root_box, place))
    ahead = tokens_of(following(root_box, after[0])) | tokens_of(split)
    if _is_left_over(context):
        before = None
    running = {
        name: pages[index + 1] for name, pages in context.running_elements.items() if index + 1 in pages
    }
    heads = tokens_of(inner for found in running.values() for head in found for inner in boxes_in(head))
    begins, ends = place_of(root_box, start), place_of(root_box, after[0])
    return KeptPage(before, begins, after, ends, box, ahead | heads, running)


def _give_strings(
    context: PageContext, keeper: PageKeeper, number: int, box: LayoutBox, is_old: bool
) -> None:
    """Note the strings that a page sets for the margins; raises `NeedsFullLayout` where they changed."""
    before = keeper.kept[number - 1].strings if number <= len(keeper.kept) else {}
    if not is_old:
        now: dict[str, list[str]] = {}
        for child in box.descendants():
            if child.string_set and child.string_set != "none":
                for name, text in child.string_set:
                    now.setdefault(name, []).append(text)
        if now != before:
            raise NeedsFullLayout
    for name, texts in before.items():
        context.string_set[name][number] = texts


def _add_margins(context: PageContext, number: int, box: LayoutBox) -> None:
    """Add a page's margins and backgrounds, as `layout_document` does it last."""
    root, footnotes, notes = box.children
    context.current_page = number
    margins = make_margin_boxes(context, box, context.page_maker[number][3])
    box.children = (root, *(area for area in (footnotes, notes) if area.children), *margins)
    layout_backgrounds(box, context.get_image_from_uri)
