"""Compare dates, months, lists and digits with those of Unicode CLDR.

In:  the files of `src/issuebrief/labels/`, and `numbering_systems.py`; Babel, which comes with the packages
     for documentation.
Out: a line for each form that is another one in CLDR and not meant to be, and status 1 where there are any.

    python scripts/check_labels.py
"""

from __future__ import annotations

import datetime
import sys
from typing import TYPE_CHECKING

from babel import Locale, localedata
from babel.dates import format_date
from babel.lists import format_list

from issuebrief.l10n import languages, long_date, words
from issuebrief.numbering_systems import EUROPEAN, SYSTEMS, default_system, in_system, native_system

if TYPE_CHECKING:
    from collections.abc import Iterator

LOCALES = {"cnr": "sr_Latn_ME", "en": "en_GB", "sr": "sr_Cyrl", "zh": "zh_Hans"}
"""The locales that are not called as the files are."""
NAMES = ("Ano", "Bel", "Cel")
DAYS = [datetime.date(2024, month, 9 + month) for month in range(1, 13)]
MARKS = str.maketrans({"\u200e": None, "\u200f": None, "\u00a0": " "})
"""Marks of direction, which a page is set without, and the spaces that typography ties by itself."""
MEANT = {
    ("en", "list"): "the serial comma, as the citation of most publishers has it",
    ("en-ca", "list"): "the same",
    ("he", "list"): "a hyphen before a name in Latin letters, which CLDR leaves to programs",
    ("kk", "list"): "the conjunction, which CLDR has for two names alone",
}
"""Forms that are others on purpose, and why."""


def differences() -> Iterator[tuple[str, str, str, str]]:
    """The file, the kind of form, ours and CLDR's, where the two are not the same."""
    for tag in sorted(languages()):
        locale, labels = locale_of(tag), words(tag)
        forms = [("date", long_date(day, labels), _date(day, locale)) for day in DAYS]
        forms += [
            ("list", labels.listed(NAMES[:count]), format_list(NAMES[:count], locale=locale))
            for count in (2, 3)
        ]
        for kind, ours, theirs in forms:
            if ours != theirs.translate(MARKS):
                yield tag, kind, ours, theirs


def _date(day: datetime.date, locale: Locale) -> str:
    """A date of CLDR, in the default digits, which Babel leaves to its callers."""
    system = locale.default_numbering_system
    return in_system(format_date(day, "long", locale), system if system in SYSTEMS else EUROPEAN)


def digit_differences() -> Iterator[tuple[str, str, str, str]]:
    """The same of the numbering systems of all locales that have counter styles in CSS."""
    for name in localedata.locale_identifiers():
        locale, tag = Locale.parse(name), name.replace("_", "-")
        default, native = locale.default_numbering_system, locale.other_numbering_systems.get("native")
        if default in {*SYSTEMS, EUROPEAN} and default_system(tag) != default:
            yield tag, "default", default_system(tag), default
        if native in SYSTEMS and native_system(tag) != native:
            yield tag, "native", native_system(tag), native


def locale_of(tag: str) -> Locale:
    """The locale of a file: `zh-hant.toml` has the words of `zh_Hant`."""
    language, _, part = tag.partition("-")
    name = LOCALES.get(tag) or "_".join(
        filter(None, (language, part.title() if len(part) == 4 else part.upper()))
    )
    return Locale.parse(name)


def main() -> int:
    """Print what is another form than is meant."""
    found = [each for each in differences() if each[:2] not in MEANT]
    for tag, kind, ours, theirs in found:
        print(f"{tag}.toml: the {kind} is {ours!r}, in CLDR {theirs!r}")
    digits = list(digit_differences())
    for tag, kind, ours, theirs in digits:
        print(f"{tag}: the {kind} digits are {ours}, in CLDR {theirs}")
    return 1 if found or digits else 0


if __name__ == "__main__":
    sys.exit(main())
