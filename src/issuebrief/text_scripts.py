"""The script that a text is written in.

In:  a text, and the tag of the language that it is said to be in.
Out: the script of its letters, where it is plainly not that of the language.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from issuebrief.language_tags import script_of


class WrittenScript(NamedTuple):
    """A script: its name, its code in a tag, and the tag of a language that is written in it."""

    name: str
    code: str
    language: str


KNOWN = {
    "ARABIC": WrittenScript("Arabic", "Arab", "ar"),
    "ARMENIAN": WrittenScript("Armenian", "Armn", "hy"),
    "CJK": WrittenScript("Chinese", "Hans", "zh"),
    "CYRILLIC": WrittenScript("Cyrillic", "Cyrl", "ru"),
    "DEVANAGARI": WrittenScript("Devanagari", "Deva", "hi"),
    "GEORGIAN": WrittenScript("Georgian", "Geor", "ka"),
    "GREEK": WrittenScript("Greek", "Grek", "el"),
    "HANGUL": WrittenScript("Korean", "Kore", "ko"),
    "HEBREW": WrittenScript("Hebrew", "Hebr", "he"),
    "HIRAGANA": WrittenScript("Japanese", "Jpan", "ja"),
    "LATIN": WrittenScript("Latin", "Latn", "en"),
}
"""The scripts that are told, by what the names of their letters begin with in Unicode."""
BESIDE_KANA = ("HIRAGANA", "KATAKANA", "CJK")
OF_SEVERAL = {"jpan": BESIDE_KANA, "kore": ("HANGUL", "CJK"), "hans": ("CJK",), "hant": ("CJK",)}
"""The same of scripts that are made of more than one of these, or have other names."""
ASCII_RUN = re.compile("[!-~]+")
NO_PROSE = re.compile(r"://|@|\.\w|[`<>{}\]=]")
"""What is in code, addresses, attributes and HTML, whose letters are Latin in every language."""
ENOUGH, MOST_READ = 400, 20_000
"""So many letters tell the script of a text, and after so many characters no more are looked at."""
LEAST_SHARE, MOST_SHARE = 0.1, 0.75
"""Fewer letters than the least are in the script of the language, and more than the most in another."""


def foreign_script(text: str, lang: str) -> WrittenScript | None:
    """The script that a text in Markdown is written in, where that is not the one of its language."""
    usual = script_of(lang)
    own = OF_SEVERAL.get(usual) or tuple(name for name, each in KNOWN.items() if each.code.lower() == usual)
    if not own:
        return None
    prose = ASCII_RUN.sub(lambda run: "" if NO_PROSE.search(run[0]) else run[0], text[:MOST_READ])
    found = Counter(_begins(letter) for letter in prose if letter.isalpha())
    total = found.total()
    if total < ENOUGH or sum(found[name] for name in own) > LEAST_SHARE * total:
        return None
    if sum(found[name] for name in BESIDE_KANA) > MOST_SHARE * total and found["HIRAGANA"]:
        return KNOWN["HIRAGANA"]
    name, count = found.most_common(1)[0]
    return KNOWN.get(name) if count > MOST_SHARE * total else None


@lru_cache(maxsize=4096)
def _begins(letter: str) -> str:
    """What a letter's name begins with in Unicode."""
    return unicodedata.name(letter, "").partition(" ")[0]
