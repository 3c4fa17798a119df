"""Briefs as they are read, and their records, for the tests of metadata."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from setting import job, write_brief

from issuebrief.metadata.make_record import record_of
from issuebrief.pipeline.read import read

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.manuscript import Manuscript
    from issuebrief.metadata.record import Record

FRONT: dict[str, Any] = {
    "title": "Tides & *Tables*: 100% of $5_000 in {braces}",
    "subtitle": "What the harbour #1 says",
    "series": "Policy Paper",
    "number": "7/2024",
    "date": "2024-05-01",
    "lang": "en-GB",
    "abstract": "An *abstract* of the paper.[^1]\n\nIt has two paragraphs.",
    "keywords": ["tides", "ports & quays"],
    "jel": ["F51"],
    "doi": "10.1000/tides_7",
    "issn": "2049-3630",
    "url": "https://example.org/tides?a=1&b=2",
    "license": "CC BY 4.0",
    "copyright": "© The House, 2024",
    "version": "1.1",
    "updated": "2024-06-02",
    "supersedes": "*Old Tides*, <https://doi.org/10.1000/tides_6>",
    "funding": [
        {"name": "The Sea Fund", "grant": "S-12", "url": "https://doi.org/10.13039/501100000780"},
        {"name": "A Council", "url": "https://ror.org/00k4n6c32"},
    ],
    "editors": ["Dr Otto van der Berg"],
    "translators": [{"name": "Maj Öst", "affiliation": ["Öst & Co"]}],
    "reviewers": ["Mary Smith III"],
    "authors": [
        {
            "name": "Jane Q. Doe, PhD",
            "email": "jane@example.org",
            "orcid": "0000-0002-1825-0097",
            "affiliation": ["Uppsala University", "The House"],
        },
        {"name": "Ludwig van Beethoven"},
        {"name": "The House", "url": "https://example.org"},
    ],
    "publisher": {
        "name": "The House",
        "short": "TH",
        "place": "Malmö",
        "url": "https://example.org",
        "email": "info@example.org",
    },
}
BODY = (
    "Text.[^a][^b][^c]\n\n[^1]: Anna Ek, *Ebb* (House, 2019).\n"
    "[^a]: Jane Doe, *A Book* (House, 2020), <https://doi.org/10.1000/xyz(2)>.\n"
    "[^b]: Ibid.\n[^c]: John Roe, *Another*, doi:10.1000/abc."
)


def manuscript_of(folder: Path, body: str = BODY, **front: Any) -> Manuscript:
    """A brief as it is read, without an error."""
    manuscript, problems = read(job(write_brief(folder, body, **front)))
    assert manuscript is not None, problems
    return manuscript


def made_record(folder: Path, **front: Any) -> Record:
    """The record of a brief that states everything, but for what is given."""
    return record_of(manuscript_of(folder, **{**FRONT, **front}))
