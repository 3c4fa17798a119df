"""Merge two versions of a paragraph into one, with what was taken out and put in marked.

In:  the tokens of both.
Out: nodes: what both have as it is in the later version, `del` around what only the earlier one has and
     `ins` around what only the later one has. Inline elements stay whole around what they had in them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from issuebrief.compare.build_nodes import Status, Tagged, built
from issuebrief.compare.sequences import in_common
from issuebrief.compare.tokens import InlineToken, TokenKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from issuebrief.markdown_body.source.html_tree import Element, Node

LEAST_ALIKE = 0.25
"""The least share of words that two versions have in common to be merged word by word."""
ENDS = tuple(".!?…,;:。！？،؛؟")
SHORT = 3
"""So many words between two changes may be marked with them, so that changes are read in one go."""


Tokens = Sequence[InlineToken]
Pair = tuple[int, int]


def merge_paragraph(
    old: Sequence[InlineToken], new: Sequence[InlineToken], renewed: Callable[[Element, Status], Element]
) -> list[Node]:
    """The merged nodes; `renewed` gives a copy of an element without its kids, fit for its status."""
    tagged, same = _tagged(old, new)
    return built(tagged, same, renewed)


def marked_as(
    tokens: Sequence[InlineToken], status: Status, renewed: Callable[[Element, Status], Element]
) -> list[Node]:
    """All of a paragraph marked as taken out or put in."""
    return built([(status, token) for token in tokens], {}, renewed)


def _tagged(
    old: Sequence[InlineToken], new: Sequence[InlineToken]
) -> tuple[list[Tagged], dict[int, Element]]:
    """The tokens of both in one row; and, by identity, the later element that an earlier one goes on in."""
    old = _without_markers(old)
    pairs = _slid(_readable(_pairs(old, new), old, new), old, new)
    same: dict[int, Element] = {}
    for at, to in pairs:
        for before, after in zip(old[at].around, new[to].around, strict=True):
            same.setdefault(id(before), after)
    tagged: list[Tagged] = []
    last_old = last_new = 0
    for at, to in [*pairs, (len(old), len(new))]:
        tagged += _between(old[last_old:at], new[last_new:to])
        if to < len(new):
            tagged.append((Status.BOTH, new[to]))
        last_old, last_new = at + 1, to + 1
    return tagged, same


def _without_markers(tokens: Sequence[InlineToken]) -> list[InlineToken]:
    """The tokens of the earlier version without markers, and without the spaces that join these."""
    found: list[InlineToken] = []
    for number, token in enumerate(tokens):
        before = tokens[number - 1].kind if number else None
        after = tokens[number + 1].kind if number + 1 < len(tokens) else None
        joins = (
            token.kind is TokenKind.SPACE and TokenKind.MARKER in (before, after) and token.text == "\u00a0"
        )
        if token.kind is not TokenKind.MARKER and not joins:
            found.append(token)
    return found


def _pairs(old: Sequence[InlineToken], new: Sequence[InlineToken]) -> list[tuple[int, int]]:
    """Places of tokens that are the same; none where the two have hardly anything in common."""
    places_old = [place for place, token in enumerate(old) if token.compared]
    places_new = [place for place, token in enumerate(new) if token.compared]
    found = in_common([old[place].key for place in places_old], [new[place].key for place in places_new])
    pairs = [(places_old[at], places_new[to]) for at, to in found]
    words = sum(old[at].text[:1].isalnum() or old[at].kind is TokenKind.PIECE for at, _ in pairs)
    all_words = min(_words_in(old), _words_in(new))
    return pairs if words >= LEAST_ALIKE * all_words else []


def _words_in(tokens: Iterable[InlineToken]) -> int:
    return sum(token.text[:1].isalnum() or token.kind is TokenKind.PIECE for token in tokens)


@dataclass(slots=True)
class _Stretch:
    """Pairs that follow each other in both versions, and how many letters are changed before them."""

    pairs: list[tuple[int, int]]
    changed: int


def _readable(
    pairs: list[tuple[int, int]], old: Sequence[InlineToken], new: Sequence[InlineToken]
) -> list[tuple[int, int]]:
    """Pairs without the few small words that stand between larger changes.

    After the "semantic cleanup" of Neil Fraser's diff-match-patch: words that are no longer than the
    changes on both of their sides are taken to have been changed with these.
    """
    runs: list[_Stretch] = []
    last_old = last_new = -1
    for at, to in pairs:
        changed = max(_length(old[last_old + 1 : at]), _length(new[last_new + 1 : to]))
        if changed or not runs:
            runs.append(_Stretch([], changed))
        runs[-1].pairs.append((at, to))
        last_old, last_new = at, to
    after = max(_length(old[last_old + 1 :]), _length(new[last_new + 1 :]))
    kept: list[_Stretch] = []
    for number, run in enumerate(runs):
        behind = runs[number + 1].changed if number + 1 < len(runs) else after
        length = sum(len(old[at].text) for at, _ in run.pairs)
        is_small = len(run.pairs) <= SHORT and length <= min(run.changed, behind)
        if is_small and all(old[at].kind is TokenKind.WORD for at, _ in run.pairs):
            if number + 1 < len(runs):
                runs[number + 1].changed += run.changed + length
            continue
        kept.append(run)
    return [pair for run in kept for pair in run.pairs]


def _slid(pairs: list[Pair], old: Tokens, new: Tokens) -> list[Pair]:
    """Pairs by which a sentence goes or comes with the mark that ends it.

    Of "Ships sail. Ferries wait." and "Ships sail." the marks at the very end are a pair, by which ". Ferries
    wait" would be gone.
    """
    slid: list[Pair] = []
    last_old = last_new = -1
    for at, to in pairs:
        pair = (at, to)
        gone, come = old[last_old + 1 : at], new[last_new + 1 : to]
        if _is_ended_by(gone, old[at]) and not any(token.compared for token in come):
            pair = (last_old + 1, to)
        elif _is_ended_by(come, new[to]) and not any(token.compared for token in gone):
            pair = (at, last_new + 1)
        slid.append(pair)
        last_old, last_new = pair
    return slid


def _is_ended_by(changed: Tokens, mark: InlineToken) -> bool:
    """Whether what is changed begins with the mark that also follows it."""
    return len(changed) > 1 and mark.text in ENDS and changed[0].key == mark.key


def _length(tokens: Iterable[InlineToken]) -> int:
    return sum(max(len(token.text), 1) for token in tokens if token.compared)


def _between(old: Sequence[InlineToken], new: Sequence[InlineToken]) -> Iterator[Tagged]:
    """What stands between two common tokens: spaces at the ends that both have are common too.

    Nor is it a change that a marker comes with a space, such as a link from a note back to the text.
    """
    if not any(token.compared for token in (*old, *new)) and any(
        token.kind is TokenKind.MARKER for token in new
    ):
        yield from ((Status.BOTH, token) for token in new)
        return
    first = 0
    while first < min(len(old), len(new)) and _both_spaces(old[first], new[first]):
        first += 1
    last = 0
    while last < min(len(old), len(new)) - first and _both_spaces(old[-1 - last], new[-1 - last]):
        last += 1
    yield from ((Status.BOTH, token) for token in new[:first])
    yield from ((Status.OLD, token) for token in old[first : len(old) - last])
    yield from (
        (Status.BOTH if token.kind is TokenKind.MARKER else Status.NEW, token)
        for token in new[first : len(new) - last]
    )
    yield from ((Status.BOTH, token) for token in new[len(new) - last :])


def _both_spaces(one: InlineToken, other: InlineToken) -> bool:
    return one.kind is TokenKind.SPACE and other.kind is TokenKind.SPACE and one.key == other.key
