"""Gather what a file says of itself.

In:  what the HTML says in its head, and the front matter of the brief.
Out: `About`, from which the XMP packet is written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from weasyprint import VERSION

from issuebrief.licences import MARK, ZERO, in_language, licence_of
from issuebrief.markdown_body import plain
from issuebrief.moments import moment
from issuebrief.pdf.dates import stamp
from issuebrief.pdf.xmp import About
from issuebrief.stated_values import CREDITS, contributors_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from issuebrief.editions.model import Edition
    from issuebrief.engine.protocols import HeadOfPage
    from issuebrief.frontmatter.model import Brief
    from issuebrief.moments import ZonedMoment


def about(said: HeadOfPage, brief: Brief, editions: Sequence[Edition] = (), page: str = "") -> About:
    """What a file says of itself; `said` is what WeasyPrint understood of the head of the page.

    It names the addresses of the other `editions`, and of its `page` on a site that it is published on.
    """
    date = stamp()
    licence = licence_of(brief.license or "")
    terms = in_language(licence, brief.lang).printed if licence else ""
    rights = (plain(brief.copyright, brief, html=True), terms)
    others = (each.address for each in editions if not each.is_this)
    until = moment(brief.embargo) if brief.embargo else None
    return About(
        title=said.title or "",
        language=said.lang or "",
        authors=tuple(said.authors),
        publisher=plain(brief.publisher.name, brief) if brief.publisher else "",
        description=said.description or "",
        keywords=tuple(said.keywords),
        rights=" ".join(part for part in rights if part),
        doi=brief.doi or "",
        page=page,
        issn=brief.issn or "",
        series=plain(brief.series, brief),
        number=str(brief.number),
        published=said.created or "",
        modified=date.iso if date else "",
        related=tuple(
            address
            for address in (page if brief.doi else "", *others, plain(brief.supersedes, brief))
            if address
        ),
        producer=f"WeasyPrint {VERSION}",
        contributors=tuple(
            plain(person.name, brief) for key in CREDITS for person in contributors_of(brief, key)
        ),
        version=str(brief.version),
        updated=brief.updated.isoformat() if brief.updated else "",
        embargo=_moment(until),
        license=licence.url if licence else "",
        terms=terms,
        is_free=licence in (ZERO, MARK),
    )


def _moment(until: ZonedMoment | None) -> str:
    """A moment as XMP writes it: a day, or both day and time in UTC."""
    if until is None:
        return ""
    return until.since.strftime("%Y-%m-%dT%H:%M:%SZ") if until.time else until.day.isoformat()
