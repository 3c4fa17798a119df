"""Words of scripts that run from right to left, which a deliverable draws in another order.

In:  passages, and the text that a deliverable shows.
Out: `Difference` values for words that are lost.

Letters are drawn from the left or in the order in which they are read, and two that join are drawn as one.
So a word is known by its letters, whatever their order, and by how often it stands there. Which of several
was lost is seen by the words around it.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from issuebrief.preflight.wording.bare_text import RIGHT_TO_LEFT, bare, turns, typed
from issuebrief.preflight.wording.difference import Difference, DifferenceKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from issuebrief.preflight.wording.printed_words import Printed
    from issuebrief.preflight.wording.source_words import Passage

_RANGES = "".join(f"{chr(first)}-{chr(last)}" for first, last in RIGHT_TO_LEFT)
_LETTERS = rf"[{_RANGES}\u200c-\u200f\u2060]+"
"""Letters with the marks on them, and what joins them or keeps them apart."""
_WORD = re.compile(rf"{_LETTERS}(?:\*+{_LETTERS})*")
"""A word, of which a part may be emphasised."""
_AND = "\u0648\u05d5"
"""What is put before the last name of a list, in Arabic and in Hebrew."""
NEW_BOX = "\u200b"
"""Where letters of another box begin."""
LINES = 8
"""So many lines has the label of a citation with what it says, at most."""
_DROPPED = "*\u0640"
"""Emphasis, and the sign that makes a word longer."""


def lost_turned(
    passages: Sequence[Passage], printed: Printed, label: str, repeated: Sequence[str]
) -> Iterator[Difference]:
    """Words from right to left that stand less often in a deliverable than they were typed.

    Behind a line with this `label` the brief is cited: words of what is `repeated` there do not count.
    """
    words = [
        (key, passage, start, text)
        for passage in passages
        if turns(passage.text)
        for key, start, text in _words(typed(passage.text))
    ]
    if not words:
        return
    lines = _without_citation(printed.lines, label, repeated)
    shown = [(key, page) for page, line in lines if turns(line) for key in _turned(line)]
    wanted, there = Counter(key for key, *_ in words), Counter(key for key, _ in shown)
    missing = _without_joined(wanted - there, there - wanted)
    if not missing:
        return
    matcher = SequenceMatcher(None, [key for key, *_ in words], [key for key, _ in shown], autojunk=False)
    operations = matcher.get_opcodes()
    unmatched = {at for name, one, two, *_ in operations if name != "equal" for at in range(one, two)}
    pages = {at: shown[min(place, len(shown) - 1)][1] for _, one, two, place, _ in operations if shown
             for at in range(one, two)}  # fmt: skip
    for number in sorted(range(len(words)), key=lambda number: (number not in unmatched, number)):
        key, passage, start, text = words[number]
        if missing[key] > 0:
            missing[key] -= 1
            yield Difference(DifferenceKind.LOST, passage, start, text, "", pages.get(number, 0))


def _without_joined(missing: Counter[str], more: Counter[str]) -> Counter[str]:
    """Words that are missing, without those that stand there with the “and” of a list joined to them."""
    joined = {key: min(count, sum(more["".join(sorted(key + letter))] for letter in _AND))
              for key, count in missing.items()}  # fmt: skip
    return missing - Counter(joined)


def _without_citation(
    lines: Sequence[tuple[int, str]], label: str, repeated: Sequence[str]
) -> Iterator[tuple[int, str]]:
    """The lines without those, behind a label, in which no words run from right to left but repeated ones."""
    again = {key for text in repeated for key, *_ in _words(text)}
    known, left = (bare(label), _turned(label)), 0
    for page, line in lines:
        left = LINES if again and (bare(line), _turned(line)) == known else left - 1
        if left <= 0 or not again.issuperset(_turned(line)):
            left = 0
            yield page, line


def _words(text: str) -> Iterator[tuple[str, int, str]]:
    """What each word is known by, where it begins, and the word."""
    for match in _WORD.finditer(text):
        letters = "".join(map(_letter, unicodedata.normalize("NFKD", match[0])))
        # Punctuation of these scripts parts words, and is none; digits are compared like those of others.
        found = re.findall(r"[^\W\d_]+", letters)
        at = 0
        for word in found:
            at = max(match[0].find(word[0], at), at)
            yield "".join(sorted(word)), match.start() + at, match[0] if len(found) == 1 else word


def _letter(letter: str) -> str:
    """A letter without the marks on it, which some faces draw in another order."""
    return "" if unicodedata.category(letter) in ("Mn", "Cf") or letter in _DROPPED else letter


def _turned(line: str) -> list[str]:
    """What the words of a line are known by, in the order in which they are read.

    One that is drawn in several boxes, since a part of it is emphasised, is there as a whole too.
    """
    found = [key for key, *_ in _words(line)]
    if NEW_BOX in line:
        whole = (key for key, *_ in _words(line.replace(NEW_BOX, "")))
        found += (Counter(whole) - Counter(found)).elements()
    return found
