"""Lists of the briefs of a site: by year, by author, by topic.

In:  entries, one a brief, and the pages of authors and topics.
Out: `Listing`s, each with a page; for a brief its newer version, its older one, and others on its topics.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from msgspec import Struct

from issuebrief.site.entries import SiteEntry

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

WORD = re.compile(r"[^\W_]+")
MOST_FURTHER = 3
"""Briefs that a page names as further reading."""
LOOKED_AT = 100
"""Briefs of a topic among which they are looked for."""


class Listing(Struct, frozen=True):
    """Briefs with something in common: what it is, the page of the list, the kind of list and its page."""

    title: str
    page: str
    entries: tuple[SiteEntry, ...]
    kind: str = ""
    above: str = ""


class Way(Struct, frozen=True):
    """A way to look through the briefs: its title, its page, its lists; `more` if not all are here."""

    title: str
    page: str
    listings: tuple[Listing, ...]
    more: bool = False


def in_order(entries: Iterable[SiteEntry]) -> tuple[SiteEntry, ...]:
    """The newest first; those of a day by their titles."""
    by_title = sorted(entries, key=lambda entry: (entry.title_words.casefold(), entry.page))
    return tuple(sorted(by_title, key=lambda entry: entry.iso, reverse=True))


def by_year(entries: Sequence[SiteEntry], kind: str) -> tuple[Listing, ...]:
    """The years, the last first."""
    found: dict[int, list[SiteEntry]] = defaultdict(list)
    for entry in entries:
        found[entry.year].append(entry)
    return tuple(
        Listing(str(year), f"{year:04}/", tuple(some), kind)
        for year, some in sorted(found.items(), reverse=True)
    )


def by_author(entries: Sequence[SiteEntry], kind: str) -> tuple[Listing, ...]:
    """The authors by the last words of their names, which mostly are family names."""
    named = ((each.page, each.name, entry) for entry in entries for each in entry.authors)
    listings = _grouped(named, kind, "authors/")
    return tuple(
        sorted(listings, key=lambda each: (each.title.split()[-1].casefold(), each.title.casefold()))
    )


def by_topic(entries: Sequence[SiteEntry], kind: str) -> tuple[Listing, ...]:
    """The topics by name."""
    named = ((each.page, each.name, entry) for entry in entries for each in entry.topics)
    return tuple(sorted(_grouped(named, kind, "topics/"), key=lambda each: each.title.casefold()))


def _grouped(named: Iterable[tuple[str, str, SiteEntry]], kind: str, above: str) -> list[Listing]:
    names: dict[str, str] = {}
    found: dict[str, dict[str, SiteEntry]] = defaultdict(dict)
    for page, name, entry in named:
        names.setdefault(page, name)
        found[page].setdefault(entry.page, entry)
    return [Listing(names[page], page, tuple(some.values()), kind, above) for page, some in found.items()]


def further_reading(entry: SiteEntry, topics: Mapping[str, Listing]) -> tuple[SiteEntry, ...]:
    """Other briefs on the same topics: those that share most of them, the newest first.

    `topics` are the lists by their pages; of each, only the newest briefs are looked at.
    """
    shared: Counter[str] = Counter()
    found: dict[str, SiteEntry] = {}
    for page in {topic.page for topic in entry.topics} & topics.keys():
        for other in topics[page].entries[:LOOKED_AT]:
            shared[other.page] += 1
            found[other.page] = other
    found.pop(entry.page, None)
    return tuple(sorted(in_order(found.values()), key=lambda other: -shared[other.page])[:MOST_FURTHER])


def replaced(
    supersedes: Mapping[str, str], entries: Mapping[str, SiteEntry], marks: Mapping[str, Sequence[str]]
) -> dict[str, str]:
    """By the page of each brief that replaces another on the site, the page of that other.

    `supersedes` are the words for it by page. They mean the brief whose title, DOI, address or number in the
    series (`marks`, by page) they hold; of several, the one with the longest mark.
    """
    found = {}
    for page, words in supersedes.items():
        told = _bare(words)
        meant = [
            (len(mark), other)
            for other, some in marks.items()
            if other != page and entries[other].iso <= entries[page].iso
            for mark in map(_bare, some)
            if mark.strip() and mark in told
        ]
        if meant:
            found[page] = max(meant)[1]
    return found


def _bare(text: str) -> str:
    """Letters and digits, with one space between and around words."""
    return f" {' '.join(WORD.findall(text.casefold()))} "
