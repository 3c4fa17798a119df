"""What a deposit lacks, or has in excess.

In:  a brief, its record, the head of the deposit, and the names of agencies.
Out: `Lack`s: the code of a problem, the keys of the value in front matter, what is wrong and how to mend it,
     all at once. A deposit with a fault among them is refused by the agency.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.frontmatter.model import Brief
    from issuebrief.metadata.deposit_head import DepositHead
    from issuebrief.metadata.record import Agent, Record

Keys = tuple[str | int, ...]

CROSSREF, DATACITE = "Crossref", "DataCite"


class Lack(NamedTuple):
    """What is wrong with a deposit, and the value in front matter that would mend it.

    `agencies` are those that it concerns.
    """

    code: str
    keys: Keys
    message: str
    hint: str
    agencies: tuple[str, ...]


def lacks(brief: Brief, record: Record, head: DepositHead, agencies: tuple[str, ...]) -> Iterator[Lack]:
    """All that is wrong with deposits at agencies, each thing once."""
    yield from _required(record, head, agencies)
    yield from _of_doi(brief, record, agencies)
    if CROSSREF in agencies:
        yield from _too_long(record, head)
    yield from _early(brief, agencies)
    yield from _sparse(record, agencies)


def _required(record: Record, head: DepositHead, agencies: tuple[str, ...]) -> Iterator[Lack]:
    """What an agency refuses a deposit without."""
    of_crossref = tuple(each for each in agencies if each == CROSSREF)
    for value, keys, what, hint, concerned in (
        (record.doi, (), "a DOI", "doi: 10.1000/182", agencies),
        (
            record.url,
            (),
            "the address that the DOI leads to",
            "url: https://www.isdp.eu/moon",
            agencies,
        ),
        (
            record.published_by,
            (),
            "a publisher",
            "name: Institute for Policy Studies\nin publisher.yaml",
            agencies,
        ),
        (
            head.email,
            ("publisher", "name"),
            "an e-mail address for the answers",
            "depositor:\n  email: metadata@example.org\nin publisher.yaml, or the institute’s email",
            of_crossref,
        ),
    ):
        if not value and concerned:
            message = f"a deposit at {' and '.join(concerned)} needs {what}"
            yield Lack("deposit.lacking", keys, message, f"write\n{hint}", concerned)


def _of_doi(brief: Brief, record: Record, agencies: tuple[str, ...]) -> Iterator[Lack]:
    """A DOI that another publisher, or another edition, has."""
    prefix = brief.publisher.doi_prefix if brief.publisher else None
    if record.doi and prefix and not record.doi.startswith(f"{prefix}/"):
        message = f"the DOI {record.doi} does not begin with the institute’s prefix, {prefix}"
        hint = f"write it as {prefix}/…, or correct doi_prefix"
        yield Lack("deposit.prefix", ("doi",), message, hint, agencies)
    for each in record.related:
        if record.doi and each.doi.casefold() == record.doi.casefold():
            what = f"the edition in “{each.lang}”" if each.relation != "supersedes" else "what it supersedes"
            message = f"the brief has the same DOI as {what}: {record.doi}"
            yield Lack("deposit.same-doi", ("doi",), message, "give each its own DOI", agencies)


def _too_long(record: Record, head: DepositHead) -> Iterator[Lack]:
    """Values that are longer or shorter than Crossref's schema allows."""
    house = record.publisher
    bounds: list[tuple[str, Keys, str, int, int]] = [
        ("the number", ("number",), record.number, 1, 32),
        ("the version", ("version",), record.version, 1, 100),
        ("the publisher’s name", ("publisher", "name"), record.published_by, 1, 255),
        ("the publisher’s place", ("publisher", "place"), house.place if house else "", 1, 255),
        ("the depositor’s name", ("publisher", "depositor"), head.depositor, 1, 130),
        ("the e-mail address", ("publisher", "depositor"), head.email, 6, 200),
        ("the part of the DOI behind the stroke", ("doi",), record.doi.partition("/")[2], 1, 200),
        ("the address", ("url",), record.url, 1, 2048),
    ]
    people = (("authors", record.authors), ("editors", record.editors), ("translators", record.translators))
    for key, agents in people:
        for number, agent in enumerate(agents):
            bounds += _bounds_of_names((key, number, "name"), agent)
    for name, keys, value, least, most in bounds:
        if value and not least <= len(value) <= most:
            bound = f"at most {most}" if len(value) > most else f"at least {least}"
            message = f"{name} has {len(value)} characters; Crossref takes {bound}"
            hint = "shorten it" if len(value) > most else "write it out"
            yield Lack("deposit.unfit", keys, message, hint, (CROSSREF,))


def _bounds_of_names(keys: Keys, agent: Agent) -> Iterator[tuple[str, Keys, str, int, int]]:
    parts = agent.parts
    yield "the name", keys, parts.literal, 1, 511
    yield "the given name", keys, parts.given, 1, 200
    yield "the family name", keys, parts.whole_family, 1, 200
    for place in agent.affiliations:
        yield "the affiliation", keys, place.name, 1, 1024


def _early(brief: Brief, agencies: tuple[str, ...]) -> Iterator[Lack]:
    """A text that is not to be public yet: a registered DOI cannot be taken back."""
    hint = "a registered DOI cannot be taken back: deposit the brief once it is published"
    if brief.draft:
        message = f"a draft is to be deposited at {' and '.join(agencies)}"
        yield Lack("deposit.early", ("draft",), message, hint, agencies)
    if brief.embargo:
        message = f"the brief is under an embargo until {brief.embargo}"
        yield Lack("deposit.early", ("embargo",), message, hint, agencies)


def _sparse(record: Record, agencies: tuple[str, ...]) -> Iterator[Lack]:
    """What a deposit can do without, and readers find a publication by."""
    house = record.publisher
    without_orcid = [each.name for each in record.authors if not each.orcid and not each.is_organization]
    given = {
        "an ISSN for the series": record.issn,
        "an abstract": record.abstract,
        "a licence": record.licence,
        "the institute’s ROR ID": house.ror if house else "",
        f"the ORCID iD of {', '.join(without_orcid)}": not without_orcid,
        "the names of the funders, one by one": not record.funding_statement,
    }
    if missing := [what for what, value in given.items() if not value]:
        message = f"the deposit does without {'; '.join(missing)}"
        hint = "give what there is: issn, abstract, license, ror, orcid, funding"
        yield Lack("deposit.sparse", (), message, hint, agencies)
