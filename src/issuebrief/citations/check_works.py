"""Works that are cited and lack something, and works that are two entries.

In:  the entries that a brief cites, with their works.
Out: warnings: values that readers need to find a work, DOIs that are none, one work under two keys.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import Diagnostic, warning

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from issuebrief.citations.csl.works import Work
    from issuebrief.citations.files.entries import ReferenceEntry

DOI = re.compile(r"^10\.\d{4,9}/\S+$")
WITHOUT_AUTHOR = {
    "legislation", "legal_case", "bill", "treaty", "regulation", "webpage", "article-newspaper",
    "article-magazine",
    "entry", "entry-encyclopedia", "entry-dictionary", "motion_picture", "dataset", "software", "standard",
    "document",
    "report", "periodical", "broadcast", "post", "post-weblog", "hearing", "classic",
}  # fmt: skip
"""Types of works that are often cited without anyone's name."""
WITHOUT_DATE = {
    "webpage",
    "classic",
    "legislation",
    "document",
    "manuscript",
    "personal_communication",
    "software",
}
NEEDED = {
    "article-journal": ("container-title", "the journal"),
    "article-newspaper": ("container-title", "the newspaper"),
    "article-magazine": ("container-title", "the magazine"),
    "chapter": ("container-title", "the book"),
    "paper-conference": ("container-title", "the proceedings"),
    "webpage": ("URL", "the address"),
    "thesis": ("publisher", "the university"),
}
FIELDS = {
    "title": "title", "container-title": "journal or booktitle", "URL": "url",
    "publisher": "publisher or institution",
    "author": "author", "issued": "date",
}  # fmt: skip


def check_works(
    works: Mapping[str, Work], entries: Mapping[str, ReferenceEntry], order: list[str]
) -> Iterator[Diagnostic]:
    """What is wrong with the works that are cited."""
    same: dict[str, str] = {}
    for key in order:
        work, entry = works[key], entries[key]
        if missing := _missing(work):
            message = f"the entry “{key}” has no {_listed([word for _, word in missing])}"
            fields = ", ".join(FIELDS.get(name, name) for name, _ in missing)
            hint = f"give it in the file of references ({fields})"
            yield warning("citations.incomplete-entry", message, entry.place, hint, entry.excerpt)
        doi = work.texts.get("DOI", "")
        if doi and not DOI.match(doi):
            message = f"the entry “{key}” has “{doi[:80]}” as its DOI, which is none"
            hint = "a DOI begins with 10., such as 10.1080/00396338.2020.1739960"
            yield warning("citations.malformed-doi", message, entry.place, hint, entry.excerpt)
        for mark in _marks(work):
            other = same.setdefault(mark, key)
            if other != key:
                message = f"“{key}” and “{other}” are entries of the same work: it is cited as two"
                hint = f"cite it everywhere as @{other}"
                yield warning("citations.duplicate-work", message, entry.place, hint, entry.excerpt)
                break


def _listed(words: list[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} or {last}" if first else last


def _missing(work: Work) -> list[tuple[str, str]]:
    """The variables that a work lacks, each with what it is in words."""
    missing = []
    if not work.texts.get("title"):
        missing.append(("title", "title"))
    people = any(work.names.values())
    if not people and work.type not in WITHOUT_AUTHOR:
        missing.append(("author", "author"))
    if not people and work.type in ("report", "webpage", "document") and not work.texts.get("publisher"):
        missing.append(("author", "author"))
    if "issued" not in work.dates and work.type not in WITHOUT_DATE and not work.texts.get("status"):
        missing.append(("issued", "date"))
    if (needed := NEEDED.get(work.type)) and not work.texts.get(needed[0]):
        missing.append((needed[0], needed[1].removeprefix("the ")))
    return missing


def _marks(work: Work) -> Iterator[str]:
    """What two entries of one work have in common."""
    if doi := work.texts.get("DOI"):
        yield f"doi {doi.casefold()}"
    title = _folded(work.texts.get("title", ""))
    issued = work.dates.get("issued")
    year = issued.parts[0][0] if issued and issued.parts else 0
    people = next((names for names in work.names.values() if names), ())
    if len(title) > 12 and year and people:
        yield f"{work.type} {title} {year} {_folded(people[0].family or people[0].literal)}"


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", re.sub(r"<[^<>]*>", "", text)).casefold()
    return "".join(letter for letter in plain if letter.isalnum())
