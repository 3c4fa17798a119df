"""Dashes and ellipses.

In:  a run of text.
Out: `---` as an em dash, `--` as an en dash, `...` as an ellipsis, and the hyphen of a range of
     numbers as an en dash, in a list with one entry for each character of the run.
     Dates, telephone numbers, ISBN, ISSN, designations and scores keep their hyphens.
"""

from __future__ import annotations

import re

EM, EN, ELLIPSIS = "—", "–", "…"
HYPHENS = re.compile(r"(?<![-<!])(-{2,3})(?![->])")
THREE_DOTS = re.compile(r"(?<!\.)\.\.\.(?!\.)")
NUMBER = r"\d+(?:[.,]\d+)*"
RANGE = re.compile(rf"(?<![\w/.,:#@=+…–—-])[$€£]?({NUMBER})%?-[$€£]?({NUMBER})%?(?![\w/@=–—-]|[.:,]\d)")
PAGES = re.compile(r"(?:\b(?:pp?|nn?|nos?|S|s|sid|pages|§§?)\.?|\(\d{4}\):)\s*$", re.IGNORECASE)
CODES = re.compile(r"\b(?:ISSN|ISBN|tel|telephone|phone|fax|tfn|doi)\.?:?\s*(?:\d+-\d+,\s*)*$", re.IGNORECASE)
YEARS = range(1000, 2101)


def draw_dashes(text: str, out: list[str]) -> None:
    """Put the dashes and ellipses of `text` into `out`."""
    if "-" in text:
        for match in HYPHENS.finditer(text):
            if not _is_option(text, match):
                _replace(out, match.start(1), match.end(1), EN if len(match.group(1)) == 2 else EM)
        for match in RANGE.finditer(text):
            if _is_range(text[: match.start()], match.group(1), match.group(2)):
                place = text.index("-", match.end(1))
                out[place] = EN
    for match in THREE_DOTS.finditer(text):
        _replace(out, match.start(), match.end(), ELLIPSIS)


def _replace(out: list[str], start: int, end: int, by: str) -> None:
    out[start:end] = [by, *[""] * (end - start - 1)]


def _is_option(text: str, match: re.Match[str]) -> bool:
    """Whether `--` begins a word, as in an option of a command."""
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    return len(match.group(1)) == 2 and (not before or before.isspace()) and after.isalpha()


def _is_range(before: str, first: str, last: str) -> bool:
    """Whether two numbers with a hyphen between them are a range, by what they look like."""
    before = before[-40:]
    if PAGES.search(before):
        return True
    if CODES.search(before) or (len(first) > 1 and first.startswith("0")):
        return False
    low, high = (float(number.replace(",", "") or 0) for number in (_plain(first), _plain(last)))
    whole = first.isdigit() and last.isdigit()
    if whole and len(last) < len(first):
        return len(last) > 1 and int(first[-len(last) :]) < int(last)
    if whole and len(last) >= 4 and len(first) >= 3:
        return low < high and int(first) in YEARS and int(last) in YEARS
    return low < high


def _plain(number: str) -> str:
    """The number as Python reads it; a second period makes a code of it, of value 0."""
    return number if number.count(".") < 2 else "0"
