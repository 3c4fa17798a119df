"""Incremental layout: a brief that was laid out, kept so that its next revision need not be laid out whole.

In:  the `LayoutInput`s of one brief, one after the other, as its editor changes it.
Out: the same pages as `engine.lay_out` makes of each, sooner. Pages on which nothing has changed are taken
     over as they are, with everything that they hold.

Of the ways to arrange what follows the text, the one that was best last time is made first, to be looked at.

What is kept: style sheets and fonts, for as long as their files are the same; the tree and its styles, in
which blocks are exchanged; the ways to break paragraphs and what was decided about their lengths; and
pages. Where more has changed than the inside of some blocks, the brief is laid out whole, and only the
first and the third of these help.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from weasyprint import HTML

from issuebrief.diagnostics.model import Severity
from issuebrief.engine.pages import NeedsFullLayout
from issuebrief.layout import engine
from issuebrief.layout.diagnostics import cut_problems, problem_of, room_problems
from issuebrief.layout.end_matter import Unfit, end_of, tokens_of
from issuebrief.layout.incremental.arranged_html import arranged_html
from issuebrief.layout.incremental.page_cache import keepable
from issuebrief.layout.incremental.revision import (
    KeptLayout,
    as_styled,
    context_after,
    corrected_revision,
    full_layout,
)
from issuebrief.layout.incremental.styled_tree import corrected, swaps
from issuebrief.layout.incremental.stylesheet_cache import load
from issuebrief.layout.incremental.tree_diff import merged
from issuebrief.layout.page_room import Misfit
from issuebrief.layout.sidebar.page_items import parted_in
from issuebrief.layout.sidebar.page_survey import joined
from issuebrief.layout.sidebar.place_blocks import NoRoom, Overfull, TooTall
from issuebrief.layout.sidebar.set_again import SetAgain, with_classes
from issuebrief.layout.styles.custom_properties import NoLength
from issuebrief.layout.styles.sheet_loading import token_sheets
from issuebrief.layout.styles.style_reuse import styles_handed_on
from issuebrief.layout.theme_loading import base_url_of
from issuebrief.pagination.choose_fit import next_fit
from issuebrief.pagination.end_fits import Fit

if TYPE_CHECKING:
    from collections.abc import Callable

    from issuebrief.engine.pages import LayoutInput, Pages
    from issuebrief.engine.protocols import LayoutBox
    from issuebrief.layout.engine import LaidOut
    from issuebrief.layout.incremental.stylesheet_cache import StylesheetCache
    from issuebrief.pagination.end_fits import End


FAULTS = (NeedsFullLayout, TooTall, Overfull, NoRoom, NoLength, Misfit)
"""Why a revision cannot be made from the last one: it may be that none can be made at all."""


class LayoutCache:
    """Lays out the revisions of one brief, one after the other."""

    def __init__(self) -> None:
        self._loaded: StylesheetCache | None = None
        self._kept: dict[Fit, KeptLayout] = {}
        """The layouts that were made of the last revision, by how what follows the text was arranged."""
        self._best: Fit | None = None  # of them, if there are any

    def lay_out(
        self,
        layout_input: LayoutInput,
        between: Callable[[], None] = lambda: None,
        expect: Callable[[Pages], None] = lambda _pages: None,
    ) -> LaidOut:
        """Lay the next revision out; None where a style sheet or a picture is at fault.

        `between` is called before each page, and `expect` with the pages that most likely come of it, if it
        is; both may raise: then the last revision stays the last. What is merely worth knowing is not told.
        """
        return engine.with_faults_told(layout_input, lambda: self._lay_out(layout_input, between, expect))

    def _lay_out(
        self, layout_input: LayoutInput, between: Callable[[], None], expect: Callable[[Pages], None]
    ) -> LaidOut:
        kit, problems = load(layout_input, self._loaded)
        if kit is None:
            return None, problems
        if kit is not self._loaded:
            self._loaded, self._kept = kit, {}
        about = HTML(string=layout_input.html.partition("<body")[0], base_url=base_url_of(layout_input))
        lines: list[str] = []

        def bound(layout: KeptLayout) -> Pages:
            return engine.bound([*layout.pages], about, kit.theme.fetcher, kit.theme.fonts)

        try:
            layouts, best = self._fitted(layout_input, kit, between, lines, lambda made: expect(bound(made)))
        except (TooTall, NoRoom, NoLength, Misfit) as fault:
            return None, (*problems, problem_of(fault, layout_input))
        except SetAgain as fault:
            # The next revision is compared with this one, in which the blocks have their classes already.
            again = replace(layout_input, html=with_classes(layout_input.html, fault.classes))
            return self._lay_out(again, between, expect)
        except (Overfull, Unfit):
            pages, problems = engine.lay_out(layout_input)
            return pages, tuple(problem for problem in problems if problem.severity > Severity.INFO)
        self._best, layout, told = best, layouts[best], engine.told(lines, layout_input)
        # A page that was taken over does not tell again of the words that were cut on it.
        self._kept = {
            fit: made
            for fit, made in layouts.items()
            if not told and not made.cut and keepable(made.context, made.kept)
        }
        if told:
            # What is wrong with a picture is told when it is opened: it is opened again the next time.
            self._loaded = replace(kit, pictures={})
        return bound(layout), (
            *problems,
            *told,
            *room_problems(boxes_of(layout), layout_input),
            *cut_problems(layout.cut, layout_input),
        )

    def _fitted(
        self,
        layout_input: LayoutInput,
        loaded: StylesheetCache,
        between: Callable[[], None],
        lines: list[str],
        expect: Callable[[KeptLayout], None],
    ) -> tuple[dict[Fit, KeptLayout], Fit]:
        """The layouts of the next revision by their fits, and the best fit, as `engine.lay_out` finds it.

        `lines` are those logged for them. Raises `Unfit` where a layout cannot be made from the HTML.
        """
        ahead: dict[Fit, tuple[KeptLayout, list[str]]] = {}
        last, best = self._kept.get(Fit()), self._best

        def made(fit: Fit, usual: KeptLayout | None) -> tuple[KeptLayout, list[str]]:
            if fit in ahead:
                return ahead[fit]
            html = arranged_html(layout_input.html, fit) if fit != Fit() else layout_input.html
            if html is None:
                raise Unfit
            tokens = tokens_of(fit, boxes_of(usual)) if usual else {}
            sheets = token_sheets(tokens, loaded.theme.counters)
            theme = replace(loaded.theme, styles=[*loaded.theme.styles, *sheets])
            arranged, kit = replace(layout_input, html=html), replace(loaded, theme=theme)
            return self._revision(fit, arranged, kit, between)

        # What tokens say of the foot of pages is the same for as long as the style sheets are.
        if best is not None and layout_input.arranges_end and (last or not best.longer):
            with suppress(*FAULTS, SetAgain, Unfit):  # which is told where it matters, if it does
                ahead[best] = made(best, last)
                expect(ahead[best][0])
        usual, said = made(Fit(), None)
        lines += said
        layouts, end = {Fit(): usual}, found_end(usual) if layout_input.arranges_end else None
        tried = {Fit(): end} if end else {}
        while tried and (fit := next_fit(tried)):
            layouts[fit], said = made(fit, usual)
            lines += said
            found = found_end(layouts[fit])
            if found is None:
                break
            tried[fit] = found
        return layouts, min(tried, key=lambda fit: tried[fit].cost(fit), default=Fit())

    def _revision(
        self, fit: Fit, layout_input: LayoutInput, loaded: StylesheetCache, between: Callable[[], None]
    ) -> tuple[KeptLayout, list[str]]:
        """The next revision, made from the last one where that is of help; and the lines logged for it."""
        with engine.engine_at_work() as lines:
            try:
                return self._next(self._kept.get(fit), layout_input, loaded, between), lines
            except FAULTS:
                lines.clear()
                return full_layout(layout_input, loaded, between), lines

    def _next(
        self,
        last: KeptLayout | None,
        layout_input: LayoutInput,
        loaded: StylesheetCache,
        between: Callable[[], None],
    ) -> KeptLayout:
        """The next revision, with all pages of the last one that are the same; raises `NeedsFullLayout`."""
        if last is None:
            raise NeedsFullLayout
        try:
            now, exchanged = swaps(last.copy, layout_input.html)
        except NeedsFullLayout:
            return self._rebuilt(last, layout_input, loaded, between)
        pairs = [(swap.old, swap.new) for swap in exchanged]
        with (
            corrected(last.copy, now, exchanged) as copy,
            styles_handed_on(last.context.style_for, pairs),
        ):
            return corrected_revision(last, copy, context_after(last.context, copy), loaded, between)

    def _rebuilt(
        self,
        last: KeptLayout,
        layout_input: LayoutInput,
        loaded: StylesheetCache,
        between: Callable[[], None],
    ) -> KeptLayout:
        """The same where elements came and went; the styles of all are found again."""
        theme = loaded.theme
        loaded.break_cache.metrics.forget_styles()
        with merged(last.copy, layout_input.html, base_url_of(layout_input), loaded.theme.fetcher) as copy:
            context = engine.layout_context(
                copy.html, theme.styles, theme.fonts, theme.counters, loaded.pictures
            )
            return corrected_revision(last, as_styled(last, copy, context), context, loaded, between)


def found_end(layout: KeptLayout) -> End | None:
    """The end of a layout, with the blocks of its sidebars that stand on other pages than their passages."""
    pages = boxes_of(layout)
    end = end_of(pages)
    if end is None or end.is_good:
        return end
    return replace(end, parted=parted_in(joined([page.survey for page in layout.kept if page.survey]), pages))


def boxes_of(layout: KeptLayout) -> list[LayoutBox]:
    """The page boxes of a layout."""
    return [page._page_box for page in layout.pages]
