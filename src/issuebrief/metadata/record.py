"""A publication as catalogues describe it: plain words, without any markup.

In:  nothing; these are the shapes that `make_record.py` fills.
Out: `Record` and its parts, frozen. What is not known is empty.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime

    from issuebrief.citations.csl.works import PersonName


@dataclass(frozen=True)
class Institution:
    """An institute: its names, where it is, and its address in the Research Organization Registry."""

    name: str
    short: str = ""
    place: str = ""
    url: str = ""
    email: str = ""
    ror: str = ""


@dataclass(frozen=True)
class Agent:
    """Who wrote, edited, translated or reviewed a publication: a person, or an organization.

    `name` is as it is printed, `parts` as catalogues sort it; of an organization these are `literal` alone.
    """

    name: str
    parts: PersonName
    orcid: str = ""
    email: str = ""
    url: str = ""
    affiliations: tuple[Institution, ...] = ()

    @property
    def is_organization(self) -> bool:
        """Whether the name has no parts because it is no person's."""
        return bool(self.parts.literal)

    @property
    def inverted(self) -> str:
        """The name with the family name first: `van Beethoven, Ludwig, Jr.`."""
        parts = self.parts
        given = f"{parts.given} {parts.dropping}".strip()
        return parts.literal or ", ".join(filter(None, (parts.whole_family, given, parts.suffix)))


@dataclass(frozen=True)
class FundingSource:
    """Who paid for the work, with the number of the grant.

    `identifier` is an address in the Research Organization Registry, or a DOI of the Funder Registry.
    """

    name: str
    grant: str = ""
    url: str = ""
    identifier: str = ""


@dataclass(frozen=True)
class NotedWork:
    """What a note cites, in the words of the note, with a DOI and an address where these are in it."""

    words: str
    doi: str = ""
    url: str = ""


@dataclass(frozen=True)
class RelatedWork:
    """Another publication that this one replaces or translates, or that is a translation of it."""

    relation: str
    """`supersedes`, `translation` for one of this text, `original` for the text that this one translates."""
    words: str
    lang: str = ""
    doi: str = ""
    url: str = ""


@dataclass(frozen=True)
class Record:
    """A publication. Dates are days, `abstract` has its paragraphs, `licence` is an address."""

    title: str
    date: datetime.date
    lang: str
    subtitle: str = ""
    authors: tuple[Agent, ...] = ()
    editors: tuple[Agent, ...] = ()
    translators: tuple[Agent, ...] = ()
    reviewers: tuple[Agent, ...] = ()
    publisher: Institution | None = None
    series: str = ""
    number: str = ""
    issn: str = ""
    doi: str = ""
    url: str = ""
    updated: datetime.date | None = None
    available: datetime.date | None = None
    """The day on which an embargo ends."""
    version: str = ""
    abstract: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    jel: tuple[str, ...] = ()
    licence: str = ""
    licence_name: str = ""
    rights: str = ""
    funding: tuple[FundingSource, ...] = ()
    funding_statement: str = ""
    """Who paid, in a sentence, where no funders are named one by one."""
    noted_works: tuple[NotedWork, ...] = ()
    related: tuple[RelatedWork, ...] = ()

    @property
    def full_title(self) -> str:
        """Title and subtitle in one."""
        return ": ".join(part for part in (self.title, self.subtitle) if part)

    @property
    def published_by(self) -> str:
        """The name of the publisher; empty where there is none."""
        return self.publisher.name if self.publisher else ""
