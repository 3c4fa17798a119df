"""The page of each brief on a site.

In:  the content of a site.
Out: pages with what a brief is about, its files, how to cite it, and what search engines are told.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import quote

from msgspec import Struct
from msgspec.structs import replace as with_values

from issuebrief.editions.language_names import name_of
from issuebrief.l10n import words
from issuebrief.metadata.field_words import licence_address
from issuebrief.site.addresses import file_of
from issuebrief.site.entries import field_of
from issuebrief.site.landing_data import TYPES, landing_data
from issuebrief.site.listings import further_reading
from issuebrief.site.page_facts import facts_of, in_script, made
from issuebrief.site.words.site_words import site_words
from issuebrief.web.meta_tags import card_tags, citation_tags, sharing_tags

if TYPE_CHECKING:
    from collections.abc import Iterable

    from issuebrief.l10n import Words
    from issuebrief.site.entries import SiteEntry
    from issuebrief.site.model import Download, EarlierVersion
    from issuebrief.site.page_facts import LandingPage, MadePage, SiteContent
    from issuebrief.site.words.site_words import SiteWords


class DownloadLink(Struct, frozen=True):
    """A link to a file."""

    kind: str
    name: str
    address: str
    size: str
    pages: str
    type: str


class EditionLink(Struct, frozen=True):
    """A link to the page of an edition in another language."""

    lang: str
    language: str
    address: str
    canonical: str
    is_here: bool


def landing_pages(content: SiteContent) -> Iterable[MadePage]:
    """The pages of all briefs."""
    topics = {listing.page: listing for listing in content.topics}
    for landing in content.landings:
        yield _landing_page(content, landing, further_reading(landing.entry, topics))


def _landing_page(content: SiteContent, landing: LandingPage, further: tuple[SiteEntry, ...]) -> MadePage:
    entry, publishing = landing.entry, landing.publishing
    brief = landing.manuscript.brief
    if publishing.address and not brief.url:
        brief = with_values(brief, url=publishing.address)
    manuscript = replace(landing.manuscript, brief=brief)
    root = "../" * entry.page.count("/")
    labels, own = words(brief.lang, brief.labels), site_words(brief.lang)
    links = tuple(_download(each, root, own, labels) for each in landing.downloads)
    text = publishing.files + quote(f"{entry.stem}.html") if publishing.files else ""
    tags = [
        (name, text if name == "citation_fulltext_html_url" else told)
        for name, told in citation_tags(brief, (), publishing)
    ]
    tags.append(("citation_abstract_html_url", publishing.address))
    page = facts_of(content, entry.page, entry.title_words, brief.lang, description=entry.summary)
    page = with_values(
        page,
        canonical=brief.url or "",
        tags=tuple(each for each in (*tags, *card_tags(brief, publishing)) if each[1]),
        properties=tuple(sharing_tags(brief, publishing)),
        linked_data=in_script(
            landing_data(manuscript, landing.downloads, content.house.address, publishing.card)
        ),
    )
    names = [author.name for author in entry.authors]
    return made(
        content,
        manuscript,
        "site/brief.html",
        page,
        file_of(entry.page),
        entry=entry,
        joints=tuple(labels.joints(names)),
        downloads=links,
        cover=landing.cover,
        licence=licence_address(brief),
        site_editions=tuple(_edition(each, entry, root, content.house.address) for each in landing.editions),
        citation_files=tuple(
            DownloadLink(name, label, root + quote(f"{entry.folder}{entry.stem}{ending}"), "", "", "")
            for name, (label, ending) in CITATION_FILES.items()
            if name in landing.citation_files
        ),
        corrections=tuple(field_of(each.text, brief, blocks=True) for each in brief.corrections),
        newer=landing.newer,
        older=landing.older,
        versions=tuple(_version(each, root, labels) for each in landing.versions),
        further=further,
    )


CITATION_FILES = {"bibtex": ("BibTeX", ".bib"), "ris": ("RIS", ".ris"), "csl-json": ("CSL-JSON", ".csl.json")}
"""Files for programs that keep references: by kind, what they are called, and how their names end."""


def _download(download: Download, root: str, own: SiteWords, labels: Words) -> DownloadLink:
    names = {"pdf": own.pdf, "html": own.read, "epub": own.epub}
    return DownloadLink(
        download.kind,
        names[download.kind],
        root + quote(download.path),
        labels.numeral(_size(download.size)),
        own.pages.format(count=labels.numeral(download.pages)) if download.pages else "",
        TYPES[download.kind],
    )


def _version(version: EarlierVersion, root: str, labels: Words) -> DownloadLink:
    address, size = root + quote(version.path), labels.numeral(_size(version.size))
    return DownloadLink("pdf", version.name, address, size, version.date, TYPES["pdf"])


def _size(size: int) -> str:
    """A number of bytes as readers know it."""
    return f"{max(round(size / 1000), 1)} KB" if size < 1_000_000 else f"{size / 1_000_000:.1f} MB"


def _edition(entry: SiteEntry, here: SiteEntry, root: str, site: str) -> EditionLink:
    canonical = site + quote(entry.page) if site else ""
    return EditionLink(
        entry.lang,
        name_of(entry.lang),
        (root + quote(entry.page)) or "./",
        canonical,
        entry.page == here.page,
    )
