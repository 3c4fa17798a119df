"""The record of a brief.

In:  a manuscript.
Out: its `Record`.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from issuebrief.citations.csl.works import PersonName
from issuebrief.licences import licence_of
from issuebrief.markdown_body import plain
from issuebrief.metadata.field_words import is_organization, licence_address, paragraphs_of, words_of
from issuebrief.metadata.noted_works import doi_in, noted_works
from issuebrief.metadata.person_names import parts_of
from issuebrief.metadata.record import Agent, FundingSource, Institution, Record, RelatedWork
from issuebrief.moments import moment
from issuebrief.stated_values import affiliations_of, contributors_of, funders_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from issuebrief.editions.model import Edition
    from issuebrief.frontmatter.keys.statements import Contributor
    from issuebrief.frontmatter.model import Author, Brief
    from issuebrief.manuscript import Manuscript

ROR = "https://ror.org/"


def record_of(manuscript: Manuscript) -> Record:
    """What catalogues are told of a brief."""
    brief = manuscript.brief
    until = moment(brief.embargo) if brief.embargo else None
    licence = licence_of(brief.license or "")
    return Record(
        title=plain(brief.title, brief),
        subtitle=plain(brief.subtitle, brief),
        date=brief.date,
        lang=brief.lang,
        authors=tuple(_author(each, brief) for each in brief.authors),
        editors=_contributors(brief, "editors"),
        translators=_contributors(brief, "translators"),
        reviewers=_contributors(brief, "reviewers"),
        publisher=_publisher(brief),
        series=plain(brief.series, brief),
        number=plain(str(brief.number), brief),
        issn=brief.issn or "",
        doi=brief.doi or "",
        url=brief.url or "",
        updated=brief.updated,
        available=until.day if until else None,
        version=str(brief.version),
        abstract=paragraphs_of(brief.abstract, brief),
        keywords=tuple(plain(keyword, brief) for keyword in brief.keywords),
        jel=brief.jel,
        licence=licence_address(brief),
        licence_name=(licence.name or licence.short) if licence else "",
        rights=words_of(brief.copyright, brief),
        funding=() if isinstance(brief.funding, str) else tuple(_funding(brief)),
        funding_statement=words_of(brief.funding, brief) if isinstance(brief.funding, str) else "",
        noted_works=noted_works(manuscript.body),
        related=(*_superseded(brief), *_translations(manuscript.editions)),
    )


def _publisher(brief: Brief) -> Institution | None:
    publisher = brief.publisher
    if not publisher or not publisher.name:
        return None
    return Institution(
        plain(publisher.name, brief),
        plain(publisher.short, brief),
        plain(publisher.place, brief),
        publisher.url or "",
        publisher.email or "",
        _ror(publisher.ror),
    )


def _author(author: Author, brief: Brief) -> Agent:
    """An author; one who is no person works nowhere, and any other, unless told, at the institute."""
    name = plain(author.name, brief)
    if is_organization(author, brief):
        return Agent(name, PersonName(literal=name), "", author.email or "", author.url or "")
    house = _publisher(brief)
    affiliations = _affiliations(author, brief) or ((house,) if house else ())
    parts = parts_of(name, brief.lang, plain(author.family, brief))
    return Agent(name, parts, author.orcid or "", author.email or "", author.url or "", affiliations)


def _contributors(brief: Brief, key: str) -> tuple[Agent, ...]:
    """The people below a key of the front matter."""
    return tuple(_contributor(each, brief) for each in contributors_of(brief, key))


def _contributor(person: Contributor, brief: Brief) -> Agent:
    name = plain(person.name, brief)
    affiliations = _affiliations(person, brief)
    return Agent(name, parts_of(name, brief.lang), person.orcid or "", "", person.url or "", affiliations)


def _affiliations(person: Author | Contributor, brief: Brief) -> tuple[Institution, ...]:
    """Where somebody works, each with the ROR ID that stands at its place in the list of these.

    What has the institute's name, or its short one, is the institute.
    """
    house = _publisher(brief)
    names = affiliations_of(person.affiliation)
    pairs = zip_longest(names, person.ror[: len(names)], fillvalue="")
    given = [Institution(plain(name, brief), ror=_ror(ror)) for name, ror in pairs]
    return tuple(
        house if house and not each.ror and each.name in (house.name, house.short) else each for each in given
    )


def _ror(identifier: str | None) -> str:
    """The address of a ROR ID."""
    return f"{ROR}{identifier}" if identifier else ""


def _funding(brief: Brief) -> Iterator[FundingSource]:
    """Who paid; a web site in one of the two registries of funders identifies a funder, too."""
    for each in funders_of(brief):
        url = each.url or ""
        known = url if url.startswith(ROR) else doi_in(url) if "doi.org/10.13039/" in url else ""
        yield FundingSource(words_of(each.name, brief), str(each.grant), url, _ror(each.ror) or known)


def _superseded(brief: Brief) -> Iterator[RelatedWork]:
    """The publication that this one replaces."""
    if words := words_of(brief.supersedes, brief):
        yield RelatedWork("supersedes", words, brief.lang, doi_in(words))


def _translations(editions: Sequence[Edition]) -> Iterator[RelatedWork]:
    """The original of a translation, or the translations of an original."""
    is_original = any(each.is_this and each.is_original for each in editions)
    for each in editions:
        if not each.is_this and each.is_original != is_original:
            relation = "translation" if is_original else "original"
            yield RelatedWork(relation, each.title, each.lang, each.doi, each.address)
