"""Set a brief for the desk: the whole path of the pipeline, kept warm in one process.

In:  the brief's file, where templates and styles are, and which pages the asker knows already.
Out: an `Edition`, or the `Failure` to make one; on request what slow checks find, and press sheets.

What has not changed since the last edition is not done again: `typeset/standing.py` takes pages over, and
a page that was taken over is neither drawn nor looked at again.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from importlib import import_module
from time import monotonic
from typing import TYPE_CHECKING, Any

from issuebrief.configuration import read_configuration
from issuebrief.desk.edition import Abandoned, Edition, Failure, SetPage, Sheets
from issuebrief.desk.places import PT, Places, blocks, counts, headings, places
from issuebrief.desk.single_pages import single_pages
from issuebrief.job import Job
from issuebrief.pipeline import lay_out, read_judged
from issuebrief.problem import fatal

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Set as AbstractSet
    from pathlib import Path

    from issuebrief.places import Shelf
    from issuebrief.problem import Problem
    from issuebrief.reading import Manuscript
    from issuebrief.typeset.engine import Pages
    from issuebrief.typeset.proofs import Proof

NO_PAGES = Failure(())
LOADED = ("issuebrief.typeset.standing", "issuebrief.typeset.proofs", "issuebrief.preflight.pages")


@dataclass(frozen=True)
class Shown:
    """A page of the last edition, with what is known of it."""

    page: Any
    set_page: SetPage
    proof: Proof
    places: Places


@dataclass(frozen=True)
class Last:
    """What the last edition was made from."""

    job: Job
    manuscript: Manuscript
    pages: Pages


class Compositor:
    """Sets one brief again and again, and remembers the last edition for what is asked about it later."""

    def __init__(self, brief: Path, shelf: Shelf, workplace: Path, *, allow_network: bool = False) -> None:
        self._brief, self._shelf, self._workplace = brief, shelf, workplace
        self._allow_network = allow_network
        # What sets pages is loaded now: the first edition need not wait for it.
        for module in LOADED:
            import_module(module)
        from issuebrief.typeset.standing import StandingType

        self._standing = StandingType()
        self._number = 0
        self._last: Last | None = None
        self._shown: tuple[Shown, ...] = ()

    def edition(self, known: AbstractSet[str], abandoned: Callable[[], bool]) -> Edition | Failure:
        """Set the brief as its files are now; raises `Abandoned` between two steps."""
        began = monotonic()
        self._last = None
        between = _going_on(abandoned)
        rulings, told = read_configuration(self._workplace)
        job = Job(self._brief, (), self._shelf, self._allow_network, rulings=rulings)
        manuscript, found = read_judged(job)
        problems = (*told, *found)
        between()
        if manuscript is None or fatal(found):
            return Failure(problems)
        pages, found = lay_out(job, manuscript, lambda sheet: self._standing.lay_out(sheet, between))
        problems += found
        between()
        if pages is None or fatal(found):
            return Failure(problems)
        shown = self._looked_at(pages, manuscript, between)
        problems += job.rulings.judge(_drawing_problems(pages, manuscript, shown))
        self._last, self._number, self._shown = Last(job, manuscript, pages), self._number + 1, shown
        where = [page.places for page in shown]
        return Edition(
            self._number,
            manuscript.brief.title,
            tuple(page.set_page for page in shown),
            {page.set_page.key: page.proof.content for page in shown if page.set_page.key not in known},
            blocks(where, self._brief.name),
            headings(where),
            counts(where, manuscript),
            tuple(dict.fromkeys(problems)),
            monotonic() - began,
        )

    def inspected(self, abandoned: Callable[[], bool] = lambda: False) -> tuple[Problem, ...]:
        """What the preflight says to the last edition; raises `Abandoned` between two pages."""
        if self._last is None:
            return ()
        from issuebrief.pipeline import preflight

        return preflight(self._last.job, self._last.manuscript, self._last.pages, _going_on(abandoned))

    def press_sheets(self, known: AbstractSet[str], abandoned: Callable[[], bool]) -> Sheets | Failure:
        """The last edition's pages with bleed and marks; raises `Abandoned` between two steps."""
        if self._last is None:
            return NO_PAGES
        from issuebrief.deliver import press

        job = self._last.job
        pdf, found = press.draw(self._last.pages, self._last.manuscript, job.shelf, job.printing)
        problems = job.rulings.judge(found)
        _going_on(abandoned)()
        if not pdf:
            return Failure(problems)
        sheets, drawn = single_pages(pdf, known, abandoned, trimmed=True)
        return Sheets(self._number, sheets, drawn, problems)

    def _looked_at(
        self, pages: Pages, manuscript: Manuscript, between: Callable[[], None]
    ) -> tuple[Shown, ...]:
        """All pages; those that are new are drawn."""
        from issuebrief.typeset.proofs import proof

        before = {id(shown.page): shown for shown in self._shown}
        found = []
        for number, page in enumerate(pages.document.pages, 1):
            shown = before.get(id(page))
            # What is wrong is told with its place in the file, which may have moved.
            if shown is None or shown.proof.problems:
                between()
                drawn = proof(pages, page, manuscript.source)
                shown = Shown(page, _set_page(page, drawn.content, number), drawn, places(page))
            found.append(shown)
        return tuple(found)


def _set_page(page: Any, content: bytes, number: int) -> SetPage:
    """A page is known by its PDF, which is the same for pages that look the same."""
    key = hashlib.blake2b(content, digest_size=12).hexdigest()
    return SetPage(key, page.width * PT, page.height * PT, str(number))


def _drawing_problems(pages: Pages, manuscript: Manuscript, shown: tuple[Shown, ...]) -> tuple[Problem, ...]:
    from issuebrief.typeset.proofs import dead_links

    of_pages = (problem for page in shown for problem in page.proof.problems)
    return (*dict.fromkeys(of_pages), *dead_links(pages, manuscript.source))


def _going_on(abandoned: Callable[[], bool]) -> Callable[[], None]:
    def between() -> None:
        if abandoned():
            raise Abandoned

    return between
