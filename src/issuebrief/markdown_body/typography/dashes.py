"""Dashes and ellipses.

In:  a run of text and a language.
Out: `---` as an em dash, `--` as an en dash, `...` as an ellipsis, a hyphen between spaces as the
     dash of the language, the hyphen of a range of numbers as an en dash, and that before a number below
     zero as a minus sign, in a list with one entry for each character of the run.
     Dates, telephone numbers, ISBN, ISSN, designations and scores keep their hyphens.
"""

from __future__ import annotations

import re

from issuebrief.markdown_body.typography.tied_words import CURRENCIES

EM, EN, ELLIPSIS, MINUS_SIGN = "—", "–", "…", "\u2212"
HYPHENS = re.compile(r"(?<![-<!])(-{2,3})(?![->])")
CLOSING = re.compile(r"[^\s-]--(?=[\s.,;:!?)]|$)")
"""The end of an insertion between dashes: `--so--`."""
THREE_DOTS = re.compile(r"(?<!\.)\.\.\.(?!\.)")
GROUPED = r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)(?:[.,]\d+)?"
NUMBER = rf"(?:{GROUPED}|\d+(?:[.,]\d+)*)"
UNITS = r"(?:[kKmM]|[bmt]n|[kmc]m|k[gtW]|[kMGT]Wh?|[kMG]t|ha)"
RANGE = re.compile(
    r"(?:(?<![\w/.,:#@=+…–—-])|(?<=\b[pSs]\.)|(?<=\b(?:pp|nn)\.))(?<!\d[ \u00a0\u202f])"
    rf"[$€£]?({NUMBER})%?(-| - )[$€£]?({NUMBER})(?:%|{UNITS}(?!\w))?(?![\w/@=–—-]|[.:,]\d)"
)
"""Two numbers with a hyphen between them; a unit or the sign of a page may be closed up to them."""
TIMES = re.compile(r"(?<![\w:.-])(?:[01]?\d|2[0-3]):[0-5]\d-(?:[01]?\d|2[0-4]):[0-5]\d(?![\w:-])")
PAGES = re.compile(r"(?:\b(?:pp?|nn|nos|S|s|sid|str|pages?|pág|págs|§§?)\.?|\(\d{4}\):)\s*$", re.IGNORECASE)
ONE_NUMBER = re.compile(
    r"(?:\b(?:n|no|nr|nro|núm|č|br|art|article|artikel)\.?|[nN]\.?[°º]|№)\s*$", re.IGNORECASE
)
"""Before one number as a rule, `No. 12-145`, and now and then before two, `no. 3-4`."""
CODES = re.compile(
    r"(?:\b(?:e-?ISSN|ISSN|ISBN|telephone|phone|fax|tfn|doi|mobile|fon|t[ée]l[ée]?(?:fono?|phone|fax)?|handy|mobil"
    r"|telefoni?|puh|тел(?:ефон)?|tlf|τηλ|gsm|case|docket|file|law|act|loi|ley|lei|legge|l[ée]cret|décret|directive"
    r"|regulation|Az|Aktenzeichen|Rs|Rechtssache|affaire|aff|dossier|pourvoi|asunto|expediente|exp|causa|fascicolo"
    r"|sygn|sygnatura|zaak|zaaknr|zaaknummer|mål|dnr|dnro|sag|processo|proc|čj|č\.\s?j|sp\.\s?zn|ügyszám|дело|esas)"
    r"|\b(?:P\.\s?L|Pub\.\s?L))\.?:?(?:\s*\([^)]*\))?:?\s*(?:(?:nr|no|n[°º])\.?\s*)?"
    r"[\d\s/()+-]*(?:[A-Z][A-Za-z]{0,4}\.?\s)?[\d\s/()+-]*(?:\d+-\d+,\s*)*$",
    re.IGNORECASE,
)
DIALLED = re.compile(r"(?:\+|(?<!\d)\(?0)[\d\s/().-]*$")
"""The beginning of a telephone number."""
CODE_OF_LAW = re.compile(r"(?<!\w)[LRDAC]\.?[ \u00a0*]*$")
"""Before the number of a French article, `L. 121-25`."""
DESIGNATION = re.compile(r"(?<!\w)([A-Z]{2,6})[ \u00a0]$")
SPACED = re.compile(r"(?<=\S)[ \u00a0\n]+-[ \u00a0\n]+(?=\S)")
OF_DEGREE = (
    r"\d+[ \u00a0\u202f]?(?:%|‰|°|K(?!\w)"
    r"|(?:per ?cent|Prozent|procent|por ciento|por cento|pour cent|per cento|degrees|Grad)\b)"
)
BETWEEN = r"[ \u00a0](?:to|and|or|bis|und|oder|à|et|ou|a|y|o|e|til|till|og|och|do|i|–)[ \u00a0]-?"
MINUS = re.compile(
    r"(?<![\w.,:;/+*@#%)\]}'\"’”»_–—-])(?<!\d[ \u00a0\u202f])-(?="
    r"(?:\d+[.,]\d+|[.,]\d+|\d{1,3}(?:[ \u00a0\u202f.,]\d{3})+)(?![\w/-]|[.,:]\d)"
    rf"|(?:\d+{BETWEEN})?{OF_DEGREE})"
)
"""A hyphen before a number that can only be below zero: it has a decimal sign, or a unit that says so."""
AMOUNT_BELOW = re.compile(
    r"\s*\(?(?:[A-Z]{0,3}[$€£¥]|[<>≤≥~≈] ?)?(-)(?:[A-Z]{0,3}[$€£¥])?"
    r"\d+(?:[ \u00a0\u202f.,'’]\d+)*[ \u00a0]?[%‰°*†)]*\s*"
)
"""A number below zero that is all there is, as in a cell of a table."""
WORD_BEFORE, WORD_AFTER = re.compile(r"(\w*)\W*$"), re.compile(r"\W*(\w*)")
YEARS = range(1000, 2101)


def draw_dashes(text: str, out: list[str], lang: str) -> None:
    """Put the dashes and ellipses of `text` into `out`."""
    if "-" in text:
        for match in HYPHENS.finditer(text):
            if not _is_option(text, match):
                _replace(out, match.start(1), match.end(1), EN if len(match.group(1)) == 2 else EM)
        for match in RANGE.finditer(text):
            if _is_range(text[: match.start()], match.group(1), match.group(3)):
                out[match.start(2) + match.group(2).index("-")] = EN
        for match in TIMES.finditer(text):
            out[text.index("-", match.start())] = EN
        for match in MINUS.finditer(text):
            out[match.start()] = MINUS_SIGN
        if below := AMOUNT_BELOW.fullmatch(text):
            out[below.start(1)] = MINUS_SIGN
        for match in SPACED.finditer(text):
            if _parts_words(text, match):
                _draw_between_words(match, out, lang)
    for match in THREE_DOTS.finditer(text):
        _replace(out, match.start(), match.end(), ELLIPSIS)


def _replace(out: list[str], start: int, end: int, by: str) -> None:
    out[start:end] = [by, *[""] * (end - start - 1)]


def _is_option(text: str, match: re.Match[str]) -> bool:
    """Whether `--` begins a word, as in an option of a command, and no other `--` closes an insertion."""
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    begins = len(match.group(1)) == 2 and (not before or before.isspace()) and after.isalpha()
    following = HYPHENS.search(text, match.end()) if begins else None
    return begins and not (following and CLOSING.match(text, following.start() - 1))


def _parts_words(text: str, match: re.Match[str]) -> bool:
    """Whether a hyphen between spaces is a dash, not a minus or a sign between two quantities."""
    before, after = WORD_BEFORE.search(text, 0, match.start()), WORD_AFTER.match(text, match.end())
    words = (before[1] if before else "", after[1] if after else "")
    return all(words) and not words[1][0].isdigit() and max(map(len, words)) > 1


def _draw_between_words(match: re.Match[str], out: list[str], lang: str) -> None:
    """The dash between words: closed up and long in American English, short and between spaces elsewhere."""
    if lang.lower() == "en-us":
        _replace(out, match.start(), match.end(), EM)
    else:
        out[match.start() + match.group().index("-")] = EN


def _is_range(before: str, first: str, last: str) -> bool:
    """Whether two numbers with a hyphen between them are a range, by what they look like."""
    before = before[-40:]
    if PAGES.search(before):
        return len(first) > len(last) or _rises(first, last)
    if CODES.search(before) or DIALLED.search(before) or (len(first) > 1 and first.startswith("0")):
        return False
    if CODE_OF_LAW.search(before) or _is_designated(before, first, last):
        return False
    if ONE_NUMBER.search(before) and len(first) != len(last) and len(first) > 1:
        return False
    return _rises(first, last)


def _is_designated(before: str, first: str, last: str) -> bool:
    """Whether the numbers belong to a standard, a law or the like: `EN 301-549`, but `EU 2021-2027`."""
    found = DESIGNATION.search(before)
    if not found or found[1] in CURRENCIES or not (first + last).isdigit() or len(first) < 3:
        return False
    return not (int(first) in YEARS and int(last) in YEARS)


def _rises(first: str, last: str) -> bool:
    """Whether a second number is larger than the first, or shortened, and both are quantities or years."""
    whole = first.isdigit() and last.isdigit()
    if whole and len(last) < len(first):
        return len(last) > 1 and int(first[-len(last) :]) < int(last)
    if whole and len(last) >= 4 and len(first) >= 3:
        return int(first) < int(last) and int(first) in YEARS and int(last) in YEARS
    if whole and len(last) == 4 and int(last) in YEARS and int(first) <= 12:
        return False
    return any(low < high for low, high in zip(_values(first), _values(last), strict=True))


def _values(number: str) -> tuple[float, float]:
    """The number as it reads with the comma for thousands, and with the full stop for them."""
    bare = re.sub(r"\s", "", number)
    return _value(bare, ",", "."), _value(bare, ".", ",")


def _value(number: str, thousands: str, decimal: str) -> float:
    """A number's value; 0 where it has two decimal signs, which makes a code of it."""
    parts = number.replace(thousands, "").split(decimal)
    return float(".".join(parts)) if len(parts) < 3 else 0.0
