"""Dates as files of references write them.

In:  text: EDTF as BibLaTeX has it (`2019-03/2019-05`, `2019~`), or a year and a month in words.
Out: a `WorkDate`.
"""

from __future__ import annotations

import re

from issuebrief.citations.csl.works import WorkDate

BY_MONTH = {
    "jan": 1, "jän": 1, "feb": 2, "fév": 2, "fev": 2, "mar": 3, "mär": 3, "mrz": 3, "apr": 4, "avr": 4,
    "may": 5,
    "mai": 5, "maj": 5, "jun": 6, "jui": 6, "jul": 7, "aug": 8, "aou": 8, "aoû": 8, "sep": 9, "oct": 10,
    "okt": 10,
    "nov": 11, "dec": 12, "dez": 12, "déc": 12,
}  # fmt: skip
SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
ISO = re.compile(r"^(-?\d{4,5})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:T[\d:.Z+-]+)?$")
SLASHED = re.compile(r"^(\d{4})/(\d{1,2})?(?:/(\d{1,2}))?/?(.*)$")
YEAR = re.compile(r"\b(1[0-9]{3}|20[0-9]{2}|21[0-9]{2})\b")
WORD = re.compile(r"[^\W\d_]{3,}")
NUMBER = re.compile(r"\b(\d{1,2})\b")


def read_date(text: str, month: str = "", day: str = "") -> WorkDate:
    """The date that a text gives, with a month of its own field; literal where it is none."""
    text = text.strip().strip("[]{}").strip()
    if not text:
        return WorkDate()
    about = bool(re.search(r"[?~%]$|^(?:ca?\.|circa|um|vers)\s", text))
    bare = re.sub(r"[?~%]", "", re.sub(r"^(?:ca?\.|circa|um|vers)\s+", "", text)).strip()
    ends = re.split(r"/|--|–", bare) if ISO.match(re.split(r"/|--|–", bare)[0]) else [bare]
    found = [_iso(end) for end in ends if end.strip(" .")]
    if found and all(found):
        parts = tuple(part for part, _ in found[:2] if part)  # type: ignore[misc]
        season = found[0][1] if found[0] else 0
        if len(parts) == 1 and len(parts[0]) == 1 and month:
            return _with_month(parts[0][0], month, day, about)
        return WorkDate(parts, season, about)
    return _worded(text, month, day, about)


def _iso(text: str) -> tuple[tuple[int, ...], int] | None:
    """The parts of a day, and the season in place of a month."""
    match = ISO.match(text.strip())
    if not match:
        return None
    year, month, day = (int(group) if group else 0 for group in match.groups())
    if 21 <= month <= 24:
        return (year,), month - 20
    if not 1 <= month <= 12:
        return (year,), 0
    return ((year, month, day) if 1 <= day <= 31 else (year, month)), 0


def _worded(text: str, month: str, day: str, about: bool) -> WorkDate:
    year = YEAR.search(text)
    if not year:
        return WorkDate(literal=text)
    rest = f"{text[: year.start()]} {text[year.end() :]} {month}".strip()
    if slashed := SLASHED.match(text):
        numbers = tuple(int(group) for group in slashed.groups()[:3] if group)
        if len(numbers) < 2 or 1 <= numbers[1] <= 12:
            return WorkDate((numbers,), 0, about)
    if not text[: year.start()].strip() and re.search(r"^[a-z]?$", text[year.end() :]) and not month:
        return WorkDate(((int(year[0]),),), 0, about) if len(text) <= 5 else WorkDate(literal=text)
    return _with_month(int(year[0]), rest, day, about)


def _with_month(year: int, month: str, day: str, about: bool) -> WorkDate:
    for word in WORD.findall(month.lower()):
        if word in SEASONS:
            return WorkDate(((year,),), SEASONS[word], about)
    months = [BY_MONTH[word[:3]] for word in WORD.findall(month.lower()) if word[:3] in BY_MONTH]
    if any(word.startswith("juil") for word in WORD.findall(month.lower())):
        months = [7]
    numbers = [int(number) for number in NUMBER.findall(f"{month} {day}")]
    if not months:
        months = [number for number in numbers[:1] if 1 <= number <= 12]
        numbers = numbers[1:]
    if not months:
        return WorkDate(((year,),), 0, about)
    if len(months) > 1:
        return WorkDate(((year, months[0]), (year, months[-1])), 0, about)
    days = tuple(number for number in numbers[:1] if 1 <= number <= 31)
    return WorkDate(((year, months[0], *days),), 0, about)
