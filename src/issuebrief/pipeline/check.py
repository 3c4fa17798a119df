"""The path of a brief that is checked: the same as that of one that is set, and no file at its end.

In:  a `Job`.
Out: an `Outcome` with all that any stage and any rule has to say, and pictures of the pages where they
     are wanted.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from issuebrief.engine.lock import one_at_a_time
from issuebrief.job import Job, Outcome, Purpose
from issuebrief.pipeline.build import made
from issuebrief.pipeline.set_pages import preflight, set_pages
from issuebrief.pipeline.stopwatch import Stopwatch
from issuebrief.preflight.indexing import unheaded_references
from issuebrief.preflight.told_already import not_told, told_once

if TYPE_CHECKING:
    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.frontmatter.source import Source


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
    brief = set_pages(job, watch)
    problems, pages, manuscript = brief.problems, brief.pages, brief.manuscript
    if manuscript is None or (pages is None and job.has_pages):
        return Outcome(problems), b""
    if pages is not None:
        problems += preflight(job, manuscript, pages)
        found = unheaded_references(manuscript.body.html, manuscript.brief, manuscript.source)
        problems += job.policy.apply(found)
        watch.finish("inspect", f"{len(pages)} pages")
    pdf = b""
    for output, deliverable in made(job, manuscript, pages, watch):
        found = deliverable.problems + _of_file(output.purpose, deliverable.content, job, manuscript.source)
        problems += _first_told(found, problems, manuscript.source)
        if output.purpose.has_pages:
            pdf = pdf or deliverable.content
    return Outcome(told_once(problems), len(pages) if pages else 0), pdf


def _first_told(
    found: tuple[Diagnostic, ...], problems: tuple[Diagnostic, ...], source: Source
) -> tuple[Diagnostic, ...]:
    """What a deliverable has wrong, without words that are not in it since the pages cut them off."""
    words = [problem for problem in found if problem.code == "text.lost"]
    kept = not_told(words, [problem for problem in problems if problem.code == "text.cut"], source)
    return tuple(problem for problem in found if problem not in words or problem in kept)


def _of_file(purpose: Purpose, content: bytes, job: Job, source: Source) -> tuple[Diagnostic, ...]:
    """What is wrong with the file itself; a press file is looked into where it is made."""
    if purpose is not Purpose.SCREEN or not content:
        return ()
    from issuebrief.preflight.indexing import too_large_to_index
    from issuebrief.preflight.press import inspect_fonts

    return job.policy.apply(inspect_fonts(content, source) + too_large_to_index(content, source))
