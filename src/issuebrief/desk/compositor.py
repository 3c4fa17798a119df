"""Set a brief for the desk: the whole path of the pipeline, kept warm in one process.

In:  the brief's file, where templates and styles are, and which pages the asker knows already.
Out: an `Edition`, or the `Failure` to make one; on request what slow checks find, and press sheets.
"""

from __future__ import annotations

from importlib import import_module
from time import monotonic
from typing import TYPE_CHECKING

from issuebrief.configuration import read_configuration
from issuebrief.desk.edition import Abandoned, Edition, Failure, Sheets
from issuebrief.desk.places import blocks, counts, headings
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

NO_PAGES = Failure(())
LOADED = ("issuebrief.typeset.engine", "issuebrief.deliver.screen", "issuebrief.preflight.pages", "pypdfium2")


class Compositor:
    """Sets one brief again and again, and remembers the last edition for what is asked about it later."""

    def __init__(self, brief: Path, shelf: Shelf, workplace: Path, *, allow_network: bool = False) -> None:
        self._brief, self._shelf, self._workplace = brief, shelf, workplace
        self._allow_network = allow_network
        # What sets pages is loaded now: the first edition need not wait for it.
        for module in LOADED:
            import_module(module)
        self._number = 0
        self._last: tuple[Job, Manuscript, Pages] | None = None

    def edition(self, known: AbstractSet[str], abandoned: Callable[[], bool]) -> Edition | Failure:
        """Set the brief as its files are now; raises `Abandoned` between two steps."""
        began = monotonic()
        self._last = None
        rulings, told = read_configuration(self._workplace)
        job = Job(self._brief, (), self._shelf, self._allow_network, rulings=rulings)
        manuscript, found = read_judged(job)
        problems = (*told, *found)
        _go_on(abandoned)
        if manuscript is None or fatal(found):
            return Failure(problems)
        pages, found = lay_out(job, manuscript)
        problems += found
        _go_on(abandoned)
        if pages is None or fatal(found):
            return Failure(problems)
        from issuebrief.deliver import screen

        pdf, found = screen.draw(pages, manuscript)
        problems += job.rulings.judge(found)
        _go_on(abandoned)
        set_pages, drawn = single_pages(pdf, known, abandoned)
        from issuebrief.typeset.find_facts import find_facts

        facts = find_facts(pages)
        self._last, self._number = (job, manuscript, pages), self._number + 1
        return Edition(
            self._number,
            manuscript.brief.title,
            set_pages,
            drawn,
            blocks(pages, self._brief.name),
            headings(facts),
            counts(facts, pages, manuscript),
            problems,
            monotonic() - began,
        )

    def inspected(self) -> tuple[Problem, ...]:
        """What the preflight says to the last edition; nothing where there is none."""
        if self._last is None:
            return ()
        from issuebrief.pipeline import preflight

        return preflight(*self._last)

    def press_sheets(self, known: AbstractSet[str], abandoned: Callable[[], bool]) -> Sheets | Failure:
        """The last edition's pages with bleed and marks; raises `Abandoned` between two steps."""
        if self._last is None:
            return NO_PAGES
        job, manuscript, pages = self._last
        from issuebrief.deliver import press

        pdf, found = press.draw(pages, manuscript, job.shelf, job.printing)
        problems = job.rulings.judge(found)
        _go_on(abandoned)
        if not pdf:
            return Failure(problems)
        sheets, drawn = single_pages(pdf, known, abandoned, trimmed=True)
        return Sheets(self._number, sheets, drawn, problems)


def _go_on(abandoned: Callable[[], bool]) -> None:
    if abandoned():
        raise Abandoned
