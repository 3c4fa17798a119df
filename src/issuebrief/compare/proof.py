"""Set a brief as a proof: for reading, not for readers.

In:  the job of a brief, the day of the proof, how lines are numbered, and how wide the margin for notes is.
Out: a `SetProof`: the bytes of a PDF, and problems.

The pages are those of the brief, to the letter: lines have numbers beside them, each page says that it is a
draft of that day, and a strip of paper beside the pages is left for notes. The file claims to be fit for no
archive.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import msgspec

from issuebrief.compare.line_numbers import line_numbers
from issuebrief.compare.margin_marks import digit_outlines, with_margin_marks
from issuebrief.diagnostics.model import Severity, has_errors
from issuebrief.engine.lock import one_at_a_time
from issuebrief.file_access import read as read_file
from issuebrief.frontmatter.keys.formats import from_right_to_left
from issuebrief.frontmatter.keys.labels import GivenLabels
from issuebrief.l10n import long_date, words
from issuebrief.pipeline.set_pages import lay_out, preflight, read_judged
from issuebrief.publication import SHEET

if TYPE_CHECKING:
    import datetime

    from issuebrief.compare.margin_marks import DigitOutlines
    from issuebrief.job import Job
    from issuebrief.manuscript import Manuscript
    from issuebrief.pipeline.set_pages import Problems
    from issuebrief.resources import SearchPath

FACE = "fonts/source-sans/SourceSans3-Regular.otf"
"""The face of line numbers."""


@dataclass(frozen=True)
class ProofPlan:
    """How a proof is made.

    Of its lines every so-manieth has a number, or none where `every` is 0. `margin` is the width of the
    margin for notes in mm.
    """

    day: datetime.date
    every: int = 5
    margin: float = 50.0


@dataclass(frozen=True)
class SetProof:
    """A proof, empty where it cannot be made, its problems, and the number of its pages."""

    content: bytes
    problems: Problems
    pages: int = 0


@one_at_a_time
def make_proof(job: Job, plan: ProofPlan) -> SetProof:
    """The proof of a brief."""
    manuscript, problems = read_judged(job)
    if manuscript is None or has_errors(problems):
        return SetProof(b"", problems)
    manuscript = _as_draft(manuscript, job.search_path, plan.day)
    pages, found = lay_out(job, manuscript)
    problems += found
    if pages is None:
        return SetProof(b"", problems)
    # A page that is not right is what a proof is read for: it is told, and shown.
    told = preflight(job, manuscript, pages)
    problems += tuple(problem for problem in told if problem.severity > Severity.INFO)
    from issuebrief.layout.inspect.collect import find_facts
    from issuebrief.pdf import screen

    content, found = screen.draw(pages, manuscript, is_proof=True)
    leftward = from_right_to_left(manuscript.brief.lang)
    numbers = line_numbers(find_facts(pages), plan.every, leftward=leftward)
    made = with_margin_marks(
        content, (), numbers, _digits(job.search_path), margin=plan.margin, leftward=leftward
    )
    return SetProof(made, (*problems, *job.policy.apply(found)), len(pages))


def _as_draft(manuscript: Manuscript, search_path: SearchPath, day: datetime.date) -> Manuscript:
    """The brief as one that is not final, with the day of the proof behind the word for that."""
    brief, theme = manuscript.brief, manuscript.theme
    labels = words(brief.lang, brief.labels)
    said = f"{labels.draft} {long_date(day, labels)}"
    own = msgspec.structs.replace(brief.labels or GivenLabels(), draft=said)
    sheet = search_path.style(SHEET)
    if sheet and sheet not in theme.sheets:
        # As where a brief states something itself: below the theme's own sheet.
        theme = replace(theme, sheets=(*theme.sheets[:-1], sheet, theme.sheets[-1]))
    return replace(manuscript, brief=msgspec.structs.replace(brief, draft=True, labels=own), theme=theme)


def _digits(search_path: SearchPath) -> DigitOutlines | None:
    for folder in reversed(search_path.styles):  # the shipped one last
        try:
            return digit_outlines(read_file(folder / FACE, (folder,)))
        except OSError:
            continue
    return None
