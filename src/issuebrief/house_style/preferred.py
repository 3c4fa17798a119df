"""Spellings and names that the house prefers.

In:  the prose of a brief and the preferred words of the house.
Out: findings, each with what the house writes instead.

Words are looked up by the first of each phrase, so that a long list takes no longer than a short one. What is
in small letters is found at the beginning of a sentence too. What has a capital is a name, and is found only
as it is written, or in capitals throughout.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from issuebrief.house_style.finding import StyleFinding
from issuebrief.house_style.prose import SPACE, Block, Kind, is_inside, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from issuebrief.house_style.prose import Prose
    from issuebrief.house_style.settings.shapes import HouseStyle, PreferredWord, StyleWords

TOKEN = re.compile(r"[^\W_]+")
ENDINGS = {
    "en": ("s",),
    "de": ("s", "es", "n", "en", "e"),
    "fr": ("s", "es", "e"),
    "sv": ("s", "n", "en", "et", "ar", "er", "or", "na", "arna", "erna"),
}
"""Endings that may follow a word, by language; the same ones follow what the house writes."""
SHORTEST_INFLECTED = 4
"""Shorter words are found only as they are written."""
MOST_BLANKS = 8
"""So many signs of markup and blanks may stand between the words of a phrase."""
UNPRINTED = (Kind.ASIDE,)


@dataclass(frozen=True)
class Disliked:
    """A phrase that the house does not write, and the pattern that finds it.

    `lead` is how many signs stand in it before its first letter or figure.
    """

    typed: str
    entry: PreferredWord
    pattern: re.Pattern[str]
    lead: int = 0

    @property
    def is_name(self) -> bool:
        """Whether it is written with a capital somewhere."""
        return self.typed != self.typed.lower()


def find_preferred(prose: Prose, style: HouseStyle) -> Iterator[StyleFinding]:
    """Words that the house writes otherwise, and words that it does not write."""
    words = style.words
    if not words.preferred:
        return
    for block in prose.blocks:
        if block.kind in UNPRINTED:
            continue
        known = disliked(words.preferred, block.lang.lower())
        end = 0
        for token in TOKEN.finditer(block.text):
            if token.start() < end:
                continue
            for candidate in known.get(token[0].casefold()[:SHORTEST_INFLECTED], ()):
                start = token.start() - candidate.lead
                match = candidate.pattern.match(block.text, start) if start >= 0 else None
                if match and _is_meant(match, candidate, block, words):
                    yield _finding(match, candidate, block)
                    end = match.end()
                    break


@lru_cache(maxsize=16)
def disliked(entries: tuple[PreferredWord, ...], lang: str) -> Mapping[str, list[Disliked]]:
    """The phrases for a language by the first letters of their first words, the longest first."""
    found: defaultdict[str, list[Disliked]] = defaultdict(list)
    language = lang.partition("-")[0]
    for entry in entries:
        tag = (entry.lang or "").lower()
        if tag and tag not in (lang, language):
            continue
        for typed in entry.not_:
            if first := TOKEN.search(typed):
                key = first[0].casefold()[:SHORTEST_INFLECTED]
                pattern = _pattern(typed, entry, language)
                found[key].append(Disliked(_plain(typed), entry, pattern, first.start()))
    for phrases in found.values():
        phrases.sort(key=lambda each: -len(each.typed))
    return found


def _pattern(typed: str, entry: PreferredWord, language: str) -> re.Pattern[str]:
    endings = ENDINGS.get(language, ()) if entry.inflected and len(typed) >= SHORTEST_INFLECTED else ()
    words = SPACE.join(
        re.escape(word).replace("'", "['’]").replace(r"\-", "[-\u2010\u2011]")
        for word in _plain(typed).split()
    )
    ending = f"(?P<ending>{'|'.join(sorted(endings, key=len, reverse=True))})?" if endings else "(?P<ending>)"
    return re.compile(rf"(?P<words>{words}){ending}(?![\w])", re.IGNORECASE)


def _plain(text: str) -> str:
    """A phrase on one line, with the apostrophe and the hyphen of a keyboard."""
    return shown(text).replace("’", "'").replace("\u2010", "-").replace("\u2011", "-")


def _is_meant(match: re.Match[str], phrase: Disliked, block: Block, words: StyleWords) -> bool:
    typed, text, write = _plain(match["words"]), block.text, phrase.entry.write
    start, end = match.span()
    if phrase.is_name:
        # A name that the house does not take for one has its capital at the beginning of a sentence.
        is_first = write[:1].islower() and block.begins_sentence(start)
        if is_first or typed not in (phrase.typed, phrase.typed.upper()):
            return False
    elif typed[1:] != phrase.typed[1:] or text[max(start - 1, 0) : start] in ("-", "\u2011"):
        return False
    if _is_written(match, write, text):
        return False
    if not words.in_quotations and is_inside(start, end, block.quoted):
        return False
    return words.in_titles or block.kind is not Kind.NOTE or not is_inside(start, end, block.titles)


def _is_written(match: re.Match[str], write: str, text: str) -> bool:
    """Whether the words are part of what the house writes, and stand there as it writes them."""
    words = _plain(match["words"])
    if words.casefold() == write.casefold():
        return words == write
    start = match.start() - write.casefold().find(words.casefold())
    if start < 0 or words.casefold() not in write.casefold():
        return False
    typed = _plain(text[start : start + len(write) + MOST_BLANKS])
    return typed[:1].casefold() + typed[1 : len(write)] == write[:1].casefold() + write[1:]


def _finding(match: re.Match[str], phrase: Disliked, block: Block) -> StyleFinding:
    typed, entry = shown(match[0]), phrase.entry
    why = f"{entry.why}" if entry.why else ""
    start, end = block.start + match.start(), block.start + match.end()
    if not entry.write:
        hint = f"write it otherwise{': ' + why if why else ''}"
        return StyleFinding("style.avoided-word", f"the house does not write “{typed}”", start, end, hint)
    written = entry.write
    words = shown(match["words"])
    if words.isupper() and len(words) > 1 and phrase.typed != phrase.typed.upper():
        written = written.upper()
    elif words[:1].isupper() and not phrase.is_name:
        written = written[:1].upper() + written[1:]
    mend = written + (match["ending"] or "")
    hint = f"write “{mend}”{': ' + why if why else ''}"
    return StyleFinding("style.preferred-word", f"the house does not write “{typed}”", start, end, hint, mend)
