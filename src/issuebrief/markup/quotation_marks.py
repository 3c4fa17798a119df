"""Curly quotes and apostrophes.

In:  a run of text in which a straight quote may stand anywhere, and a language.
Out: the quotes of that language in a list with one entry for each character of the run.
     Quotes that are curly already, and those that cannot be told apart, stay as they are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

THIN = "\u202f"
APOSTROPHE, PRIME, DOUBLE_PRIME = "’", "′", "″"
INVISIBLE = "\u200b\u2060\ufeff\u00ad"
LEADERS = "([{<¿¡/„‚«‹“‘-\u2010\u2011–—"
TRAILERS = ".,;:!?)]}…"
STRAIGHT = re.compile("[\"']")
DECADE = re.compile(r"'\d\ds?\b(?!')")
ELISION = re.compile(
    r"'(?:n|tis|twas|em|til|till|cause|bout|round|cos|kay|neath|tween|gainst)\b", re.IGNORECASE
)
FEET_AND_INCHES = re.compile(r"(?<=\d)'(?=\s?\d+(?:\.\d+)?\")")
CLOSING_SINGLE = re.compile(r"(?<=\S)'(?!\w)")


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
LANGUAGES = {
    "en": ENGLISH,
    "cs": _pairs("„“‚‘"),
    "da": _pairs("»«›‹"),
    "de": _pairs("„“‚‘"),
    "de-ch": _pairs("«»‹›"),
    "de-li": _pairs("«»‹›"),
    "el": _pairs("«»“”"),
    "es": _pairs("«»“”"),
    "et": _pairs("„“‚‘"),
    "fi": _pairs("””’’"),
    "fr": FRENCH,
    "fr-ch": _pairs("«»‹›"),
    "hu": _pairs("„”»«"),
    "is": _pairs("„“‚‘"),
    "it": _pairs("«»“”"),
    "lt": _pairs("„“‚‘"),
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
    """A text in quotation marks, with what it quotes itself in those for inside a quotation."""
    for outer, inner in zip(marks.outer, marks.inner, strict=True):
        text = text.replace(outer, inner)
    return f"{marks.outer[0]}{text}{marks.outer[1]}"


def curl(text: str, out: list[str], marks: QuotationMarks) -> None:
    """Put the curly quotes of `text` into `out`."""
    if '"' not in text and "'" not in text:
        return
    run = _Run(text, out, marks)
    for match in STRAIGHT.finditer(text):
        run.set(match.start())


class _Run:
    """A run of text while its quotes are set from left to right."""

    def __init__(self, text: str, out: list[str], marks: QuotationMarks) -> None:
        self.text, self.out, self.marks = text, out, marks
        self.open: list[str] = []
        self.opening: set[int] = set()
        self.last_closing = max((found.start() for found in CLOSING_SINGLE.finditer(text)), default=-1)

    def set(self, place: int) -> None:
        """Decide on the straight quote at a place."""
        before, after = self._neighbour(place, -1), self._neighbour(place, 1)
        leads = before < 0 or before in self.opening or self._leads(before)
        leads = leads and after >= 0 and not self.text[after].isspace() and self.text[after] not in TRAILERS
        if self.text[place] == '"':
            self._double(place, before, leads)
        else:
            self._single(place, before, after, leads)

    def _double(self, place: int, before: int, leads: bool) -> None:
        if leads:
            self._begin(place, '"')
        elif before < 0 or (self.text[before].isspace() and '"' not in self.open):
            return
        elif '"' not in self.open and self.text[before].isdigit():
            self.out[place] = DOUBLE_PRIME
        else:
            self._finish(place, '"')

    def _single(self, place: int, before: int, after: int, leads: bool) -> None:
        word_after = after >= 0 and self.text[after].isalnum()
        if FEET_AND_INCHES.match(self.text, place):
            self.out[place] = PRIME
        elif leads and self._quotes_something(place):
            self._begin(place, "'")
        elif "'" in self.open and not word_after and not leads:
            self._finish(place, "'")
        else:
            self.out[place] = APOSTROPHE

    def _quotes_something(self, place: int) -> bool:
        """Whether the quote at a place, which stands before a word, opens a quotation."""
        if DECADE.match(self.text, place) or ELISION.match(self.text, place):
            return False
        return self.last_closing > place

    def _begin(self, place: int, kind: str) -> None:
        self.open.append(kind)
        self.opening.add(place)
        self.out[place] = (self.marks.outer if kind == '"' else self.marks.inner)[0]

    def _finish(self, place: int, kind: str) -> None:
        if kind in self.open:
            while self.open.pop() != kind:
                pass
        self.out[place] = (self.marks.outer if kind == '"' else self.marks.inner)[1]

    def _neighbour(self, place: int, step: int) -> int:
        """The visible character before or after a place; -1 where there is none."""
        place += step
        while 0 <= place < len(self.text) and self.text[place] in INVISIBLE:
            place += step
        return place if 0 <= place < len(self.text) else -1

    def _leads(self, place: int) -> bool:
        return self.text[place].isspace() or self.text[place] in LEADERS
