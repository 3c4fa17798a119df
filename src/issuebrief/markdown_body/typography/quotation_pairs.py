"""The quotation marks of each language.

In:  a BCP 47 tag.
Out: its pairs of marks, and those around a title that is cited; English ones where the language is not known.
"""

from __future__ import annotations

import re
from bisect import bisect
from dataclasses import dataclass

from issuebrief.language_tags import tags_of

THIN = "\u202f"
GERSHAYIM = re.compile(
    '(?<=[\u05d0-\u05ea])"(?=[\u05d0-\u05ea](?![\u05d0-\u05ea])|[\u05d0-\u05ea]+(?![\u05d0-\u05ea"]))'
)
"""What may be the mark of a Hebrew abbreviation: before its last letter, or within a word."""
PREFIX = re.compile(
    '(?<![\u05d0-\u05ea])[\u05d5\u05d4\u05d1\u05db\u05dc\u05de\u05e9]{1,3}"[\u05d0-\u05ea]{2}'
)
"""A quotation mark behind letters that are put before a word, such as “the”, “in” and “and”."""
OPENS, CLOSES = re.compile(r'(?<!\w)"(?=\w)'), re.compile(r'(?<=[^\s"])"(?!\w)')


def gershayim(text: str) -> list[int]:
    """Where straight quotation marks stand for the mark of a Hebrew abbreviation.

    One behind a prefix opens a quotation where the next mark closes one: ה"ידיים החרוצות".
    """
    found = [match.start() for match in GERSHAYIM.finditer(text)]
    begun = {match.end() - 3 for match in PREFIX.finditer(text)} if found else set()
    if not begun.intersection(found):
        return found
    opens, closes = ([match.start() for match in marks.finditer(text)] for marks in (OPENS, CLOSES))

    def is_closed(place: int) -> bool:
        ahead, behind = bisect(closes, place), bisect(opens, place)
        return ahead < len(closes) and (behind == len(opens) or closes[ahead] < opens[behind])

    return [place for place in found if not (place in begun and is_closed(place))]


@dataclass(frozen=True)
class QuotationMarks:
    """The pairs of a language: around a quotation, and around one inside it."""

    outer: tuple[str, str]
    inner: tuple[str, str]


def _pairs(marks: str) -> QuotationMarks:
    return QuotationMarks((marks[0], marks[1]), (marks[2], marks[3]))


ENGLISH = _pairs("“”‘’")
CORNERS = _pairs("「」『』")
ANGLES = _pairs("《》〈〉")
TYPEWRITER = _pairs("\"\"''")
FRENCH = QuotationMarks((f"«{THIN}", f"{THIN}»"), ("“", "”"))
QUOTED = re.compile(r"[\"“”„‟«»][\u202f\u00a0]?([^\"“”„‟«»]+?)[\u202f\u00a0]?[\"“”«»]")
"""What stands between two double marks of any language."""
LANGUAGES = {
    "en": ENGLISH,
    "ar": _pairs("”“’‘"),
    "az": ENGLISH,
    "be": _pairs("«»„“"),
    "bg": _pairs("„“‚‘"),
    "bs": _pairs("„”‘’"),
    "ca": _pairs("«»“”"),
    "cnr": _pairs("„“‘’"),
    "cs": _pairs("„“‚‘"),
    "da": _pairs("»«›‹"),
    "de": _pairs("„“‚‘"),
    "de-ch": _pairs("«»‹›"),
    "de-li": _pairs("«»‹›"),
    "el": _pairs("«»“”"),
    "es": _pairs("«»“”"),
    "es-419": ENGLISH,
    "es-mx": ENGLISH,
    "es-us": ENGLISH,
    "et": _pairs("„“‚‘"),
    "eu": _pairs("«»“”"),
    "fa": _pairs("«»‹›"),
    "fi": _pairs("””’’"),
    "fr": FRENCH,
    "fr-ch": _pairs("«»‹›"),
    "ga": ENGLISH,
    "gl": _pairs("«»“”"),
    "he": _pairs("””’’"),
    "hi": ENGLISH,
    "hr": _pairs("„”‘’"),
    "hu": _pairs("„”»«"),
    "hy": _pairs("«»«»"),
    "id": ENGLISH,
    "is": _pairs("„“‚‘"),
    "it": _pairs("«»“”"),
    "it-ch": _pairs("«»‹›"),
    "ja": CORNERS,
    "ka": _pairs("„“«»"),
    "kk": _pairs("«»“”"),
    "ko": ENGLISH,
    "lt": _pairs("„“‚‘"),
    "lv": ENGLISH,
    "mk": _pairs("„“‚‘"),
    "mt": ENGLISH,
    "nb": _pairs("«»‘’"),
    "nl": ENGLISH,
    "nn": _pairs("«»‘’"),
    "pl": _pairs("„”«»"),
    "pt": _pairs("«»“”"),
    "pt-br": ENGLISH,
    "ro": _pairs("„”«»"),
    "ru": _pairs("«»„“"),
    "sk": _pairs("„“‚‘"),
    "sl": _pairs("„“‚‘"),
    "sq": _pairs("«»“”"),
    "sr": _pairs("„“‘’"),
    "sr-latn": _pairs("„“‘’"),
    "sv": _pairs("””’’"),
    "tr": ENGLISH,
    "uk": _pairs("«»„“"),
    "vi": ENGLISH,
    "zh": ENGLISH,
    "zh-hant": CORNERS,
}
"""By language, and by script or region where those have others."""
TITLES = {"ja": _pairs("『』「」"), "ko": _pairs("「」『』"), "zh": ANGLES, "zh-hant": ANGLES}
"""Marks of cited titles, where they are not those of quotations."""


def marks_of(lang: str) -> QuotationMarks:
    """The quotation marks of a language tag; English where it is unknown."""
    return next((LANGUAGES[tag] for tag in tags_of(lang) if tag in LANGUAGES), ENGLISH)


def title_marks(lang: str) -> QuotationMarks:
    """The marks around the title of a work that is cited."""
    return next((TITLES[tag] for tag in tags_of(lang) if tag in TITLES), marks_of(lang))


def quoted(text: str, marks: QuotationMarks) -> str:
    """A text in quotation marks, with what it quotes itself in those for inside a quotation.

    Of whatever language the marks are that it was typed with: both of a pair are changed, or neither.
    """
    first, last = marks.inner
    text = QUOTED.sub(lambda match: f"{first}{match[1]}{last}", text)
    return f"{marks.outer[0]}{text}{marks.outer[1]}"
