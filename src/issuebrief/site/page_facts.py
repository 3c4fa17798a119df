"""What pages of a site are made of, and how one is filled.

In:  whose site it is, its briefs and lists: a `SiteContent`.
Out: a page: its template, filled with what its frame says.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from msgspec import Struct
from msgspec.structs import replace as with_values

from issuebrief.html import make_page
from issuebrief.site.looks import ICON, SiteLogo
from issuebrief.site.words.site_words import site_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.job import Publishing
    from issuebrief.manuscript import Manuscript
    from issuebrief.resources import SearchPath
    from issuebrief.site.entries import SiteEntry
    from issuebrief.site.listings import Listing
    from issuebrief.site.model import CoverPicture, Download, EarlierVersion, House

POLICY = (
    "default-src 'none'; img-src 'self' data:; font-src 'self'; style-src 'self'; script-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
"""What a page may do in a browser: show itself, with the style sheet and the script of the site."""
MARK, FONTS = "0000mark", "0000fonts"
"""Where pages have the mark of their style sheet and the names of their fonts, until these are known.

They are letters and digits that all pages have.
"""
MadePage = tuple[str, str, tuple["Diagnostic", ...]]
"""The path of the file of a page, its HTML, and what is wrong with its template."""


class MenuItem(Struct, frozen=True):
    """A link in the head of a page."""

    name: str
    address: str
    is_here: bool


class PageFacts(Struct, frozen=True, kw_only=True):
    """What the frame says of a page; `root` leads from it to the first page."""

    path: str
    root: str
    title: str
    menu: tuple[MenuItem, ...]
    description: str = ""
    canonical: str = ""
    is_moved: bool = False
    tags: tuple[tuple[str, str], ...] = ()
    properties: tuple[tuple[str, str], ...] = ()
    linked_data: str = ""


class SiteFacts(Struct, frozen=True):
    """What the frame says of the site; `mark` changes with its style sheet and its scripts.

    `fonts` are the names of those that the page begins with, and `icon` is the path of the picture in tabs.
    `shows_house` says whether the name of the house is printed beside its logo, or is in it.
    """

    title: str
    address: str
    house: str
    shows_house: bool
    url: str
    email: str
    logo: tuple[SiteLogo, ...]
    policy: str
    mark: str
    fonts: str
    icon: str


@dataclass(frozen=True)
class LandingPage:
    """A brief with all that its page says; `editions` are those in all languages, this one among them.

    `versions` are earlier ones of the brief itself, `newer` and `older` other briefs.
    """

    manuscript: Manuscript
    entry: SiteEntry
    publishing: Publishing
    downloads: tuple[Download, ...]
    cover: CoverPicture | None
    editions: tuple[SiteEntry, ...]
    citation_files: tuple[str, ...] = ()
    newer: SiteEntry | None = None
    older: SiteEntry | None = None
    versions: tuple[EarlierVersion, ...] = ()


@dataclass(frozen=True)
class SiteContent:
    """All that pages are made of: briefs in the order of lists, and the lists."""

    house: House
    search_path: SearchPath
    logo: tuple[SiteLogo, ...]
    landings: tuple[LandingPage, ...]
    entries: tuple[SiteEntry, ...]
    years: tuple[Listing, ...]
    authors: tuple[Listing, ...]
    topics: tuple[Listing, ...]
    redirects: Mapping[str, str] = field(default_factory=dict)
    """Paths of files at former addresses, each with the page that it leads to."""
    icon: str = ICON
    """The path of the picture that browsers show in tabs."""


def filled(content: SiteContent, template: str, page: PageFacts, file: str, **more: Any) -> MadePage:
    """A page in the language of the site."""
    return made(content, content.house.blank, template, page, file, **more)


def made(
    content: SiteContent, manuscript: Manuscript, template: str, page: PageFacts, file: str, **more: Any
) -> MadePage:
    """A page in the language of a brief."""
    house = content.house
    publisher, own = house.blank.brief.publisher, manuscript.brief.publisher
    # In another language the institute has another name; a brief of another institute has that of the site.
    name = own.name if own and manuscript.source.shared else name_of_house(house)
    has_wordmark = publisher and publisher.logo and publisher.logo.wordmark
    site = SiteFacts(
        house.title,
        house.address,
        name or house.title,
        not has_wordmark,
        (publisher.url if publisher else "") or "",
        (publisher.email if publisher else "") or "",
        content.logo,
        POLICY,
        MARK,
        FONTS,
        content.icon,
    )
    html, problems = make_page(
        manuscript.brief,
        manuscript.body,
        house.blank.theme,
        content.search_path,
        template,
        logo=manuscript.logo,
        on_web=True,
        page=page,
        site=site,
        say=site_words(manuscript.brief.lang),
        **more,
    )
    return file, html, problems


def facts_of(content: SiteContent, path: str, title: str, lang: str, **more: Any) -> PageFacts:
    """What the frame says of a page at a path of the site."""
    root = "../" * path.count("/")
    own = site_words(lang)
    places = ((own.publications, ""), (own.authors, "authors/"), (own.topics, "topics/"))
    menu = tuple(
        MenuItem(name, (root + place) or "./", path == place)
        for name, place, there in zip(
            *zip(*places, strict=True), (content.entries, content.authors, content.topics), strict=True
        )
        if there
    )
    search = MenuItem(own.search, f"{root}#search" if path else "#search", is_here=False)
    address = content.house.address
    return with_values(
        PageFacts(path=path, root=root, title=title, menu=(*menu, search) if content.entries else menu),
        canonical=address + quote(path) if address else "",
        **more,
    )


def name_of_house(house: House) -> str:
    """The name of the institute; empty if nobody has said it."""
    publisher = house.blank.brief.publisher
    return publisher.name if publisher else ""


def in_script(data: object) -> str:
    """Data as JSON that is safe to stand in a `script` element."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
