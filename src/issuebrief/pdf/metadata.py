"""Gather what a file says of itself.

In:  what the HTML says in its head, and the front matter of the brief.
Out: `About`, from which the XMP packet is written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from weasyprint import VERSION

from issuebrief.markdown_body import plain
from issuebrief.pdf.dates import stamp
from issuebrief.pdf.xmp import About

if TYPE_CHECKING:
    from collections.abc import Sequence

    from issuebrief.editions.model import Edition
    from issuebrief.engine.protocols import HeadOfPage
    from issuebrief.frontmatter.model import Brief


def about(said: HeadOfPage, brief: Brief, editions: Sequence[Edition] = ()) -> About:
    """What a file says of itself; `said` is what WeasyPrint understood of the head of the page.

    It names the addresses of the other `editions`.
    """
    date = stamp()
    return About(
        title=said.title or "",
        language=said.lang or "",
        authors=tuple(said.authors),
        publisher=plain(brief.publisher.name, brief) if brief.publisher else "",
        description=said.description or "",
        keywords=tuple(said.keywords),
        rights=plain(brief.copyright, brief, html=True),
        doi=brief.doi or "",
        issn=brief.issn or "",
        series=plain(brief.series, brief),
        number=str(brief.number),
        published=said.created or "",
        modified=date.iso if date else "",
        related=tuple(each.address for each in editions if each.address and not each.is_this),
        producer=f"WeasyPrint {VERSION}",
    )
