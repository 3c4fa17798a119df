"""The words that the typesetter itself prints, by language.

In:  a BCP 47 tag, the files of `labels/`, one a language, and the labels that an editor gives instead.
Out: the labels in that language, English where it has none; dates and lists of names as the language
     writes them. A file is read once, when its language is asked for; one for a region or a script,
     `de-at.toml`, holds only what differs there. A library of all languages takes far longer to load.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec.structs import asdict, astuple

from issuebrief.language_tags import tags_of
from issuebrief.numbering_systems import EUROPEAN, default_system, in_system, native_system

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence

FOLDER = Path(__file__).parent / "labels"
FALLBACK = "en"
NO_BREAK = "\u00a0"
NAME = "{name}"
"""Where a name stands in a label that does not simply stand before it."""


@dataclass(frozen=True)
class Words:
    """Labels, one language's. What they are for stands in `frontmatter/keys/labels.py`, for editors too."""

    author: str
    authors: str
    about: str
    date: str
    number: str
    number_sign: str
    keywords: str
    key_points: str
    abstract: str
    endnotes: str
    cite: str
    rights: str
    disclaimer: str
    figure: str
    table: str
    continued: str
    """What stands behind a table's number where it goes on overleaf."""
    source: str
    back: str
    note: str
    close: str
    skip: str
    pull_quote: str
    portrait: str
    series: str
    conjunction: str
    boxes: tuple[str, str, str, str, str, str, str, str, str]
    """What a note, a tip, an important point, a warning, a caution, a recommendation, a case study and a
    definition are called, and any other box that has a number."""
    date_pattern: str
    months: tuple[str, ...]
    """As they stand in a date, from January on."""
    says_nothing: frozenset[str]
    """Words of links that say nothing of where they lead, case-folded and without punctuation."""
    conjunction_before_i: str = ""
    """The conjunction before a name that begins with the sound of an i, where it is another one."""
    conjunction_before_foreign: str = ""
    """The conjunction before a name in another script, where it is joined to the name with a hyphen."""
    list_pattern: str = "{names} {conjunction} {last}"
    """How the last of several names follows those before it."""
    list_separator: str = ", "
    """What stands between two names of a list."""
    serial_comma: bool = False
    """Whether a comma stands before the conjunction of three and more."""
    comma: str = ", "
    colon: str = ": "
    parenthesis: str = " ({words})"
    full_stop: str = "."
    """The punctuation of the citation and of labels, with the spaces around it."""
    comma_in_quotes: bool = False
    """Whether a comma after a quotation stands inside its quotation marks."""
    note_separator: str = ",\u202f"
    """What stands between the marks of two notes that are cited at the same place."""
    numbered_pattern: str = "{label} {number}"
    issue_pattern: str = "{sign} {number}"
    # What a house states of a publication; English where a language has no words of its own: see `lacks`.
    license: str = "Licence"
    version: str = "Version"
    updated: str = "Updated"
    supersedes: str = "Supersedes"
    draft: str = "Draft"
    embargo: str = "Embargoed until {moment}"
    contributors: str = "Contributors"
    edited_by: str = "Edited by"
    translated_by: str = "Translated by"
    reviewed_by: str = "Reviewed by"
    cited_editors: str = "ed."
    cited_translators: str = "trans."
    corrections: str = "Corrections"
    funding: str = "Funding"
    grant: str = "Grant"
    acknowledgements: str = "Acknowledgements"
    contact: str = "Contact"
    about_series: str = "About this series"
    references: str = "References"
    equation: str = "Equation"
    pictures: str = "Pictures"
    digits: str = EUROPEAN
    """The numbering system of all numbers that the program writes, by its name in CLDR."""

    @property
    def between_keywords(self) -> str:
        """What stands between two keywords: a comma, where names have a word between them, as in Arabic."""
        return self.comma if any(map(str.isalpha, self.list_separator)) else self.list_separator

    def numeral(self, number: object) -> str:
        """A number in the digits of the language; what else a text holds stays as it is."""
        return in_system(str(number), self.digits)

    def numbered(self, label: str, number: object) -> str:
        """A label with its number, `Table 1`, on one line."""
        return self.numbered_pattern.format(label=label, number=self.numeral(number)).replace(" ", NO_BREAK)

    def issue(self, number: object) -> str:
        """The number of an issue with its sign, `No. 1`, on one line; its digits stay as they were typed."""
        return self.issue_pattern.format(sign=self.number_sign, number=number).replace(" ", NO_BREAK)

    def named(self, label: str, name: str) -> str:
        """A label with the name that it is about, `About the Institute`."""
        return label.replace(NAME, name) if NAME in label else f"{label} {name}"

    def enclosed(self, words: str) -> str:
        """Words in the parentheses of the language, with the space before them where it has one."""
        return self.parenthesis.format(words=words)

    def listed(self, names: Sequence[str]) -> str:
        """Names as a sentence lists them: `A`, `A and B`, `A, B and C`."""
        if len(names) < 2:
            return "".join(names)
        comma = self.list_separator.split()[0] if self.serial_comma and len(names) > 2 else ""
        first, last = self.list_separator.join(names[:-1]) + comma, names[-1]
        return self.list_pattern.format(names=first, conjunction=self._conjunction(last), last=last)

    def joints(self, names: Sequence[str]) -> list[str]:
        """What stands behind each name of such a list, for names that are links."""
        if len(names) < 2:
            return [""] * len(names)
        pair = self.listed(["\0", *["\0"] * (len(names) > 2), names[-1]])
        between, behind = pair.rpartition("\0")[2].split(names[-1], 1)
        return [self.list_separator] * (len(names) - 2) + [between, behind]

    def _conjunction(self, name: str) -> str:
        if self.conjunction_before_foreign and name[:1].isascii():
            return self.conjunction_before_foreign
        heard = name.casefold().replace("í", "i").removeprefix("h")
        if heard.startswith("i") and not heard.startswith(("ia", "ie", "io")):
            return self.conjunction_before_i or self.conjunction
        return self.conjunction


def words(lang: str, own: msgspec.Struct | None = None) -> Words:
    """The labels for a language tag such as `en-GB`; English ones where there are none.

    `own` are labels that somebody gave, which stand in place of those.
    """
    return _in_region(lang) if own is None else _with(lang, own)


def has_labels(lang: str) -> bool:
    """Whether there are labels for a language tag."""
    return bool(_known(lang))


def lacks(lang: str, label: str) -> bool:
    """Whether a label is in English, or is none, because a language has no words for it."""
    tag = _known(lang)
    return not tag or not any(label in _values(name) for name in (tag.partition("-")[0], tag))


@lru_cache(maxsize=1)
def languages() -> frozenset[str]:
    """The tags that there are labels for, in small letters."""
    return frozenset(path.stem for path in FOLDER.glob("*.toml"))


def long_date(date: datetime.date, labels: Words) -> str:
    """The date as the language writes it, `16 October 2023`; in American English `October 16, 2023`."""
    month = labels.months[date.month - 1]
    return labels.numeral(labels.date_pattern.format(day=date.day, month=month, year=date.year))


def _known(lang: str) -> str:
    """The tag of the labels for a language tag, with its region or script if that has its own, or nothing."""
    return next((tag for tag in tags_of(lang) if tag in languages()), "")


@lru_cache(maxsize=8)
def _values(name: str) -> dict[str, Any]:
    """What a file of labels says."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))


@lru_cache(maxsize=8)
def _labels(tag: str) -> Words:
    """The labels of a tag's file, over those of its language."""
    values: dict[str, Any] = {}
    for name in dict.fromkeys((tag.partition("-")[0], tag)):
        values |= _values(name)
    values["says_nothing"] = [said.casefold() for said in values["says_nothing"]]
    return msgspec.convert(values, Words)


@lru_cache(maxsize=8)
def _in_region(lang: str) -> Words:
    """The labels for a tag, with the digits that are usual in its region; English ones keep their own."""
    known = _known(lang)
    labels, system = _labels(known or FALLBACK), default_system(lang)
    return replace(labels, digits=system) if known and system != labels.digits else labels


def given(labels: msgspec.Struct | None) -> dict[str, Any]:
    """The labels that somebody gave, by their names."""
    values = asdict(labels) if labels else {}
    return {name: value for name, value in values.items() if value or value is False}


@lru_cache(maxsize=8)
def _with(lang: str, own: msgspec.Struct) -> Words:
    """The labels of a language, with those that are given in place of its own."""
    labels, values = words(lang), given(own)
    values.pop("lang", None)
    if boxes := values.get("boxes"):
        values["boxes"] = tuple(new or old for new, old in zip(astuple(boxes), labels.boxes, strict=True))
    if "says_nothing" in values:
        values["says_nothing"] = frozenset(said.casefold() for said in values["says_nothing"])
    if "digits" in values:
        values["digits"] = native_system(lang) if values["digits"] == "native" else EUROPEAN
    elif "months" in values:
        # Whoever gives the months of a language without labels writes whole dates in it.
        values["digits"] = default_system(lang)
    if "conjunction" in values:
        values |= {"conjunction_before_i": "", "conjunction_before_foreign": ""}
    return replace(labels, **values)
