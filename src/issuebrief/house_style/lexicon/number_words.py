"""Numbers up to a hundred in words.

In:  a number and a language.
Out: its words; nothing where the language is unknown, or the word depends on what is counted.
"""

from __future__ import annotations

from issuebrief.house_style.lexicon.word_lists import listed

NONE = "-"
"""Stands for a word that depends on what is counted."""
WORDS: dict[str, tuple[str, ...]] = {
    "en": listed(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen",
        "fifteen sixteen seventeen eighteen nineteen",
    ),
    "de": listed("null - zwei drei vier fünf sechs sieben acht neun zehn elf zwölf"),
    "fr": listed(
        "zéro - deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
    ),
    "sv": listed("noll - två tre fyra fem sex sju åtta nio tio elva tolv"),
}
TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
HUNDRED = 100


def in_words(number: int, language: str) -> str:
    """The number in words, or nothing."""
    known = WORDS.get(language, ())
    if number < len(known):
        return known[number].strip(NONE)
    if language != "en" or number > HUNDRED:
        return ""
    if number == HUNDRED:
        return "one hundred"
    tens, ones = divmod(number, 10)
    return TENS[tens] + (f"-{known[ones]}" if ones else "")
