"""A publication in Dublin Core.

In:  a record.
Out: an `oai_dc:dc` of the Dublin Core Metadata Element Set 1.1, as OAI-PMH 2.0 asks every repository for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.metadata.xml_text import document, node

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.markdown_body.source.html_tree import Element
    from issuebrief.metadata.record import Record

LOCATION = "http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd"
FORMAT = "application/pdf"


def dublin_core(record: Record) -> bytes:
    """The record of a repository."""
    root = node(
        "oai_dc:dc",
        *_elements(record),
        xmlns__oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/",
        xmlns__dc="http://purl.org/dc/elements/1.1/",
        xmlns__xsi="http://www.w3.org/2001/XMLSchema-instance",
        xsi__schemaLocation=LOCATION,
    )
    return document(root)


def _elements(record: Record) -> Iterator[Element]:
    for name, value in _values(record):
        if value:
            found = node(f"dc:{name}", value)
            if name in ("title", "subject", "description"):
                found.attributes["xml:lang"] = record.lang
            yield found


def _values(record: Record) -> Iterator[tuple[str, str]]:
    yield "title", record.full_title
    yield from (("creator", agent.inverted) for agent in record.authors)
    yield from (("subject", word) for word in record.keywords)
    yield from (("subject", f"JEL {code}") for code in record.jel)
    yield "description", "\n".join(record.abstract)
    yield "publisher", record.published_by
    others = (*record.editors, *record.translators, *record.reviewers)
    yield from (("contributor", agent.inverted) for agent in others)
    yield "date", record.date.isoformat()
    yield "type", "Report"
    yield "format", FORMAT
    yield "identifier", f"https://doi.org/{record.doi}" if record.doi else ""
    yield "identifier", record.url
    yield "source", f"{record.series} {record.number}".strip()
    yield "language", record.lang
    yield "relation", f"ISSN {record.issn}" if record.issn else ""
    for each in record.related:
        yield "relation", f"https://doi.org/{each.doi}" if each.doi else each.url or each.words
    yield "rights", record.licence
    yield "rights", record.rights
