"""The forms that dates, languages, addresses and identifiers must have.

In:  a value as it was typed.
Out: what is wrong with it beyond its pattern, and the right form that was probably meant.
"""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, TypedDict

from issuebrief.language_tags import tags_of
from issuebrief.moments import ZONES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

LANGUAGE = (
    r"^[A-Za-z]{2,3}(?:-[A-Za-z]{3}){0,3}"  # language, extended language
    r"(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|[0-9]{3}))?"  # script, region
    r"(?:-(?:[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*"  # variants
    r"(?:-[A-WYZa-wyz0-9](?:-[A-Za-z0-9]{2,8})+)*"  # extensions
    r"(?:-[Xx](?:-[A-Za-z0-9]{1,8})+)?$"  # private use
)
"""The shape of a well-formed BCP 47 tag, without the grandfathered ones."""

LANGUAGE_NAMES = {
    "albanian": "sq", "american": "en-US", "arabic": "ar", "armenian": "hy", "azerbaijani": "az",
    "basque": "eu", "belarusian": "be", "bosnian": "bs", "british": "en-GB", "bulgarian": "bg",
    "catalan": "ca", "chinese": "zh", "croatian": "hr", "czech": "cs", "danish": "da", "deutsch": "de",
    "dutch": "nl", "english": "en", "español": "es", "estonian": "et", "finnish": "fi", "français": "fr",
    "french": "fr", "galician": "gl", "georgian": "ka", "german": "de", "greek": "el", "hebrew": "he",
    "hindi": "hi", "hungarian": "hu", "icelandic": "is", "indonesian": "id", "irish": "ga", "italian": "it",
    "japanese": "ja", "kazakh": "kk", "korean": "ko", "latvian": "lv", "lithuanian": "lt",
    "macedonian": "mk", "maltese": "mt", "montenegrin": "cnr", "norwegian": "nb", "nynorsk": "nn",
    "persian": "fa", "polish": "pl", "portuguese": "pt", "romanian": "ro", "russian": "ru",
    "serbian": "sr", "simplified chinese": "zh-Hans", "slovak": "sk", "slovenian": "sl", "spanish": "es",
    "svenska": "sv", "swedish": "sv", "traditional chinese": "zh-Hant", "turkish": "tr", "ukrainian": "uk",
    "vietnamese": "vi",
}  # fmt: skip
LONG_CODES = {
    "alb": "sq", "ara": "ar", "arm": "hy", "aze": "az", "baq": "eu", "bel": "be", "bos": "bs", "bul": "bg",
    "cat": "ca", "ces": "cs", "chi": "zh", "cze": "cs", "dan": "da", "deu": "de", "dut": "nl", "ell": "el",
    "eng": "en", "est": "et", "eus": "eu", "fas": "fa", "fin": "fi", "fra": "fr", "fre": "fr", "geo": "ka",
    "ger": "de", "gle": "ga", "glg": "gl", "gre": "el", "heb": "he", "hin": "hi", "hrv": "hr", "hun": "hu",
    "hye": "hy", "ice": "is", "ind": "id", "isl": "is", "ita": "it", "jpn": "ja", "kat": "ka", "kaz": "kk",
    "kor": "ko", "lav": "lv", "lit": "lt", "mac": "mk", "mkd": "mk", "mlt": "mt", "nld": "nl", "nno": "nn",
    "nob": "nb", "nor": "nb", "per": "fa", "pol": "pl", "por": "pt", "ron": "ro", "rum": "ro", "rus": "ru",
    "slk": "sk", "slo": "sk", "slv": "sl", "spa": "es", "sqi": "sq", "srp": "sr", "swe": "sv", "tur": "tr",
    "ukr": "uk", "vie": "vi", "zho": "zh",
}  # fmt: skip
"""Codes of ISO 639-2 with three letters, and those with two that a tag has in their place (BCP 47, 2.2.1)."""
RIGHT_TO_LEFT = {
    "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ji", "khw", "ks", "lrc", "mzn", "nqo", "pnb", "ps", "sd",
    "syr", "ug", "ur", "yi",
}  # fmt: skip
RIGHT_TO_LEFT_SCRIPTS = {"adlm", "arab", "aran", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa"}
WITHOUT_HYPHENS = frozenset({"ja", "ko", "vi", "zh"})
"""Languages whose lines end without a hyphen, between letters or syllables."""
DAYS = ("%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%B %d %Y", "%Y/%m/%d", "%Y.%m.%d", "%Y-%m-%d",
        "%Y%m%d", "%d.%m.%Y")  # fmt: skip
"""Ways of writing a day that can mean one day only, which 3/4/2023 cannot."""

LONGEST_TEXT = 20_000
LONGEST_WORD = 1_000
"""How many characters a value, and a word in it, may have."""

TYPED_MOMENT = re.compile(
    r"(?P<day>.+?)[T, ]+(?P<time>\d{1,2}[:.]\d\d)(?::\d\d)?\s*(?:h|hrs|Uhr)?\s*(?P<zone>.*)$"
)
"""A day, a time and a zone in other words than ours."""


class Extra(TypedDict, total=False):
    """What `model.py` says of a value beyond its type: see there."""

    form: str
    mend: Callable[[str], str]
    guesses: Callable[[str], Sequence[str]]
    holds: Callable[[str], bool]
    fault: Callable[[str], str]
    tidy: Callable[[str], str]
    alone: str


def day(text: str) -> datetime.date | None:
    """The day that `YYYY-MM-DD`, with or without a time of day after it, stands for."""
    found = re.match(r"(\d{4}-\d\d-\d\d)(?:[Tt ]\s*\d\d?:\d\d.*)?$", text, re.ASCII)
    try:
        return datetime.date.fromisoformat(found[1]) if found else None
    except ValueError:
        return None


def mend_day(text: str) -> str:
    """The day in the form `YYYY-MM-DD`, where it is plain which one is meant; else nothing."""
    text = re.sub(r"(?<=\d)(st|nd|rd|th)\b", "", text.strip())
    for form in DAYS:
        try:
            return datetime.datetime.strptime(text, form).date().isoformat()
        except ValueError:
            continue
    return ""


def days_meant(text: str) -> list[str]:
    """The days that a text can mean that leaves open what is day and what is month, or that names no day."""
    found = re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", text.strip(), re.ASCII)
    if found:
        first, second, year = found.groups()
        both = dict.fromkeys([f"{year}-{second:0>2}-{first:0>2}", f"{year}-{first:0>2}-{second:0>2}"])
        return [guess for guess in both if day(guess)]
    months = [mend_day(f"1 {text}"), mend_day(f"{text}-01")]
    return [guess for guess in months if guess][:1]


def mend_moment(text: str) -> str:
    """The moment in the right form, where it is plain which one is meant; else nothing."""
    if day := mend_day(text):
        return day
    found = TYPED_MOMENT.match(text.strip())
    if not found:
        return ""
    day = found["day"] if re.fullmatch(r"\d{4}-\d\d-\d\d", found["day"]) else mend_day(found["day"])
    zone = found["zone"].strip(" ()").upper()
    if not day or not (zone in ZONES or re.fullmatch(r"Z|[+-]\d\d:?\d\d", zone)):
        return ""
    return f"{day} {found['time'].replace('.', ':')} {zone}"


def tidy_language(tag: str) -> str:
    """The tag in its usual form: `en-GB`, `sr-Latn`, `zh-Hant-TW`; `de` for `deu`."""
    first, *rest = tag.split("-")
    parts, private = [LONG_CODES.get(first.lower(), first.lower())], False
    for part in rest:
        private = private or len(part) == 1
        if len(part) == 2 and not private:
            parts.append(part.upper())
        elif len(part) == 4 and part.isalpha() and not private:
            parts.append(part.title())
        else:
            parts.append(part.lower())
    return "-".join(parts)


def mend_language(text: str) -> str:
    """A tag for a language's English name or for a locale such as `en_GB.UTF-8`; else nothing."""
    from difflib import get_close_matches

    if near := get_close_matches(text.strip().lower(), LANGUAGE_NAMES, 1, 0.8):
        return LANGUAGE_NAMES[near[0]]
    tag = re.sub(r"[_\s]+", "-", re.split("[.@]", text.strip())[0])
    return tidy_language(tag) if re.match(LANGUAGE, tag) else ""


def from_right_to_left(tag: str) -> bool:
    """Whether the language is written from right to left, in the script that the tag names or its own."""
    language, *parts = tag.lower().split("-")
    script = next((part for part in parts if len(part) == 4 and part.isalpha()), "")
    return script in RIGHT_TO_LEFT_SCRIPTS if script else language in RIGHT_TO_LEFT


def hyphenates(tag: str) -> bool:
    """Whether words of the language can be divided, or never are."""
    from issuebrief.linebreak.hyphenation_patterns import is_divided

    language = tags_of(tag)[-1].partition("-")[0]
    return language in WITHOUT_HYPHENS or from_right_to_left(tag) or is_divided(tag)


def mend_colour(text: str) -> str:
    """The colour with the `#` that was left out; else nothing."""
    return f"#{text}" if re.match(r"(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})$", text) else ""


def mend_url(text: str) -> str:
    """The address with the `https://` that was left out; else nothing."""
    bare = re.sub(r"^\s*(?:https?:/*|//)|[<>\s]", "", text, flags=re.IGNORECASE)
    return f"https://{bare}" if re.match(r"[\w-]+(?:\.[\w-]+)+(?:[/?#:][^\"]*)?$", bare) else ""


def mend_email(text: str) -> str:
    """The address without `mailto:`, angle brackets or spaces; else nothing."""
    found = re.search(r"[^@\s<>\":]+@[^@\s<>\".]+(?:\.[^@\s<>\".]+)+", text)
    return found[0] if found else ""


def mend_orcid(text: str) -> str:
    """The sixteen characters in groups of four; else nothing."""
    found = re.search(r"(\d{4})[-\s]?(\d{4})[-\s]?(\d{4})[-\s]?(\d{3}[\dXx])\b", text, re.ASCII)
    return "-".join(found.groups()).upper() if found else ""


def mend_doi(text: str) -> str:
    """The DOI without what stands before it; else nothing."""
    found = re.search(r"10\.\d{4,9}/\S+", text, re.ASCII)
    return found[0] if found else ""


def mend_issn(text: str) -> str:
    """The eight characters in two groups; else nothing."""
    found = re.search(r"(?<!\d)(\d{4})[-\s]?(\d{3}[\dXx])\b", text, re.ASCII)
    return "-".join(found.groups()).upper() if found else ""


def mend_jel(text: str) -> str:
    """The code in capitals, without what stands before it; else nothing."""
    found = re.fullmatch(r"(?:jel[\s:]*)?([a-ryz]) ?(\d{0,2})", text.strip(), re.IGNORECASE | re.ASCII)
    return (found[1] + found[2]).upper() if found else ""


def mend_phone(text: str) -> str:
    """The number without `tel:` or words before it; else nothing."""
    found = re.search(r"\+?[0-9(][0-9 ()./-]{3,30}[0-9]", text.replace("\u00a0", " "), re.ASCII)
    return found[0] if found else ""


def mend_name(text: str) -> str:
    """The name in the form of a theme's file; else nothing."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower().removesuffix(".css")).strip("-")


def orcid_holds(text: str) -> bool:
    """Whether the last character is the check digit of the others (ISO 7064, MOD 11-2)."""
    total = 0
    for digit in text.replace("-", "")[:-1]:
        total = (total + int(digit)) * 2
    return "0123456789X"[(12 - total % 11) % 11] == text[-1]


def issn_holds(text: str) -> bool:
    """Whether the last character is the check digit of the others (weights 8 to 2, modulo 11)."""
    digits = text.replace("-", "")
    total = sum(int(digit) * weight for digit, weight in zip(digits, range(8, 1, -1), strict=False))
    return "0123456789X"[-total % 11] == digits[-1]


def too_long(text: str) -> str:
    """What is too long about a text, if anything is."""
    if len(text) > LONGEST_TEXT:
        return f"has {len(text):,} characters, and may have {LONGEST_TEXT:,}"
    longest = max(map(len, text.split()), default=0) if len(text) > LONGEST_WORD else 0
    if longest > LONGEST_WORD:
        return f"has a word of {longest:,} characters, and a word may have {LONGEST_WORD:,}"
    return ""
