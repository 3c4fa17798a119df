"""The pages of a site that lead to briefs, and those where there is none.

In:  the content of a site.
Out: the first page, the lists by year, author and topic, the page for addresses without one, and a page at
     each former address.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from msgspec.structs import replace as with_values

from issuebrief.metadata.field_words import words_of
from issuebrief.site.addresses import file_of
from issuebrief.site.listings import Listing, Way
from issuebrief.site.page_facts import facts_of, filled, in_script, name_of_house
from issuebrief.web.meta_tags import short

if TYPE_CHECKING:
    from collections.abc import Iterable

    from issuebrief.site.entries import EntryAuthor
    from issuebrief.site.page_facts import MadePage, SiteContent

NEWEST = 16
"""Briefs on the first page; all others are on the pages of their years."""
MOST_LISTED = 24
"""Authors or topics on the first page; all are on the pages of their own."""


def first_page(content: SiteContent) -> Iterable[MadePage]:
    """The newest briefs, the search, and ways to all others."""
    house, newest = content.house, content.entries[:NEWEST]
    brief = house.blank.brief
    about = short(words_of(brief.publisher.about, brief)) if brief.publisher else ""
    covers = {landing.entry.page: landing.cover for landing in content.landings}
    shown = {entry.page for entry in newest[1:]}
    years = tuple(
        with_values(year, entries=tuple(entry for entry in year.entries if entry.page in shown))
        for year in content.years
    )
    ways = (
        Way(house.words.years, "", content.years),
        Way(house.words.topics, "topics/", *_first(content.topics)),
        Way(house.words.authors, "authors/", *_first(content.authors)),
    )
    properties = (
        ("og:type", "website"),
        ("og:title", house.title),
        ("og:url", house.address),
        ("og:description", about),
    )
    title = house.title if house.title != name_of_house(house) else house.words.publications
    page = facts_of(content, "", title, house.lang, description=about)
    data = {"@context": "https://schema.org", "@type": "WebSite", "name": house.title, "url": house.address}
    page = with_values(
        page,
        properties=tuple(each for each in properties if each[1]) if house.address else (),
        linked_data=in_script(data) if house.address else "",
    )
    yield filled(
        content,
        "site/index.html",
        page,
        "index.html",
        newest=newest[0] if newest else None,
        cover=covers.get(newest[0].page) if newest else None,
        years=tuple(year for year in years if year.entries),
        ways=tuple(way for way in ways if way.listings),
    )


def _first(listings: tuple[Listing, ...]) -> tuple[tuple[Listing, ...], bool]:
    """The lists with most briefs, in the order of all, and whether there are others."""
    most = sorted(listings, key=lambda each: -len(each.entries))[:MOST_LISTED]
    kept = {each.page for each in most}
    return tuple(each for each in listings if each.page in kept), len(listings) > MOST_LISTED


def list_pages(content: SiteContent) -> Iterable[MadePage]:
    """The briefs of each year, author and topic; all authors, and all topics."""
    house = content.house
    people = {author.page: author for entry in reversed(content.entries) for author in entry.authors}
    for listing in (*content.years, *content.authors, *content.topics):
        page = facts_of(content, listing.page, listing.title, house.lang)
        author: EntryAuthor | None = people.get(listing.page)
        yield filled(content, "site/list.html", page, file_of(listing.page), listing=listing, author=author)
    for title, path, listings in (
        (house.words.authors, "authors/", content.authors),
        (house.words.topics, "topics/", content.topics),
    ):
        if listings:
            page = facts_of(content, path, title, house.lang)
            yield filled(content, "site/all.html", page, file_of(path), way=Way(title, path, listings))


def missing_page(content: SiteContent) -> Iterable[MadePage]:
    """What a server shows at any address without a page; so its own links begin at the root of the server."""
    own, root = content.house.words, urlsplit(content.house.address).path or "/"
    page = facts_of(content, "", own.missing, content.house.lang)
    menu = tuple(
        with_values(item, address=root + item.address.removeprefix("./"), is_here=False) for item in page.menu
    )
    page = with_values(page, path="404.html", root=root, canonical="", menu=menu)
    yield filled(content, "site/notice.html", page, "404.html")


def redirect_pages(content: SiteContent) -> Iterable[MadePage]:
    """A page at each former address of a brief, which leads on."""
    by_page = {landing.entry.page: landing.entry for landing in content.landings}
    for file, target in content.redirects.items():
        entry = by_page[target]
        path = file.removesuffix("index.html")
        page = facts_of(content, path, content.house.words.moved, content.house.lang)
        canonical = content.house.address + quote(target) if content.house.address else ""
        page = with_values(page, is_moved=True, canonical=canonical)
        address = page.root + quote(target)
        yield filled(
            content, "site/notice.html", page, file, target=address or "./", target_title=entry.title
        )
