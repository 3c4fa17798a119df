"""What the head of a page tells reference managers, search engines and those who share it.

In:  a brief.
Out: pairs of name and content: Highwire's `citation_…`, which Google Scholar and Zotero read, and Open
     Graph's `og:…` with what X asks for besides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from issuebrief.markdown_body import plain
from issuebrief.metadata.field_words import full_title, words_of
from issuebrief.moments import moment
from issuebrief.stated_values import affiliations_of, contributors_of, funders_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from issuebrief.citations.csl.works import Work
    from issuebrief.frontmatter.model import Author, Brief
    from issuebrief.job import Publishing

Tags = list[tuple[str, str]]
CARD = (1200, 630)
"""Pixels of the picture that link previews show."""


def citation_tags(brief: Brief, works: Sequence[Work] = (), publishing: Publishing | None = None) -> Tags:
    """Highwire's tags, those of a technical report; what belongs to an author follows the author's name.

    The `works` are those that it cites by keys. Files have addresses if `publishing` gives them any.
    """
    house = brief.publisher.name if brief.publisher else ""
    tags: Tags = [("citation_title", full_title(brief))]
    for author in brief.authors:
        tags += [
            ("citation_author", plain(author.name, brief)),
            *(("citation_author_institution", place) for place in _institutions(author, house, brief)),
            ("citation_author_email", author.email or ""),
            ("citation_author_orcid", f"https://orcid.org/{author.orcid}" if author.orcid else ""),
        ]
    tags += [
        ("citation_publication_date", brief.date.strftime("%Y/%m/%d")),
        ("citation_technical_report_institution", house),
        ("citation_technical_report_number", str(brief.number)),
        ("citation_series_title", brief.series),
        ("citation_publisher", house),
        ("citation_doi", brief.doi or ""),
        ("citation_issn", brief.issn or ""),
        ("citation_language", brief.lang),
        ("citation_abstract", words_of(brief.abstract, brief)),
        ("citation_fulltext_html_url", brief.url or ""),
        ("citation_pdf_url", _pdf(publishing)),
        *(("citation_keywords", plain(keyword, brief)) for keyword in brief.keywords),
        *(("citation_keywords", f"JEL {code}") for code in brief.jel),
        *(("citation_editor", plain(each.name, brief)) for each in contributors_of(brief, "editors")),
        *(("citation_translator", plain(each.name, brief)) for each in contributors_of(brief, "translators")),
        *_funding(brief),
        *_state(brief),
        *_cited(works),
    ]
    return _told(tags)


def _pdf(publishing: Publishing | None) -> str:
    """The address of the PDF, which Google Scholar wants to be in the folder of the page."""
    return publishing.files + quote(publishing.pdf) if publishing and publishing.files else ""


def _cited(works: Sequence[Work]) -> Tags:
    """The works; nothing is loaded where none is cited."""
    if not works:
        return []
    from issuebrief.web.cited_works import reference_of

    return [("citation_reference", reference_of(work)) for work in works]


def _institutions(author: Author, house: str, brief: Brief) -> tuple[str, ...]:
    """Where an author works: the affiliations that are given, or else the institute."""
    names = affiliations_of(author.affiliation)
    return tuple(plain(name, brief) for name in names) if names else (house,)


def _funding(brief: Brief) -> Tags:
    """Funders and grants, as publishers tell them."""
    return [
        (
            "citation_funding_source",
            "; ".join(
                part
                for part in (
                    f"citation_funder={words_of(each.name, brief)}",
                    f"citation_grant_number={each.grant}" if each.grant else "",
                )
                if part
            ),
        )
        for each in funders_of(brief)
    ]


def _state(brief: Brief) -> Tags:
    """How final the text is, in the terms of Dublin Core."""
    until = moment(brief.embargo) if brief.embargo else None
    return [
        ("dcterms.modified", brief.updated.isoformat() if brief.updated else ""),
        ("dcterms.replaces", words_of(brief.supersedes, brief)),
        ("dcterms.available", (until.since.isoformat() if until.time else str(until.day)) if until else ""),
    ]


def sharing_tags(brief: Brief, publishing: Publishing | None = None) -> Tags:
    """Open Graph's tags. A picture is among them if `publishing` gives it an address of its own."""
    return _told(
        [
            ("og:type", "article"),
            ("og:title", full_title(brief)),
            ("og:description", short(words_of(brief.abstract, brief))),
            ("og:url", brief.url or ""),
            *_picture(brief, publishing),
            ("og:site_name", brief.publisher.name if brief.publisher else ""),
            ("og:locale", brief.lang.replace("-", "_")),
            ("article:published_time", brief.date.isoformat()),
            ("article:modified_time", brief.updated.isoformat() if brief.updated else ""),
            ("article:section", brief.series),
            *(("article:author", author.url or "") for author in brief.authors),
            *(("article:tag", plain(keyword, brief)) for keyword in brief.keywords),
        ]
    )


def _picture(brief: Brief, publishing: Publishing | None) -> Tags:
    if not publishing or not publishing.card:
        return []
    width, height = CARD
    return [
        ("og:image", publishing.card),
        ("og:image:width", str(width)),
        ("og:image:height", str(height)),
        ("og:image:alt", full_title(brief)),
    ]


def card_tags(brief: Brief, publishing: Publishing | None = None) -> Tags:
    """The tags of an X (Twitter) card."""
    return _told(
        [
            ("twitter:card", "summary_large_image" if publishing and publishing.card else "summary"),
            ("twitter:title", full_title(brief)),
            ("twitter:description", short(words_of(brief.abstract, brief))),
        ]
    )


def short(text: str, most: int = 200) -> str:
    """The beginning of a text, whole words of it, for those who cut off at some length anyway."""
    if len(text) <= most:
        return text
    return text[:most].rsplit(" ", 1)[0].rstrip(" ,;:–—") + "…"


def _told(tags: Tags) -> Tags:
    return [(name, content) for name, content in tags if content]
