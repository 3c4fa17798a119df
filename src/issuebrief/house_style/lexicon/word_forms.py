"""Words that a dictionary lacks, and that are made of words that it has.

In:  a word, a dictionary, its language, and the words of the house.
Out: whether it is spelled right: as it is, with its parts by themselves, without a prefix, or as a form of
     another word that a dictionary of English need not list.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from issuebrief.house_style.lexicon.english import BRITISH, respelled
from issuebrief.house_style.lexicon.word_lists import listed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from issuebrief.house_style.lexicon.dictionaries import SpellingDictionary

PREFIXES = frozenset(
    listed(
        "anti bi bio co counter cyber de dis eco electro euro ex extra geo hyper infra inter intra "
        "macro mega meta",
        "micro mid mini mis multi nano neo neuro non over para poly post pre pro proto pseudo quasi "
        "re self semi",
        "socio sub super techno tele trans ultra un under vice",
    )
)
PREFIX = re.compile(f"(?:{'|'.join(sorted(PREFIXES, key=len, reverse=True))})(?=[a-z]{{4}})")
LATIN = frozenset(
    listed("ad hoc facto forma priori posteriori quo versa vis bona fide ante bellum prima facie viz")
)
"""Words of phrases such as `de facto`, which have no meaning by themselves."""
FORMS = (
    (re.compile(r"abilit(?:y|ies)\Z"), ("able", "", "e")),
    (re.compile(r"(?:able|ably)\Z"), ("", "e")),
    (re.compile(r"i[sz](?:e|es|ed|ing|ation|ations|er|ers)\Z"), ("", "e", "y")),
    (re.compile(r"nesses\Z|ness\Z|wise\Z"), ("",)),
    (re.compile(r"s\Z"), ("",)),
)
"""Endings of English, and what may stand in their place."""
SHORTEST_PART = 3


def is_known(word: str, dictionary: SpellingDictionary, language: str, own: AbstractSet[str]) -> bool:
    """Whether a word is spelled right, as far as can be told."""
    word = word.replace("’", "'")
    if _has(word, dictionary):
        return True
    if language == "en" and any(_has(form, dictionary) for form in _english_forms(word.lower())):
        return True
    if word.lower() in LATIN or (language == "en" and word.lower() in BRITISH):
        return True
    parts = word.split("-")
    return len(parts) > 1 and (
        _has("".join(parts), dictionary) or all(_is_part(part, dictionary, language, own) for part in parts)
    )


def _is_part(part: str, dictionary: SpellingDictionary, language: str, own: AbstractSet[str]) -> bool:
    if len(part) < SHORTEST_PART or part.lower() in PREFIXES or part.casefold() in own:
        return True
    return is_known(part, dictionary, language, own)


def _has(word: str, dictionary: SpellingDictionary) -> bool:
    return dictionary.has(word) or (word[:1].isupper() and dictionary.has(word[0].lower() + word[1:]))


def _english_forms(word: str) -> Iterator[str]:
    """What an English word may be another form of."""
    table = respelled("american")
    if word in table:
        # The dictionary may be of the other side of the Atlantic.
        yield table[word]
    bare = PREFIX.sub("", word, count=1)
    if bare != word:
        yield bare
        yield table.get(bare, bare)
    for form in dict.fromkeys((word, bare)):
        for ending, others in FORMS:
            if match := ending.search(form):
                yield from (form[: match.start()] + other for other in others)
