"""What must agree in all briefs that are checked together.

In:  briefs with their front matter and prose, and the house style.
Out: problems, each at its place in one of the briefs: people who are named or described differently, names
     that are spelled differently, numbers of a series with gaps or used twice, ISSNs that differ.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from issuebrief.diagnostics.codes import CODES
from issuebrief.diagnostics.model import Diagnostic, diagnostic
from issuebrief.frontmatter.read import locate
from issuebrief.house_style.prose import RUNNING, Prose, is_inside

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from issuebrief.diagnostics.model import SourceRange
    from issuebrief.frontmatter.keys.statements import Contributor
    from issuebrief.frontmatter.model import Author, Brief
    from issuebrief.house_style.settings.shapes import StyleSeries

Value = TypeVar("Value")
PART = r"[^\W\d_a-zß-ÿ][^\W\d_]+(?:[-’'][^\W\d_]+)*"
NAME = re.compile(rf"(?<![\w’'.-]){PART}(?:[ \u00a0\n-]{PART}){{0,3}}(?![\w-])")
"""Up to four words in a row that begin with a capital."""
POSSESSIVE = re.compile(r"'s\Z")
SHORTEST = 5
"""Letters of a name; shorter ones are alike by chance."""
SERIAL = re.compile(
    r"\A(?:(?P<number>\d{1,5})(?:\s*[/–-]\s*(?P<year>(?:19|20)\d\d))?|(?P<year2>(?:19|20)\d\d)\s*[/–-]\s*(?P<number2>\d{1,5}))\Z"
)
MOST_MISSING = 20
PEOPLE = ("authors", "editors", "translators", "reviewers")


@dataclass(frozen=True)
class SeriesBrief:
    """One of the briefs."""

    brief: Brief
    prose: Prose


@dataclass(frozen=True)
class NamedPerson:
    """A person in the front matter of a brief, and the keys that lead there."""

    name: str
    orcid: str
    affiliation: tuple[str, ...]
    owner: SeriesBrief
    keys: tuple[str | int, ...]


def compare_series(briefs: Sequence[SeriesBrief], wanted: StyleSeries) -> tuple[Diagnostic, ...]:
    """All in which the briefs do not agree."""
    found: list[Diagnostic] = []
    if wanted.people:
        found += _people(briefs)
    if wanted.names:
        found += _names(briefs)
    if wanted.numbers:
        found += _numbers(briefs)
    if wanted.issn:
        found += _issns(briefs)
    return tuple(found)


def _people(briefs: Sequence[SeriesBrief]) -> Iterator[Diagnostic]:
    """Problems of people; of several forms the most frequent counts as right, or else the first."""
    people = [person for each in briefs for person in _people_of(each)]
    groups: defaultdict[str, list[NamedPerson]] = defaultdict(list)
    middles: defaultdict[str, set[str]] = defaultdict(set)
    for person in people:
        key, middle = _person_key(person.name)
        middles[key] |= {middle} - {""}
    for person in people:
        key, middle = _person_key(person.name)
        # A name without a middle one may be that of the only person who has one.
        only = next(iter(middles[key])) if len(middles[key]) == 1 else ""
        groups[f"{key} {middle or only}"].append(person)
    by_orcid: defaultdict[str, list[NamedPerson]] = defaultdict(list)
    for person in people:
        if person.orcid:
            by_orcid[person.orcid].append(person)
    told: set[int] = set()
    for group in (*by_orcid.values(), *groups.values()):
        usual = _usual([person.name for person in group])
        for person in group:
            if person.name != usual and id(person) not in told:
                told.add(id(person))
                message = f"“{person.name}” is “{usual}” in other briefs"
                yield _at(
                    person,
                    "style.series-person",
                    message,
                    f"write “{usual}” in all, or in all the other",
                    "name",
                )
    for group in groups.values():
        yield from _details(group)


def _details(group: list[NamedPerson]) -> Iterator[Diagnostic]:
    """People of one name with different ORCID iDs or affiliations."""
    orcids = [person.orcid for person in group if person.orcid]
    places = [person.affiliation for person in group if person.affiliation]
    for person in group:
        if orcids and person.orcid != (usual := _usual(orcids)):
            said = f"has the ORCID iD {person.orcid}" if person.orcid else "has no ORCID iD"
            message = f"“{person.name}” {said} here, and {usual} in other briefs"
            yield _at(person, "style.series-person", message, "give the right one in all", "orcid")
        if places and person.affiliation and person.affiliation != (home := _usual(places)):
            here, there = ", ".join(person.affiliation), ", ".join(home)
            message = f"“{person.name}” is at {here} in this brief, and at {there} in others"
            hint = "write it the same in all, or turn this off where people move"
            yield _at(person, "style.series-person", message, hint, "affiliation")


def _people_of(each: SeriesBrief) -> Iterator[NamedPerson]:
    for key in PEOPLE:
        people: tuple[Author | Contributor, ...] = getattr(each.brief, key)
        for number, person in enumerate(people):
            places = person.affiliation
            affiliation = (places,) if isinstance(places, str) and places else tuple(places)
            yield NamedPerson(person.name, str(person.orcid or ""), affiliation, each, (key, number))


def _at(person: NamedPerson, code: str, message: str, hint: str, key: str) -> Diagnostic:
    source = person.owner.prose.source
    return _problem(code, message, locate(source, *person.keys, key), hint, person.owner)


def _names(briefs: Sequence[SeriesBrief]) -> Iterator[Diagnostic]:
    """Names that differ only in accents, hyphens, apostrophes or spaces, in briefs of one language."""
    forms: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    first: dict[tuple[str, str, str], tuple[SeriesBrief, int, int]] = {}
    for each in briefs:
        for block in each.prose.of(*RUNNING):
            spared = block.titles
            for match in NAME.finditer(block.text):
                start, name = match.start(), POSSESSIVE.sub("", " ".join(match[0].replace("’", "'").split()))
                if block.begins_sentence(start):
                    # The first word of a sentence has a capital in any case.
                    name = name.partition(" ")[2]
                    start += match[0].find(" ") + 1
                key = (block.language, _bare(name))
                if len(key[1]) < SHORTEST or is_inside(start, match.end(), spared):
                    continue
                forms[key][name] += 1
                span = (each, block.start + start, block.start + match.end())
                first.setdefault((*key, name), span)
    for key, counted in forms.items():
        usual = counted.most_common(1)[0][0]
        for name in counted:
            if name != usual and not name.isupper() and not usual.isupper():
                owner, start, end = first[(*key, name)]
                message = (
                    f"“{name}” is written “{usual}” elsewhere ({counted[name]} and {counted[usual]} times)"
                )
                place = owner.prose.place(start, end)
                yield _problem(
                    "style.series-name", message, place, "choose one spelling for all briefs", owner
                )


def _numbers(briefs: Sequence[SeriesBrief]) -> Iterator[Diagnostic]:
    """Numbers that are used twice, and those that are missing between the least and the greatest."""
    groups: defaultdict[tuple[str, str, str], dict[int, SeriesBrief]] = defaultdict(dict)
    for each in briefs:
        match = SERIAL.match(str(each.brief.number).strip())
        if not match:
            continue
        number, year = int(match["number"] or match["number2"]), match["year"] or match["year2"] or ""
        group = groups[each.brief.series, each.brief.lang, year]
        if number in group:
            other = group[number].prose.source.path
            message = (
                f"the number {each.brief.number} of “{each.brief.series}” is that of {other.parent.name} too"
            )
            place = locate(each.prose.source, "number")
            yield _problem("style.series-number", message, place, "give one of them another number", each)
        else:
            group[number] = each
    for (series, _, year), group in groups.items():
        numbers = sorted(group)
        missing = [number for number in range(numbers[0], numbers[-1]) if number not in group]
        if missing and len(missing) <= MOST_MISSING:
            last = group[numbers[-1]]
            listed = ", ".join(map(str, missing))
            plural = "numbers" if len(missing) > 1 else "number"
            message = f"“{series}” has no brief of the {plural} {listed}{' in ' + year if year else ''}"
            place = locate(last.prose.source, "number")
            yield _problem("style.series-number", message, place, "check the number of this brief", last)


def _issns(briefs: Sequence[SeriesBrief]) -> Iterator[Diagnostic]:
    groups: defaultdict[tuple[str, str], list[SeriesBrief]] = defaultdict(list)
    for each in briefs:
        groups[each.brief.series, each.brief.lang].append(each)
    for (series, _), group in groups.items():
        given = [str(each.brief.issn) for each in group if each.brief.issn]
        for each in group if given else ():
            if str(each.brief.issn or "") != (usual := _usual(given)):
                own = f"has the ISSN {each.brief.issn}" if each.brief.issn else "has no ISSN"
                message = f"this brief {own}, and others of “{series}” have {usual}"
                place = locate(each.prose.source, "issn")
                yield _problem("style.series-issn", message, place, "give it once, in publisher.yaml", each)


def _usual(values: Sequence[Value]) -> Value:
    return Counter(values).most_common(1)[0][0]


def _bare(name: str) -> str:
    """A name without accents, hyphens, spaces and apostrophes, in small letters."""
    letters = unicodedata.normalize(
        "NFKD", name.replace("ø", "o").replace("Ø", "O").replace("ł", "l").replace("Ł", "L")
    )
    return "".join(letter for letter in letters if letter.isalpha()).casefold()


def _person_key(name: str) -> tuple[str, str]:
    """What two forms of a name have in common, the first name and the last; and an initial between them."""
    parts = [_bare(part) for part in name.replace(".", ". ").split()]
    whole = [part for part in parts if part]
    if len(whole) < 2:
        return "".join(whole), ""
    return f"{whole[0]} {whole[-1]}", whole[1][0] if len(whole) > 2 else ""


def _problem(code: str, message: str, place: SourceRange, hint: str, owner: SeriesBrief) -> Diagnostic:
    return diagnostic(CODES[code].severity, code, message, place, hint, owner.prose.source.excerpt(place))
