"""Numbers in citations: whether a value is one, several, an ordinal or a range of pages.

In:  the text of a value.
Out: what it is, and the same written in the form that a style asks for.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from issuebrief.citations.csl.locales import of_gender

if TYPE_CHECKING:
    from issuebrief.citations.csl.locales import Locale

NUMERIC = re.compile(
    r"^(?=[^\s]*\d|\w*\s?\d)[A-Za-z]{0,4}\.?\d+[A-Za-z]{0,4}\.?"
    r"(?:\s*[-–,&]\s*[A-Za-z]{0,4}\d+[A-Za-z]{0,4})*$"
)
SEVERAL = re.compile(
    r"[^\s\d-]?\d+\w*\s*(?:[-–,;&]|\band\b|\bund\b|\bet\b|\boch\b)\s*\w*\d|\d\s*(?:ff?\.|sqq?\.)"
)
ROMAN_SEVERAL = re.compile(r"^[ivxlcdm]+\s*[-–,&]\s*[ivxlcdm\d]+", re.IGNORECASE)
RANGE = re.compile(r"(?<![\w-])([A-Za-z]?)(\d+)\s*(?:-{1,2}|–)\s*([A-Za-z]?)(\d+)(?![\w-])")
RAISED = "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻªº"
LOWERED = str.maketrans(RAISED, "abcdefghijklmnoprstuvwxyzao")
ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
         (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


def is_numeric(text: str) -> bool:
    """Whether a value counts as a number for `is-numeric`."""
    return bool(NUMERIC.match(text.strip()))


def is_several(text: str) -> bool:
    """Whether a value names more than one page, chapter or volume."""
    return bool(SEVERAL.search(text) or ROMAN_SEVERAL.match(text))


def roman(number: int) -> str:
    """A number in small Roman numerals."""
    signs = ""
    for value, sign in ROMAN:
        signs += sign * (number // value)
        number %= value
    return signs


def ordinal(number: int, locale: Locale, thing: str = "") -> str:
    """A number with the ending of an ordinal in the gender of the term `thing`; raised, but in English."""
    written = f"{number}{_ending(number, locale, locale.genders.get(thing, ''))}"
    digits = written.rstrip(RAISED)
    ending = written[len(digits) :].translate(LOWERED)
    return f"{digits}{ending}" if locale.is_english or not ending else f"{digits}<sup>{ending}</sup>"


def _ending(number: int, locale: Locale, gender: str) -> str:
    """What is written behind the digits of an ordinal."""
    for value in (number % 100, number % 10):
        name = f"ordinal-{value:02d}"
        match = locale.matches.get(name, "last-two-digits" if value > 9 else "last-digit")
        fits = number == value if match == "whole-number" else match == "last-digit" or number % 100 == value
        if fits and (ending := _of_gender(name, locale, gender)):
            return ending
    return _of_gender("ordinal", locale, gender)


def _of_gender(name: str, locale: Locale, gender: str) -> str:
    return locale.term(of_gender(name, gender)) or locale.term(name)


def in_form(text: str, form: str, locale: Locale, thing: str = "") -> str:
    """A number, or several, in a form of CSL; an ordinal has the gender of the term `thing`."""
    if form in ("", "numeric") or not is_numeric(text):
        return text

    def written(found: re.Match[str]) -> str:
        number = int(found[0])
        if form == "roman":
            return roman(number) if number < 4000 else found[0]
        if form == "long-ordinal" and 1 <= number <= 10:
            written = _of_gender(f"long-ordinal-{number:02d}", locale, locale.genders.get(thing, ""))
            return written or ordinal(number, locale, thing)
        return ordinal(number, locale, thing)

    return re.sub(r"\d+(?!\d)", written, text) if re.fullmatch(r"[\d\s,&–-]+", text) else text


def page_ranges(text: str, form: str, locale: Locale) -> str:
    """Ranges of pages with the dash of the language, and as many digits as the style asks for."""
    dash = locale.term("page-range-delimiter") or "–"

    def written(found: re.Match[str]) -> str:
        letter, first, other, last = found.groups()
        if letter != other and other:
            return f"{letter}{first}{dash}{other}{last}"
        return f"{letter}{first}{dash}{_last(first, last, form) if not letter else other + last}"

    return RANGE.sub(written, text).replace("--", dash) if text else text


def _last(first: str, last: str, form: str) -> str:
    """The last page of a range in the form of a style (CMOS 9.63)."""
    full = first[: len(first) - len(last)] + last if len(last) < len(first) else last
    if not form or len(full) != len(first) or int(full) < int(first):
        return last if not form else full
    if form == "expanded":
        return full
    same = 0
    while same < len(full) and full[same] == first[same]:
        same += 1
    if form.startswith("minimal"):
        least = 2 if form.endswith("two") else 1
        return full[min(same, max(len(full) - least, 0)) :]
    if form.startswith("chicago"):
        if len(first) < 3 or int(first) % 100 == 0:
            return full
        if int(first) % 100 < 10:
            return full[min(same, len(full) - 1) :]
        # Of four digits, three that change are written out whole in the older rule.
        if form in ("chicago", "chicago-15") and len(first) >= 4 and same <= len(full) - 3:
            return full
        return full[min(same, len(full) - 2) :]
    return full
