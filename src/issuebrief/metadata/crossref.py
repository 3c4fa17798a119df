"""A publication as a deposit at Crossref.

In:  a record, and the head of the deposit.
Out: the XML of Crossref's metadata input schema 5.5.0: a report or working paper, in its series where that
     has an ISSN.

https://www.crossref.org/documentation/schema-library/markup-guide-record-types/reports-and-working-papers/
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from issuebrief.language_tags import tags_of
from issuebrief.metadata.crossref_parts import citation_list, contributors, funding, licence, relations
from issuebrief.metadata.xml_text import document, node, text_node

if TYPE_CHECKING:
    from issuebrief.markdown_body.source.html_tree import Element
    from issuebrief.metadata.deposit_head import DepositHead
    from issuebrief.metadata.record import Record

SCHEMA = "http://www.crossref.org/schema/5.5.0"
LOCATION = f"{SCHEMA} https://data.crossref.org/schemas/crossref5.5.0.xsd"
LONGEST_BATCH = 100


def crossref(record: Record, head: DepositHead) -> bytes:
    """The deposit. What Crossref requires and the record lacks, `lacks.py` tells."""
    root = node(
        "doi_batch",
        node(
            "head",
            text_node("doi_batch_id", _batch(record, head)),
            text_node("timestamp", head.timestamp),
            node(
                "depositor",
                text_node("depositor_name", head.depositor),
                text_node("email_address", head.email),
            ),
            text_node("registrant", head.registrant),
        ),
        node("body", node("report-paper", _paper(record))),
        version="5.5.0",
        xmlns=SCHEMA,
        xmlns__jats="http://www.ncbi.nlm.nih.gov/JATS1",
        xmlns__fr="http://www.crossref.org/fundref.xsd",
        xmlns__ai="http://www.crossref.org/AccessIndicators.xsd",
        xmlns__rel="http://www.crossref.org/relations.xsd",
        xmlns__xsi="http://www.w3.org/2001/XMLSchema-instance",
        xsi__schemaLocation=LOCATION,
    )
    return document(root)


def _batch(record: Record, head: DepositHead) -> str:
    """A name of the deposit, which no other has."""
    name = re.sub(r"[^A-Za-z0-9]+", "-", record.doi).strip("-")
    return f"{name[: LONGEST_BATCH - len(head.timestamp) - 1]}-{head.timestamp}"


def _paper(record: Record) -> Element:
    """The report: with an ISSN it belongs to a series, which changes the place of its relations."""
    in_series = bool(record.issn)
    links = relations(record)
    return node(
        "report-paper_series_metadata" if in_series else "report-paper_metadata",
        _series(record) if in_series else None,
        contributors(record),
        node("titles", text_node("title", record.title), text_node("subtitle", record.subtitle)),
        _abstract(record),
        _day(record),
        _publisher(record),
        _institution(record),
        _number(record),
        funding(record),
        licence(record),
        None if in_series else links,
        node("version_info", text_node("version", record.version)) if record.version else None,
        node("doi_data", text_node("doi", record.doi), text_node("resource", record.url)),
        citation_list(record),
        links if in_series else None,
        language=tags_of(record.lang)[-1].partition("-")[0],
    )


def _series(record: Record) -> Element:
    return node(
        "series_metadata",
        node("titles", text_node("title", record.series)),
        node("issn", record.issn, media_type="electronic"),
    )


def _abstract(record: Record) -> Element | None:
    if not record.abstract:
        return None
    paragraphs = (text_node("jats:p", text) for text in record.abstract)
    return node("jats:abstract", *paragraphs, xml__lang=record.lang)


def _day(record: Record) -> Element:
    day = record.date
    return node(
        "publication_date",
        node("month", f"{day.month:02d}"),
        node("day", f"{day.day:02d}"),
        node("year", f"{day.year:04d}"),
        media_type="online",
    )


def _publisher(record: Record) -> Element | None:
    house = record.publisher
    if not house:
        return None
    place = text_node("publisher_place", house.place) if len(house.place) > 1 else None
    return node("publisher", text_node("publisher_name", house.name), place)


def _institution(record: Record) -> Element | None:
    """The institute, by its address in the registry of institutions."""
    house = record.publisher
    if not house or not house.ror:
        return None
    identifier = node("institution_id", house.ror, type="ror")
    return node("institution", text_node("institution_name", house.name), identifier)


def _number(record: Record) -> Element | None:
    number = text_node("item_number", record.number, item_number_type="report-number")
    return node("publisher_item", number) if number else None
