"""A publication as data of the Citation Style Language (1.0.2).

In:  a record.
Out: a list of one item as JSON, as Zotero, Pandoc and citeproc read it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from issuebrief.metadata.bibtex import citation_key
from issuebrief.metadata.present import present

if TYPE_CHECKING:
    from collections.abc import Sequence

    from issuebrief.metadata.record import Agent, Record


def csl_json(record: Record) -> bytes:
    """The list. Values always come in the same order."""
    return (json.dumps([csl_item(record)], ensure_ascii=False, indent=2) + "\n").encode()


def csl_item(record: Record) -> object:
    """The publication with the names that CSL has for its variables."""
    day = record.date
    return present(
        {
            "id": citation_key(record),
            "type": "report",
            "title": record.full_title,
            "author": _names(record.authors),
            "editor": _names(record.editors),
            "translator": _names(record.translators),
            "issued": {"date-parts": [[day.year, day.month, day.day]]},
            "genre": record.series,
            "number": record.number,
            "publisher": record.published_by,
            "publisher-place": record.publisher.place if record.publisher else "",
            "version": record.version,
            "DOI": record.doi,
            "ISSN": record.issn,
            "URL": record.url,
            "language": record.lang,
            "keyword": ", ".join(record.keywords),
            "abstract": "\n\n".join(record.abstract),
        }
    )


def _names(agents: Sequence[Agent]) -> list[dict[str, object]]:
    return [
        {"literal": each.parts.literal}
        if each.is_organization
        else {
            "family": each.parts.family,
            "given": each.parts.given,
            "non-dropping-particle": each.parts.kept,
            "dropping-particle": each.parts.dropping,
            "suffix": each.parts.suffix,
            "comma-suffix": each.parts.comma_suffix or None,
        }
        for each in agents
    ]
