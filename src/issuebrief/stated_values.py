"""What a house states of a publication in words, value by value, in the order in which it is printed.

In:  a brief.
Out: each value with its keys and how it is set. Whoever looks at all texts of the front matter (for notes,
     for HTML, for words that get lost) takes them from here.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from issuebrief.frontmatter.statements import Contact, Contributor, Funder

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from issuebrief.frontmatter.model import Brief

CREDITS = ("editors", "translators", "reviewers")
"""The keys of those who helped, in the order in which they are named."""

Keys = tuple[str | int, ...]


class Setting(Enum):
    """How a value is set."""

    PARAGRAPHS = auto()
    """Markdown in paragraphs."""
    LINE = auto()
    """Markdown on a line, which may cite notes."""
    WORDS = auto()
    """Words on a line, which cite none."""
    UNSEEN = auto()
    """Words for those who do not see a picture."""


class StatedValue(NamedTuple):
    """A value, and the keys that lead to it."""

    keys: Keys
    text: str
    setting: Setting


def stated_values(brief: Brief) -> Iterator[StatedValue]:
    """All values that are given."""
    yield from (value for value in _all(brief) if value.text)


def texts_with_notes(brief: Brief) -> tuple[str, ...]:
    """The texts that may cite notes."""
    noted = (Setting.PARAGRAPHS, Setting.LINE)
    return tuple(value.text for value in stated_values(brief) if value.setting in noted)


def _all(brief: Brief) -> Iterator[StatedValue]:
    yield StatedValue(("version",), str(brief.version), Setting.WORDS)
    yield StatedValue(("supersedes",), brief.supersedes, Setting.WORDS)
    yield from (StatedValue(("jel", n), code, Setting.WORDS) for n, code in enumerate(brief.jel))
    # What all authors share is printed once.
    for number, author in enumerate(brief.authors[:1] if shared_affiliation(brief) else brief.authors):
        yield from _affiliations(("authors", number), affiliations_of(author.affiliation))
    for number, correction in enumerate(brief.corrections):
        yield StatedValue(("corrections", number, "text"), correction.text, Setting.PARAGRAPHS)
    yield StatedValue(("acknowledgements",), brief.acknowledgements, Setting.PARAGRAPHS)
    for number, funder in enumerate(funders_of(brief)):
        yield StatedValue(("funding", number, "name"), funder.name, Setting.LINE)
        yield StatedValue(("funding", number, "grant"), str(funder.grant), Setting.WORDS)
        yield StatedValue(("funding", number, "alt"), funder.alt, Setting.UNSEEN)
    for key in CREDITS:
        for number, person in enumerate(contributors_of(brief, key)):
            yield StatedValue((key, number, "name"), person.name, Setting.WORDS)
            yield from _affiliations((key, number), affiliations_of(person.affiliation))
    yield StatedValue(("about_series",), brief.about_series, Setting.PARAGRAPHS)
    if contact := contact_of(brief):
        yield StatedValue(("contact", "name"), contact.name, Setting.PARAGRAPHS)
        yield StatedValue(("contact", "address"), contact.address, Setting.WORDS)
    yield StatedValue(("how_to_cite",), brief.how_to_cite, Setting.LINE)


def _affiliations(keys: Keys, names: Sequence[str]) -> Iterator[StatedValue]:
    for number, name in enumerate(names):
        yield StatedValue((*keys, "affiliation", number), name, Setting.WORDS)


def affiliations_of(value: str | tuple[str, ...]) -> tuple[str, ...]:
    """Affiliations as a list, in whichever way they are given."""
    return value if isinstance(value, tuple) else (value,) if value else ()


def shared_affiliation(brief: Brief) -> tuple[str, ...]:
    """The affiliation that all of several authors have; none where they differ."""
    found = {affiliations_of(author.affiliation) for author in brief.authors}
    return next(iter(found)) if len(found) == 1 and len(brief.authors) > 1 else ()


def contributors_of(brief: Brief, key: str) -> tuple[Contributor, ...]:
    """The people below one of `CREDITS`, a name alone as the person."""
    people: tuple[str | Contributor, ...] = getattr(brief, key)
    return tuple(Contributor(name=person) if isinstance(person, str) else person for person in people)


def funders_of(brief: Brief) -> tuple[Funder, ...]:
    """The funders, a text alone as the only one."""
    funding = (brief.funding,) if isinstance(brief.funding, str) else brief.funding
    return tuple(Funder(name=each) if isinstance(each, str) else each for each in funding if each)


def contact_of(brief: Brief) -> Contact | None:
    """The contact, a text alone as its name."""
    if isinstance(brief.contact, str):
        return Contact(name=brief.contact) if brief.contact else None
    return brief.contact
