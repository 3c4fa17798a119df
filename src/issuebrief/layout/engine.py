"""Lay out: the one adapter between the project and WeasyPrint's inside.

In:  a page of HTML, the theme's style sheets, the folders that may be read.
Out: `Pages`: WeasyPrint's document with the sidebar's blocks where they belong, and problems.

The text is laid out once. Sidebar blocks (absolutely positioned `aside` elements) take no part in
its flow, so they are laid out with it, each at the sidebar's width, and afterwards moved beside
their passages; `solver.py` says where to. What is leaned on in WeasyPrint 70 is checked by
tests/layout/test_engine_guard.py.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from weasyprint import DEFAULT_OPTIONS, HTML
from weasyprint.document import Document
from weasyprint.html import get_html_metadata
from weasyprint.layout import layout_document
from weasyprint.pdf.metadata import DocumentMetadata

from issuebrief.engine.gc_policy import seldom_collected
from issuebrief.engine.log import layout_problem, listen
from issuebrief.engine.pages import LayoutInput, Pages
from issuebrief.engine.pango_leak_fix import attributes_given_back
from issuebrief.images.normalise import true_pictures
from issuebrief.images.svg_redraw import fresh_drawings
from issuebrief.layout.boxes.page_marks import without_marks
from issuebrief.layout.build_boxes import box_tree
from issuebrief.layout.collapsed_margins import joined_margins
from issuebrief.layout.columns.bare_columns import bare_columns
from issuebrief.layout.columns.baseline_grid import snapped_to_grid
from issuebrief.layout.columns.column_edges import trimmed_columns
from issuebrief.layout.columns.fit_columns import fitted_columns
from issuebrief.layout.columns.fit_pictures import fitted_pictures
from issuebrief.layout.columns.unnumbered_blocks import no_breaks_among_unnumbered
from issuebrief.layout.columns.whole_columns import whole_columns
from issuebrief.layout.diagnostics import (
    attachment_problems,
    in_style_sheet,
    left_problems,
    problem_of,
    room_problems,
    style_fault,
)
from issuebrief.layout.end_matter import add_spare_lines, arrange, end_of, tokens_of
from issuebrief.layout.first_page import filled_first_page
from issuebrief.layout.floats.bleeding import without_covered_heads
from issuebrief.layout.floats.patch_columns import Filler, filled_columns
from issuebrief.layout.lent_letters import lent_letters_in_line
from issuebrief.layout.link_areas import page_with_areas
from issuebrief.layout.list_numbers import numbered_lists
from issuebrief.layout.page_room import Misfit, refuse_misfits
from issuebrief.layout.paragraphs.composer import Composer
from issuebrief.layout.paragraphs.layout_memo import remembered_columns, remembered_lines
from issuebrief.layout.paragraphs.patch_lines import composed_paragraphs
from issuebrief.layout.paragraphs.word_spaces import noted_spaces
from issuebrief.layout.placed_from_right import placed_from_right
from issuebrief.layout.rearranged import Layout, pages_noted, rearranged
from issuebrief.layout.requoted import requoted
from issuebrief.layout.respaced import respaced
from issuebrief.layout.sidebar.page_items import parted_blocks
from issuebrief.layout.sidebar.place_blocks import NoRoom, Overfull, TooTall, place_sidebars
from issuebrief.layout.sidebar.set_again import SetAgain, add_classes
from issuebrief.layout.styles.computed_styles import quick_styles
from issuebrief.layout.styles.custom_properties import NoLength
from issuebrief.layout.styles.outweighed import outweighed
from issuebrief.layout.styles.page_sides import sides_told
from issuebrief.layout.styles.sheet_loading import token_sheets
from issuebrief.layout.tables.cell_memo import remembered_cells
from issuebrief.layout.tables.continued_tables import continued_tables
from issuebrief.layout.tables.fit_tables import shared_measure
from issuebrief.layout.theme_loading import base_url_of, load_theme
from issuebrief.linebreak.hyphens import OwnDivisions
from issuebrief.pagination.choose_fit import next_fit
from issuebrief.pagination.end_fits import Fit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from weasyprint import CSS
    from weasyprint.document import Page

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.engine.fetcher import ConfinedFetcher
    from issuebrief.engine.protocols import HtmlDocument, LayoutBox, PageContext, StyleFor
    from issuebrief.layout.fonts.font_set import FontSet
    from issuebrief.layout.styles.counter_styles import BoundedCounterStyle
    from issuebrief.layout.theme_loading import LoadedTheme

LaidOut: TypeAlias = "tuple[Pages | None, tuple[Diagnostic, ...]]"
"""Pages, or none where the brief cannot be laid out; and problems."""


def lay_out(layout_input: LayoutInput) -> LaidOut:
    """Lay a brief out; None where a style sheet or a picture is at fault."""
    return with_faults_told(layout_input, lambda: _lay_out(layout_input))


def with_faults_told(layout_input: LayoutInput, lay_out: Callable[[], LaidOut]) -> LaidOut:
    """What a layout gives, or the problem of a theme at which the engine failed."""
    try:
        return lay_out()
    except Exception as fault:  # the engine can raise anything, and the theme's designer is to be told
        problem = style_fault(fault, layout_input)
        if problem is None:
            raise
        return None, (problem,)


def _lay_out(layout_input: LayoutInput) -> LaidOut:
    theme, problems = load_theme(layout_input)
    if theme is None:
        return None, problems
    composer = Composer(own=OwnDivisions(layout_input.hyphenation))
    with engine_at_work() as lines:
        html = HTML(string=layout_input.html, base_url=base_url_of(layout_input), url_fetcher=theme.fetcher)
        problems += outweighed(theme.rules, html.wrapper_element)
        try:
            page_boxes = _pages_with_sidebars(html, theme, composer, arranges_end=layout_input.arranges_end)
        except (TooTall, Overfull, NoRoom, NoLength, Misfit) as fault:
            return None, (*problems, problem_of(fault, layout_input))
        problems += room_problems(page_boxes, layout_input)
        pages = bound([page_of(box) for box in page_boxes], html, theme.fetcher, theme.fonts)
    problems += (*told(lines, layout_input), *left_problems(composer, layout_input))
    composer.let_go()
    return pages, problems


@contextmanager
def engine_at_work() -> Iterator[list[str]]:
    """All that is done to WeasyPrint while it reads and lays out; gives the lines that it logs."""
    with (
        listen() as lines,
        seldom_collected(),
        true_pictures(),
        fresh_drawings(),
        attributes_given_back(),
        numbered_lists(),
        quick_styles(),
    ):
        yield lines


@contextmanager
def setting(composer: Composer, filler: Filler) -> Iterator[None]:
    """What is done to WeasyPrint while pages are made: paragraphs and columns are composed."""
    with (
        sides_told(),
        snapped_to_grid(),
        trimmed_columns(),
        composed_paragraphs(composer),
        whole_columns(),
        filled_columns(filler),
        fitted_columns(),
        fitted_pictures(),
        joined_margins(),
        placed_from_right(),
        shared_measure(),
        continued_tables(),
        remembered_lines(),
        remembered_columns(),
        remembered_cells(),
        bare_columns(),
        no_breaks_among_unnumbered(),
        noted_spaces(),
        lent_letters_in_line(),
        filled_first_page(),
    ):
        yield


def page_of(box: LayoutBox) -> Page:
    """WeasyPrint's page of a page box."""
    return page_with_areas(without_covered_heads(without_marks(box)))


def bound(pages: list[Page], html: HtmlDocument, fetcher: ConfinedFetcher, fonts: FontSet) -> Pages:
    """Pages as a document; it has no file attached, whatever the HTML says."""
    metadata = DocumentMetadata(**{**get_html_metadata(html), "attachments": []})
    document = Document(pages, metadata, fetcher, fonts, {}, None)
    document._html = html
    return Pages(document)


def told(lines: Iterable[str], layout_input: LayoutInput) -> tuple[Diagnostic, ...]:
    """What the engine logged, as problems."""
    found = ((line, layout_problem(line, layout_input.source)) for line in dict.fromkeys(lines))
    placed = (in_style_sheet(problem, line, layout_input) for line, problem in found if problem)
    return (*placed, *attachment_problems(layout_input))


def _pages_with_sidebars(
    html: HtmlDocument, theme: LoadedTheme, composer: Composer, *, arranges_end: bool
) -> list[LayoutBox]:
    """The page boxes with their sidebars.

    Where a page's pull-quotes differ in size or are too large for it, they are laid out once more, smaller.
    In the rare case that all sidebars together are too short, the text is laid out with empty
    lines after it, and so on until everything has its place, or the lines turn out to make none.
    """
    end = (0, 0.0)
    while True:
        layout = _fitted_layout(html, theme, composer, arranges_end=arranges_end)
        refuse_misfits(layout.pages)
        styles_of: StyleFor | None = layout.context.style_for
        try:
            while styles_of:
                styles_of = _styles_with_smaller_quotes(html, layout, styles_of, composer)
        except SetAgain:
            continue  # with smaller quotes, or captions elsewhere
        except Overfull as fault:
            if fault.end <= end:
                raise
            end = fault.end
            add_spare_lines(html, fault.lines)
        else:
            return layout.pages


def _styles_with_smaller_quotes(
    html: HtmlDocument, layout: Layout, before: StyleFor, composer: Composer
) -> StyleFor | None:
    """Place the sidebars, and give None; or make quotes smaller, and give the styles that there are now.

    `before` are the styles of the tree as it is. Raises `SetAgain` where the text must be laid out once more.
    """
    try:
        place_sidebars(layout.pages, layout.context)
    except SetAgain as fault:
        add_classes(html.etree_element, fault.classes)
        with setting(composer, layout.filler):
            if now := requoted(html, layout, before, fault.classes):
                return now
        raise
    return None


def _fitted_layout(
    html: HtmlDocument, theme: LoadedTheme, composer: Composer, *, arranges_end: bool
) -> Layout:
    """The document laid out, what follows the text arranged so that pages are full."""
    styles, fonts, counters = theme.styles, theme.fonts, theme.counters
    arrange(html, Fit())
    usual = _page_boxes(html, styles, fonts, counters, composer)
    layouts, end = {Fit(): usual}, end_of(usual.pages) if arranges_end else None
    if end and not end.is_good:
        end = replace(end, parted=parted_blocks(usual.pages))
    tried = {Fit(): end} if end else {}
    while tried and (fit := next_fit(tried)):
        tokens = token_sheets(tokens_of(fit, usual.pages), counters)
        layout = _arranged_again(html, fit, layouts, composer, tokens)
        layout = layout or _page_boxes(html, [*styles, *tokens], fonts, counters, composer)
        found = end_of(layout.pages)
        if found is None:
            break
        layouts[fit], tried[fit] = layout, replace(found, parted=parted_blocks(layout.pages))
    best = min(tried, key=lambda fit: tried[fit].cost(fit), default=Fit())
    arrange(html, best)
    return layouts[best]


def layout_context(
    html: HtmlDocument,
    styles: list[CSS],
    fonts: FontSet,
    counters: BoundedCounterStyle,
    pictures: dict[str, object] | None = None,
) -> PageContext:
    """WeasyPrint's context for the layout of a document, with the styles of its elements.

    `pictures` are those that were opened before, by their address; what is opened is added to them.
    """
    options = {**DEFAULT_OPTIONS, "stylesheets": styles, "cache": {} if pictures is None else pictures}
    context: PageContext = Document._build_layout_context(html, fonts, counters, {}, options)
    return context


def _arranged_again(
    html: HtmlDocument, fit: Fit, layouts: Mapping[Fit, Layout], composer: Composer, tokens: list[CSS]
) -> Layout | None:
    """A document arranged for another fit, laid out as far as it is otherwise; None where all of it is."""
    alike = next((layout for known, layout in layouts.items() if known.is_like_before_end(fit)), None)
    if alike is None:
        arrange(html, fit.in_usual_order)
        alike = _respaced(html, layouts[Fit()], composer, tokens)
        if alike is None or fit.has_usual_order:
            arrange(html, fit)
            return alike
    arrange(html, fit)
    return _rearranged(html, alike, composer)


def _rearranged(html: HtmlDocument, last: Layout, composer: Composer) -> Layout | None:
    """A document of which nothing but the end is otherwise, that laid out and no more."""
    with setting(composer, last.filler):
        return rearranged(html, last)


def _respaced(html: HtmlDocument, usual: Layout, composer: Composer, tokens: list[CSS]) -> Layout | None:
    """A document whose white is otherwise, or the foot of its pages, laid out from the boxes that it has."""
    filler = Filler(composer)
    with setting(composer, filler):
        return respaced(html, usual, filler, tokens)


def _page_boxes(
    html: HtmlDocument, styles: list[CSS], fonts: FontSet, counters: BoundedCounterStyle, composer: Composer
) -> Layout:
    """WeasyPrint's own path from HTML to page boxes (`Document._render`), up to where pages are drawn."""
    context = layout_context(html, styles, fonts, counters)
    root = box_tree(html, context)
    filler, interrupted = Filler(composer), set[int]()
    with setting(composer, filler), pages_noted(interrupted):
        return Layout(list(layout_document(html, root, context)), context, root, filler, interrupted)
