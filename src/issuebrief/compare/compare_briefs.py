"""Compare two versions of a brief: read both, mark the changes, set the pages.

In:  the jobs of both versions; that of the later one says what is made.
Out: a `Compared`: the deliverables, the changes with their pages, and problems.

    OLD ─ read ─> HTML ─┐
                        ├─ marked page ─> HTML ─ lay out ─> pages ─ draw, bars ─> PDF
    NEW ─ read ─> HTML ─┘         └─> changes
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import unquote

from issuebrief.compare.marked_page import marked_page
from issuebrief.compare.review_words import review_words
from issuebrief.compare.summary_page import with_summary
from issuebrief.diagnostics.model import Diagnostic, Severity, SourceRange, error, has_errors, warning
from issuebrief.engine.lock import one_at_a_time
from issuebrief.file_access import read as read_file
from issuebrief.html import make_page
from issuebrief.job import Job, Purpose
from issuebrief.pipeline.further_sheets import further_sheets
from issuebrief.pipeline.set_pages import layout_input_of, read_judged

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from issuebrief.compare.model import Change, MarkedPage
    from issuebrief.engine.pages import Pages
    from issuebrief.manuscript import Manuscript
    from issuebrief.pipeline.set_pages import Problems
    from issuebrief.web.linked_files import LinkedCopy

SHEET = "compare.css"
"""The style sheet of the marks."""
MOST_PICTURE = 50_000_000


@dataclass(frozen=True)
class Compared:
    """What comparing gave: files by their purposes, changes, problems, pages; copies for a web page."""

    files: tuple[tuple[Purpose, bytes], ...]
    changes: tuple[Change, ...]
    problems: tuple[Diagnostic, ...]
    pages: int = 0
    copies: tuple[LinkedCopy, ...] = ()


@one_at_a_time
def compare_briefs(
    old: Job, new: Job, names: tuple[str, str], purposes: tuple[Purpose, ...] = (Purpose.SCREEN,)
) -> Compared:
    """The review copy of two versions; `names` are what they are called in it."""
    before, of_old = read_judged(old)
    after, problems = read_judged(new)
    if after is None or has_errors(problems):
        return Compared((), (), problems)
    if before is None:
        return Compared((), (), of_old)
    # What was wrong with the earlier version is no news; that it was wrong explains what is odd in it.
    problems += _of_earlier(of_old, before)
    marked, found = _marked(old, new, before, after)
    problems += found
    if marked is None or not marked.changes:
        return Compared((), (), problems)
    made = Compared((), marked.changes, problems)
    if Purpose.SCREEN in purposes:
        made = _on_paper(old, new, before, after, marked, names)
    if Purpose.WEB in purposes and not has_errors(made.problems):
        from issuebrief.compare.compare_web import on_web

        page = on_web(new, before, after, names)
        made = replace(
            made,
            files=(*made.files, (Purpose.WEB, page.content)),
            problems=(*made.problems, *new.policy.apply(page.problems)),
            copies=page.copies,
        )
    told = dict.fromkeys((*problems, *made.problems))
    return replace(made, problems=tuple(problem for problem in told if _is_of_comparing(problem)))


def _is_of_comparing(problem: Diagnostic) -> bool:
    """Whether a problem matters to a review copy: what else is wrong with a brief, `build` tells."""
    return problem.severity is Severity.ERROR or problem.code.startswith("compare.")


def _on_paper(
    old: Job, job: Job, before: Manuscript, after: Manuscript, marked: MarkedPage, names: tuple[str, str]
) -> Compared:
    pages, changes, problems = _laid_out(job, before, after, marked, names)
    if pages is None:
        # Two versions of what stands in a sidebar may be too much for it.
        smaller, _ = _marked(old, job, before, after, margins=False)
        if smaller is not None:
            pages, changes, found = _laid_out(job, before, after, smaller, names)
    if pages is None:
        return Compared((), marked.changes, problems)
    if has_errors(problems):
        message = "there is no room in the margin for both versions of what stands there"
        hint = "its changes are in the list on the last page, and not marked beside the text"
        problems = (warning("compare.no-room", message, SourceRange(after.source.path), hint), *found)
    content, found = _drawn(pages, after)
    return Compared(((Purpose.SCREEN, content),), changes, (*problems, *job.policy.apply(found)), len(pages))


def _of_earlier(problems: Problems, before: Manuscript) -> Problems:
    wrong = [problem for problem in problems if problem.severity is Severity.ERROR]
    if not wrong:
        return ()
    more = f" and {len(wrong) - 1} more" if len(wrong) > 1 else ""
    message = f"the earlier version has an error{more}: {wrong[0].message}"
    place = wrong[0].place or SourceRange(before.source.path)
    return (warning("compare.earlier", message, place, "what it says there may be marked wrongly"),)


def _marked(
    old: Job, new: Job, before: Manuscript, after: Manuscript, *, margins: bool = True
) -> tuple[MarkedPage | None, Problems]:
    pages = []
    for job, manuscript in ((old, before), (new, after)):
        html, problems = page_of(job, manuscript)
        if has_errors(problems):
            return None, problems
        pages.append(html)
    words = review_words(after.brief.lang)
    return marked_page(pages[0], pages[1], digests_of(before), digests_of(after), words, margins=margins), ()


def page_of(job: Job, manuscript: Manuscript) -> tuple[str, Problems]:
    """The HTML of a brief's pages."""
    from issuebrief.frontmatter.read import line_of_value

    line, logo, editions = line_of_value(manuscript.source), manuscript.logo, manuscript.editions
    brief, body, theme = manuscript.brief, manuscript.body, manuscript.theme
    return make_page(brief, body, theme, job.search_path, line=line, logo=logo, editions=editions)


def digests_of(manuscript: Manuscript) -> Callable[[str], str]:
    """What says whether two pictures are the same: what is in their files, or their addresses."""
    folder = manuscript.source.path.parent

    def digest(address: str) -> str:
        try:
            content = read_file(folder / unquote(address), (folder,), MOST_PICTURE)
        except (OSError, ValueError):
            return address
        return hashlib.sha256(content).hexdigest()

    return digest


def _laid_out(
    job: Job, before: Manuscript, after: Manuscript, marked: MarkedPage, names: tuple[str, str]
) -> tuple[Pages | None, tuple[Change, ...], Problems]:
    """The pages, and the changes with the pages on which they are."""
    from issuebrief.layout.incremental.layout_cache import LayoutCache
    from issuebrief.layout.inspect.marked_lines import pages_of_ids

    themed = _with_sheets(before, after, job)
    standing, changes, words = LayoutCache(), marked.changes, review_words(after.brief.lang)
    # The second time the summary knows the pages, and what comes before it is taken over from the first.
    for _ in range(2):
        html = with_summary(marked.html, changes, names, words, after.brief.lang)
        # The list of changes has pages of its own: what stands before it is left as it comes.
        asked = replace(layout_input_of(job, themed, html), arranges_end=False)
        pages, found = standing.lay_out(asked)
        if pages is None:
            return None, changes, job.policy.apply(found)
        known = pages_of_ids(pages)
        changes = tuple(
            replace(change, page=known.get(change.anchor, 0), origin_page=known.get(change.origin, 0))
            for change in changes
        )
    return pages, changes, ()


def _with_sheets(before: Manuscript, after: Manuscript, job: Job) -> Manuscript:
    """The later version with the style sheets that its marks need, and those of what is gone."""
    of_after = further_sheets(after.brief, after.source.text)
    wanted = [name for name in further_sheets(before.brief, before.source.text) if name not in of_after]
    sheets = [sheet for name in (*wanted, SHEET) if (sheet := job.search_path.style(name))]
    return replace(after, theme=replace(after.theme, sheets=(*after.theme.sheets, *sheets)))


def _drawn(pages: Pages, after: Manuscript) -> tuple[bytes, Problems]:
    from issuebrief.compare.change_bars import change_bars
    from issuebrief.compare.margin_marks import with_margin_marks
    from issuebrief.pdf import screen

    content, problems = screen.draw(pages, after, is_proof=True)
    return with_margin_marks(content, change_bars(pages)), problems


def no_revision(brief: Path, message: str, hint: str) -> Diagnostic:
    """The problem that an earlier version cannot be had."""
    return error("compare.no-revision", message, SourceRange(brief), hint)
