"""What a brief is, in the words of schema.org.

In:  a brief and its body.
Out: JSON-LD: a report with authors, publisher, dates, identifiers, rights and what it cites, as search
     engines and reference managers read it. Keys always come in the same order.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from issuebrief.markdown_body import plain
from issuebrief.markdown_body.source.html_tree import Element, parse, text_of, walk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from issuebrief.editions.model import Edition
    from issuebrief.frontmatter.model import Author, Brief, Publisher
    from issuebrief.markdown_body import Body

INVISIBLE = dict.fromkeys(map(ord, "\u200b\u2060\u00ad"))
LICENCE = re.compile(r"https?://(?:www\.)?creativecommons\.org/(?:licenses|publicdomain)/[^\s\"'<>)\]]+")
REPEATED = re.compile(r"^(?:ibid|ebd|ibidem|op\. cit|loc\. cit|a\. ?a\. ?o)\b", re.IGNORECASE)

SAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
"""Signs that would mean something to the HTML around the JSON, as JSON can write them."""

Thing = dict[str, object]


def linked_data(brief: Brief, body: Body, editions: Sequence[Edition] = ()) -> str:
    """The brief with its editions as JSON-LD, safe to stand in a `script` element."""
    report = _report(brief, body) | _translations(editions)
    text = json.dumps(_present(report), ensure_ascii=False, separators=(",", ":"))
    return "".join(SAFE.get(sign, sign) for sign in text)


def licence_of(brief: Brief) -> str:
    """The address of the Creative Commons licence that the copyright line names, if it names one."""
    found = LICENCE.search(brief.copyright)
    return found[0].rstrip(".,;:") if found else ""


def words_of(markdown: str, brief: Brief) -> str:
    """A Markdown field as plain text."""
    return " ".join(plain(markdown, brief, html=True).translate(INVISIBLE).split())


def _report(brief: Brief, body: Body) -> Thing:
    doi = f"https://doi.org/{brief.doi}" if brief.doi else ""
    publisher = _publisher(brief.publisher)
    return {
        "@context": "https://schema.org",
        "@type": ["Report", "ScholarlyArticle"],
        "@id": doi or brief.url,
        "headline": plain(brief.title, brief),
        "name": plain(brief.title, brief),
        "alternativeHeadline": plain(brief.subtitle, brief),
        "author": [_author(author, brief) for author in brief.authors],
        "publisher": publisher,
        "datePublished": brief.date.isoformat(),
        "inLanguage": brief.lang,
        "abstract": words_of(brief.abstract, brief),
        "keywords": [plain(keyword, brief) for keyword in brief.keywords],
        "reportNumber": str(brief.number),
        "isPartOf": {"@type": "CreativeWorkSeries", "name": brief.series, "issn": brief.issn},
        "identifier": {"@type": "PropertyValue", "propertyID": "DOI", "value": brief.doi, "url": doi}
        if brief.doi
        else None,
        "sameAs": doi,
        "url": brief.url,
        "mainEntityOfPage": brief.url,
        "license": licence_of(brief),
        "copyrightNotice": words_of(brief.copyright, brief),
        "copyrightYear": brief.date.year if brief.copyright else None,
        "copyrightHolder": publisher if brief.copyright else None,
        "isAccessibleForFree": True,
        "accessMode": ["textual", "visual"],
        "accessibilityFeature": ["alternativeText", "structuralNavigation"],
        "citation": _citations(body),
    }


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
    """A person, or the institute itself: an author without an ORCID iD whose page is the institute's."""
    publisher, name = brief.publisher, plain(author.name, brief)
    if publisher and publisher.url and author.url == publisher.url and not author.orcid:
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
        "affiliation": _publisher(publisher),
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
    }


def _citations(body: Body) -> list[Thing]:
    """What the notes cite; a note that only points back to another cites nothing new."""
    found: dict[str, Thing] = {}
    for note in body.notes:
        tree = parse(note.html)
        name = _text(tree)
        if REPEATED.match(name):
            continue
        addresses = [each.attributes.get("href") or "" for each in walk(tree) if each.tag == "a"]
        url = next((address for address in addresses if address.startswith(("http://", "https://"))), "")
        found.setdefault(name, {"@type": "CreativeWork", "name": name, "url": url})
    return list(found.values())


def _text(tree: Element) -> str:
    return " ".join(text_of(tree).translate(INVISIBLE).split())


def _present(thing: object) -> object:
    """The thing without what is not known."""
    if isinstance(thing, dict):
        known = {name: _present(value) for name, value in thing.items()}
        return {name: value for name, value in known.items() if value not in (None, "", [], {})}
    if isinstance(thing, list):
        return [_present(value) for value in thing]
    return thing
