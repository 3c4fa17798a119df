"""The words and signs that charts are labelled and described with, by language.

In:  a BCP 47 tag, and the files beside this one, one a language.
Out: `ChartWords`; English, with the signs of numbers of the language itself, where there is no file.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from issuebrief.charts.data.days import Period, Precision, period_at
from issuebrief.l10n import words
from issuebrief.language_tags import tags_of
from issuebrief.markdown_body.tables.table_numbers import decimal_sign
from issuebrief.numbering_systems import EUROPEAN, in_system

if TYPE_CHECKING:
    from collections.abc import Mapping

FOLDER = Path(__file__).parent
WIDE = Context(prec=400)
"""Digits enough for any number."""
MINUS = "\u2212"
NO_BREAK = "\u00a0"
NARROW = "\u202f"
ARABIC = ("arab", "arabext")
ARABIC_DECIMAL, ARABIC_THOUSANDS = "\u066b", "\u066c"
"""The signs of numbers in Arabic-Indic digits."""


@dataclass(frozen=True)
class ChartWords:
    """One language's words and signs; `phrases` have places for what is put in."""

    decimal: str
    thousands: str
    grouped_from: int
    months: tuple[str, ...]
    quarter: str
    types: Mapping[str, str]
    phrases: Mapping[str, str]
    lang: str = "en"
    digits: str = EUROPEAN

    def say(self, phrase: str, **parts: object) -> str:
        """A phrase with its parts put in."""
        return self.phrases[phrase].format(**parts)

    def number(self, value: float, decimals: int) -> str:
        """A number with so many digits behind its decimal sign."""
        # Ties are rounded away from zero, as readers do who check a number.
        exact = Decimal(f"{abs(value):.15g}")
        text = f"{exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, WIDE):f}"
        whole, _, rest = text.partition(".")
        if len(whole) >= self.grouped_from:
            whole = f"{int(whole):,}".replace(",", self.thousands)
        is_below = value < 0 and any(sign in "123456789" for sign in text)
        written = f"{MINUS if is_below else ''}{whole}{self.decimal + rest if rest else ''}"
        return in_system(written, self.digits)

    def period(self, place: float, precision: Precision) -> str:
        """A period on an axis of that precision, as it is labelled."""
        return self.of(period_at(place, precision))

    def of(self, period: Period) -> str:
        """A period in words, with the digits of the language."""
        return in_system(self._in_words(period), self.digits)

    def _in_words(self, period: Period) -> str:
        day, month = period.day, self.months[period.day.month - 1]
        match period.precision:
            case Precision.YEAR:
                return str(day.year)
            case Precision.QUARTER:
                return self.quarter.format(quarter=(day.month + 2) // 3, year=day.year).replace(" ", NO_BREAK)
            case Precision.MONTH:
                return f"{month}{NO_BREAK}{day.year}"
        return f"{day.day}{NO_BREAK}{month}{NO_BREAK}{day.year}"


@lru_cache(maxsize=16)
def chart_words(lang: str) -> ChartWords:
    """The words of a language; `lang` of what is found is `en` where there are none."""
    tag = next((tag for tag in tags_of(lang) if (FOLDER / f"{tag}.toml").is_file()), "")
    given = tomllib.loads((FOLDER / f"{tag or 'en'}.toml").read_text("utf-8"))
    found = ChartWords(
        given.pop("decimal"),
        given.pop("thousands"),
        given.pop("grouped_from"),
        tuple(given.pop("months")),
        given.pop("quarter"),
        given.pop("types"),
        given,
        tag or "en",
        words(lang).digits,
    )
    own = decimal_sign((), lang)
    if found.digits in ARABIC:
        return replace(found, decimal=ARABIC_DECIMAL, thousands=ARABIC_THOUSANDS)
    if own == found.decimal:
        return found
    return replace(found, decimal=own, thousands=NARROW if own == "," else ",")
