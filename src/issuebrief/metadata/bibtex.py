r"""A publication as an entry of BibTeX.

In:  a record.
Out: one `@techreport` in UTF-8, as BibTeX and biblatex read it. The series is the report's `type`, so that
     it is printed with the number: "Policy Note 2/2023". Titles and the names of organizations stand in
     braces, which keep their capitals.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from issuebrief.citations.files.made_keys import made_key
from issuebrief.metadata.first_words import first_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from issuebrief.metadata.record import Agent, Record

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
SPECIAL = re.compile(r"[\\{}$&#%_~^]")
ESCAPED = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
"""Signs of TeX that a backslash alone does not print."""
QUOTES = str.maketrans({"“": "``", "”": "''", "\u00a0": "~", "\u202f": "~"})
AND = re.compile(r"\band\b", re.IGNORECASE)


def bibtex(record: Record) -> bytes:
    """The entry. Its key is made of the first author, the year and the first word of the title."""
    lines = "".join(f"  {name:<11} = {value},\n" for name, value in _fields(record))
    return f"@techreport{{{citation_key(record)},\n{lines}}}\n".encode()


def citation_key(record: Record) -> str:
    """A key in plain small letters: `doe2023moon`."""
    first = record.authors[0] if record.authors else None
    name = (first.parts.family or first.name) if first else record.published_by
    return made_key(name, record.date.isoformat(), {}) + first_word(record.title)


def _fields(record: Record) -> Iterator[tuple[str, str]]:
    texts = (
        ("author", _people(record.authors)),
        ("title", _kept(record.full_title)),
        ("institution", _group(_escaped(record.published_by))),
        ("type", _group(_escaped(record.series))),
        ("number", _group(_escaped(record.number))),
        ("address", _group(_escaped(record.publisher.place if record.publisher else ""))),
        ("year", f"{{{record.date.year:04d}}}"),
        ("month", MONTHS[record.date.month - 1]),
        ("day", f"{{{record.date.day}}}"),
        ("version", _group(_escaped(record.version))),
        ("editor", _people(record.editors)),
        ("translator", _people(record.translators)),
        ("doi", _group(_address(record.doi))),
        ("issn", _group(record.issn)),
        ("url", _group(_address(record.url))),
        ("language", _group(record.lang)),
        ("keywords", _group(_escaped(", ".join(record.keywords)))),
        ("abstract", _group(_escaped(" ".join(record.abstract)))),
    )
    yield from ((name, value) for name, value in texts if value)


def _escaped(text: str) -> str:
    """A text in which no sign means anything to TeX."""
    return SPECIAL.sub(lambda sign: ESCAPED.get(sign[0], f"\\{sign[0]}"), text).translate(QUOTES)


def _group(text: str) -> str:
    return f"{{{text}}}" if text else ""


def _kept(text: str) -> str:
    """A text whose capitals stay."""
    return f"{{{{{_escaped(text)}}}}}" if text else ""


def _address(text: str) -> str:
    """A DOI or an address, which TeX takes as it is typed but for braces and backslashes."""
    return re.sub(r"[{}\\]", lambda sign: quote(sign[0]), text)


def _people(agents: Sequence[Agent]) -> str:
    return _group(" and ".join(map(_name, agents)))


def _name(agent: Agent) -> str:
    """`van Beethoven, Jr., Ludwig`; the name of an organization, or of one word, in braces."""
    parts = agent.parts
    if parts.literal or not parts.given:
        return _group(_escaped(parts.literal or parts.whole_family))
    family = f"{_safe(parts.kept)} {_family(parts.family)}".strip()
    return ", ".join(filter(None, (family, _safe(parts.suffix), _safe(parts.given))))


def _family(text: str) -> str:
    """A family name; one of which a word begins small is in braces, so that it is no particle."""
    return _group(_escaped(text)) if any(word[0].islower() for word in text.split()) else _safe(text)


def _safe(text: str) -> str:
    """A part of a name without what divides names and their parts."""
    return _group(_escaped(text)) if "," in text or AND.search(text) else _escaped(text)
