"""The pages of a site, from templates.

In:  the content of a site.
Out: the HTML of each page by the path of its file; problems of templates.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from issuebrief.site.landing_pages import landing_pages
from issuebrief.site.list_pages import first_page, list_pages, missing_page, redirect_pages

if TYPE_CHECKING:
    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.site.page_facts import SiteContent


@dataclass(frozen=True)
class SitePages:
    """Pages by the paths of their files, and what is wrong with their templates."""

    files: dict[str, bytes]
    problems: tuple[Diagnostic, ...]


def make_pages(content: SiteContent) -> SitePages:
    """All pages."""
    files: dict[str, bytes] = {}
    problems: dict[Diagnostic, None] = {}
    makers = (first_page, list_pages, landing_pages, missing_page, redirect_pages)
    for path, html, found in (made for maker in makers for made in maker(content)):
        problems |= dict.fromkeys(found)
        if html:
            files[path] = html.encode("utf-8")
    return SitePages(files, tuple(problems))
