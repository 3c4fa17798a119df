"""Tell the language of a text by its most common words.

In:  a text.
Out: its language, or nothing where it is short or no language stands out. Word writes down the language of
     the author's program, and other programs write English whatever the text is in.
"""

from __future__ import annotations

import re
from collections import Counter

COMMON = {
    "cs": "že je na se který jsou bylo jako nebo podle také pro",
    "da": "og det ikke af på som har til blev også efter mellem",
    "de": "der die und nicht das ist von mit auf für eine wird",
    "en": "the of and to that is which for with are was from",
    "es": "el los que las una por del con para más como está",
    "et": "ja on ei see kui oma mis aga selle nende ka oli",
    "fi": "ja on ei se että mutta ovat oli joka sen myös kuin",
    "fr": "le les des et une est pour dans que qui du par",
    "hu": "az és hogy nem egy is meg ez volt csak már mint",
    "it": "il che di è per una della sono con gli nel alla",
    "lt": "ir yra kad iš bei ne apie buvo kaip arba tai jų",
    "lv": "un ir ka no ar par bija kas tas vai arī tiek",
    "nb": "og det ikke av på som har til ble også etter mellom",
    "nl": "de het een van en niet dat voor met zijn wordt ook",
    "pl": "i w nie na się z że jest do przez oraz jako",
    "pt": "o os que não uma para com dos por mais são pela",
    "ro": "și de la nu este care pentru din cu sunt mai prin",
    "ru": "и в не на что с как это по его из был",
    "sv": "och att det inte som är på för med av har ett",
    "tr": "ve bir bu için ile olarak da de olan çok daha gibi",
    "uk": "і в не на що з як це та його від було",
}
"""Twelve of the most common words of each language; those that two languages share count for both."""

LEAST = 12
"""How many of them a text has before anything is said of it."""
AHEAD = 1.4
"""How many times as many as of the next language."""
WORD = re.compile(r"[^\W\d_]+")
LONGEST = 400_000
"""Characters that are looked at."""


def language_of(text: str) -> str:
    """The language of a text, as a tag; empty where that can't be told."""
    counts = Counter(word.casefold() for word in WORD.findall(text[:LONGEST]))
    hits = {tag: sum(counts[word] for word in words.split()) for tag, words in COMMON.items()}
    (first, most), (_, second) = sorted(hits.items(), key=lambda each: -each[1])[:2]
    return first if most >= LEAST and most >= AHEAD * second else ""
