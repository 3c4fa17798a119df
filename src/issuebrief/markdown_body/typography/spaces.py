"""Spaces at which no line may break.

In:  a run of text and a language.
Out: no-break spaces for ordinary ones, in a list with one entry for each character of the run:
     in initials and numbers such as `10 000`, between number and unit or currency, in `n. 5` and
     `Figure 1`, between day and month, before an ellipsis and before a spaced dash; in French, thin
     ones where it wants them; in Czech, Polish and Slovak, after words of one letter, at which no line
     of theirs ends.
"""

from __future__ import annotations

import re
from functools import lru_cache

from issuebrief.l10n import words
from issuebrief.markdown_body.typography.tied_words import (
    COUNTED,
    CURRENCIES,
    MONTHS,
    NOT_INITIALS,
    PAIRS,
    TITLES,
    UNITS,
)

NO_BREAK, THIN = "\u00a0", "\u202f"
CANDIDATE = re.compile(
    r"(?<![ \t\n])[ \t\n]+(?=\d|…|\.\.\.|[–—](?=[ \t\n\u00a0])|--?-?(?=[ \t\n\u00a0]))"
    r"|(?<=[\d.§])[ \t\n]+(?=\S)|(?<=\d(?:st|nd|rd|th))[ \t\n]+(?=\w)"
    r"|(?:(?<=\bMme)|(?<=\bMmes)|(?<=\bMlle))[ \t\n]+(?=\w)"
)
DASH = re.compile(r"(?:[–—]|-{2,3})(?=[ \t\n\u00a0])")
DASHES = "–—"
SIGNED = ("-", "−", "±", "+-", "+/-", "+/−", "+−", "∓", "≈", "≤", "≥")
"""What stands before a number and belongs to it."""
ONE_LETTER = {"cs": "aikosuvz", "pl": "aiouwz", "sk": "aikosuvz"}
"""Words after which no line ends, by language."""
NUMBER = re.compile(r"[\d.,–-]*\d")
THOUSANDS, GROUP = re.compile(r"(?:.*[-–−+/])?\d{1,3}"), re.compile(r"\d{3}(?!\d)")
"""The first digits of a number whose thousands stand apart, and those behind the space."""
DAY = re.compile(r"(?:[12]?\d|3[01])(?:st|nd|rd|th|\.)?$")
INITIALS = re.compile(r"(?:[^\W\d_]\.-?)+$")
FRENCH_HIGH = re.compile(
    r"(?<![\s(]')(?<=[^\s«“!?;:(\[])([ \t\n\u00a0]*)(?=[;!?](?![;!?])|[!?]+|:(?=[\s»\")\]]|$))"
)
FRENCH_CLOSED_UP = re.compile(r"«(?=[^\s»])|(?<=[^\s«])»")
FRENCH_INSIDE = re.compile(r"(?<=«)[ \t\n\u00a0]+|(?<![ \t\n\u00a0])[ \t\n\u00a0]+(?=»)")
EAST_ASIAN = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff01-\uffef]")
CLOSING = ",;:!?)]}\"'”’»“‘…"
BEFORE, AFTER = "([{\"'“‘«„‚»›‹", ".,;:!?)]}\"'”’»“‘…"


def tie_spaces(text: str, out: list[str], lang: str) -> None:
    """Put the no-break spaces of `text` into `out`."""
    months = MONTHS | frozenset(words(lang).months)
    for match in CANDIDATE.finditer(text):
        start, end = match.span()
        if (out[end] in DASHES and out[end] and text[end] == "-") or _ties(text, start, end, months):
            _replace(out, start, end, NO_BREAK)
    language = lang.lower().split("-")[0]
    if language == "fr" and not lang.lower().startswith("fr-ch"):
        _space_french(text, out)
    if letters := ONE_LETTER.get(language):
        for match in _after_one(letters).finditer(text):
            _replace(out, match.start(1), match.end(1), NO_BREAK)


@lru_cache(maxsize=4)
def _after_one(letters: str) -> re.Pattern[str]:
    """Spaces after a word of one of some letters."""
    return re.compile(rf"(?<![\w.’'])[{letters}{letters.upper()}]([ \t\n]+)(?=[(\[\"'„“”«»‚‘]*\w)")


def _replace(out: list[str], start: int, end: int, by: str) -> None:
    out[start:end] = [by, *[""] * (end - start - 1)]


def _ties(text: str, start: int, end: int, months: frozenset[str]) -> bool:
    """Whether the words on both sides of a space stay together."""
    if start == 0:
        return False
    following = text[end : end + 24]
    if following.startswith(("…", "...")) or DASH.match(text, end):
        return True
    before = text[max(0, start - 24) : start].split()[-1:]
    after = following.split(maxsplit=1)[:1]
    if not before or not after:
        return False
    # No space parts words of Chinese, Japanese and Korean from what they are about.
    before, after = EAST_ASIAN.split(before[0])[-1:], EAST_ASIAN.split(after[0])[:1]
    return bool(before[0] and after[0]) and _belong_together(before[0].lstrip(BEFORE), after[0], months)


def _belong_together(before: str, after: str, months: frozenset[str]) -> bool:
    bare = after.rstrip(AFTER)
    number_before, number_after = bool(NUMBER.fullmatch(before)), after[:1].isdigit()
    if before in PAIRS and after.rstrip(CLOSING) in PAIRS[before]:
        return True
    if THOUSANDS.fullmatch(before) and GROUP.match(after):
        return True
    if number_before and (bare in UNITS or bare in CURRENCIES):
        return True
    if number_after and (before in COUNTED or before in CURRENCIES or before in SIGNED):
        return True
    if bare in months or f"{bare}." in months:
        return bool(DAY.fullmatch(before))
    if before in months:
        return bool(DAY.match(bare))
    if not after[:1].isupper():
        return False
    return before in TITLES or (
        before[:1].isupper() and bool(INITIALS.fullmatch(before)) and before not in NOT_INITIALS
    )


def _space_french(text: str, out: list[str]) -> None:
    """Thin no-break spaces before high punctuation and inside guillemets."""
    for match in FRENCH_CLOSED_UP.finditer(text):
        mark = match.group()
        out[match.start()] = f"{mark}{THIN}" if mark == "«" else f"{THIN}{mark}"
    for match in FRENCH_INSIDE.finditer(text):
        _replace(out, match.start(), match.end(), THIN)
    for match in FRENCH_HIGH.finditer(text):
        start, end = match.span()
        if text[start - 1] == THIN:
            continue
        if end > start:
            _replace(out, start, end, THIN)
        else:
            out[start] = THIN + out[start]
