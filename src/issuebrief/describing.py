"""Briefs described by other programs: their metadata as files in memory.

In:  a brief, as `issuebrief.build` takes it, and the formats that are wanted.
Out: a `Result` with the bytes of each file, and what is wrong; nothing is written or sent.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Unpack

from issuebrief.api import result_of
from issuebrief.job import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable

    from issuebrief.api import Brief, Options, Result
    from issuebrief.job import Job
    from issuebrief.pipeline.metadata_formats import MetadataFormat


def describe(brief: Brief, formats: Iterable[str], **options: Unpack[Options]) -> Result:
    """Describe a brief in some formats, as `issuebrief metadata` does, and give its files.

    `formats` are some of `crossref`, `datacite`, `dc`, `jats`, `bibtex`, `ris` and `csl-json`; the other
    arguments are those of `build`, of which `purposes` and `printing` mean nothing here.

    Raises `ValueError` for formats that there are not.
    """
    from issuebrief.pipeline.metadata_formats import MetadataFormat

    wanted = {formats} if isinstance(formats, str) else set(formats)
    forms = tuple(form for form in MetadataFormat if form in wanted)
    if not forms or len(forms) < len(wanted):
        given = ", ".join(sorted(wanted))
        raise ValueError(f"formats are some of {', '.join(MetadataFormat)}; given: {given}")
    return result_of(partial(_described, forms), brief, options)


def _described(forms: tuple[MetadataFormat, ...], job: Job) -> Outcome:
    """What comes of a job: files named as the deliverables would be."""
    from issuebrief.pipeline.describe import describe as describe_job

    name = job.outputs[0].path.stem
    made = describe_job(job, forms, name)
    return Outcome(made.problems, files=tuple((f"{name}{ending}", content) for ending, content in made.files))
