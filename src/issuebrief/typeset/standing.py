"""Standing type: a brief that was laid out, kept so that its next edition need not be laid out whole.

In:  the `Sheet`s of one brief, one after the other, as its editor changes it.
Out: the same pages as `engine.lay_out` makes of each, sooner. Pages on which nothing has changed are taken
     over as they are, with everything that they hold.

What is kept: style sheets and fonts, for as long as their files are the same; the tree and its styles, in
which blocks are exchanged; the ways to break paragraphs and what was decided about their lengths; and
pages. Where more has changed than the inside of some blocks, the brief is laid out whole, and only the
first and the third of these help. Printers called it standing type: pages kept tied up for a reprint.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from weasyprint.css.counters import CounterStyle
from weasyprint.css.targets import TargetCollector
from weasyprint.layout import LayoutContext, layout_document
from weasyprint.text.fonts import FontConfiguration

from issuebrief.problem import fatal
from issuebrief.typeset import engine
from issuebrief.typeset.composer import Composer
from issuebrief.typeset.copy_tree import Copy, Unlike, corrected, new_copy, swaps
from issuebrief.typeset.decisions import Decisions
from issuebrief.typeset.fill_columns import Filler, Held
from issuebrief.typeset.furnish import Overfull, TooTall
from issuebrief.typeset.kept_pages import KeptPage, PageKeeper, finished, keepable, next_pages
from issuebrief.typeset.kept_sidebars import Placed, Sidebars, chosen, disturbed, furnish_again
from issuebrief.typeset.restyle import around, restyled
from issuebrief.typeset.ruler import Ruler
from issuebrief.typeset.tokens import NoLength
from issuebrief.typeset.ways import Ways

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from issuebrief.problem import Problem
    from issuebrief.typeset.engine import Pages, Sheet

OFTEN = 16
"""Editions after which the ruler forgets all styles, those of blocks among them that are no more."""
MOST_TRIES = 3
"""How often pages are made again because a sidebar block moves to or from them."""


@dataclass(frozen=True)
class Loaded:
    """Style sheets and fonts, with the stamps of all files that they were read from, and pictures."""

    stamp: tuple[Any, ...]
    fetcher: Any
    styles: list[Any]
    fonts: Any
    counters: Any
    ways: Ways
    pictures: dict[Any, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Standing:
    """An edition that was laid out, with all that its pages were made from."""

    copy: Copy
    context: Any
    decisions: Decisions
    held: tuple[Held, ...]
    kept: tuple[KeptPage, ...]
    pages: tuple[Any, ...]
    sidebar: tuple[Placed, ...]


class StandingType:
    """Lays out the editions of one brief, one after the other."""

    def __init__(self) -> None:
        self._loaded: Loaded | None = None
        self._standing: Standing | None = None
        self._corrected = 0

    def lay_out(
        self, sheet: Sheet, between: Callable[[], None] = lambda: None
    ) -> tuple[Pages | None, tuple[Problem, ...]]:
        """Lay the next edition out; None where a style sheet or a picture is at fault.

        `between` is called before each page, and may raise: then the last edition stays the last.
        What is merely worth knowing is not told.
        """
        loaded, problems = self._load(sheet)
        if loaded is None:
            return None, problems
        with engine.engine_at_work() as lines:
            try:
                standing = self._next(sheet, loaded, between)
            except Unlike:
                self._standing = None
                lines.clear()
                try:
                    standing = _anew(sheet, loaded, between)
                except (TooTall, NoLength) as fault:
                    return None, (*problems, engine.problem_of(fault, sheet))
                except Overfull:
                    return engine.lay_out(sheet)
        problems += engine.told(lines, sheet)
        self._standing = None if problems or not keepable(standing.context, standing.kept) else standing
        return engine.bound([*standing.pages], standing.copy.html, loaded.fetcher, loaded.fonts), problems

    def _load(self, sheet: Sheet) -> tuple[Loaded | None, tuple[Problem, ...]]:
        """Style sheets and fonts, read again where a file of theirs has changed."""
        stamp = (sheet.styles, sheet.allow_network, *stamps(sheet))
        if self._loaded and self._loaded.stamp == stamp:
            return self._loaded, ()
        self._loaded = self._standing = None
        fetcher, fonts, counters = engine.fetcher_of(sheet), FontConfiguration(), CounterStyle()
        styles, problems = engine.load_styles(sheet.styles, fetcher, fonts, counters)
        loaded = Loaded(stamp, fetcher, styles, fonts, counters, Ways(Ruler()))
        if fatal(problems):
            return None, problems
        if not problems:
            self._loaded = loaded
        return loaded, problems

    def _next(self, sheet: Sheet, loaded: Loaded, between: Callable[[], None]) -> Standing:
        """The next edition, with all pages of the last one that are the same; raises `Unlike`."""
        last = self._standing
        if last is None:
            raise Unlike
        now, exchanged = swaps(last.copy, sheet.html)
        beside = around(last.copy, last.context.style_for, (swap.old for swap in exchanged))
        with corrected(last.copy, now, exchanged) as copy, restyled(copy, last.context.style_for, beside):
            standing = _corrected(last, copy, loaded, between)
        for swap in exchanged:
            _forget_styles(last.context.style_for, swap.old)
        self._corrected += 1
        if self._corrected % OFTEN == 0:
            loaded.ways.ruler.forget_styles()
        return standing


@dataclass(frozen=True)
class _Work:
    """An edition in the making, and what makes its pages."""

    copy: Copy
    context: Any
    root: Any
    composer: Composer
    keeper: PageKeeper

    @cached_property
    def filler(self) -> Filler:
        """What fills its columns."""
        return Filler(self.composer)

    def bound(self, sidebars: Sidebars, last: Standing | None) -> Standing:
        """The edition, when all its pages are made."""
        taken = self.keeper.taken_over
        furnish_again(sidebars, taken, self.context)
        pages = (
            last.pages[number] if last and is_old else engine.page_of(page.box)
            for number, (page, is_old) in enumerate(zip(sidebars.pages, taken, strict=True))
        )
        return Standing(
            self.copy,
            self.context,
            self.composer.decisions,
            self.filler.held,
            finished(sidebars.pages, self.context),
            tuple(pages),
            sidebars.placed,
        )


def _anew(sheet: Sheet, loaded: Loaded, between: Callable[[], None]) -> Standing:
    """An edition laid out whole."""
    loaded.ways.ruler.forget_styles()
    copy = new_copy(sheet.html, engine.base_url_of(sheet), loaded.fetcher)
    context = engine.layout_context(copy.html, loaded.styles, loaded.fonts, loaded.counters, loaded.pictures)
    composer = Composer(loaded.ways, Decisions(copy.known_as))
    work = _Work(copy, context, engine.box_tree(copy.html, context), composer, PageKeeper((), between))
    with engine.setting(composer, work.filler), work.keeper.watching():
        list(layout_document(copy.html, work.root, context))
    return work.bound(chosen(work.keeper.pages, work.keeper.taken_over), None)


def _corrected(last: Standing, copy: Copy, loaded: Loaded, between: Callable[[], None]) -> Standing:
    """The edition of a corrected copy; raises `Unlike` where the last one is of no help."""
    context = _context_after(last.context, copy)
    composer = Composer(loaded.ways, last.decisions.following(copy.known_as, copy.is_past))
    work = _Work(copy, context, engine.box_tree(copy.html, context), composer, PageKeeper(last.kept, between))
    # What is decided otherwise while pages are made is stale from then on.
    work.keeper.stale = composer.decisions.changed
    work.keeper.stale |= copy.stale
    with engine.setting(composer, work.filler):
        for held in last.held:
            work.keeper.unsure |= _planned(held, last.copy, work)
        for _ in range(MOST_TRIES):
            next_pages(copy.html, work.root, context, work.keeper)
            taken = work.keeper.taken_over
            sidebars = chosen(work.keeper.pages, taken)
            moved = disturbed(sidebars, taken, last.sidebar)
            if not moved:
                return work.bound(sidebars, last)
            work.keeper.unsure |= moved
    raise Unlike


def _context_after(context: Any, copy: Copy) -> Any:
    """A context for the next layout with the same styles, fonts and pictures."""
    targets, styles = TargetCollector(), context.style_for.get_computed_styles()
    for element in copy.html.etree_element.iter():
        style = styles.get((element, None))
        if style is not None and style["anchor"]:
            targets.collect_anchor(style["anchor"])
    return LayoutContext(
        context.style_for, context.get_image_from_uri, context.font_config, context.counter_style, targets
    )


def _planned(held: Held, before: Copy, work: _Work) -> set[int]:
    """Plan columns for what is in them now; the pages whose columns end elsewhere than before."""
    found = (box for box in work.root.descendants() if box.element is held.element)
    box = next((box for box in found if box.style["column_count"] != "auto"), None)
    if box is None or not box.children:
        raise Unlike
    if before.known_as(held.element) == work.copy.known_as(held.element):
        work.filler.hold(box.children[0], held)
        return set()
    return work.filler.plan_again(work.context, held, box)


def _forget_styles(style_for: Any, block: Any) -> None:
    """Throw the styles of a block away that is no longer in the tree."""
    styles, gone = style_for.get_computed_styles(), set(block.iter())
    for key in [key for key in styles if key[0] in gone]:
        del styles[key]


def stamps(sheet: Sheet) -> Iterator[tuple[str, int, int]]:
    """The files that style sheets, fonts and pictures are read from: path, time, and size in bytes."""
    for folder in (*sheet.folders, *(path.parent for path in sheet.styles), sheet.source.parent):
        for path in sorted(folder.rglob("*")):
            if path != sheet.source and path.is_file():
                state = path.stat()
                yield str(path), state.st_mtime_ns, state.st_size
