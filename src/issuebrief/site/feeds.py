"""What programs read of a site: the feed, the site map, the rules for crawlers, the list of briefs.

In:  the entries of a site, with the time of the last change of each.
Out: Atom (RFC 4287), sitemap.xml, robots.txt, index.json. Times come from the briefs, never from the clock.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from issuebrief.site.entries import SiteEntry
    from issuebrief.site.model import Download

MOST = 30
"""Briefs in the feed, the newest."""
MIDNIGHT = "T00:00:00Z"


def atom(
    title: str, address: str, lang: str, entries: Sequence[SiteEntry], changed: Mapping[str, str]
) -> bytes:
    """The feed; `changed` are the days on which briefs were changed last, by their pages."""
    newest = max((changed[entry.page] for entry in entries), default="2000-01-01")
    head = (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(lang)}>\n'
        f"<title>{escape(title)}</title>\n<id>{escape(address)}</id>\n<updated>{newest}{MIDNIGHT}</updated>\n"
        f'<link rel="self" type="application/atom+xml" href={quoteattr(f"{address}feed.xml")}/>\n'
        f'<link rel="alternate" type="text/html" href={quoteattr(address)}/>\n'
    )
    return (head + "".join(_entry(each, address, changed) for each in entries[:MOST]) + "</feed>\n").encode()


def _entry(entry: SiteEntry, address: str, changed: Mapping[str, str]) -> str:
    page = address + quote(entry.page)
    subtitle = f": {entry.subtitle_words}" if entry.subtitle_words else ""
    people = "".join(f"<author><name>{escape(author.name)}</name></author>\n" for author in entry.authors)
    topics = "".join(f"<category term={quoteattr(topic.name)}/>\n" for topic in entry.topics)
    summary = f"<summary>{escape(entry.summary)}</summary>\n" if entry.summary else ""
    return (
        f"<entry xml:lang={quoteattr(entry.lang)}>\n<title>{escape(entry.title_words + subtitle)}</title>\n"
        f"<id>{escape(page)}</id>\n<published>{entry.iso}{MIDNIGHT}</published>\n"
        f"<updated>{changed[entry.page]}{MIDNIGHT}</updated>\n"
        f'<link rel="alternate" type="text/html" href={quoteattr(page)}/>\n'
        f"{people}{topics}{summary}</entry>\n"
    )


def site_map(address: str, pages: Mapping[str, str]) -> bytes:
    """The addresses of all pages; the day of the last change of those that have one."""
    lines = (
        f"<url><loc>{escape(address + quote(page))}</loc>"
        + (f"<lastmod>{day}</lastmod>" if day else "")
        + "</url>\n"
        for page, day in pages.items()
    )
    head = '<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return (head + "".join(lines) + "</urlset>\n").encode()


def robots(address: str) -> bytes:
    """Everything may be read, and where the site map is."""
    where = f"Sitemap: {address}sitemap.xml\n" if address else ""
    return f"User-agent: *\nAllow: /\n{where}".encode()


def list_of_briefs(
    entries: Sequence[SiteEntry],
    address: str,
    downloads: Mapping[str, Sequence[Download]],
    changed: Mapping[str, str],
) -> bytes:
    """All briefs as JSON, for other pages of an institute; addresses are relative where the site has none."""
    briefs = [
        {
            "title": entry.title_words,
            "subtitle": entry.subtitle_words,
            "authors": [author.name for author in entry.authors],
            "topics": [topic.name for topic in entry.topics],
            "series": entry.series_line,
            "language": entry.lang,
            "date": entry.iso,
            "changed": changed[entry.page],
            "summary": entry.summary,
            "url": address + quote(entry.page),
            "files": {each.kind: address + quote(each.path) for each in downloads[entry.page]},
        }
        for entry in entries
    ]
    return (json.dumps({"version": 1, "briefs": briefs}, ensure_ascii=False, indent=1) + "\n").encode()


def search_index(entries: Sequence[SiteEntry], texts: Mapping[str, str]) -> bytes:
    """A script with what the search looks through; `texts` are abstracts and key points in words, by page."""
    briefs = [
        {
            "page": quote(entry.page),
            "title": entry.title_words,
            "subtitle": entry.subtitle_words,
            "authors": entry.byline,
            "topics": " · ".join((*(topic.name for topic in entry.topics), entry.series_line)),
            "text": texts.get(entry.page, ""),
            "date": entry.date,
            "iso": entry.iso,
            "lang": entry.lang,
        }
        for entry in entries
    ]
    written = json.dumps(briefs, ensure_ascii=False, separators=(",", ":"))
    return (
        f"window.searchIndex={written};\n".replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").encode()
    )
