"""Words that are in no dictionary.

In:  the prose of a brief and the house style.
Out: a finding for each word, at its first place, with words that are like it; and one for each language that
     has no dictionary.

Left out are names, abbreviations, words with figures or inner capitals, what stands in italics, and titles of
works in notes. A word with a capital at the beginning of a sentence is told only where another is very like
it: else it is a name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING

from issuebrief.house_style.finding import StyleFinding
from issuebrief.house_style.headings import KnownWords, known_words
from issuebrief.house_style.lexicon.dictionaries import can_read, find_dictionary
from issuebrief.house_style.lexicon.word_forms import is_known
from issuebrief.house_style.prose import Block, Kind, is_inside
from issuebrief.house_style.quoted import emphasised_spans
from issuebrief.preflight.wording.nothing import NOTHING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.house_style.lexicon.dictionaries import SpellingDictionary
    from issuebrief.house_style.prose import Prose
    from issuebrief.house_style.settings.shapes import HouseStyle

WORD = re.compile(r"(?<![\w’'.@/-])(?<!\w\*)(?<!\w\*\*)[^\W\d_]+(?:[’'-][^\W\d_]+)*(?![\w@/]|-\d|\.\w)")
AFTER_MARKUP = re.compile(rf"{NOTHING}+[^\W\d_]")
BEFORE_MARKUP = re.compile(rf"[^\W\d_]{NOTHING}+\Z")
POSSESSIVE = re.compile(r"[’']s\Z|(?<=s)[’']\Z")
ELISION = re.compile(r"\A(?:[cdjlmnst]|qu|lorsqu|puisqu|jusqu)[’']", re.IGNORECASE)
SHORTEST = 3
MOST_SUGGESTED, SUGGESTIONS = 40, 3
"""For so many words similar ones are looked for, and so many of these are named."""
LINES_NAMED = 5


def find_misspelled(prose: Prose, style: HouseStyle) -> Iterator[StyleFinding]:
    """What is in none of the dictionaries of its language nor in the words of the house."""
    own = {word.casefold() for word in style.spelling.words}
    own |= {
        part.casefold() for each in style.words.preferred for part in re.findall(r"[^\W\d_]+", each.write)
    }
    known = known_words(prose, style.headings.names)
    found: defaultdict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    dictionaries: dict[str, SpellingDictionary | None] = {}
    suggested = 0
    for block in prose.blocks:
        if block.kind is Kind.ASIDE or not WORD.search(block.text):
            continue
        if block.lang not in dictionaries:
            dictionaries[block.lang] = find_dictionary(block.lang, style.spelling.dictionaries)
            if dictionaries[block.lang] is None:
                yield _without_dictionary(block)
        if (dictionary := dictionaries[block.lang]) is None:
            continue
        for start, end in _unknown(block, dictionary, known, own):
            found[block.lang, block.text[start:end]].append((block.start + start, block.start + end))
    for (lang, word), places in found.items():
        near: list[str] = []
        if (dictionary := dictionaries[lang]) and suggested < MOST_SUGGESTED:
            suggested += 1
            near = list(islice(dictionary.near(word), SUGGESTIONS))
        yield _misspelled(word, near, places, prose)


def _unknown(
    block: Block, dictionary: SpellingDictionary, known: KnownWords, own: set[str]
) -> Iterator[tuple[int, int]]:
    """Where a block has words that nobody knows."""
    spared = block.titles if block.kind is Kind.NOTE else emphasised_spans(block.text)
    for match in WORD.finditer(block.text):
        word = POSSESSIVE.sub("", match[0])
        if block.language == "fr":
            word = ELISION.sub("", word)
        if (
            len(word) < SHORTEST
            or _is_cut(match, block.text)
            or word[1:] != word[1:].lower()
            or own & {word.casefold(), match[0].casefold()}
        ):
            continue
        if is_known(word, dictionary, block.language, own) or is_inside(*match.span(), spared):
            continue
        if word[0].isupper() and not _is_slip(word, match, block, dictionary, known):
            continue
        start = match.end() - len(match[0]) + match[0].index(word)
        yield start, start + len(word)


def _is_cut(match: re.Match[str], text: str) -> bool:
    """Whether markup stands within the word, as in **W**orld."""
    before = BEFORE_MARKUP.search(text, max(match.start() - 8, 0), match.start())
    return bool(before or AFTER_MARKUP.match(text, match.end()))


def _is_slip(
    word: str,
    match: re.Match[str],
    block: Block,
    dictionary: SpellingDictionary,
    known: KnownWords,
) -> bool:
    """Whether a word with a capital is rather misspelled than a name."""
    if block.kind in (Kind.NOTE, Kind.TABLE) or "-" in word:
        return False
    if block.language != "de" and (not block.begins_sentence(match.start()) or known.is_name(word)):
        return False
    return next(dictionary.near(word.lower() if block.language != "de" else word), "") != ""


def _misspelled(word: str, near: list[str], places: list[tuple[int, int]], prose: Prose) -> StyleFinding:
    start, end = places[0]
    lines = list(dict.fromkeys(prose.place(*place).line for place in places))
    times = ""
    if len(places) > 1:
        listed = ", ".join(map(str, lines[:LINES_NAMED])) + (", …" if len(lines) > LINES_NAMED else "")
        times = f" ({len(places)} times, on line{'s' if len(lines) > 1 else ''} {listed})"
    meant = f"did you mean “{'” or “'.join(near)}”? Else " if near else ""
    hint = f"{meant}list it under words in [style.spelling]"
    return StyleFinding("style.misspelled", f"“{word}” is in no dictionary{times}", start, end, hint)


def _without_dictionary(block: Block) -> StyleFinding:
    message = f"there is no dictionary for the language “{block.lang}”, so its spelling is not checked"
    hint = (
        "install its Hunspell dictionary, or put its .aff and .dic files into the folder under dictionaries"
    )
    if not can_read():
        message = "what reads dictionaries is not installed, so the spelling is not checked"
        hint = 'run pip install "issuebrief[spelling]"'
    end = block.start + len(block.text.partition("\n")[0])
    return StyleFinding("style.no-dictionary", message, block.start, max(end, block.start + 1), hint)
