"""What pages of a site say of a brief, ready for templates.

In:  a brief with its address, its front matter and its files.
Out: `SiteEntry`: words and HTML; shapes that templates may look into.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from issuebrief.frontmatter.keys.formats import from_right_to_left
from issuebrief.l10n import long_date, words
from issuebrief.markdown_body import inline, plain
from issuebrief.metadata.field_words import words_of
from issuebrief.site.model import Download
from issuebrief.site.slugs import distinct
from issuebrief.stated_values import affiliations_of
from issuebrief.web.meta_tags import short

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from issuebrief.frontmatter.model import Author, Brief
    from issuebrief.site.deliverables import MadeFiles
    from issuebrief.site.model import PlacedBrief

NOTE_MARK = re.compile(r"\[\^[^\]\s]+\]|\^\[[^\]]*\]")
"""The marks of notes in a field, which lead nowhere without the text."""
LINK = re.compile(r"</?a(?:\s[^>]*)?>")
KINDS = {".pdf": "pdf", ".html": "html", ".epub": "epub"}


class EntryAuthor(Struct, frozen=True):
    """An author on a site: the name in words, the path of the author's page, and who that is."""

    name: str
    page: str
    role: str
    affiliation: str
    url: str
    orcid: str


class EntryTopic(Struct, frozen=True):
    """A keyword, and the path of its page."""

    name: str
    page: str


class SiteEntry(Struct, frozen=True):
    """A brief in a list or on its page; `page` and `folder` are paths on the site.

    `title`, `subtitle`, `abstract` and `key_points` are HTML, all else is words.
    """

    page: str
    folder: str
    stem: str
    lang: str
    direction: str
    title: str
    title_words: str
    subtitle: str
    subtitle_words: str
    byline: str
    series_line: str
    date: str
    iso: str
    year: int
    summary: str
    abstract: str
    key_points: tuple[str, ...]
    authors: tuple[EntryAuthor, ...]
    topics: tuple[EntryTopic, ...]


def entry_of(placed: PlacedBrief, authors: dict[str, str], topics: dict[str, str]) -> SiteEntry:
    """What is said of a brief; the pages of authors and topics by their keys."""
    brief, address = placed.manuscript.brief, placed.address
    labels = words(brief.lang, brief.labels)
    numbered = labels.issue(brief.number) if brief.number else ""
    return SiteEntry(
        page=address.page,
        folder=address.folder,
        stem=address.stem,
        lang=brief.lang,
        direction="rtl" if from_right_to_left(brief.lang) else "ltr",
        title=_phrase(brief.title, brief),
        title_words=plain(brief.title, brief),
        subtitle=_phrase(brief.subtitle, brief),
        subtitle_words=plain(brief.subtitle, brief),
        byline=labels.listed([plain(author.name, brief) for author in brief.authors]),
        series_line=plain(" ".join(part for part in (brief.series, numbered) if part), brief),
        date=long_date(brief.date, labels),
        iso=brief.date.isoformat(),
        year=brief.date.year,
        summary=short(words_of(NOTE_MARK.sub("", brief.abstract), brief)),
        abstract=field_of(brief.abstract, brief, blocks=True),
        key_points=tuple(field_of(point, brief) for point in brief.key_points),
        authors=tuple(_author(author, brief, authors) for author in brief.authors),
        topics=tuple(
            EntryTopic(plain(keyword, brief), topics.get(topic_key(keyword, brief), ""))
            for keyword in brief.keywords
        ),
    )


def field_of(text: str, brief: Brief, *, blocks: bool = False) -> str:
    """A Markdown field as HTML that does no harm, without the marks of notes."""
    from markupsafe import Markup

    from issuebrief.web.sanitise import clean

    return Markup(clean(inline(NOTE_MARK.sub("", text), brief, blocks=blocks))) if text else ""


def _phrase(text: str, brief: Brief) -> str:
    from markupsafe import Markup

    # A title is a link itself wherever it stands in a list, and links do not nest.
    return Markup(LINK.sub("", inline(NOTE_MARK.sub("", text), brief, html=False))) if text else ""


def _author(author: Author, brief: Brief, pages: dict[str, str]) -> EntryAuthor:
    return EntryAuthor(
        name=plain(author.name, brief),
        page=pages.get(author_key(author, brief), ""),
        role=plain(author.role, brief),
        affiliation="; ".join(plain(name, brief) for name in affiliations_of(author.affiliation)),
        url=author.url or "",
        orcid=author.orcid or "",
    )


def author_key(author: Author, brief: Brief) -> str:
    """Who an author is: the ORCID iD, or else the name in small letters."""
    return author.orcid or plain(author.name, brief).casefold()


def topic_key(keyword: str, brief: Brief) -> str:
    """What a keyword is about: its words in small letters."""
    return plain(keyword, brief).casefold()


def author_pages(briefs: Iterable[PlacedBrief]) -> dict[str, str]:
    """The pages of all authors, by their keys."""
    names: dict[str, str] = {}
    for brief in (placed.manuscript.brief for placed in briefs):
        names |= {author_key(author, brief): plain(author.name, brief) for author in brief.authors}
    return _pages(names, "authors")


def topic_pages(briefs: Iterable[PlacedBrief]) -> dict[str, str]:
    """The pages of all topics, by their keys."""
    names: dict[str, str] = {}
    for brief in (placed.manuscript.brief for placed in briefs):
        names |= {topic_key(keyword, brief): plain(keyword, brief) for keyword in brief.keywords}
    return _pages(names, "topics")


def _pages(names: dict[str, str], folder: str) -> dict[str, str]:
    """A page for each key, named after what the key stands for."""
    slugs = distinct(names)
    return {key: f"{folder}/{slugs[key]}/" for key in names}


def downloads_of(placed: PlacedBrief, made: MadeFiles) -> tuple[Download, ...]:
    """The files that readers may take away."""
    found: Sequence[Download] = [
        Download(
            kind,
            placed.address.folder + name,
            (made.folder / name).stat().st_size,
            made.pages if kind == "pdf" else 0,
        )
        for ending, kind in KINDS.items()
        if (name := placed.address.stem + ending) in made.names
    ]
    return tuple(found)
