"""The works that a brief cites, as scholars' search engines read them in the head of its page.

In:  works.
Out: the values of `citation_reference`, one for each work: Highwire's own names, divided by semicolons.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.citations.csl.runs import plain, read_field
from issuebrief.citations.csl.works import OTHERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from issuebrief.citations.csl.works import PersonName, Work

HOLDERS = {
    "article-journal": "citation_journal_title",
    "article-magazine": "citation_journal_title",
    "article-newspaper": "citation_journal_title",
    "chapter": "citation_inbook_title",
    "entry-encyclopedia": "citation_inbook_title",
    "paper-conference": "citation_conference_title",
}
"""What the container of a work is called, by the type of the work."""
PUBLISHERS = {
    "report": "citation_technical_report_institution",
    "thesis": "citation_dissertation_institution",
}
OTHER = {
    "volume": "citation_volume",
    "issue": "citation_issue",
    "DOI": "citation_doi",
    "ISBN": "citation_isbn",
    "ISSN": "citation_issn",
    "URL": "citation_fulltext_html_url",
}


def reference_of(work: Work) -> str:
    """What is told of one work; empty for one without a title."""
    if not work.texts.get("title"):
        return ""
    return "; ".join(f"{name}={value}" for name, value in _values(work) if value)


def _values(work: Work) -> Iterator[tuple[str, str]]:
    texts = work.texts
    yield "citation_title", _clean(texts["title"])
    for name in _people(work.names.get("author") or work.names.get("editor") or ()):
        yield "citation_author", name
    holder = HOLDERS.get(work.type, "citation_journal_title" if "issue" in texts else "citation_inbook_title")
    yield holder, _clean(texts.get("container-title", ""))
    issued = work.dates.get("issued")
    if issued is not None and issued.parts:
        yield "citation_publication_date", "/".join(f"{number:02d}" for number in issued.parts[0])
    yield PUBLISHERS.get(work.type, "citation_publisher"), _clean(texts.get("publisher", ""))
    for variable, name in OTHER.items():
        yield name, _clean(texts.get(variable, ""))
    first, _, last = texts.get("page", "").replace("–", "-").replace("--", "-").partition("-")
    yield "citation_firstpage", _clean(first)
    yield "citation_lastpage", _clean(last)


def _people(names: Iterable[PersonName]) -> Iterator[str]:
    for name in names:
        if name.literal != OTHERS:
            parts = (name.given, name.dropping, name.whole_family, name.suffix)
            yield _clean(name.literal or " ".join(part for part in parts if part))


def _clean(text: str) -> str:
    """A value without what divides values."""
    return " ".join(
        plain(read_field(text)).replace(";", ",").replace("\ue000", "“").replace("\ue001", "”").split()
    )
