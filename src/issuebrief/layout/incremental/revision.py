"""A revision of a brief in the making: laid out whole, or made from the one before it.

In:  the tree of a brief, and the revision that stood before, if there was one.
Out: a `KeptLayout`: its pages, with all that they were made from.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from weasyprint.css.targets import TargetCollector
from weasyprint.layout import LayoutContext, layout_document

from issuebrief.engine.pages import NeedsFullLayout
from issuebrief.layout import engine
from issuebrief.layout.build_boxes import box_tree
from issuebrief.layout.floats.patch_columns import Filler, Held
from issuebrief.layout.incremental.page_cache import KeptPage, PageKeeper, finished, next_pages
from issuebrief.layout.incremental.sidebar_cache import (
    Placed,
    Sidebars,
    chosen,
    invalidated,
    place_sidebars_again,
)
from issuebrief.layout.incremental.styled_tree import StyledTree, new_copy
from issuebrief.layout.paragraphs.break_decisions import Decisions
from issuebrief.layout.paragraphs.composer import Composer
from issuebrief.layout.styles.global_effects import effects
from issuebrief.layout.styles.style_reuse import restyled
from issuebrief.layout.theme_loading import base_url_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from xml.etree.ElementTree import Element

    from issuebrief.engine.pages import LayoutInput
    from issuebrief.engine.protocols import DrawnPage, LayoutBox, PageContext
    from issuebrief.layout.incremental.stylesheet_cache import StylesheetCache

MOST_TRIES = 3
"""How often pages are made again because a sidebar block moves to or from them."""


@dataclass(frozen=True)
class KeptLayout:
    """A revision that was laid out, with all that its pages were made from.

    `cut` are the words that were cut after any letter on the pages made for it, and their lines.
    """

    copy: StyledTree
    context: PageContext
    decisions: Decisions
    held: tuple[Held, ...]
    kept: tuple[KeptPage, ...]
    pages: tuple[DrawnPage, ...]
    sidebar: tuple[Placed, ...]
    cut: Mapping[str, int]


@dataclass(frozen=True)
class RevisionWork:
    """A revision in the making, and what makes its pages."""

    copy: StyledTree
    context: PageContext
    root: LayoutBox
    composer: Composer
    keeper: PageKeeper

    @cached_property
    def filler(self) -> Filler:
        """What fills its columns."""
        return Filler(self.composer)

    def bound(self, sidebars: Sidebars, last: KeptLayout | None) -> KeptLayout:
        """The revision, when all its pages are made."""
        taken = self.keeper.taken_over
        # Among them are those of blocks and pages that are no more.
        self.composer.metrics.forget_styles()
        self.composer.decisions.keep({self.copy.known_as(element) for element in self.copy.elements})
        place_sidebars_again(sidebars, taken, self.context)
        pages = (
            last.pages[number] if last and is_old else engine.page_of(page.box)
            for number, (page, is_old) in enumerate(zip(sidebars.pages, taken, strict=True))
        )
        return KeptLayout(
            self.copy,
            self.context,
            self.composer.decisions,
            self.filler.held,
            finished(sidebars.pages, self.context),
            tuple(pages),
            sidebars.placed,
            self.composer.cut,
        )


def full_layout(
    layout_input: LayoutInput, loaded: StylesheetCache, between: Callable[[], None]
) -> KeptLayout:
    """A revision laid out whole."""
    loaded.break_cache.metrics.forget_styles()
    theme = loaded.theme
    copy = new_copy(layout_input.html, base_url_of(layout_input), theme.fetcher)
    context = engine.layout_context(copy.html, theme.styles, theme.fonts, theme.counters, loaded.pictures)
    composer = Composer(loaded.break_cache, Decisions(copy.known_as), loaded.own)
    work = RevisionWork(copy, context, box_tree(copy.html, context), composer, PageKeeper((), between))
    with engine.setting(composer, work.filler), work.keeper.watching():
        work.keeper.settle(list(layout_document(copy.html, work.root, context)))
    composer.settle()
    return work.bound(chosen(work.keeper.pages, work.keeper.taken_over), None)


def corrected_revision(
    last: KeptLayout,
    copy: StyledTree,
    context: PageContext,
    loaded: StylesheetCache,
    between: Callable[[], None],
) -> KeptLayout:
    """The revision of a corrected copy; raises `NeedsFullLayout` where the last one is of no help."""
    composer = Composer(loaded.break_cache, last.decisions.following(copy.known_as), loaded.own)
    work = RevisionWork(copy, context, box_tree(copy.html, context), composer, PageKeeper(last.kept, between))
    # What is decided otherwise while pages are made is stale from then on.
    work.keeper.stale = composer.decisions.changed
    work.keeper.stale |= copy.stale
    with engine.setting(composer, work.filler):
        for held in last.held:
            work.keeper.forced |= _planned(held, last.copy, work)
        for _ in range(MOST_TRIES):
            next_pages(copy.html, work.root, context, work.keeper)
            taken = work.keeper.taken_over
            sidebars = chosen(work.keeper.pages, taken)
            moved = invalidated(sidebars, taken, last.sidebar)
            if not moved:
                return work.bound(sidebars, last)
            work.keeper.forced |= moved
    raise NeedsFullLayout


def context_after(context: PageContext, copy: StyledTree) -> PageContext:
    """A context for the next layout with the same styles, fonts and pictures."""
    targets, styles = TargetCollector(), context.style_for.get_computed_styles()
    for element in copy.html.etree_element.iter():
        style = styles.get((element, None))
        if style is not None and style["anchor"]:
            targets.collect_anchor(style["anchor"])
    after: PageContext = LayoutContext(
        context.style_for, context.get_image_from_uri, context.font_config, context.counter_style, targets
    )
    return after


def as_styled(last: KeptLayout, copy: StyledTree, context: PageContext) -> StyledTree:
    """A merged copy in which what has other styles now counts as changed; raises `NeedsFullLayout`.

    What reaches further than itself, or is laid out in parts, cannot be told by what stands on a page.
    """
    before, after = last.context.style_for, context.style_for
    if effects(inner_of(copy.lost), before) != effects(inner_of(copy.fresh), after):
        raise NeedsFullLayout
    fresh = set(inner_of(copy.fresh))
    changed = restyled(before, after, [element for element in copy.elements if element not in fresh])
    if any(page.before and page.before[3][3] for page in last.kept):
        raise NeedsFullLayout
    apart = {held.element for held in last.held}
    apart |= {above for element in apart for above in copy.above(element)}
    if apart & set(changed):
        raise NeedsFullLayout
    return copy.with_changed(changed)


def inner_of(elements: Iterable[Element]) -> Iterator[Element]:
    """Elements and all in them."""
    return (inner for element in elements for inner in element.iter())


def _planned(held: Held, before: StyledTree, work: RevisionWork) -> set[int]:
    """Plan columns for what is in them now; the pages whose columns end elsewhere than before."""
    if held.element is not work.copy.html.etree_element and held.element not in work.copy.parents:
        return set()
    found = (box for box in work.root.descendants() if box.element is held.element)
    box = next((box for box in found if box.style["column_count"] != "auto"), None)
    if box is None or not box.children:
        raise NeedsFullLayout
    if before.known_as(held.element) == work.copy.known_as(held.element):
        work.filler.hold_again(held, box)
        return set()
    return work.filler.plan_again(work.context, held, box)
