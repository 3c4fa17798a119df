"""What a brief is, in the words of schema.org.

In:  a brief and its body.
Out: JSON-LD: a report with authors, publisher, dates, identifiers, rights and what it cites, as search
     engines and reference managers read it. Keys always come in the same order.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from issuebrief.frontmatter.keys.social import links_of
from issuebrief.markdown_body import plain
from issuebrief.metadata.field_words import is_organization, licence_address, words_of
from issuebrief.metadata.noted_works import noted_works
from issuebrief.metadata.present import present
from issuebrief.moments import moment
from issuebrief.stated_values import affiliations_of, contact_of, contributors_of, funders_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from issuebrief.editions.model import Edition
    from issuebrief.frontmatter.model import Author, Brief, Publisher
    from issuebrief.markdown_body import Body

SAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
"""Signs that would mean something to the HTML around the JSON, as JSON can write them."""

CONTRIBUTORS = {"editor": "editors", "translator": "translators", "contributor": "reviewers"}
"""What schema.org calls those who helped, and the key of the front matter for each."""
JEL_CODES = "https://www.aeaweb.org/econlit/jelCodes.php"

Thing = dict[str, object]


def linked_data(brief: Brief, body: Body, editions: Sequence[Edition] = ()) -> str:
    """The brief with its editions as JSON-LD, safe to stand in a `script` element."""
    report = _report(brief, body) | _translations(editions)
    text = json.dumps(present(report), ensure_ascii=False, separators=(",", ":"))
    return "".join(SAFE.get(sign, sign) for sign in text)


def _report(brief: Brief, body: Body) -> Thing:
    doi = f"https://doi.org/{brief.doi}" if brief.doi else ""
    publisher = _publisher(brief.publisher)
    if publisher and (contact := contact_of(brief)):
        publisher["contactPoint"] = {
            "@type": "ContactPoint",
            "name": words_of(contact.name, brief),
            "telephone": contact.phone,
            "email": contact.email,
            "url": contact.url,
        }
    return {
        "@context": "https://schema.org",
        "@type": ["Report", "ScholarlyArticle"],
        "@id": doi or brief.url,
        "headline": plain(brief.title, brief),
        "name": plain(brief.title, brief),
        "alternativeHeadline": plain(brief.subtitle, brief),
        "author": [_author(author, brief) for author in brief.authors],
        **{name: _contributors(brief, key) for name, key in CONTRIBUTORS.items()},
        "publisher": publisher,
        "datePublished": brief.date.isoformat(),
        **_state(brief),
        "inLanguage": brief.lang,
        "abstract": words_of(brief.abstract, brief),
        "keywords": [plain(keyword, brief) for keyword in brief.keywords],
        "reportNumber": str(brief.number),
        "isPartOf": {
            "@type": "CreativeWorkSeries",
            "name": brief.series,
            "issn": brief.issn,
            "description": words_of(brief.about_series, brief),
        },
        "identifier": {"@type": "PropertyValue", "propertyID": "DOI", "value": brief.doi, "url": doi}
        if brief.doi
        else None,
        "sameAs": doi,
        "url": brief.url,
        "mainEntityOfPage": brief.url,
        "license": licence_address(brief),
        "copyrightNotice": words_of(brief.copyright, brief),
        "copyrightYear": brief.date.year if brief.copyright else None,
        "copyrightHolder": publisher if brief.copyright else None,
        "isAccessibleForFree": True,
        "accessMode": ["textual", "visual"],
        "accessibilityFeature": ["alternativeText", "structuralNavigation"],
        "citation": _citations(body),
        **_support(brief),
    }


def _state(brief: Brief) -> Thing:
    """How final the text is, and what was changed in it."""
    until = moment(brief.embargo) if brief.embargo else None
    return {
        "dateModified": brief.updated.isoformat() if brief.updated else "",
        "version": str(brief.version),
        "creativeWorkStatus": "Draft" if brief.draft else "",
        "conditionsOfAccess": f"Embargoed until {until.since.isoformat() if until.time else until.day}"
        if until
        else "",
        "correction": [
            {
                "@type": "CorrectionComment",
                "datePublished": each.date.isoformat(),
                "text": words_of(each.text, brief),
            }
            for each in brief.corrections
        ],
        "isBasedOn": words_of(brief.supersedes, brief),
    }


def _support(brief: Brief) -> Thing:
    """Who paid, and by which codes economists look for the text."""
    funders = funders_of(brief)
    return {
        "funding": [
            {
                "@type": "Grant",
                "identifier": str(each.grant),
                "funder": {"@type": "Organization", "name": words_of(each.name, brief), "url": each.url},
            }
            for each in funders
        ],
        "about": [
            {"@type": "DefinedTerm", "termCode": code, "inDefinedTermSet": JEL_CODES} for code in brief.jel
        ],
    }


def _contributors(brief: Brief, key: str) -> list[Thing]:
    """The people below a key of the front matter."""
    return [
        {
            "@type": "Person",
            "@id": f"https://orcid.org/{person.orcid}" if person.orcid else "",
            "name": plain(person.name, brief),
            "url": person.url,
            "affiliation": _affiliations(affiliations_of(person.affiliation), brief),
        }
        for person in contributors_of(brief, key)
    ]


def _affiliations(names: Sequence[str], brief: Brief) -> list[Thing]:
    return [{"@type": "Organization", "name": plain(name, brief)} for name in names]


def _translations(editions: Sequence[Edition]) -> Thing:
    """An original has translations; a translation is one of its original."""
    is_original = any(each.is_this and each.is_original for each in editions)
    others = [
        {"@type": "Report", "name": each.title, "inLanguage": each.lang, "url": each.address}
        for each in editions
        if not each.is_this and each.is_original != is_original
    ]
    if is_original:
        return {"workTranslation": others}
    return {"translationOfWork": others[0]} if others else {}


def _author(author: Author, brief: Brief) -> Thing:
    """A person, or the institute itself."""
    publisher, name = brief.publisher, plain(author.name, brief)
    if is_organization(author, brief):
        return {"@type": "Organization", "name": name, "email": author.email, "url": author.url}
    orcid = f"https://orcid.org/{author.orcid}" if author.orcid else ""
    return {
        "@type": "Person",
        "@id": orcid,
        "name": name,
        "jobTitle": plain(author.role, brief),
        "email": author.email,
        "url": author.url,
        "sameAs": orcid,
        "affiliation": _affiliations(affiliations_of(author.affiliation), brief) or _publisher(publisher),
    }


def _publisher(publisher: Publisher | None) -> Thing | None:
    if publisher is None:
        return None
    return {
        "@type": "Organization",
        "name": publisher.name,
        "alternateName": publisher.short,
        "url": publisher.url,
        "email": publisher.email,
        "address": publisher.place,
        "sameAs": [link.url for link in links_of(publisher.social)],
    }


def _citations(body: Body) -> list[Thing]:
    """What the notes cite."""
    return [{"@type": "CreativeWork", "name": work.words, "url": work.url} for work in noted_works(body)]
