"""A publication as an entry of RIS.

In:  a record.
Out: the entry of a report (`RPRT`), one value on a line. The number stands in `SN`, where Zotero looks for
     it, and in `M1`, where EndNote does; so the ISSN, which `SN` has for journals, is a note. The series is
     the type of the report (`M3`), so that it is printed with the number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.metadata.record import Agent, Record


def ris(record: Record) -> bytes:
    """The entry in UTF-8, with the line ends that the format asks for."""
    lines = [f"{tag}  - {_on_a_line(value)}" for tag, value in _fields(record) if value]
    return "\r\n".join(["TY  - RPRT", *lines, "ER  - ", ""]).encode()


def _fields(record: Record) -> Iterator[tuple[str, str]]:
    yield from (("AU", _name(agent)) for agent in record.authors)
    yield "TI", record.full_title
    yield "M3", record.series
    yield "SN", record.number
    yield "M1", record.number
    yield "PB", record.published_by
    yield "CY", record.publisher.place if record.publisher else ""
    yield "PY", f"{record.date.year:04d}"
    yield "DA", f"{record.date.year:04d}/{record.date.month:02d}/{record.date.day:02d}"
    yield "ET", record.version
    yield from (("ED", _name(agent)) for agent in record.editors)
    yield from (("A4", _name(agent)) for agent in record.translators)
    yield "DO", record.doi
    yield "UR", record.url
    yield "LA", record.lang
    yield from (("KW", keyword) for keyword in record.keywords)
    yield "AB", " ".join(record.abstract)
    yield "N1", f"ISSN {record.issn}" if record.issn else ""


def _name(agent: Agent) -> str:
    """`Doe, Jane`. A comma divides the parts of a person; in the name of an organization it is left out."""
    return agent.parts.literal.replace(",", "") or agent.inverted


def _on_a_line(text: str) -> str:
    return " ".join(text.split())
