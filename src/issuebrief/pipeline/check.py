"""The path of a brief that is checked: the same as that of one that is set, and no file at its end.

In:  a `Job`.
Out: an `Outcome` with all that any stage and any rule has to say, and pictures of the pages where they
     are wanted.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import has_errors
from issuebrief.engine.lock import one_at_a_time
from issuebrief.job import Job, Outcome, Purpose
from issuebrief.pipeline.build import lay_out, made, preflight, read_judged
from issuebrief.pipeline.read import what_is_read
from issuebrief.pipeline.stopwatch import Stopwatch
from issuebrief.preflight.told_already import not_told, told_once

if TYPE_CHECKING:
    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.engine.pages import Pages
    from issuebrief.frontmatter.source import Source
    from issuebrief.manuscript import Manuscript


@one_at_a_time
def check_brief(job: Job) -> Outcome:
    """Read, lay out and draw a brief, hold its pages and files to all rules, and write nothing."""
    watch = Stopwatch()
    outcome, _ = _check(job, watch)
    return replace(outcome, stages=watch.stages)


@one_at_a_time
def proof_brief(job: Job) -> Outcome:
    """The same as `check_brief`, with pictures of the pages."""
    watch = Stopwatch()
    outcome, pdf = _check(job, watch)
    if not pdf:
        return replace(outcome, stages=watch.stages)
    from issuebrief.diagnostics.formats.page_images import page_pictures

    pictures = page_pictures(pdf)
    watch.finish("draw pictures", f"{len(pictures)} pages")
    return replace(outcome, pictures=pictures, stages=watch.stages)


def _check(job: Job, watch: Stopwatch) -> tuple[Outcome, bytes]:
    """The outcome of a check, and the first PDF that was looked at, where one could be made."""
    manuscript, problems = read_judged(job)
    watch.finish("read", what_is_read(job, manuscript))
    if manuscript is None or has_errors(problems):
        return Outcome(problems), b""
    pages: Pages | None = None
    if any(output.purpose.has_pages for output in job.outputs):
        pages, found = lay_out(job, manuscript)
        problems += found
        watch.finish("lay out", f"{len(pages or ())} pages")
        if pages is None:
            return Outcome(problems), b""
        problems += preflight(job, manuscript, pages)
        watch.finish("inspect", f"{len(pages)} pages")
    pdf = b""
    for output in job.outputs:
        content, found = _inspected(output.purpose, job, manuscript, pages)
        problems += _first_told(found, problems, manuscript.source)
        watch.finish("make", f"{output.path.name}, {len(content):,} bytes")
        if output.purpose.has_pages:
            pdf = pdf or content
    return Outcome(told_once(problems), len(pages) if pages else 0), pdf


def _first_told(
    found: tuple[Diagnostic, ...], problems: tuple[Diagnostic, ...], source: Source
) -> tuple[Diagnostic, ...]:
    """What a deliverable has wrong, without words that are not in it since the pages cut them off."""
    words = [problem for problem in found if problem.code == "text.lost"]
    kept = not_told(words, [problem for problem in problems if problem.code == "text.cut"], source)
    return tuple(problem for problem in found if problem not in words or problem in kept)


def _inspected(
    purpose: Purpose, job: Job, manuscript: Manuscript, pages: Pages | None
) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """A deliverable, and what is wrong with it; a press file is looked into where it is made."""
    content, problems = made(purpose, job, manuscript, pages)
    if purpose is Purpose.SCREEN and content:
        from issuebrief.preflight.press import inspect_fonts

        problems += job.policy.apply(inspect_fonts(content, manuscript.source))
    return content, problems
