"""Set a brief for the preview: the whole path of the pipeline, kept warm in one process.

In:  the brief's file, where templates and styles are, and which pages the asker knows already.
Out: a `Revision`, or the `Failure` to make one; on request what slow checks find, and press sheets.

What has not changed since the last revision is not done again: `layout/incremental/layout_cache.py` takes
pages over, and a page that was taken over is neither drawn nor looked at again.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from importlib import import_module
from time import monotonic
from types import MappingProxyType
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import has_errors
from issuebrief.job import Job
from issuebrief.pipeline.set_pages import lay_out, preflight_and_style, read_judged
from issuebrief.preview.desk.page_texts import text_of
from issuebrief.preview.model import Cancelled, Failure, PressProof, Revision
from issuebrief.preview.page_order import Told, UpdateThrottle, from_visible, unseen
from issuebrief.preview.shown_pages import Shown, coming_page, drawing_problems, key_of
from issuebrief.preview.single_pages import single_pages
from issuebrief.preview.source_map import blocks, counts, headings
from issuebrief.project.config import read_configuration

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet
    from pathlib import Path

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.engine.pages import Pages
    from issuebrief.manuscript import Manuscript
    from issuebrief.preview.theme_panel.model import Changes, PanelAnswer, Question
    from issuebrief.resources import SearchPath

NO_PAGES = Failure(())
NO_CHANGES: Mapping[str, Changes] = MappingProxyType({})
LOADED = (
    "issuebrief.layout.incremental.layout_cache",
    "issuebrief.pdf.page_preview",
    "issuebrief.preflight.pages",
)


@dataclass(frozen=True)
class Last:
    """What the last revision was made from, and what was wrong with it before it was drawn."""

    job: Job
    manuscript: Manuscript
    pages: Pages
    problems: tuple[Diagnostic, ...]


class RenderSession:
    """Sets one brief again and again, and remembers the last revision for what is asked about it later."""

    def __init__(
        self, brief: Path, search_path: SearchPath, workplace: Path, *, allow_network: bool = False
    ) -> None:
        self._brief, self._search_path, self._workplace = brief, search_path, workplace
        self._allow_network = allow_network
        # What sets pages is loaded now: the first revision need not wait for it.
        for module in LOADED:
            import_module(module)
        from issuebrief.layout.incremental.layout_cache import LayoutCache

        self._standing = LayoutCache()
        self._number = 0
        self._last: Last | None = None
        self._begun: Last | None = None
        """The last revision of which at least one page was drawn."""
        self._shown: list[Shown] = []

    def revision(
        self,
        known: AbstractSet[str],
        abandoned: Callable[[], bool],
        visible: Sequence[int] = (),
        show: Callable[[Revision], None] = unseen,
        changes: Mapping[str, Changes] = NO_CHANGES,
    ) -> Revision | Failure:
        """Set the brief as its files are now; raises `Cancelled` between two steps.

        Pages in `visible`, by number, are drawn first, and shown early if the others take their time.
        `changes` are tried on themes, by the names of these.
        """
        began = monotonic()
        self._last = None
        between = _going_on(abandoned)
        policy, told = read_configuration(self._workplace)
        job = Job(self._brief, (), self._search_path, self._allow_network, policy=policy)
        if changes:
            from issuebrief.preview.theme_panel.answers import with_changes

            manuscript = self._begun.manuscript if self._begun else read_judged(job)[0]
            job = with_changes(job, manuscript, changes)
        manuscript, of_text = read_judged(job)
        between()
        if manuscript is None or has_errors(of_text):
            return Failure((*told, *of_text))
        telling = Told(self._number + 1, set(known), began, between, visible, show)

        def expect(pages: Pages) -> None:
            self._show_expected(Last(job, manuscript, pages, (*told, *of_text)), telling)

        pages, of_pages = lay_out(
            job, manuscript, lambda sheet: self._standing.lay_out(sheet, between, expect)
        )
        between()
        problems = (*told, *of_text, *of_pages)
        if pages is None or has_errors(of_pages):
            return Failure(problems)
        self._number, self._begun = telling.number, Last(job, manuscript, pages, problems)
        return self._drawn(self._begun, telling)

    def rest(self, known: AbstractSet[str], abandoned: Callable[[], bool]) -> Revision | Failure:
        """The last revision again, with all its pages: it was abandoned for one that then failed."""
        if self._begun is None:
            return NO_PAGES
        return self._drawn(self._begun, Told(self._number, set(known), monotonic(), _going_on(abandoned)))

    def _show_expected(self, last: Last, telling: Told) -> None:
        """Show pages in sight of a layout that the whole revision will most likely have."""
        if telling.visible:
            self._number, self._begun = telling.number, last
            for _ in self._drawn_by_and_by(last, telling, only_visible=True):
                telling.show(self._bound(last.manuscript, last.problems, telling, whole=False))

    def _drawn(self, last: Last, telling: Told) -> Revision:
        """A revision with its pages, those in sight first."""
        for _ in self._drawn_by_and_by(last, telling):
            telling.show(self._bound(last.manuscript, last.problems, telling, whole=False))
        found = last.job.policy.apply(drawing_problems(last.pages, last.manuscript, self._shown))
        self._last = last
        return self._bound(last.manuscript, (*last.problems, *found), telling, whole=True)

    def inspected(self, abandoned: Callable[[], bool] = lambda: False) -> tuple[Diagnostic, ...]:
        """What preflight finds in the last revision and its words; raises `Cancelled` between two pages."""
        if self._last is None:
            return ()
        from issuebrief.pdf.draw import draw_tagged
        from issuebrief.preflight.wording.words import inspect_words

        job, manuscript, pages = self._last.job, self._last.manuscript, self._last.pages
        between = _going_on(abandoned)
        found = preflight_and_style(job, manuscript, pages, between)
        between()
        of_words = inspect_words(manuscript, draw_tagged(pages).text, told=found)
        return (*found, *job.policy.apply(of_words))

    def panel_answer(self, question: Question, changes: Mapping[str, Changes]) -> PanelAnswer:
        """What the theme panel asks; None where no pages were ever set."""
        from issuebrief.preview.theme_panel.answers import panel_answer

        last = self._begun
        if last is None:
            return None
        return panel_answer(question, last.manuscript, last.pages, self._search_path, changes)

    def press_sheets(self, known: AbstractSet[str], abandoned: Callable[[], bool]) -> PressProof | Failure:
        """The last revision's pages with bleed and marks; raises `Cancelled` between two steps."""
        if self._last is None:
            return NO_PAGES
        from issuebrief.pdf import press

        job = self._last.job
        drawn_file = press.draw(self._last.pages, self._last.manuscript, job.search_path, job.printing)
        pdf, problems = drawn_file.content, job.policy.apply(drawn_file.problems)
        _going_on(abandoned)()
        if not pdf:
            return Failure(problems)
        sheets, drawn = single_pages(pdf, known, abandoned, trimmed=True)
        return PressProof(self._number, sheets, drawn, problems)

    def _drawn_by_and_by(self, last: Last, telling: Told, *, only_visible: bool = False) -> Iterator[None]:
        """Draw the pages that are new, and pause whenever it is worth showing them.

        Those that are drawn when it is abandoned stay drawn.
        """
        from issuebrief.pdf.page_preview import proof

        pages = last.pages.document.pages
        throttle = UpdateThrottle([shown.set_page.key for shown in self._shown])
        before = {id(shown.page): shown for shown in self._shown}
        shown = self._shown = [
            before.get(id(page)) or coming_page(page, n) for n, page in enumerate(pages, 1)
        ]
        # What is wrong is told with its place in the file, which may have moved.
        left = [n for n, each in enumerate(shown) if each.proof is None or each.proof.problems]
        left = from_visible(left, telling.visible)
        if only_visible:
            left = [number for number in left if number in telling.visible]
        while left:
            telling.between()
            number = left.pop(0)
            drawn = proof(last.pages, pages[number], last.manuscript.source)
            set_page = replace(shown[number].set_page, key=key_of(drawn.content), coming=False)
            shown[number] = replace(shown[number], proof=drawn, set_page=set_page)
            is_last = not left and not only_visible
            if telling.visible and not is_last and throttle.is_due([each.set_page.key for each in shown]):
                yield

    def _bound(
        self, manuscript: Manuscript, problems: tuple[Diagnostic, ...], telling: Told, *, whole: bool
    ) -> Revision:
        from issuebrief.layout.paragraphs.text_metrics import TextMetrics

        metrics = TextMetrics()
        where = [page.places for page in self._shown]
        new = [page for page in self._shown if page.proof and page.set_page.key not in telling.sent]
        telling.sent.update(page.set_page.key for page in new)
        return Revision(
            telling.number,
            manuscript.brief.title,
            tuple(page.set_page for page in self._shown),
            {page.set_page.key: page.proof.content for page in new if page.proof},
            blocks(where, self._brief.name),
            headings(where),
            counts(where, manuscript),
            tuple(dict.fromkeys(problems)),
            monotonic() - telling.began,
            whole,
            {page.set_page.key: text_of(page.page, metrics) for page in new},
        )


def _going_on(abandoned: Callable[[], bool]) -> Callable[[], None]:
    def between() -> None:
        if abandoned():
            raise Cancelled

    return between
