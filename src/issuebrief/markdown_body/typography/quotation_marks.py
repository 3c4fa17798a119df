"""Curly quotes and apostrophes.

In:  a run of text in which a straight quote may stand anywhere, and a language.
Out: the quotes of that language in a list with one entry for each character of the run.
     Quotes that are curly already, and those that cannot be told apart, stay as they are.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from issuebrief.markdown_body.typography.quotation_pairs import FRENCH, THIN, gershayim, marks_of

if TYPE_CHECKING:
    from issuebrief.markdown_body.typography.quotation_pairs import QuotationMarks

APOSTROPHE, PRIME, DOUBLE_PRIME = "’", "′", "″"
INVISIBLE = "\u200b\u2060\ufeff\u00ad"
LEADERS = "([{<¿¡/„‚«‹“‘-\u2010\u2011–—=+*|&~"
TRAILERS = ".,;:!?)]}…"
WIDE = re.compile("[\u3000-\u30ff\u3400-\u9fff\uac00-\ud7af\uff00-\uff65]")
"""Letters and signs of Chinese, Japanese and Korean: no space parts a quotation from the words around it."""
QUOTES = re.compile("[\"'“”„«»‟]")
DECADE = re.compile(r"'\d\d(?!\d|')")
CLIPPED = "n|tis|twas|em|til|till|cause|bout|round|cos|kay|neath|tween|gainst"
"""What may follow an apostrophe that stands for a word's beginning."""
CLIPPED_IN = {
    "de": "s|n|ne|nen|nem|ner|nes|ran|rauf|raus|rein|rüber|runter|rum|naus|nauf|nüber",
    "nl": "s|t|n|k|m|r|ie|er|ns",
    "af": "s|t|n|k|m",
    "da": "n|na",
    "ga": "s|un|na|sea|sé",
    "mt": "l|il|lil",
    "nb": "n|na",
    "sv": "n|na|t",
}
"""The same, in languages that have words of their own for it."""
ALWAYS_CLIPPED = r"|(?:s-|[st]\s)(?=\w)"
"""In any language: `'s-Hertogenbosch`, `'t Hooft`, which no quotation begins with."""
FEET_AND_INCHES = re.compile(r"(?<=\d)'(?=\s?\d+(?:[.,]\d+)?\")|(?<=\d')(\s?\d+(?:[.,]\d+)?)(\")")
MINUTES = re.compile(r"(?<=[°º]\d)'|(?<=[°º]\d\d)'|(?<=[°º]\s\d)'|(?<=[°º]\s\d\d)'")
GERESH = re.compile("(?<=[\u05d0-\u05ea])'(?=[\u05d0-\u05ea])|(?<=[\u05d0-\u05ea])'(?![\\w'])")
"""The mark of a Hebrew letter that sounds otherwise, or of a word that is cut short."""
HEBREW_QUOTED = re.compile("(?<![\u05d0-\u05ea])'(?=[\u05d0-\u05ea])")
"""What begins a quotation in single marks, whose last one is none of these."""
CLOSING_SINGLE = re.compile(r"(?<=\S)'(?!\w)")
NO_WORD_FIRST = re.compile(r"'(?:[.,;:!?…]{1,3}'(?!\w)|(?:\.{3}|…)\s?\w)")
"""A quotation in single marks that is nothing but marks, `'?'`, or begins with dots."""
BEFORE_A_QUOTE = re.compile(r"[^\W\d_]['’](?=\"\w)")
"""An elided word before a quotation, `l'"essai"`."""
SPACED = re.compile(r"(?<![^\s(\[—–])\"[ \u00a0\u202f]([^\s\"](?:[^\"\n]*[^\s\"])?)[ \u00a0\u202f]\"(?!\w)")
"""A quotation with spaces inside its marks, as French is typed."""


def curl(text: str, out: list[str], lang: str) -> None:
    """Put the curly quotes of `text` into `out`."""
    if '"' not in text and "'" not in text:
        return
    marks = marks_of(lang)
    run = _Run(text, out, marks, _clipped(lang.lower().split("-")[0]))
    if marks is FRENCH:
        run.close_up_spaced()
    run.measure()
    for match in QUOTES.finditer(text):
        run.set(match.start())


@lru_cache(maxsize=16)
def _clipped(language: str) -> re.Pattern[str]:
    """An apostrophe in the place of a word's beginning."""
    words = "|".join(filter(None, (CLIPPED, CLIPPED_IN.get(language, ""))))
    return re.compile(rf"'(?:(?:{words})\b{ALWAYS_CLIPPED})", re.IGNORECASE)


class _Run:
    """A run of text while its quotes are set from left to right."""

    def __init__(self, text: str, out: list[str], marks: QuotationMarks, clipped: re.Pattern[str]) -> None:
        self.text, self.out, self.marks, self.clipped = text, out, marks, clipped
        self.open: list[str] = []
        self.opening: set[int] = set()
        self.done: set[int] = set()
        self.last_closing = max((found.start() for found in CLOSING_SINGLE.finditer(text)), default=-1)

    def close_up_spaced(self) -> None:
        """Set the quotations that have spaces inside their marks; French marks bring their own."""
        for match in SPACED.finditer(self.text):
            first, last = match.start(), match.end() - 1
            self.out[first], self.out[last] = self.marks.outer
            self.out[first + 1] = self.out[last - 1] = ""
            self.done |= {first, last}

    def measure(self) -> None:
        """Set what stands for feet, inches and minutes, and within Hebrew words, whatever is around it."""
        for match in FEET_AND_INCHES.finditer(self.text):
            place = match.start(2) if match[2] else match.start()
            self.out[place] = DOUBLE_PRIME if match[2] else PRIME
            self.done.add(place)
        for place in gershayim(self.text):
            self.out[place] = "\u05f4"
            self.done.add(place)
        if not HEBREW_QUOTED.search(self.text):
            for match in GERESH.finditer(self.text):
                self.out[match.start()] = "\u05f3"
                self.done.add(match.start())
        for match in MINUTES.finditer(self.text):
            self.out[match.start()] = PRIME
            self.done.add(match.start())

    def set(self, place: int) -> None:
        """Decide on the quote at a place, where it is a straight one; others are only counted."""
        if place in self.done:
            return
        if self.text[place] not in "\"'":
            self._count(self.text[place])
            return
        before, after = self._neighbour(place, -1), self._neighbour(place, 1)
        if self._is_wide(before) or self._is_wide(after):
            self._by_turns(place, before)
            return
        leads = before < 0 or before in self.opening or self._leads(before)
        leads = leads and after >= 0 and not self.text[after].isspace()
        if self.text[place] == '"':
            self._double(place, before, after, leads)
        else:
            begins = leads and (self.text[after] not in TRAILERS or NO_WORD_FIRST.match(self.text, place))
            self._single(place, before, after, bool(begins))

    def _is_wide(self, place: int) -> bool:
        return place >= 0 and bool(WIDE.match(self.text[place]))

    def _by_turns(self, place: int, before: int) -> None:
        """Set a quote among letters that stand without spaces, where it opens if none is open."""
        kind = self.text[place]
        if kind in self.open:
            self._finish(place, kind)
        elif kind in self.text[place + 1 :] and not (before >= 0 and self.text[before].isdigit()):
            self._begin(place, kind)
        else:
            self.out[place] = APOSTROPHE if kind == "'" else kind

    def _count(self, mark: str) -> None:
        """Take note of a quotation that begins or ends with a curly mark."""
        begin, end = (pair.strip(THIN) for pair in self.marks.outer)
        if mark == end and '"' in self.open:
            self._close('"')
        elif mark == begin:
            self.open.append('"')

    def _double(self, place: int, before: int, after: int, leads: bool) -> None:
        if (leads and self._begins_with(after)) or self._leads_unspaced(before, after):
            self._begin(place, '"')
        elif before < 0 or (self.text[before].isspace() and '"' not in self.open):
            return
        elif '"' not in self.open and self.text[before].isdigit():
            self.out[place] = DOUBLE_PRIME
        else:
            self._finish(place, '"')

    def _begins_with(self, after: int) -> bool:
        """Whether a quotation can begin with what stands at a place: a word, dots, or a mark alone."""
        if self.text[after] not in TRAILERS:
            return True
        rest = self.text[after:].lstrip(TRAILERS)
        if rest[:1].isalnum():
            return True
        dots = self.text[after] == "…" or self.text.startswith("...", after)
        return '"' not in self.open and (rest[:1] == '"' or (dots and rest.lstrip()[:1].isalnum()))

    def _leads_unspaced(self, before: int, after: int) -> bool:
        """Whether a quotation begins right behind what belongs to the text around it.

        An elided word is such a thing, `l'"essai"`; so is a word or a mark whose space was forgotten.
        """
        if before < 0 or after < 0 or not self.text[after].isalnum():
            return False
        if BEFORE_A_QUOTE.match(self.text, before - 1):
            return True
        forgotten = self.text[before].isalpha() or self.text[before] in ",:;"
        return forgotten and '"' not in self.open and '"' in self.text[after:]

    def _single(self, place: int, before: int, after: int, leads: bool) -> None:
        word_after = after >= 0 and self.text[after].isalnum()
        if BEFORE_A_QUOTE.match(self.text, place - 1):
            self.out[place] = APOSTROPHE
        elif leads and self._quotes_something(place):
            self._begin(place, "'")
        elif "'" in self.open and not word_after and not leads:
            self._finish(place, "'")
        elif before >= 0 and self.text[before].isdigit() and not word_after:
            self.out[place] = PRIME
        else:
            self.out[place] = APOSTROPHE

    def _quotes_something(self, place: int) -> bool:
        """Whether the quote at a place, which stands before a word, opens a quotation."""
        if DECADE.match(self.text, place) or self.clipped.match(self.text, place):
            return False
        return self.last_closing > place

    def _begin(self, place: int, kind: str) -> None:
        self.open.append(kind)
        self.opening.add(place)
        self.out[place] = (self.marks.outer if kind == '"' else self.marks.inner)[0]

    def _finish(self, place: int, kind: str) -> None:
        if kind in self.open:
            self._close(kind)
        self.out[place] = (self.marks.outer if kind == '"' else self.marks.inner)[1]

    def _close(self, kind: str) -> None:
        while self.open.pop() != kind:
            pass

    def _neighbour(self, place: int, step: int) -> int:
        """The visible character before or after a place; -1 where there is none."""
        place += step
        while 0 <= place < len(self.text) and self.text[place] in INVISIBLE:
            place += step
        return place if 0 <= place < len(self.text) else -1

    def _leads(self, place: int) -> bool:
        return self.text[place].isspace() or self.text[place] in LEADERS
