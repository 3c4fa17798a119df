"""The quotation marks of each language.

In:  a BCP 47 tag.
Out: its pairs of marks; English ones where the language is not known.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

THIN = "\u202f"


@dataclass(frozen=True)
class QuotationMarks:
    """The pairs of a language: around a quotation, and around one inside it."""

    outer: tuple[str, str]
    inner: tuple[str, str]


def _pairs(marks: str) -> QuotationMarks:
    return QuotationMarks((marks[0], marks[1]), (marks[2], marks[3]))


ENGLISH = _pairs("“”‘’")
TYPEWRITER = _pairs("\"\"''")
FRENCH = QuotationMarks((f"«{THIN}", f"{THIN}»"), ("“", "”"))
QUOTED = re.compile(r"[\"“”„‟«»][\u202f\u00a0]?([^\"“”„‟«»]+?)[\u202f\u00a0]?[\"“”«»]")
"""What stands between two double marks of any language."""
LANGUAGES = {
    "en": ENGLISH,
    "bg": _pairs("„“‚‘"),
    "ca": _pairs("«»“”"),
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
    "fi": _pairs("””’’"),
    "fr": FRENCH,
    "fr-ch": _pairs("«»‹›"),
    "hr": _pairs("„”‘’"),
    "hu": _pairs("„”»«"),
    "is": _pairs("„“‚‘"),
    "it": _pairs("«»“”"),
    "it-ch": _pairs("«»‹›"),
    "lt": _pairs("„“‚‘"),
    "lv": _pairs("“”‘’"),
    "nb": _pairs("«»‘’"),
    "nl": _pairs("“”‘’"),
    "nn": _pairs("«»‘’"),
    "no": _pairs("«»‘’"),
    "pl": _pairs("„”«»"),
    "pt": _pairs("«»“”"),
    "pt-br": _pairs("“”‘’"),
    "ro": _pairs("„”«»"),
    "ru": _pairs("«»„“"),
    "sk": _pairs("„“‚‘"),
    "sl": _pairs("„“‚‘"),
    "sv": _pairs("””’’"),
    "tr": _pairs("“”‘’"),
    "uk": _pairs("«»„“"),
}


def marks_of(lang: str) -> QuotationMarks:
    """The quotation marks of a language tag; English where it is unknown."""
    tag = lang.lower()
    return (
        LANGUAGES.get(tag)
        or LANGUAGES.get("-".join(tag.split("-")[:2]))
        or LANGUAGES.get(tag.split("-")[0], ENGLISH)
    )


def quoted(text: str, marks: QuotationMarks) -> str:
    """A text in quotation marks, with what it quotes itself in those for inside a quotation.

    Of whatever language the marks are that it was typed with: both of a pair are changed, or neither.
    """
    first, last = marks.inner
    text = QUOTED.sub(lambda match: f"{first}{match[1]}{last}", text)
    return f"{marks.outer[0]}{text}{marks.outer[1]}"
