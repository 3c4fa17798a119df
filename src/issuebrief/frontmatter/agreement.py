"""Values of the front matter that must agree: with each other, with the calendar, with the labels there are.

In:  a brief that was read, and its source.
Out: problems: days in the wrong order, an embargo that is over, a citation without title or DOI, two
     licences, family names that are not in their names, labels that the brief's language lacks. A brief that
     states nothing of the kind costs nothing.
"""

from __future__ import annotations

import datetime
import os
import re
from typing import TYPE_CHECKING

from issuebrief.diagnostics.codes import CODES
from issuebrief.diagnostics.model import Diagnostic, diagnostic
from issuebrief.frontmatter.keys.labels import lacking
from issuebrief.l10n import given, lacks
from issuebrief.licences import ADDRESS, licence_of
from issuebrief.moments import moment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from issuebrief.diagnostics.model import SourceRange
    from issuebrief.frontmatter.keys.statements import Contributor
    from issuebrief.frontmatter.model import Author, Brief
    from issuebrief.frontmatter.source import Source

    Locate = Callable[..., SourceRange]

LABELS: dict[str, tuple[str, ...]] = {
    "license": ("license",),
    "version": ("version",),
    "updated": ("updated",),
    "supersedes": ("supersedes",),
    "draft": ("draft",),
    "embargo": ("embargo",),
    "editors": ("contributors", "edited_by", "cited_editors"),
    "translators": ("contributors", "translated_by", "cited_translators"),
    "reviewers": ("contributors", "reviewed_by"),
    "corrections": ("corrections",),
    "funding": ("funding",),
    "acknowledgements": ("acknowledgements",),
    "contact": ("contact",),
    "about_series": ("about_series",),
}
"""The labels that stand beside each key."""


def disagreements(source: Source, brief: Brief, locate: Locate) -> Iterator[Diagnostic]:
    """What in the front matter does not agree; `locate` gives the place of a value by its keys."""
    for code, keys, message, hint in (
        *_days(brief),
        *_embargo(brief),
        *_citation(brief),
        *_licences(brief),
        *_people(brief),
        *_labels(brief),
    ):
        place = locate(source, *keys)
        yield diagnostic(CODES[code].severity, code, message, place, hint, source.excerpt(place))


_Found = tuple[str, tuple[str | int, ...], str, str]


def _days(brief: Brief) -> Iterator[_Found]:
    """Days that lie before that of the publication, which they must follow."""
    days: list[tuple[tuple[str | int, ...], str, datetime.date | None]] = [
        (("updated",), "updated", brief.updated)
    ]
    days += [
        (("corrections", number, "date"), f"date in entry {number + 1} of corrections", correction.date)
        for number, correction in enumerate(brief.corrections)
    ]
    for keys, name, day in days:
        if day and day < brief.date:
            message = f"{name} is {day}, before the day of publication, {brief.date}"
            yield "front-matter.day-order", keys, message, "check both days"


def _embargo(brief: Brief) -> Iterator[_Found]:
    until = moment(brief.embargo) if brief.embargo else None
    if until and until.since <= present_moment():
        message = f"the embargo of {brief.embargo} is over, and its line is still printed"
        yield "front-matter.embargo-over", ("embargo",), message, "remove the key embargo"


def present_moment() -> datetime.datetime:
    """The present, or the moment that the environment sets for the making of files."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isascii() and epoch.isdigit() and len(epoch) <= 11:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC)
    return datetime.datetime.now(datetime.UTC)


def _citation(brief: Brief) -> Iterator[_Found]:
    """What a citation of the house's own lacks."""
    cited = _letters(brief.how_to_cite)
    if not cited:
        return
    lacking = [] if _letters(brief.title) in cited else ["the title"]
    if brief.doi and _letters(brief.doi) not in cited:
        lacking.append("the DOI")
    if lacking:
        message = f"how_to_cite lacks {' and '.join(lacking)}"
        hint = "add it, or remove the key: the usual citation has both"
        yield "front-matter.incomplete-citation", ("how_to_cite",), message, hint


def _letters(text: str) -> str:
    """Letters and digits alone, in small letters: what markup and punctuation leave."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _licences(brief: Brief) -> Iterator[_Found]:
    """Another licence of Creative Commons that the copyright line names."""
    if not brief.license:
        return
    licence = licence_of(brief.license)
    for address in re.findall(r"https?://[^\s\"'<>)\]]+", brief.copyright):
        other = licence_of(address.rstrip(".,;:")) if ADDRESS.match(address.rstrip(".,;:")) else None
        if other and licence and other.url != licence.url:
            message = f"copyright names the licence {other.printed}, and license is {licence.printed}"
            yield "front-matter.two-licences", ("copyright",), message, "keep one of the two"
            return


def _people(brief: Brief) -> Iterator[_Found]:
    """Family names that are not in their names, and ROR IDs without an affiliation."""
    for key in ("authors", "editors", "translators", "reviewers"):
        people: tuple[str | Author | Contributor, ...] = getattr(brief, key)
        for number, person in enumerate(people):
            if isinstance(person, str):
                continue
            if person.family and _letters(person.family) not in _letters(person.name):
                message = f"the family name {person.family} is not in the name {person.name}"
                yield "front-matter.part-of-person", (key, number, "family"), message, "spell both alike"
            places, identifiers = _count(person.affiliation), len(person.ror)
            if identifiers > places:
                message = (
                    f"there are more ROR IDs than affiliations of {person.name}: {identifiers}, {places}"
                )
                hint = "give as many in affiliation, in the same order"
                yield "front-matter.part-of-person", (key, number, "ror"), message, hint


def _count(value: str | tuple[str, ...]) -> int:
    """How many texts there are, where one alone needs no list."""
    return len(value) if isinstance(value, tuple) else bool(value)


def _labels(brief: Brief) -> Iterator[_Found]:
    """The first key whose label is in English though the brief is not, and the others."""
    used = [key for key in LABELS if getattr(brief, key)]
    # Where all labels are English that was told, with how to give one's own.
    if not used or lacking(brief.lang, brief.labels):
        return
    own = given(brief.labels)
    missing = [
        label for key in used for label in LABELS[key] if label not in own and lacks(brief.lang, label)
    ]
    if english := [key for key in used if any(label in missing for label in LABELS[key])]:
        keys = ", ".join(english)
        message = f"there are no labels in the language “{brief.lang}” for {keys}: they will be English"
        hint = f"give your own under labels: {', '.join(dict.fromkeys(missing))}"
        yield "front-matter.label-in-english", (english[0],), message, hint
