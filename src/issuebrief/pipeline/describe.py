"""The path of a brief that is described: it is read, and laid out nowhere.

In:  a `Job`, the formats that are wanted, and what the files are called.
Out: `Described`: the files of metadata, and what is wrong with the brief and with each of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from issuebrief.diagnostics.codes import CODES
from issuebrief.diagnostics.model import diagnostic, has_errors
from issuebrief.engine.lock import one_at_a_time
from issuebrief.frontmatter.read import locate
from issuebrief.pdf.dates import stamp
from issuebrief.pipeline.read import read

if TYPE_CHECKING:
    from collections.abc import Sequence

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.frontmatter.source import Source
    from issuebrief.job import Job
    from issuebrief.manuscript import Manuscript
    from issuebrief.metadata.deposit_head import DepositHead
    from issuebrief.metadata.lacks import Lack
    from issuebrief.metadata.record import Record
    from issuebrief.pipeline.metadata_formats import MetadataFormat


@dataclass(frozen=True)
class Described:
    """Files of metadata by what follows the brief's name in theirs, and all problems.

    What an agency would refuse is not among the files.
    """

    files: tuple[tuple[str, bytes], ...]
    problems: tuple[Diagnostic, ...]


@one_at_a_time
def describe(
    job: Job, forms: Sequence[MetadataFormat], name: str, *, all_that_fit: bool = False
) -> Described:
    """The metadata of a brief; nothing is made of a brief that has an error.

    With `all_that_fit`, no deposit is made of a brief that has no DOI, which is told.
    """
    manuscript, problems = read(job)
    problems = job.policy.apply(problems)
    if manuscript is None or has_errors(problems):
        return Described((), problems)
    from issuebrief.metadata.deposit_head import deposit_head
    from issuebrief.metadata.make_record import record_of
    from issuebrief.metadata.picture_files import BesidePictures, picture_files
    from issuebrief.pipeline.metadata_formats import FOLDER_OF_PICTURES, MetadataFormat, described

    record = record_of(manuscript)
    epoch = stamp()
    head = deposit_head(manuscript.brief, epoch.moment if epoch else None)
    found = _lacks(manuscript, record, head, forms, all_that_fit=all_that_fit)
    told = {each: job.policy.apply((_told(each, manuscript.source),)) for each in found}
    problems += tuple(problem for each in told.values() for problem in each)
    refusing = {agency for each, judged in told.items() if has_errors(judged) for agency in each.agencies}
    pictures = BesidePictures()
    if MetadataFormat.JATS in forms:
        pictures = picture_files(manuscript, f"{name}{FOLDER_OF_PICTURES}")
    files = [
        (form.ending, described(form, record, head, manuscript, pictures.address_of))
        for form in forms
        if form.agency not in refusing and not (form.agency and all_that_fit and not record.doi)
    ]
    files += [(f"{FOLDER_OF_PICTURES}/{file}", content) for file, content in pictures.files.items()]
    return Described(tuple(files), problems)


def _lacks(
    manuscript: Manuscript,
    record: Record,
    head: DepositHead,
    forms: Sequence[MetadataFormat],
    *,
    all_that_fit: bool,
) -> tuple[Lack, ...]:
    """What the deposits that are wanted lack."""
    from issuebrief.metadata.lacks import Lack, lacks

    agencies = tuple(form.agency for form in forms if form.agency)
    if not agencies:
        return ()
    if all_that_fit and not record.doi:
        message = f"without a DOI, no deposit at {' or '.join(agencies)} is made"
        return (Lack("deposit.none", (), message, "write\ndoi: 10.1000/182\nif the brief has one", ()),)
    return tuple(lacks(manuscript.brief, record, head, agencies))


def _told(lack: Lack, source: Source) -> Diagnostic:
    """What a deposit lacks, at the value that would mend it."""
    place = locate(source, *lack.keys)
    excerpt = source.excerpt(place) if lack.keys else ""
    return diagnostic(CODES[lack.code].severity, lack.code, lack.message, place, lack.hint, excerpt)
