"""The path of a brief that is checked: the same as that of one that is set, and no file at its end.

In:  a `Job`.
Out: an `Outcome` with all that any stage and any rule has to say; pictures of the pages, and the finished
     files, where they are wanted.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import has_errors
from issuebrief.engine.lock import one_at_a_time
from issuebrief.job import Job, Outcome, Purpose
from issuebrief.pipeline.build import deliver, made, memory_sink
from issuebrief.pipeline.house_style import style_problems
from issuebrief.pipeline.set_pages import preflight_and_style, set_pages
from issuebrief.pipeline.stopwatch import Stopwatch
from issuebrief.preflight.indexing import unheaded_references
from issuebrief.preflight.told_already import not_told, told_once

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.frontmatter.source import Source
    from issuebrief.job import Output
    from issuebrief.pipeline.build import Deliverable


@one_at_a_time
def check_brief(job: Job) -> Outcome:
    """Read, lay out and draw a brief, hold its pages and files to all rules, and write nothing."""
    watch = Stopwatch()
    outcome = _check(job, watch, lambda _, __: None)
    return replace(outcome, stages=watch.stages)


@one_at_a_time
def proof_brief(job: Job) -> Outcome:
    """The same as `check_brief`, with pictures of the pages."""
    watch = Stopwatch()
    drawn: list[bytes] = []

    def keep_first(output: Output, deliverable: Deliverable) -> None:
        if output.purpose.has_pages and deliverable.content and not drawn:
            drawn.append(deliverable.content)

    outcome = _check(job, watch, keep_first)
    return replace(_pictured(outcome, drawn, watch), stages=watch.stages)


@one_at_a_time
def proof_and_keep(job: Job) -> Outcome:
    """The same as `proof_brief`, with the finished files in memory; a brief with errors has none."""
    watch = Stopwatch()
    finished: list[tuple[Output, Deliverable]] = []
    outcome = _check(job, watch, lambda *each: finished.append(each))
    drawn = [each.content for output, each in finished if output.purpose.has_pages and each.content]
    outcome = _pictured(outcome, drawn, watch)
    if outcome.failed:
        return replace(outcome, stages=watch.stages)
    files, sink = memory_sink(job)
    deliveries = tuple(deliver(output, each, (), sink) for output, each in finished)
    problems = (*outcome.problems, *(problem for each in deliveries for problem in each.problems))
    kept = {} if has_errors(problems) else files
    return replace(outcome, problems=told_once(problems), files=tuple(kept.items()), stages=watch.stages)


def _pictured(outcome: Outcome, drawn: Sequence[bytes], watch: Stopwatch) -> Outcome:
    """The outcome with pictures of the pages of the first file that was drawn, if there is one."""
    if not drawn:
        return outcome
    from issuebrief.diagnostics.formats.page_images import page_pictures

    pictures = page_pictures(drawn[0])
    watch.finish("draw pictures", f"{len(pictures)} pages")
    return replace(outcome, pictures=pictures)


def _check(job: Job, watch: Stopwatch, keep: Callable[[Output, Deliverable], None]) -> Outcome:
    """The outcome of a check; `keep` is shown each deliverable."""
    brief = set_pages(job, watch)
    problems, pages, manuscript = brief.problems, brief.pages, brief.manuscript
    if manuscript is None or (pages is None and job.has_pages):
        return Outcome(problems)
    if pages is None:
        problems += style_problems(job, manuscript)
    else:
        problems += preflight_and_style(job, manuscript, pages)
        found = unheaded_references(manuscript.body.html, manuscript.brief, manuscript.source)
        problems += job.policy.apply(found)
        watch.finish("inspect", f"{len(pages)} pages")
    for output, deliverable in made(job, manuscript, pages, watch):
        found = deliverable.problems + _of_file(output.purpose, deliverable.content, job, manuscript.source)
        problems += _first_told(found, problems, manuscript.source)
        keep(output, deliverable)
    return Outcome(told_once(problems), len(pages) if pages else 0)


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
