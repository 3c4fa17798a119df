"""A publication as DataCite describes it.

In:  a record.
Out: JSON of the DataCite Metadata Schema 4.6: what the attributes of a DOI are in DataCite's REST API.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from issuebrief.licences import OTHERS, PATTERN, licence_of, tidy_licence
from issuebrief.metadata.present import present

if TYPE_CHECKING:
    from collections.abc import Sequence

    from issuebrief.metadata.record import Agent, FundingSource, Institution, Record, RelatedWork

SCHEMA = "http://datacite.org/schema/kernel-4"
ROR, ORCID, SPDX = "https://ror.org", "https://orcid.org", "https://spdx.org/licenses/"
JEL = "https://www.aeaweb.org/econlit/jelCodes.php"
RELATIONS = {"supersedes": "Obsoletes", "translation": "HasTranslation", "original": "IsTranslationOf"}
"""Relations of the record, and what DataCite calls them."""

Thing = dict[str, object]


def datacite(record: Record) -> bytes:
    """The attributes as JSON. Values always come in the same order."""
    return (json.dumps(present(_attributes(record)), ensure_ascii=False, indent=2) + "\n").encode()


def _attributes(record: Record) -> Thing:
    lang = record.lang
    return {
        "doi": record.doi,
        "url": record.url,
        "types": {"resourceTypeGeneral": "Report", "resourceType": record.series},
        "creators": [_person(agent) for agent in record.authors],
        "titles": [
            {"title": record.title, "lang": lang},
            {"title": record.subtitle, "titleType": "Subtitle", "lang": lang} if record.subtitle else None,
        ],
        "publisher": _publisher(record.publisher),
        "publicationYear": f"{record.date.year:04d}",
        "subjects": [
            *({"subject": word, "lang": lang} for word in dict.fromkeys(record.keywords)),
            *(
                {"subject": code, "subjectScheme": "JEL", "schemeUri": JEL, "classificationCode": code}
                for code in dict.fromkeys(record.jel)
            ),
        ],
        "contributors": [
            *_contributors(record.editors, "Editor"),
            *_contributors(record.translators, "Translator"),
        ],
        "dates": [
            {"date": record.date.isoformat(), "dateType": "Issued"},
            {"date": record.updated.isoformat(), "dateType": "Updated"} if record.updated else None,
            {"date": record.available.isoformat(), "dateType": "Available"} if record.available else None,
        ],
        "language": lang,
        "alternateIdentifiers": [
            {
                "alternateIdentifier": f"{record.series} {record.number}".strip(),
                "alternateIdentifierType": "Report number",
            }
            if record.number
            else None
        ],
        "relatedIdentifiers": _related_identifiers(record),
        "relatedItems": _series(record),
        "formats": ["application/pdf"],
        "version": record.version,
        "rightsList": _rights(record),
        "descriptions": [
            {"description": "\n\n".join(record.abstract), "descriptionType": "Abstract", "lang": lang}
            if record.abstract
            else None
        ],
        "fundingReferences": _distinct([_funding(each) for each in record.funding]),
        "schemaVersion": SCHEMA,
    }


def _person(agent: Agent) -> Thing:
    parts = agent.parts
    return {
        "name": agent.inverted,
        "nameType": "Organizational" if agent.is_organization else "Personal",
        "givenName": f"{parts.given} {parts.dropping}".strip(),
        "familyName": parts.whole_family,
        "nameIdentifiers": [
            {
                "nameIdentifier": f"{ORCID}/{agent.orcid}",
                "nameIdentifierScheme": "ORCID",
                "schemeUri": ORCID,
            }
        ]
        if agent.orcid
        else [],
        "affiliation": _distinct([_affiliation(place) for place in agent.affiliations]),
    }


def _contributors(agents: Sequence[Agent], kind: str) -> list[Thing]:
    return [{**_person(agent), "contributorType": kind} for agent in agents]


def _affiliation(place: Institution) -> Thing:
    if not place.ror:
        return {"name": place.name}
    return {
        "name": place.name,
        "affiliationIdentifier": place.ror,
        "affiliationIdentifierScheme": "ROR",
        "schemeUri": ROR,
    }


def _publisher(house: Institution | None) -> Thing | None:
    if not house:
        return None
    if not house.ror:
        return {"name": house.name}
    return {
        "name": house.name,
        "publisherIdentifier": house.ror,
        "publisherIdentifierScheme": "ROR",
        "schemeUri": ROR,
    }


def _related_identifiers(record: Record) -> list[Thing]:
    """The series, other editions, what is replaced, and the works cited that have a DOI."""
    found: list[Thing] = []
    if record.issn:
        found.append(_identifier("IsPartOf", "ISSN", record.issn))
    for each in record.related:
        found += [_related(RELATIONS[each.relation], each)] if each.doi or each.url else []
    cited = dict.fromkeys(work.doi for work in record.noted_works if work.doi)
    return found + [_identifier("References", "DOI", doi) for doi in cited]


def _related(relation: str, each: RelatedWork) -> Thing:
    return _identifier(relation, "DOI" if each.doi else "URL", each.doi or each.url)


def _identifier(relation: str, kind: str, value: str) -> Thing:
    return {"relatedIdentifier": value, "relatedIdentifierType": kind, "relationType": relation}


def _series(record: Record) -> list[Thing]:
    """The series that the publication is a number of."""
    if not record.series:
        return []
    identifier = {"relatedItemIdentifier": record.issn, "relatedItemIdentifierType": "ISSN"}
    return [
        {
            "relatedItemType": "Collection",
            "relationType": "IsPublishedIn",
            "titles": [{"title": record.series}],
            "number": record.number,
            "numberType": "Report" if record.number else "",
            "relatedItemIdentifier": identifier if record.issn else None,
        }
    ]


def _rights(record: Record) -> list[Thing | None]:
    """The licence, and what the copyright line says."""
    identifier = _spdx(record.licence)
    scheme = {"rightsIdentifierScheme": "SPDX", "schemeUri": SPDX} if identifier else {}
    licence: Thing | None = (
        {
            "rights": record.licence_name,
            "rightsUri": record.licence,
            "rightsIdentifier": identifier,
            **scheme,
        }
        if record.licence
        else None
    )
    return [licence, {"rights": record.rights, "lang": record.lang} if record.rights else None]


def _spdx(address: str) -> str:
    """The identifier that SPDX has for the licence at an address, in small letters; empty for others."""
    found = licence_of(address)
    if not found:
        return ""
    name = next((name for name, licence in OTHERS.items() if licence == found), found.short)
    is_known = "://" not in name and re.match(PATTERN, name)
    return tidy_licence(name).lower() if is_known else ""


def _funding(each: FundingSource) -> Thing:
    is_ror = each.identifier.startswith(ROR)
    identifier = each.identifier if is_ror or not each.identifier else f"https://doi.org/{each.identifier}"
    kind = "ROR" if is_ror else "Crossref Funder ID"
    return {
        "funderName": each.name,
        "funderIdentifier": identifier,
        "funderIdentifierType": kind if identifier else "",
        "awardNumber": each.grant,
    }


def _distinct(things: list[Thing]) -> list[Thing]:
    """Each thing once, in order."""
    return list({json.dumps(thing): thing for thing in things}.values())
