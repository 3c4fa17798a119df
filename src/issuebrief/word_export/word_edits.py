"""Carry the changes of one text over to another that says the same in other signs.

In:  a paragraph as it was given to an author and as it was sent back; the same in the brief, as it was
     exported and as it is now. Out: the brief's paragraph with the changes, and those that fall on words
     which were changed in the brief as well.

Words are followed, and marks go with them: line ends and the way emphasis is written may
differ between the brief and what came through Word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from issuebrief.compare.sequences import in_common

if TYPE_CHECKING:
    from collections.abc import Sequence

PIECE = re.compile(r"\[\^[^\]\s]+\]|[^\W_]+(?:['’.,][^\W_]+)*|\s+|.", re.DOTALL)
STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " "})


@dataclass(frozen=True)
class Edit:
    """A change: the places from `first` to before `last` of the text given, and what stands there now."""

    first: int
    last: int
    pieces: tuple[str, ...]


def edited_text(given: str, sent: str, was: str, now: str) -> tuple[str, list[tuple[str, str]]]:
    """The brief's paragraph with the author's changes; conflicts as the brief's words and the author's."""
    given_pieces, sent_pieces, own = ([*pieces_of(text)] for text in (given, sent, now))
    edits = list(edits_between(given_pieces, sent_pieces))
    changed_here = _changed_places([*pieces_of(was)], own)
    places = dict(in_common([*map(_key, given_pieces)], [*map(_key, own)]))
    conflicts: list[tuple[str, str]] = []
    for edit in reversed(edits):
        spot = _spot(edit, given_pieces, places, len(own))
        theirs = "".join(edit.pieces)
        if spot is None or any(first < spot[1] and spot[0] < last for first, last in changed_here):
            mine = "".join(own[spot[0] : spot[1]]) if spot else "".join(given_pieces[edit.first : edit.last])
            if mine.strip() != theirs.strip():
                conflicts.insert(0, (mine or now, theirs or "(nothing)"))
            continue
        own[spot[0] : spot[1]] = edit.pieces
    return "".join(own), conflicts


def pieces_of(text: str) -> list[str]:
    """Words, marks of notes, white space and single signs."""
    return [found[0] for found in PIECE.finditer(text)]


def _key(piece: str) -> str:
    """What pieces are compared by: spaces and line ends are alike, and so are two forms of a sign."""
    return " " if piece.isspace() else piece.translate(STRAIGHT)


def edits_between(old: Sequence[str], new: Sequence[str]) -> list[Edit]:
    """The changes from one row of pieces to another."""
    found: list[Edit] = []
    last_old = last_new = 0
    pairs = in_common([*map(_key, old)], [*map(_key, new)])
    for at, to in [*pairs, (len(old), len(new))]:
        if at > last_old or to > last_new:
            found.append(Edit(last_old, at, tuple(new[last_new:to])))
        last_old, last_new = at + 1, to + 1
    return found


def _changed_places(was: Sequence[str], now: Sequence[str]) -> list[tuple[int, int]]:
    """The stretches of the brief's paragraph that were changed in it."""
    return [(edit.first, max(edit.last, edit.first + 1)) for edit in edits_between(now, was)]


def _spot(edit: Edit, given: Sequence[str], places: dict[int, int], end: int) -> tuple[int, int] | None:
    """Where a change falls in the brief; None where the words around it are not to be found there."""
    before = next((at for at in range(edit.first - 1, -1, -1) if at in places), None)
    behind = next((at for at in range(edit.last, len(given)) if at in places), None)
    first = places[before] + 1 if before is not None else 0
    last = places[behind] if behind is not None else end
    inner = [places[at] for at in range(edit.first, edit.last) if at in places]
    if inner:
        first, last = min(inner), max(inner) + 1
    elif edit.first < edit.last:
        return None if last <= first else (first, last)
    elif last > first:
        # Signs that only the brief has stand between the two words: the change goes before them.
        last = first
    return (first, last) if first <= last else None
