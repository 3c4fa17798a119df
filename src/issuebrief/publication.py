"""What is printed of a publication beside its text, ready for templates and for what machines are told.

In:  a brief and the labels of its language.
Out: `Publication`: the licence, days and moments in words, people with their affiliations, funders.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from issuebrief.l10n import long_date
from issuebrief.licences import in_language, licence_of
from issuebrief.markdown_body import plain
from issuebrief.moments import moment
from issuebrief.stated_values import (
    CREDITS,
    affiliations_of,
    contact_of,
    contributors_of,
    funders_of,
    shared_affiliation,
    stated_values,
)

if TYPE_CHECKING:
    from issuebrief.frontmatter.keys.statements import Contact, Funder
    from issuebrief.frontmatter.model import Brief
    from issuebrief.l10n import Words
    from issuebrief.licences import Licence

SHEET = "publication.css"
"""The style sheet of all this, on paper; that of the web lies in `web/`."""
MOST_CITED = 3
"""So many editors or translators are named in the citation; of more only the first."""
LONG = 900
"""Letters of a statement that may be divided over columns."""
LONG_LEGAL = 2_400
"""Letters of a legal line from which on the legal lines stand in columns, and may go on overleaf."""


@dataclass(frozen=True)
class Person:
    """Somebody who helped: the name, a page about them, where they work, and what joins the next name."""

    name: str
    url: str
    affiliation: str
    joint: str


@dataclass(frozen=True)
class Credit:
    """Those who edited, translated or reviewed a brief: the key, the words before their names, the people."""

    key: str
    label: str
    people: tuple[Person, ...]


@dataclass(frozen=True)
class DatedCorrection:
    """A correction with its day in words."""

    date: str
    text: str


@dataclass(frozen=True)
class Publication:
    """What a house states of a publication; whatever it does not is empty.

    `affiliations` are those of each author, unless all share what is in `shared_affiliation`. The keys of
    `long` may be divided over columns and pages; "legal" stands for the legal lines together.
    """

    license: Licence | None = None
    updated: str = ""
    embargo: str = ""
    affiliations: tuple[str, ...] = ()
    shared_affiliation: str = ""
    credits: tuple[Credit, ...] = ()
    cited: str = ""
    corrections: tuple[DatedCorrection, ...] = ()
    funders: tuple[Funder, ...] = ()
    contact: Contact | None = None
    phone: str = ""
    has_details: bool = False
    has_statements: bool = False
    long: tuple[str, ...] = ()


SHOWN = (Publication, Credit, Person, DatedCorrection)
"""What templates may look into."""


def states(brief: Brief) -> bool:
    """Whether a brief states anything that `publication.css` has rules for."""
    given = brief.license or brief.updated or brief.draft or brief.embargo or brief.contact
    return bool(given) or next(stated_values(brief), None) is not None


def publication_of(brief: Brief, labels: Words) -> Publication:
    """What a brief states, in words; nothing for most."""
    if not states(brief):
        return Publication(affiliations=("",) * len(brief.authors), long=_long(brief))
    funders, contact = funders_of(brief), contact_of(brief)
    licence = licence_of(brief.license or "")
    shared = "; ".join(shared_affiliation(brief))
    affiliations = ["; ".join(affiliations_of(author.affiliation)) for author in brief.authors]
    return Publication(
        license=in_language(licence, brief.lang) if licence else None,
        updated=long_date(brief.updated, labels) if brief.updated else "",
        embargo=_embargo(brief, labels),
        affiliations=("",) * len(affiliations) if shared else tuple(affiliations),
        shared_affiliation=shared,
        credits=tuple(_credits(brief, labels)),
        cited=_cited(brief, labels),
        corrections=tuple(
            DatedCorrection(long_date(each.date, labels), each.text) for each in brief.corrections
        ),
        funders=funders,
        contact=contact,
        phone="".join(sign for sign in contact.phone if sign in "+0123456789")
        if contact and contact.phone
        else "",
        long=_long(brief),
        has_details=bool(brief.version or brief.updated or brief.supersedes or brief.jel),
        has_statements=bool(
            brief.acknowledgements
            or funders
            or contact
            or brief.about_series
            or any(getattr(brief, key) for key in CREDITS)
        ),
    )


def _long(brief: Brief) -> tuple[str, ...]:
    """The keys whose texts are long, those of lists taken together."""
    letters: dict[str, int] = {}
    for value in stated_values(brief):
        key = "contributors" if value.keys[0] in CREDITS else str(value.keys[0])
        letters[key] = letters.get(key, 0) + len(value.text)
    long = tuple(key for key, count in letters.items() if count > LONG)
    return (*long, "legal") if _longest_legal_line(brief) > LONG_LEGAL else long


def _longest_legal_line(brief: Brief) -> int:
    """The letters of the longest of the legal lines, which stand side by side."""
    cited = len(brief.how_to_cite) or len(brief.title) + sum(len(author.name) for author in brief.authors)
    return max(cited, len(brief.disclaimer), len(brief.copyright))


def _embargo(brief: Brief, labels: Words) -> str:
    """The line that says until when a brief is not to be quoted."""
    until = moment(brief.embargo) if brief.embargo else None
    if not until:
        return ""
    words = long_date(until.day, labels)
    return labels.embargo.format(
        moment=f"{words}{labels.comma}{labels.numeral(until.time)}" if until.time else words
    )


def _credits(brief: Brief, labels: Words) -> list[Credit]:
    found = []
    for key, label in zip(CREDITS, (labels.edited_by, labels.translated_by, labels.reviewed_by), strict=True):
        people = contributors_of(brief, key)
        joints = labels.joints([person.name for person in people])
        named = tuple(
            Person(
                person.name,
                f"https://orcid.org/{person.orcid}" if person.orcid else person.url or "",
                "; ".join(affiliations_of(person.affiliation)),
                joint,
            )
            for person, joint in zip(people, joints, strict=True)
        )
        if named:
            found.append(Credit(key, _before(label), named))
    return found


def _before(label: str) -> str:
    """A label with the space behind it, which a wide colon has within itself."""
    return label if label.endswith("：") else f"{label} "


def _cited(brief: Brief, labels: Words) -> str:
    """Editors and translators as the citation names them behind the title: `ed. Jane Doe, trans. John Roe,`.

    That is the order of notes in the Chicago Manual of Style (17th edition, 14.104). Reviewers are not cited.
    """
    cited = ""
    for key, label in (("editors", labels.cited_editors), ("translators", labels.cited_translators)):
        names = [plain(person.name, brief) for person in contributors_of(brief, key)]
        if names:
            who = labels.listed(names) if len(names) <= MOST_CITED else f"{names[0]} et al."
            cited += f"{_before(label)}{who}{labels.comma}"
    return cited
