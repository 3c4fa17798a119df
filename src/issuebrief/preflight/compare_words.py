"""Find the passages of a source in the text of a deliverable.

In:  passages, and the text that a deliverable shows, page by page.
Out: `Difference` values: what was lost or changed, what stands twice, and which signs are missing.

Passages are looked for whole, as bare text, from where the last one was found; nearly all are there, and the
search costs next to nothing. What is not found so is looked for in parts, between its neighbours first, since
a picture or the end of a page may come between them. Only what is left then is compared word by word.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from enum import Enum
from typing import TYPE_CHECKING

from issuebrief.preflight.bare_text import bare, signs, sure_signs, typed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from issuebrief.preflight.printed_words import Printed
    from issuebrief.preflight.source_words import Passage

NEAR = 400
"""How far on, in bare characters, a passage is looked for before all else."""
SHORT = 24
"""A passage of fewer characters may stand anywhere by chance: it is looked for between its neighbours."""
PIECE = 10
"""The shortest beginning by which a place for the rest of a passage is looked for."""
PIECES = 12
"""Into how many parts a passage may fall."""
SLIP = 3
"""So many letters of what comes between may be those that the passage goes on with."""
LONGEST = 4000
"""How much of a deliverable, in bare characters, a passage is compared with word by word."""
ALIKE = 0.5
"""How much of a passage must stand in its place for it to be changed rather than lost."""
STRAY = 3
"""How many more tokens may stand in the place of some than twice their number."""
TWICE = 60
"""From how many bare characters on text that stands twice is one that was doubled."""
TOKEN = re.compile(r"(?:(?<=^)|(?<=\n))[ \t>\u200b\u2060]*\d+[.)](?=\s)|[^\W\d_]+|\d+|\S")
"""The number of a list's entry, a word, a number, a sign."""


class Kind(Enum):
    """What became of some words."""

    LOST = "lost"
    CHANGED = "changed"
    DOUBLED = "doubled"


@dataclass(frozen=True, slots=True)
class Difference:
    """Words that are not in a deliverable as they were typed.

    `passage` and `start` say where they stand in the source, `typed` what they are and `printed` what stands
    in their place; `page` is a page's number, counted from 1.
    """

    kind: Kind
    passage: Passage
    start: int
    typed: str
    printed: str = ""
    page: int = 0


@dataclass(slots=True)
class _Sought:
    """A passage that is looked for, its bare text, and where that was found."""

    passage: Passage
    text: str
    spans: list[tuple[int, int]] = field(default_factory=list)


def differences(passages: Sequence[Passage], printed: Printed) -> Iterator[Difference]:
    """All in which a deliverable differs from its source, in the order of the source."""
    sought = [_Sought(passage, text) for passage in passages if (text := bare(passage.text))]
    _find_in_order(sought, printed)
    for number, each in enumerate(sought):
        if not each.spans:
            _find_between(sought, number, printed)
    for each in sought:
        if not each.spans:
            each.spans = _anywhere(each.text, printed)
            _take(each.spans, printed)
    for number, each in enumerate(sought):
        if each.spans:
            yield from _missing_signs(each, printed)
        else:
            yield from _compared(each, *_window(sought, number, printed), printed)


def _find_in_order(sought: Sequence[_Sought], printed: Printed) -> None:
    """Find the passages that stand where the one before makes one expect them."""
    at = skipped = 0
    for each in sought:
        size = len(each.text)
        if size < SHORT and skipped:
            skipped += size
            continue
        reach = at + skipped + size + (NEAR if size >= SHORT else SHORT)
        start = printed.bare.find(each.text, at, reach)
        if start < 0:
            skipped += size + SHORT
            continue
        at, skipped = start + size, 0
        each.spans = [(start, at)]
        printed.take(start, at)


def _find_between(sought: Sequence[_Sought], number: int, printed: Printed) -> None:
    """Find a passage between its neighbours, in parts if need be."""
    each, (left, right) = sought[number], _window(sought, number, printed)
    start = printed.bare.find(each.text, left, right)
    if start >= 0:
        each.spans = [(start, start + len(each.text))]
    elif len(each.text) > PIECE:
        each.spans = _in_parts(each.text, left, right, printed)
    _take(each.spans, printed)


def _window(sought: Sequence[_Sought], number: int, printed: Printed) -> tuple[int, int]:
    """From where to where a passage should stand, by its neighbours that were found."""
    before = next((each.spans[-1][1] for each in reversed(sought[:number]) if each.spans), 0)
    after = (each.spans[0][0] for each in sought[number + 1 :] if each.spans)
    return before, next((start for start in after if start >= before), len(printed.bare))


def _anywhere(text: str, printed: Printed) -> list[tuple[int, int]]:
    """Where a text stands that nothing else was found in, whole or in parts."""
    start = printed.bare.find(text)
    while start >= 0:
        if printed.is_free(start, start + len(text)):
            return [(start, start + len(text))]
        start = printed.bare.find(text, start + 1)
    if len(text) < 2 * PIECE:
        return []
    return _in_parts(text, 0, len(printed.bare), printed)


def _in_parts(text: str, left: int, right: int, printed: Printed) -> list[tuple[int, int]]:
    """The parts of a text, one behind the other with something else between them; none if one is missing."""
    parts: list[tuple[int, int]] = []
    while text and len(parts) < PIECES:
        start = _free(text, left, right, printed)
        size = len(text)
        if start < 0:
            start = _free(text[:PIECE], left, right, printed) if size > PIECE else -1
            if start < 0:
                return []
            size = _common(text, printed.bare, start, right)
            size = next(
                (
                    size - slip
                    for slip in range(SLIP + 1)
                    if _begins(text[size - slip :], start + size, right, printed)
                ),
                size,
            )
        parts.append((start, start + size))
        text, left = text[size:], start + size
    return parts if not text else []


def _begins(text: str, left: int, right: int, printed: Printed) -> bool:
    return _free(text[: 2 * PIECE], left, right, printed) >= 0


def _free(text: str, left: int, right: int, printed: Printed) -> int:
    """Where a text stands first that nothing else was found in; below 0 where it does not."""
    start = printed.bare.find(text, left, right)
    while start >= 0 and not printed.is_free(start, start + len(text)):
        start = printed.bare.find(text, start + 1, right)
    return start


def _common(text: str, other: str, start: int, end: int) -> int:
    """How many characters a text has in common with another from a place on."""
    low, high = 0, min(len(text), end - start)
    while low < high:
        middle = (low + high + 1) // 2
        if other.startswith(text[:middle], start):
            low = middle
        else:
            high = middle - 1
    return low


def _take(spans: Sequence[tuple[int, int]], printed: Printed) -> None:
    for start, end in spans:
        printed.take(start, end)


def _missing_signs(each: _Sought, printed: Printed) -> Iterator[Difference]:
    """Signs that are no markup and are not all there, though the words are."""
    wanted = sure_signs(each.passage.text)
    if not wanted:
        return
    shown = sum((signs(printed.text(*span)) for span in each.spans), Counter())
    for sign in wanted - shown:
        words = typed(each.passage.text)
        place = max(words.find(sign), 0)
        yield Difference(Kind.CHANGED, each.passage, place, sign, "", printed.page(each.spans[0][0]))


@dataclass(frozen=True, slots=True)
class _Token:
    """A word, a number or a sign, bare, and where it stands in its text."""

    text: str
    start: int
    end: int

    @property
    def numbers(self) -> bool:
        """Whether it is the number of a list's entry."""
        return len(self.text) > 1 and self.text[:-1].isdigit()


def _tokens(text: str) -> list[_Token]:
    found = ((bare(match[0]), *match.span()) for match in TOKEN.finditer(text))
    return [_Token(*token) for token in found if token[0]]


def _compared(each: _Sought, left: int, right: int, printed: Printed) -> Iterator[Difference]:
    """A passage that was not found, compared word by word with what stands in its place."""
    source = typed(each.passage.text)
    shown = printed.text(left, min(right, left + LONGEST)) if right > left else ""
    ours, theirs = _tokens(source), _tokens(shown)
    page = printed.page(left)
    matcher = SequenceMatcher(
        None, [token.text for token in ours], [token.text for token in theirs], autojunk=False
    )
    operations = matcher.get_opcodes()
    alike = sum(
        len(token.text)
        for name, first, last, *_ in operations
        if name == "equal"
        for token in ours[first:last]
    )
    if alike < len(each.text) * ALIKE and not _reads(ours, theirs):
        yield Difference(Kind.LOST, each.passage, ours[0].start, source.strip(), "", page)
        return
    for first, last, one, two in _joined(operations, ours):
        others = theirs[one:two]
        if len(others) > 2 * (last - first) + STRAY:
            others = []
        # Some deliverables draw the numbers of a list before or behind its entries.
        mine = [token for token in ours[first:last] if not (token.numbers and _drawn_apart(token, printed))]
        if "".join(token.text for token in mine) == "".join(token.text for token in others) or not mine:
            continue
        words = source[mine[0].start : mine[-1].end]
        instead = shown[others[0].start : others[-1].end] if others else ""
        sure = not others and any(letter.isalpha() for letter in words)
        kind = Kind.LOST if sure or not (others or mine[0].numbers) else Kind.CHANGED
        yield Difference(kind, each.passage, mine[0].start, words, instead, page)


def _joined(
    operations: Sequence[tuple[str, int, int, int, int]], ours: Sequence[_Token]
) -> Iterator[tuple[int, int, int, int]]:
    """Where the tokens differ: differences with nothing but signs between them are one."""
    begun: tuple[int, int, int, int] | None = None
    for name, first, last, one, two in operations:
        if name in ("equal", "insert"):
            continue
        if begun and not any(token.text.isalnum() for token in ours[begun[1] : first]):
            begun = (begun[0], last, begun[2], two)
            continue
        if begun:
            yield begun
        begun = (first, last, one, two)
    if begun:
        yield begun


def _reads(ours: Sequence[_Token], theirs: Sequence[_Token]) -> bool:
    """Whether the same letters stand there, with other words between them."""
    return "".join(token.text for token in ours) in "".join(token.text for token in theirs)


def _drawn_apart(token: _Token, printed: Printed) -> bool:
    """Whether the number of an entry stands somewhere else on the pages; then it is taken."""
    start = _free(token.text, 0, len(printed.bare), printed)
    _take([(start, start + len(token.text))] if start >= 0 else [], printed)
    return start >= 0


def doubled(passages: Sequence[Passage], printed: Printed, repeated: Sequence[str]) -> Iterator[Difference]:
    """Text that stands twice in a deliverable and once in its source; `repeated` may, and is bare."""
    texts = [(passage, text) for passage in passages if len(text := bare(passage.text)) >= TWICE]
    for start, end in printed.free:
        rest = printed.bare[start:end]
        if len(rest) < TWICE or any(each in rest or rest in each for each in repeated if len(each) >= PIECE):
            continue
        for passage, text in texts:
            if text in rest or rest in text[1:]:
                words = " ".join(typed(passage.text).split())
                yield Difference(Kind.DOUBLED, passage, 0, words, "", printed.page(start))
                break
