"""Compare the words of a manuscript with those of the brief that was made of it.

In:  the words of the manuscript by paragraph, the text of the brief, and the words that are known to be gone,
     such as the number before a caption.
Out: how many there are on both sides, and the paragraphs of which words are missing.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

WORD = re.compile(r"[^\W_]+")
MARKUP = (
    re.compile(r"^\[\^n\d+\]:|\[\^n\d+\]", re.M),
    re.compile(r"!\[[^\]]*\]\([^)]*\)"),
    re.compile(r"(?<!\\)\]\((?:#|[a-z]+:)[^)\s]*\)"),
    re.compile(r"(?<=[\]) ])\{(?:[#.][\w-]+|lang=[\w-]+)\}|^\{[#.][\w-]+\}", re.M),
    re.compile(r"</?(?:table|thead|tbody|tr|th|td|sup|sub|br)(?: (?:row|col)span=\"\d+\")*>|<!-- -->"),
    re.compile(r"^:{3,}(?: box)?", re.M),
    re.compile(r"^(?:Table: |:   )", re.M),
    re.compile(r"^```$", re.M),
)
LABEL = re.compile(r"^[> ]*(?:\(?(?:\d+|[A-Za-z]|[ivxIVX]+)[.)])\s+(?=\S)", re.M)
"""The number of a list's entry, which Word counts and does not hold as words."""
ESCAPE = re.compile(r"\\(?=[^\w\s])")
JOINED = re.compile(r"[~^*]|\]\{\.underline\}|</?su[bp]>")


def plain_text(text: str) -> str:
    """The words of Markdown as the import writes it, without its marks."""
    for pattern in MARKUP:
        text = pattern.sub(" " if pattern is not MARKUP[3] else "", text)
    return ESCAPE.sub("", text)


def front_words(keys: Mapping[str, Any]) -> str:
    """The words in the front matter that are from the manuscript."""
    return " ".join(_values({key: value for key, value in keys.items() if key not in ("date", "lang")}))


def _values(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from _values(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from _values(inner)
    else:
        yield plain_text(str(value))


def words_in(text: str) -> list[str]:
    """The words of a text; what signs and accents of formatting part is one word."""
    return WORD.findall(text)


def compact(text: str) -> str:
    """The letters and digits of a text in a row, so that marks within words make no difference."""
    return "".join(WORD.findall(text))


def lost_words(
    source: Mapping[int, str], brief: str, gone: Collection[str]
) -> tuple[int, int, list[tuple[int, list[str]]]]:
    """Words before and after, and by paragraph those that are missing.

    What is known to be gone counts on neither side. A paragraph whose letters are all in the brief in a row
    has lost nothing, wherever its words are divided.
    """
    after = Counter(words_in(brief))
    expected = Counter(word for text in source.values() for word in words_in(text))
    expected -= Counter(word for text in gone for word in words_in(text))
    known = {word for text in gone for word in words_in(text)}
    missing = expected - after
    letters = compact(brief)
    found: list[tuple[int, list[str]]] = []
    excused = 0
    for number, text in source.items():
        lost = [
            word
            for word in dict.fromkeys(words_in(text))
            if missing[word] > 0 and not _ends_in(word, known, after)
        ]
        if not lost:
            continue
        if compact(text) in letters:
            excused += len(lost)
            continue
        found.append((number, lost))
        missing -= Counter(lost)
    before = expected.total()
    return before, before - sum(len(words) for _, words in found), found


def _ends_in(word: str, known: set[str], after: Mapping[str, int]) -> bool:
    """Whether the end of a word is known to be gone, as a raised number is that was a citation."""
    return any(word[end:] in known and after.get(word[:end]) for end in range(1, len(word)))
