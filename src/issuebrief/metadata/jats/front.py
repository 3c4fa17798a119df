"""What stands before the text of a JATS document: the series, and the publication in it.

In:  a record, and the lives of the authors.
Out: `front`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from issuebrief.markdown_body.source.html_tree import Element
from issuebrief.metadata.jats.ids import free_ids
from issuebrief.metadata.person_names import IN_OWN_SCRIPT
from issuebrief.metadata.xml_text import node, text_node

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Sequence

    from issuebrief.metadata.jats.ids import Targets
    from issuebrief.metadata.record import Agent, FundingSource, Institution, Record

RELATIONS = {
    "supersedes": "republished-article",
    "translation": "translated-article",
    "original": "translated-article",
}
"""Relations of the record, as JATS's list of types of related articles comes nearest to them."""


def front(record: Record, lives: Sequence[Sequence[Element]], targets: Targets) -> Element:
    """The front; `lives` has the paragraphs about each author."""
    return node("front", _journal(record), _article(record, lives, targets))


def _typed(tag: str, text: str, **attributes: str) -> Element:
    """An element whose attributes have hyphens in their names."""
    named = {name.replace("_", "-"): value for name, value in attributes.items() if value}
    return Element(tag, dict(named), node(tag, text).children)


def _journal(record: Record) -> Element:
    house = record.publisher
    name = re.sub(r"\W+", "-", record.series.casefold()).strip("-") or "series"
    return node(
        "journal-meta",
        _typed("journal-id", name, journal_id_type="publisher-id"),
        node("journal-title-group", text_node("journal-title", record.series)) if record.series else None,
        _typed("issn", record.issn, publication_format="electronic") if record.issn else None,
        node(
            "publisher",
            text_node("publisher-name", house.name),
            text_node("publisher-loc", house.place),
        )
        if house
        else None,
    )


def _article(record: Record, lives: Sequence[Sequence[Element]], targets: Targets) -> Element:
    places = list(dict.fromkeys(place for agent in _people(record) for place in agent.affiliations))
    ids = dict(zip(places, free_ids("aff", len(places), targets), strict=True))
    return node(
        "article-meta",
        _typed("article-id", record.doi, pub_id_type="doi") if record.doi else None,
        _typed("article-id", record.number, pub_id_type="publisher-id") if record.number else None,
        text_node("article-version", record.version),
        node(
            "title-group",
            node("article-title", record.title),
            text_node("subtitle", record.subtitle),
        ),
        _contributors(record, lives, ids),
        *_others(record, ids),
        *(_affiliation(place, name) for place, name in ids.items()),
        _day(record.date, "pub-date", "pub"),
        text_node("issue", record.number),
        text_node("elocation-id", record.number),
        node("history", _day(record.updated, "date", "rev-recd")) if record.updated else None,
        _permissions(record),
        node("self-uri", record.url, xlink__href=record.url) if record.url else None,
        *_related(record),
        node("abstract", *(text_node("p", text) for text in record.abstract)) if record.abstract else None,
        _keywords(record.keywords, "author"),
        _keywords(record.jel, "JEL"),
        _funding(record),
    )


def _people(record: Record) -> Iterator[Agent]:
    yield from record.authors
    yield from record.editors
    yield from record.translators
    yield from record.reviewers


def _contributors(
    record: Record, lives: Sequence[Sequence[Element]], ids: dict[Institution, str]
) -> Element | None:
    made = [
        _contributor(agent, "author", ids, lives[at] if at < len(lives) else ())
        for at, agent in enumerate(record.authors)
    ]
    return node("contrib-group", *made) if made else None


def _others(record: Record, ids: dict[Institution, str]) -> Iterator[Element]:
    """Those who helped, in a group for each thing that they did."""
    for role, agents in (
        ("editor", record.editors),
        ("translator", record.translators),
        ("reviewer", record.reviewers),
    ):
        if agents:
            found = node("contrib-group", *(_contributor(agent, role, ids, ()) for agent in agents))
            found.attributes["content-type"] = f"{role}s"
            yield found


def _contributor(agent: Agent, role: str, ids: dict[Institution, str], life: Sequence[Element]) -> Element:
    orcid = f"https://orcid.org/{agent.orcid}"
    found = node(
        "contrib",
        _typed("contrib-id", orcid, contrib_id_type="orcid") if agent.orcid else None,
        text_node("collab", agent.parts.literal) if agent.is_organization else _name(agent),
        node("bio", *life) if life else None,
        text_node("email", agent.email),
        node("uri", agent.url, xlink__href=agent.url) if agent.url else None,
        *(_typed("xref", "", ref_type="aff", rid=ids[place]) for place in dict.fromkeys(agent.affiliations)),
    )
    found.attributes["contrib-type"] = role
    return found


def _name(agent: Agent) -> Element:
    parts = agent.parts
    found = node(
        "name",
        text_node("surname", parts.whole_family),
        text_node("given-names", f"{parts.given} {parts.dropping}".strip()),
        text_node("suffix", parts.suffix),
    )
    if IN_OWN_SCRIPT.search(agent.name):
        found.attributes["name-style"] = "eastern"
    return found


def _affiliation(place: Institution, name: str) -> Element:
    identifier = _typed("institution-id", place.ror, institution_id_type="ror") if place.ror else None
    wrap = node("institution-wrap", identifier, text_node("institution", place.name))
    return node("aff", wrap, id=name)


def _day(day: datetime.date, tag: str, kind: str) -> Element:
    found = node(
        tag,
        node("day", f"{day.day:02d}"),
        node("month", f"{day.month:02d}"),
        node("year", f"{day.year:04d}"),
    )
    medium = {"publication-format": "electronic"} if tag == "pub-date" else {}
    found.attributes |= {**medium, "date-type": kind, "iso-8601-date": day.isoformat()}
    return found


def _permissions(record: Record) -> Element | None:
    licence = None
    if record.licence:
        words = text_node("license-p", record.licence_name or record.licence)
        licence = node("license", node("ali:license_ref", record.licence), words, xlink__href=record.licence)
    rights = text_node("copyright-statement", record.rights)
    year = text_node("copyright-year", f"{record.date.year:04d}") if rights else None
    return node("permissions", rights, year, licence) if rights or licence else None


def _related(record: Record) -> Iterator[Element]:
    """What the publication replaces, and its other editions."""
    for _number, each in enumerate(record.related, 1):
        if address := each.doi or each.url:
            found = node("related-article", each.words, xlink__href=address, xml__lang=each.lang)
            found.attributes |= {
                "related-article-type": RELATIONS[each.relation],
                "ext-link-type": "doi" if each.doi else "uri",
                "specific-use": each.relation,
            }
            yield found


def _keywords(words: Sequence[str], kind: str) -> Element | None:
    if not words:
        return None
    found = node("kwd-group", *(text_node("kwd", word) for word in words))
    found.attributes["kwd-group-type"] = kind
    return found


def _funding(record: Record) -> Element | None:
    if not record.funding and not record.funding_statement:
        return None
    return node(
        "funding-group",
        *map(_award, record.funding),
        text_node("funding-statement", record.funding_statement),
    )


def _award(each: FundingSource) -> Element:
    kind = "ror" if each.identifier.startswith("https://ror.org/") else "doi"
    identifier = _typed("institution-id", each.identifier, institution_id_type=kind)
    wrap = node(
        "institution-wrap", identifier if each.identifier else None, text_node("institution", each.name)
    )
    return node("award-group", node("funding-source", wrap), text_node("award-id", each.grant))
