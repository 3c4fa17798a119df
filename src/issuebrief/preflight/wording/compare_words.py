"""Compare the passages of a source with the text of a deliverable.

In:  passages that were looked for, and the text that a deliverable shows.
Out: `Difference` values: what was lost or changed, what stands twice, and which signs are missing.

What was not found (`find_words.py`) is compared word by word with what stands in its place.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from issuebrief.preflight.wording.bare_text import bare, signs, sure_signs, turns, typed
from issuebrief.preflight.wording.difference import Difference, DifferenceKind
from issuebrief.preflight.wording.find_words import PIECE, Sought, free_place, take, window
from issuebrief.preflight.wording.numerals import spellings
from issuebrief.preflight.wording.word_alignment import Facing, facing, joined, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from issuebrief.preflight.wording.printed_words import Printed
    from issuebrief.preflight.wording.source_words import Passage
    from issuebrief.preflight.wording.word_alignment import Token

LONGEST = 4000
"""How much of a deliverable, in bare characters, a passage is compared with word by word."""
PART = re.compile(rf"[\s\S]{{1,{LONGEST // 2}}}(?!\S)|\S+\s*")
"""A piece of a passage that is longer: whole words of it."""
SHORTEST = 4
"""A word of no more characters may stand anywhere."""
WORDS = 6
"""So many of the longest words of a passage are looked for elsewhere."""
NEXT = 40
"""By so many bare characters the beginning of the next piece is known."""
STRAY = 3
"""How many more tokens may stand in the place of some than twice their number."""
FIGURES = 9
"""So many figures has the number of an entry at most."""
TWICE = 60
"""From how many bare characters on text that stands twice is one that was doubled."""


def differences(sought: Sequence[Sought], printed: Printed) -> Iterator[Difference]:
    """All in which a deliverable differs from its source, in the order of the source."""
    for number, each in enumerate(sought):
        if each.spans:
            yield from _missing_signs(each, printed)
        elif turns(each.passage.text):
            yield from _one_by_one(each, *window(sought, number, printed), printed)
        else:
            yield from _in_pieces(each, *window(sought, number, printed), printed)


def _missing_signs(each: Sought, printed: Printed) -> Iterator[Difference]:
    """Signs that are no markup and are not all there, though the words are."""
    wanted = sure_signs(each.passage.text)
    if not wanted:
        return
    shown = sum((signs(printed.text(*span)) for span in each.spans), Counter())
    for sign in wanted - shown:
        words = typed(each.passage.text)
        place = max(words.find(sign), 0)
        yield Difference(
            DifferenceKind.CHANGED, each.passage, place, sign, "", printed.page(each.spans[0][0])
        )


def _one_by_one(each: Sought, left: int, right: int, printed: Printed) -> Iterator[Difference]:
    """A passage with letters from right to left, which set words and brackets beside them in their own order.

    Its other words are looked for wherever they stand between its neighbours.
    """
    for word in tokens(typed(each.passage.text)):
        if not word.text.isalnum():
            continue
        start = free_place(word.text, left, right, printed)
        if start >= 0:
            take([(start, start + len(word.text))], printed)
        else:
            words = each.passage.text[word.start : word.end]
            yield Difference(
                DifferenceKind.LOST, each.passage, word.start, typed(words), "", printed.page(left)
            )


def _in_pieces(each: Sought, left: int, right: int, printed: Printed) -> Iterator[Difference]:
    """A passage that was not found; of a long one, each piece is looked for before it is compared."""
    if len(each.text) <= LONGEST:
        yield from _compared(each, left, right, printed)
        return
    parts = [(part.start(), part[0], bare(part[0])) for part in PART.finditer(each.passage.text)]
    parts = [part for part in parts if part[2]]
    for (start, text, letters), (*_, following) in zip(parts, [*parts[1:], (0, "", "")], strict=True):
        whole = free_place(letters, left, min(right, left + LONGEST), printed)
        if whole >= 0:
            left = whole + len(letters)
            take([(whole, left)], printed)
            continue
        # What the next piece begins with is none of this one.
        end = free_place(following[:NEXT], left, right, printed) if following else right
        piece = Sought(replace(each.passage, text=text), letters)
        for found in _compared(piece, left, end if end >= 0 else right, printed):
            yield replace(found, passage=each.passage, start=start + found.start)
        left = max(left, end) if following else left


def _compared(each: Sought, left: int, right: int, printed: Printed) -> Iterator[Difference]:
    """A passage that was not found, compared word by word with what stands in its place."""
    source = typed(each.passage.text)
    words = list(tokens(source))
    for start, end in _places(words, left, right, printed):
        beside = facing(source, start, end, printed)
        if beside.alike:
            yield from _changes(each.passage, beside, printed)
            return
    yield Difference(
        DifferenceKind.LOST, each.passage, words[0].start, source.strip(), "", printed.page(left)
    )


def _places(words: Sequence[Token], left: int, right: int, printed: Printed) -> Iterator[tuple[int, int]]:
    """From where to where a passage may stand, changed: in its place, or around one of its words elsewhere.

    It stands elsewhere where the number of an entry is drawn apart from it, and a picture came between.
    """
    if right - left <= LONGEST:
        yield left, right
    size = words[-1].at + len(words[-1].text)
    for word in sorted(words, key=lambda word: len(word.text), reverse=True)[:WORDS]:
        place = free_place(word.text, 0, len(printed.bare), printed) if len(word.text) > SHORTEST else -1
        if place >= 0:
            begin = max(place - word.at - NEXT, 0)
            yield begin, begin + min(size + 2 * NEXT, LONGEST)
    if right - left > LONGEST:
        yield left, left + LONGEST


def _changes(passage: Passage, beside: Facing, printed: Printed) -> Iterator[Difference]:
    """In what a passage differs from what stands in its place; what is the same is taken."""
    for name, _, _, one, two in beside.operations:
        if name == "equal":
            take([(token.at, token.at + len(token.text)) for token in beside.theirs[one:two]], printed)
    for first, last, one, two in joined(beside.operations, beside.ours):
        others = beside.theirs[one:two]
        if len(others) > 2 * (last - first) + STRAY:
            others = []
        # Some deliverables draw the numbers of a list before or behind its entries.
        mine = [
            token
            for token in beside.ours[first:last]
            if not (token.numbers and (_drawn_apart(token, printed) or _spelled(token, beside, printed)))
        ]
        if "".join(token.text for token in mine) == "".join(token.text for token in others) or not mine:
            continue
        words = beside.typed[mine[0].start : mine[-1].end]
        instead = beside.shown[others[0].start : others[-1].end] if others else ""
        lost = not others and not mine[0].numbers and any(letter.isalnum() for letter in words)
        kind = (
            DifferenceKind.LOST
            if lost or (not others and any(map(str.isalpha, words)))
            else DifferenceKind.CHANGED
        )
        yield Difference(kind, passage, mine[0].start, words, instead, beside.page)


def _drawn_apart(token: Token, printed: Printed) -> bool:
    """Whether the number of an entry stands somewhere else on the pages; then it is taken."""
    start = free_place(token.text, 0, len(printed.bare), printed)
    take([(start, start + len(token.text))] if start >= 0 else [], printed)
    return start >= 0


def _spelled(token: Token, beside: Facing, printed: Printed) -> bool:
    """Whether the number of an entry stands where its passage is as a theme spells it; then it is taken."""
    if not beside.theirs:
        return False
    left, right = beside.theirs[0].at, beside.theirs[-1].at + len(beside.theirs[-1].text)
    for spelling in map(bare, spellings(int(token.text[:-1][:FIGURES]))):
        start = free_place(spelling, left, right, printed)
        if start >= 0 and printed.is_whole(start, start + len(spelling)):
            take([(start, start + len(spelling))], printed)
            return True
    return False


def doubled(
    passages: Sequence[Passage],
    found: Sequence[Difference],
    printed: Printed,
    repeated: Sequence[str],
) -> Iterator[Difference]:
    """Text that stands more often in a deliverable than in its source; `repeated` may, and is bare.

    Of a passage in which a difference was `found`, the rest stands there still: it is not looked for.
    """
    troubled = {id(difference.passage) for difference in found}
    texts = [(passage, text) for passage in passages if len(text := bare(passage.text)) >= TWICE]
    all_typed = "\n".join(text for _, text in texts)
    for start, end in printed.free:
        rest = printed.bare[start:end]
        if len(rest) < TWICE or any(each in rest or rest in each for each in repeated if len(each) >= PIECE):
            continue
        for passage, text in texts:
            part = text if text in rest else rest if rest in text[1:] else ""
            if not part or id(passage) in troubled:
                continue
            if printed.bare.count(part) > all_typed.count(part):
                words = " ".join(typed(passage.text).split())
                yield Difference(DifferenceKind.DOUBLED, passage, 0, words, "", printed.page(start))
                break
