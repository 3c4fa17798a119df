"""Hold briefs to the house style, where the house has one.

In:  `Job` values, and the `Manuscript` that was read for one.
Out: problems of one brief and of several together, as the house takes them; a brief's file with what leaves
     no judgement mended. Nothing is loaded for a house without a style.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.frontmatter.model import Brief
    from issuebrief.frontmatter.source import Source
    from issuebrief.house_style.finding import StyleFinding
    from issuebrief.house_style.mend import MendedFile
    from issuebrief.house_style.prose import Prose
    from issuebrief.job import Job
    from issuebrief.layout.inspect.facts import Line
    from issuebrief.manuscript import Manuscript

ROUNDS = 4
"""What a mend leaves to be mended is mended too, so many times."""


def style_problems(job: Job, manuscript: Manuscript, lines: Sequence[Line] = ()) -> tuple[Diagnostic, ...]:
    """What of the words of a brief is not in the house style; and where it is on the `lines` of its pages."""
    if job.policy.style is None:
        return ()
    from issuebrief.house_style.inspect import as_problems, find_all
    from issuebrief.house_style.print_places import with_spots

    prose = _prose_of(manuscript.source, manuscript.brief)
    found = as_problems(find_all(prose, job.policy.style), prose)
    return job.policy.apply(with_spots(found, prose.source, lines))


def series_problems(jobs: Sequence[Job]) -> tuple[Diagnostic, ...]:
    """What several briefs do not agree in; those that cannot be read are left out."""
    style = jobs[0].policy.style if jobs else None
    if style is None:
        return ()
    from issuebrief.house_style.series import SeriesBrief, compare_series
    from issuebrief.house_style.settings.shapes import StyleSeries

    if style.series == StyleSeries():
        return ()

    read = [found for job in jobs if (found := _read(job, job.text))]
    briefs = [SeriesBrief(brief, _prose_of(source, brief)) for source, brief in read]
    return jobs[0].policy.apply(compare_series(briefs, style.series))


def mended_brief(job: Job, data: bytes) -> MendedFile | None:
    """A brief's file with all mends made; None where it cannot be read, or there is nothing to mend."""
    from issuebrief.house_style.mend import mended

    whole: MendedFile | None = None
    for _ in range(ROUNDS):
        if (found := _read(job, data)) is None:
            break
        made = mended(found[0], data, _findings(job, *found))
        whole = replace(whole, after=made.after, places=whole.places + made.places) if whole else made
        if made.after == data:
            break
        data = made.after
    return whole if whole and (whole.places or whole.refused) else None


def _findings(job: Job, source: Source, brief: Brief) -> list[StyleFinding]:
    """What rules find that the house has not turned off."""
    import msgspec

    from issuebrief.house_style.inspect import find_all
    from issuebrief.house_style.settings.shapes import StyleSpelling

    assert job.policy.style is not None
    off = {code for code, severity in job.policy.severities if severity is None}
    # What is misspelled is never mended.
    style = msgspec.structs.replace(job.policy.style, spelling=StyleSpelling())
    return [each for each in find_all(_prose_of(source, brief), style) if each.code not in off]


def _read(job: Job, data: bytes | None) -> tuple[Source, Brief] | None:
    from issuebrief.frontmatter.publisher_file import read_publisher
    from issuebrief.frontmatter.read import own_language, readable_part, with_shared_source
    from issuebrief.frontmatter.source import read_source

    source, _ = read_source(job.brief, data)
    if source is None:
        return None
    shared, _ = read_publisher(source.path.parent, job.search_path.workplace, own_language(source))
    source, shared, _ = with_shared_source(source, shared)
    return source, readable_part(source, shared)


def _prose_of(source: Source, brief: Brief) -> Prose:
    from issuebrief.house_style.read_prose import read_prose

    return read_prose(source, brief.lang, sets_dashes=brief.niceties.dashes)
