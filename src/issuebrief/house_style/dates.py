"""The form of dates.

In:  the prose of a brief and the house style.
Out: findings: dates in another form than the house writes, each with the date as it writes it, where the day
     and the month can be told apart.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from issuebrief.house_style.finding import StyleFinding
from issuebrief.house_style.prose import SPACE, Block, Kind, is_inside, shown
from issuebrief.l10n import has_labels, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.house_style.prose import Prose
    from issuebrief.house_style.settings.shapes import HouseStyle

SHORT = {
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    "de": ("Jan", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez"),
}
"""Short names of months; those of English and German need no full stop."""
MONTH_FIRST = ("en",)
"""Languages in which a month may stand before its day."""
LAST_MONTH = 12
UNCHECKED = (Kind.ASIDE, Kind.TITLE, Kind.SUBTITLE)


@dataclass(frozen=True)
class WrittenDate:
    """A date as it was found: `is_sure` unless its day may be its month; a `year` of 0 is none."""

    form: str
    day: int
    month: int
    year: int = 0
    is_sure: bool = True


def find_dates(prose: Prose, style: HouseStyle) -> Iterator[StyleFinding]:
    """Dates in another form than the one of the house."""
    wanted = style.numbers.dates
    if not wanted:
        return
    for block in prose.blocks:
        if block.kind in UNCHECKED or not has_labels(block.lang):
            continue
        if wanted == "month-first" and block.language not in MONTH_FIRST:
            continue
        spared = block.titles if block.kind is Kind.NOTE else block.quoted
        for match in date_pattern(block.lang).finditer(block.text):
            date = read_date(match, block.lang)
            if date is None or (spared and is_inside(*match.span(), spared)):
                continue
            right = _written(date, wanted, block.lang)
            if date.year == 0 and wanted == "iso":
                continue
            if right != shown(match[0]):
                yield _finding(match, block, right if date.is_sure else "")


@lru_cache(maxsize=8)
def date_pattern(lang: str) -> re.Pattern[str]:
    """What finds dates of a language: with names of months, and of numbers alone."""
    language = lang.lower().partition("-")[0]
    full = words(lang).months
    short = [f"{name}\\.?" for name in (*SHORT.get(language, ()), *(("Sept",) if language == "en" else ()))]
    # Only a short name has a full stop of its own.
    month = "|".join([*map(re.escape, full), *(name for name in short if name[:-3] not in full)])
    day = r"(?:0?[1-9]|[12]\d|3[01])"
    year = r"(?:1[4-9]|20)\d\d"
    forms = [
        rf"(?P<d1>{day})(?:st|nd|rd|th|er|\.)?{SPACE}(?:of{SPACE}|de{SPACE})?(?P<m1>{month})(?![^\W\d_])"
        rf"(?:,?{SPACE}(?:de{SPACE})?(?P<y1>{year}))?(?![\w])",
        rf"(?P<y3>{year})-(?P<m3>0[1-9]|1[0-2])-(?P<d3>0[1-9]|[12]\d|3[01])(?![\w-])",
        rf"(?P<d4>{day})(?P<sign>[./])[ ]?(?P<m4>{day})(?P=sign)[ ]?(?P<y4>{year})(?![\w/])",
    ]
    if language in MONTH_FIRST:
        forms.append(
            rf"(?P<m2>{month})(?![^\W\d_]){SPACE}(?P<d2>{day})(?:st|nd|rd|th)?(?!\w|[–-]\d|:\d)(?:,?{SPACE}(?P<y2>{year})(?!\w))?"
        )
    return re.compile(rf"(?<![\w./–-])(?:{'|'.join(forms)})")


def read_date(match: re.Match[str], lang: str) -> WrittenDate | None:
    """The date that was found; None where there is no such day."""
    found = match.groupdict()
    months = words(lang).months
    short = SHORT.get(lang.lower().partition("-")[0], ())

    def month_of(name: str) -> int:
        return months.index(name) + 1 if name in months else short.index(name[:3]) + 1

    if found["d1"]:
        date = WrittenDate("day-first", int(found["d1"]), month_of(found["m1"]), int(found["y1"] or 0))
    elif found.get("d2"):
        date = WrittenDate("month-first", int(found["d2"]), month_of(found["m2"]), int(found["y2"] or 0))
    elif found["d3"]:
        date = WrittenDate("iso", int(found["d3"]), int(found["m3"]), int(found["y3"]))
    else:
        day, month = int(found["d4"]), int(found["m4"])
        if month > LAST_MONTH:
            day, month = month, day
        sure = found["sign"] == "." or day > LAST_MONTH or day == month
        date = WrittenDate("numbers", day, month, int(found["y4"]), is_sure=sure)
    try:
        datetime.date(date.year or 2000, date.month, date.day)
    except ValueError:
        return None
    return date


def _written(date: WrittenDate, wanted: str, lang: str) -> str:
    """The date as the house writes it."""
    month, language = words(lang).months[date.month - 1], lang.lower().partition("-")[0]
    year = f" {date.year}" if date.year else ""
    if wanted == "iso":
        return f"{date.year:04}-{date.month:02}-{date.day:02}"
    if wanted == "month-first":
        return f"{month} {date.day}" + (f", {date.year}" if date.year else "")
    if language == "en":
        return f"{date.day} {month}{year}"
    if language == "fr":
        return f"{'1er' if date.day == 1 else date.day} {month}{year}"
    whole = words(lang).date_pattern.format(day=date.day, month=month, year=date.year)
    return whole if date.year else whole.removesuffix("0").rstrip(" ,.").removesuffix(" de")


def _finding(match: re.Match[str], block: Block, right: str) -> StyleFinding:
    hint = f"write “{right}”" if right else "write the month as a word; it may be either of the two numbers"
    message = f"the date “{shown(match[0])}” is not in the form of the house"
    start, end = block.start + match.start(), block.start + match.end()
    return StyleFinding("style.date", message, start, end, hint, right or None)
