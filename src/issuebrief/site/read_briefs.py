"""The front matter of all briefs of a site, and the institute whose site it is.

In:  the paths of briefs, and the search path.
Out: the `House`; the briefs that may be published, each with its front matter as it was read; the others
     as problems. Nothing is laid out, and no text is read beyond the front matter.
"""

from __future__ import annotations

import os.path
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace as with_values

from issuebrief.diagnostics.model import Diagnostic, Severity, SourceRange, diagnostic, warning
from issuebrief.frontmatter.agreement import present_moment
from issuebrief.frontmatter.publisher_file import read_publisher
from issuebrief.frontmatter.read import locate
from issuebrief.frontmatter.source import read_source
from issuebrief.job import Job
from issuebrief.l10n import words
from issuebrief.moments import moment
from issuebrief.pipeline.set_pages import read_judged
from issuebrief.site.model import House
from issuebrief.site.words.site_words import has_site_words, site_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from issuebrief.diagnostics.policy import SeverityPolicy
    from issuebrief.manuscript import Manuscript
    from issuebrief.resources import SearchPath

BLANK = "---\ntitle: Publications\ndate: 2000-01-01\nauthors: [{name: Nobody}]\n---\n\nText.\n"
"""A brief that says nothing of its own: what the institute gives to any brief."""


@dataclass(frozen=True)
class ReadBriefs:
    """Briefs that may be published, those that are not final yet, and what is wrong with the others."""

    final: tuple[tuple[Path, Manuscript], ...]
    held_back: tuple[Path, ...]
    problems: tuple[Diagnostic, ...]


def read_briefs(paths: Iterable[Path], search_path: SearchPath, policy: SeverityPolicy) -> ReadBriefs:
    """Read the front matter of briefs."""
    final: list[tuple[Path, Manuscript]] = []
    held_back: list[Path] = []
    problems: list[Diagnostic] = []
    for path in paths:
        manuscript, found = read_front(Job(path, (), search_path, policy=policy))
        if manuscript is None:
            problems += [problem for problem in found if problem.severity is Severity.ERROR]
        elif reason := _not_final(manuscript):
            held_back.append(path)
            problems.append(reason)
        else:
            final.append((path, manuscript))
    return ReadBriefs(tuple(final), tuple(held_back), tuple(problems))


def read_front(job: Job) -> tuple[Manuscript | None, tuple[Diagnostic, ...]]:
    """A brief without its text: what is wrong with that is told when it is set."""
    source, problems = read_source(job.brief)
    if source is None:
        return None, problems
    front = source.text.removesuffix(source.body) if source.body else source.text
    return read_judged(replace(job, text=front.encode("utf-8")))


def _not_final(manuscript: Manuscript) -> Diagnostic | None:
    """Why a brief is not to be published yet, if it is not."""
    brief, source = manuscript.brief, manuscript.source
    until = moment(brief.embargo) if brief.embargo else None
    if brief.draft:
        place, message = locate(source, "draft"), "the brief is not published: it is a draft"
        hint = "remove draft: true once the text is final"
    elif until and until.since > present_moment():
        place, message = locate(source, "embargo"), f"the brief is not published before {brief.embargo}"
        hint = "publish the site again after that"
    else:
        return None
    return diagnostic(Severity.INFO, "site.held-back", message, place, hint, source.line(place.line))


def read_house(
    folder: Path, read: ReadBriefs, search_path: SearchPath, policy: SeverityPolicy
) -> tuple[House | None, tuple[Diagnostic, ...]]:
    """Whose site it is, from the institute's file at or above a folder in which briefs are."""
    job = Job(folder / "site/brief.md", (), search_path, policy=policy, text=BLANK.encode())
    blank, problems = read_judged(job)
    problems = tuple(problem for problem in problems if problem.severity is Severity.ERROR)
    if blank is None:
        return None, problems
    shared, _ = read_publisher(folder, search_path.workplace)
    given = shared.values.site if shared else None
    lang = (shared.values.lang if shared else None) or _usual_language(
        manuscript for _, manuscript in read.final
    )
    name = blank.brief.publisher.name if blank.brief.publisher else ""
    blank = replace(blank, brief=with_values(blank.brief, lang=lang))
    labels, own = words(lang, blank.brief.labels), site_words(lang)
    address = given.address.rstrip("/") + "/" if given else ""
    house = House(
        blank, address, (given.title if given else "") or name or own.publications, lang, labels, own
    )
    return house, (*problems, *_about_site(house, shared.source.path if shared else None, read, folder))


def _usual_language(briefs: Iterable[Manuscript]) -> str:
    """The language that most briefs are in."""
    counts = Counter(manuscript.brief.lang for manuscript in briefs)
    return max(sorted(counts), key=lambda lang: counts[lang], default="en-GB")


def _about_site(house: House, file: Path | None, read: ReadBriefs, folder: Path) -> list[Diagnostic]:
    problems: list[Diagnostic] = []
    place = SourceRange(file or folder / "publisher.yaml")
    if not house.address:
        message = "the site has no address, so it has no feed, site map, redirects or link previews"
        hint = "write in publisher.yaml:\nsite: https://briefs.example.org/"
        problems.append(warning("site.no-address", message, place, hint))
    langs = dict.fromkeys([house.lang, *(manuscript.brief.lang for _, manuscript in read.final)])
    if lacking := [lang for lang in langs if not has_site_words(lang)]:
        message = f"the words of the site are in English where its language is {', '.join(lacking)}"
        problems.append(
            diagnostic(
                Severity.INFO,
                "site.in-english",
                message,
                place,
                "headings and links around briefs, not their texts",
            )
        )
    return problems


def folder_of_all(paths: Sequence[Path]) -> Path:
    """The folder in which to look for the institute: the one that all folders of briefs are in."""
    return Path(os.path.commonpath([path.parent.parent for path in paths]))
