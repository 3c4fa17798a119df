"""Headings and titles: their capitals, their ends; and words in capitals anywhere.

In:  the prose of a brief and the house style.
Out: findings.

Which words of a heading are names shows in the text: there a name has a capital in the middle of a sentence.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from issuebrief.house_style.finding import StyleFinding
from issuebrief.house_style.lexicon.word_lists import listed
from issuebrief.house_style.prose import OF_BODY, RUNNING, Block, Kind, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.house_style.prose import Prose
    from issuebrief.house_style.settings.shapes import HouseStyle

TOKEN = re.compile(r"[^\W\d_][\w’'.-]*")
HEADED = (Kind.TITLE, Kind.SUBTITLE, Kind.HEADING)
SENTENCE_CASE = ("en", "fr", "sv", "nb", "nn", "da", "fi", "es", "it", "pt", "nl", "pl", "cs")
"""Languages that write nouns in small letters, in which sentence case can be told."""
TITLE_CASE = ("en",)
SMALL = frozenset(
    listed(
        "a an the and but or nor for so yet as at by down from in into like near of off on onto out",
        "over past per than to up upon via with within without about after before under between",
        "through during against towards toward if is vs versus de la le les du des von van der den al",
        "el bin et",
    )
)
"""Words that begin small in a title, unless they are its first or last; longer ones may have a capital."""
COMMON = frozenset(
    listed(
        "a an the and but or nor for so yet as at by from in into of off on over to up with is are",
        "was were be been will would can could should must may not no what why how who when where",
        "which whose this that these those its their our your his her after before between new next",
        "more most",
    )
)
"""English words that are no names."""
NOT_IN_SENTENCE = re.compile(r"[:.!?—–][\s\u2060\"“‘(]*\Z")
ENDING_STOP = re.compile(r"(?<![.\s])\.(?=[\s\u2060#\"”’]*\Z)")
ABBREVIATED = re.compile(r"(?:\b[^\W\d_]\.[^\W\d_]|\b(?:etc|al|inc|ltd|co|jr|st))\Z", re.IGNORECASE)
CAPITALS = re.compile(r"[A-ZÀ-ÖØ-ÞА-ЯΑ-Ω]{2,}")
LEAST_UNKNOWN = 2
"""So many words that stand nowhere else show title case, where all of a heading have a capital."""


@dataclass(frozen=True)
class KnownWords:
    """How often words stand with a capital in the middle of a sentence, and how often without."""

    capital: Counter[str]
    small: Counter[str]
    names: frozenset[str]

    def is_name(self, word: str) -> bool:
        """Whether it has a capital wherever it stands."""
        return word in self.names or self.capital[word] > self.small[word.lower()]

    def is_common(self, word: str) -> bool:
        """Whether it mostly stands in small letters."""
        return not self.is_name(word) and (self.small[word.lower()] > 0 or word.lower() in COMMON)


def find_heading_case(prose: Prose, style: HouseStyle) -> Iterator[StyleFinding]:
    """Headings whose capitals are not those of the house."""
    if not (case := style.headings.case):
        return
    known = known_words(prose, style.headings.names)
    for block in prose.of(*HEADED):
        if (
            block.language not in (SENTENCE_CASE if case == "sentence" else TITLE_CASE)
            or block.text.isupper()
        ):
            continue
        words = list(TOKEN.finditer(block.text))
        wrong = _capitals(words, block, known) if case == "sentence" else _small(words, block)
        if not wrong:
            continue
        these = ", ".join(f"“{word}”" for word in dict.fromkeys(wrong))
        if case == "sentence":
            message = f"the {block.kind} “{shown(block.text)}” is not in sentence case: {these}"
            hint = "begin only its first word and names with a capital; list other names under names"
        else:
            message = f"the {block.kind} “{shown(block.text)}” is not in title case: {these}"
            hint = "begin all words with a capital but articles, conjunctions and prepositions"
        yield _whole(block, "style.heading-case", message, hint)


def find_heading_stops(prose: Prose, style: HouseStyle) -> Iterator[StyleFinding]:
    """Headings that end with a full stop."""
    if not style.headings.full_stop:
        return
    for block in prose.of(*HEADED):
        match = ENDING_STOP.search(block.text)
        if match and not ABBREVIATED.search(block.text, 0, match.start()):
            start, end = block.start + match.start(), block.start + match.end()
            message = f"the {block.kind} “{shown(block.text)}” ends with a full stop"
            yield StyleFinding("style.heading-full-stop", message, start, end, "take it out", "")


def find_capitals(prose: Prose, style: HouseStyle) -> Iterator[StyleFinding]:
    """Rows of words that are written in capitals."""
    if not (most := style.words.capitals):
        return
    for block in prose.of(*OF_BODY, Kind.TITLE, Kind.SUBTITLE, Kind.ABSTRACT, Kind.KEY_POINT):
        row: list[re.Match[str]] = []
        for token in [*TOKEN.finditer(block.text), None]:
            if token and CAPITALS.fullmatch(token[0].strip(".-’'")):
                row.append(token)
                continue
            if len(row) > most:
                start, end = row[0].start(), row[-1].start() + len(row[-1][0].rstrip(".-’'"))
                message = f"{len(row)} words in a row are in capitals: “{shown(block.text[start:end])}”"
                hint = "write them in small letters; styles set capitals where the design wants them"
                yield StyleFinding("style.capitals", message, block.start + start, block.start + end, hint)
            row = []


def known_words(prose: Prose, names: tuple[str, ...]) -> KnownWords:
    """The words of sentences, without the first of each."""
    capital: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for block in prose.of(*RUNNING, Kind.FIELD):
        for start, end in block.sentences:
            for number, token in enumerate(TOKEN.finditer(block.text, start, end)):
                word = token[0].strip(".-’'").removesuffix("’s").removesuffix("'s")
                if word[:1].islower():
                    small[word] += 1
                elif number and block.kind is not Kind.NOTE:
                    capital[word] += 1
    parts = (part for name in (*names, *prose.people) for part in TOKEN.findall(name))
    return KnownWords(capital, small, frozenset(parts))


def _capitals(words: list[re.Match[str]], block: Block, known: KnownWords) -> list[str]:
    """The words of a heading that should begin small."""
    common, unknown, small = [], [], 0
    for number, token in enumerate(words):
        word = token[0].strip(".-’'").removesuffix("’s").removesuffix("'s")
        before = block.text[max(token.start() - 6, 0) : token.start()]
        if word[:1].islower():
            small += word.lower() not in SMALL
        elif number and not NOT_IN_SENTENCE.search(before) and not word[1:].isupper() and len(word) > 1:
            if known.is_common(word):
                common.append(word)
            elif not known.is_name(word):
                unknown.append(word)
    if not small and len(common) + len(unknown) >= LEAST_UNKNOWN:
        return common + unknown
    return common


def _small(words: list[re.Match[str]], block: Block) -> list[str]:
    """The words of a heading that should begin with a capital."""
    found = []
    for number, token in enumerate(words):
        word = token[0].strip(".-’'")
        before = block.text[max(token.start() - 3, 0) : token.start()]
        ends = number == len(words) - 1 and not re.search(r"\w", block.text[token.end() :])
        is_edge = not number or ends or bool(NOT_IN_SENTENCE.search(before))
        if (
            word.isalpha()
            and word == word.lower()
            and (is_edge or word not in SMALL)
            and not before.endswith(("-", "’", "'"))
        ):
            found.append(word)
    return found


def _whole(block: Block, code: str, message: str, hint: str) -> StyleFinding:
    first = len(block.text) - len(block.text.lstrip(" \n\u2060#"))
    end = len(block.text.rstrip(" \n\u2060#"))
    return StyleFinding(code, message, block.start + first, block.start + end, hint)
