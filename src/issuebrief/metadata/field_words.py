"""The fields of front matter as plain words and addresses, for all who describe a brief to machines.

In:  a brief and its fields.
Out: words without markup and invisible signs, and the address of the licence.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from issuebrief import licences
from issuebrief.markdown_body import plain

if TYPE_CHECKING:
    from issuebrief.frontmatter.model import Author, Brief

INVISIBLE = dict.fromkeys(map(ord, "\u200b\u2060\u00ad"))
COMMONS_LICENCE = re.compile(
    r"https?://(?:www\.)?creativecommons\.org/(?:licenses|publicdomain)/[^\s\"'<>)\]]+"
)
PARAGRAPHS = re.compile(r"\n\s*\n")


def words_of(markdown: str, brief: Brief) -> str:
    """A Markdown field as plain text on one line."""
    return on_a_line(plain(markdown, brief, html=True))


def paragraphs_of(markdown: str, brief: Brief) -> tuple[str, ...]:
    """A Markdown field as plain text, a line for each paragraph."""
    return tuple(filter(None, (words_of(part, brief) for part in PARAGRAPHS.split(markdown))))


def on_a_line(text: str) -> str:
    """A text on one line, without signs that nobody sees."""
    return " ".join(text.translate(INVISIBLE).split())


def full_title(brief: Brief) -> str:
    """Title and subtitle in one."""
    return plain(": ".join(part for part in (brief.title, brief.subtitle) if part), brief)


def licence_address(brief: Brief) -> str:
    """The address of the brief's licence, or of the one of Creative Commons that the copyright line names."""
    if brief.license and (licence := licences.licence_of(brief.license)):
        return licence.url
    found = COMMONS_LICENCE.search(brief.copyright)
    return found[0].rstrip(".,;:") if found else ""


def is_organization(author: Author, brief: Brief) -> bool:
    """Whether an author is no person.

    The key says so, or the author has no ORCID iD, and the institute's page or name.
    """
    publisher = brief.publisher
    if author.organization or author.orcid or not publisher:
        return author.organization
    names = {publisher.name.casefold(), publisher.short.casefold()} - {""}
    return bool(publisher.url and author.url == publisher.url) or author.name.casefold() in names
