"""A version of a brief with all that was made of it, checked, and ready for an archive.

In:  the jobs of a brief, one for each of its editions, and the version.
Out: `Release`: the files of a BagIt folder by name, and every problem. With an error there are no files.

    data/moon.pdf, -press.pdf, .html, .epub   the deliverables
    data/metadata/                            what catalogues and agencies are told
    data/source/                              the text, the pictures, the institute's file
    data/reports/                             the preflight as a page and as JSON, and what validators say
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from issuebrief.diagnostics.formats.html import Checked, as_page
from issuebrief.diagnostics.formats.json import as_json
from issuebrief.diagnostics.model import Diagnostic, SourceRange, error, has_errors
from issuebrief.file_access import real_path
from issuebrief.markdown_body import plain
from issuebrief.pipeline.brief_files import TooMuch, files_above, files_beside
from issuebrief.pipeline.check import proof_and_keep
from issuebrief.pipeline.describe import describe
from issuebrief.pipeline.metadata_formats import MetadataFormat
from issuebrief.pipeline.set_pages import read_judged
from issuebrief.release.bag import bag_of
from issuebrief.release.validators import verdicts
from issuebrief.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from issuebrief.frontmatter.model import Brief
    from issuebrief.job import Job, Outcome

Problems = tuple[Diagnostic, ...]


@dataclass(frozen=True)
class Release:
    """The files of a release, by their names in its folder, and what is wrong with the brief."""

    files: dict[str, bytes]
    problems: Problems


def make_release(jobs: Sequence[Job], version: str) -> Release:
    """The release of a brief in all its editions."""
    briefs: list[Brief] = []
    for job in jobs:
        manuscript, problems = read_judged(job)
        if manuscript is None:
            return Release({}, problems)
        problems += _other_version(job, manuscript.brief, version)
        if has_errors(problems):
            return Release({}, problems)
        briefs.append(manuscript.brief)
    versioned = [replace(job, version=version) for job in jobs]
    checked = [proof_and_keep(job) for job in versioned]
    problems = _all_of(outcome.problems for outcome in checked)
    if has_errors(problems):
        return Release({}, problems)
    payload, found = _payload(versioned, checked)
    problems = _all_of((problems, found))
    if has_errors(problems):
        return Release({}, problems)
    top = Path(os.path.commonpath([real_path(job.brief.parent).parent for job in jobs]))
    try:
        sources = {f"source/{name}": content for name, content in _sources(jobs, top)}
    except TooMuch as fault:
        hint = "keep in a brief's folder what the brief is made of"
        told = error("output.too-much", str(fault), SourceRange(jobs[0].brief), hint)
        return Release({}, (*problems, told))
    # Last, since programs of others take longer than all else.
    reports = _reports(jobs, checked, payload, top)
    return Release(bag_of({**payload, **sources, **reports}, _info(briefs, version)), problems)


def _other_version(job: Job, brief: Brief, version: str) -> Problems:
    """What is wrong where the brief says that it is another version."""
    if str(brief.version) in ("", version):
        return ()
    message = f"the brief says that it is version {brief.version}, and version {version} is to be released"
    hint = "change `version:` in the front matter, or the version that you release"
    return (error("release.other-version", message, SourceRange(job.brief), hint),)


def _payload(jobs: Sequence[Job], checked: Sequence[Outcome]) -> tuple[dict[str, bytes], Problems]:
    """All files of all editions, and their metadata."""
    files: dict[str, bytes] = {}
    problems: list[Problems] = []
    for job, outcome in zip(jobs, checked, strict=True):
        files |= outcome.files
        name = job.outputs[0].path.stem
        described = describe(job, tuple(MetadataFormat), name, all_that_fit=True)
        files |= {f"metadata/{name}{ending}": content for ending, content in described.files}
        problems.append(described.problems)
    return files, _all_of(problems)


def _reports(
    jobs: Sequence[Job], checked: Sequence[Outcome], files: dict[str, bytes], top: Path
) -> dict[str, bytes]:
    """The preflight of all editions as a page and as JSON, and what other programs say of the files."""
    named = [
        Checked(os.path.relpath(job.brief, top), outcome) for job, outcome in zip(jobs, checked, strict=True)
    ]
    judged = [asdict(verdict) for verdict in verdicts({n: files[n] for n in files if "/" not in n})]
    found = _all_of(outcome.problems for outcome in checked)
    return {
        "reports/preflight.html": as_page(named, top).encode("utf-8"),
        "reports/preflight.json": as_json(found, top).encode("utf-8"),
        "reports/validators.json": (json.dumps(judged, indent=1, ensure_ascii=False) + "\n").encode("utf-8"),
    }


def _sources(jobs: Sequence[Job], top: Path) -> Iterator[tuple[str, bytes]]:
    """What the editions were made of, each file by its name from the folder above the brief's."""
    for folder in dict.fromkeys(real_path(job.brief.parent) for job in jobs):
        for name, content in files_beside(folder):
            yield f"{folder.relative_to(top).as_posix()}/{name}", content
        for _, name, content in files_above(folder, jobs[0].search_path.workplace):
            yield name, content


def _info(briefs: Sequence[Brief], version: str) -> Iterator[tuple[str, str]]:
    """What the bag says of itself."""
    brief = briefs[0]
    house = brief.publisher
    if house and house.name:
        yield "Source-Organization", plain(house.name, brief)
    if house and house.email:
        yield "Contact-Email", house.email
    for each in briefs:
        yield "External-Description", plain(each.title, each)
    for each in briefs:
        if each.doi:
            yield "External-Identifier", f"https://doi.org/{each.doi}"
    yield "Bagging-Date", _day(brief).isoformat()
    yield "Bag-Software-Agent", f"issuebrief {__version__}"
    yield "Release-Version", version


def _day(brief: Brief) -> date:
    """The day of the build, where one is set, else of the text: it is the same at every run."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdecimal():
        return datetime.fromtimestamp(int(epoch), UTC).date()
    return brief.updated or brief.date


def _all_of(found: Iterable[Problems]) -> Problems:
    """Problems of several stages, each once."""
    return tuple(dict.fromkeys(problem for problems in found for problem in problems))
