"""Corrections that are accepted one by one: what each changes, and which are decided.

In:  a brief before and after all corrections of an author.
Out: a `CorrectionRecord`, kept beside the brief as JSON; and the brief with one correction taken or taken
     back.

What was changed in the brief by hand meanwhile stays: a correction that falls on it is a conflict.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from issuebrief.compare.sequences import in_common
from issuebrief.word_export.splices import Splice, splices_between
from issuebrief.word_export.word_edits import pieces_of

if TYPE_CHECKING:
    from collections.abc import Iterable

RECORD = ".corrections.json"
"""The file beside a brief. Its name begins with a point: a change of it is no change of the brief."""
OPEN, ACCEPTED, REJECTED = STATES = ("open", "accepted", "rejected")
MOST = 5_000


@dataclass(frozen=True)
class AuthorCorrection:
    """A correction: one splice, or several that make no sense without each other, as a note and its mark."""

    id: str
    splices: tuple[Splice, ...]
    state: str = OPEN


@dataclass(frozen=True)
class CorrectionRecord:
    """The corrections of a file, and the brief that they are corrections of: its file's name, its text."""

    manuscript: str
    brief: str
    base: str
    corrections: tuple[AuthorCorrection, ...]

    def text(self, accepted: Iterable[AuthorCorrection]) -> str:
        """The brief as it was, with some corrections."""
        splices = sorted(
            (splice for each in accepted for splice in each.splices), key=lambda each: each.start
        )
        parts: list[str] = []
        last = 0
        for splice in splices:
            parts += [self.base[last : splice.start], splice.new]
            last = splice.end
        return "".join([*parts, self.base[last:]])


def recorded(before: str, after: str, brief: str, manuscript: str) -> CorrectionRecord:
    """The corrections that lead from one text to the other."""
    found = [
        AuthorCorrection(_id(before, splices), tuple(splices)) for splices in splices_between(before, after)
    ]
    return CorrectionRecord(manuscript, brief, before, tuple(found[:MOST]))


def _id(before: str, splices: Iterable[Splice]) -> str:
    told = json.dumps([[each.start, before[each.start : each.end], each.new] for each in splices])
    return hashlib.blake2b(told.encode(), digest_size=6).hexdigest()


def decided(record: CorrectionRecord, name: str, state: str, now: str) -> tuple[CorrectionRecord, str] | None:
    """The record with a decision in it, and the brief as it is `now` with what follows from that.

    None where the words were changed in the brief meanwhile. Raises `KeyError` for a correction that there is
    not.
    """
    chosen = next((each for each in record.corrections if each.id == name), None)
    if chosen is None or state not in STATES:
        raise KeyError(name)
    made = replace(
        record,
        corrections=tuple(
            replace(each, state=state) if each is chosen else each for each in record.corrections
        ),
    )
    given, wanted = (_as_accepted(each) for each in (record, made))
    if given == wanted:
        return made, now
    text = _carried_over(given, wanted, now)
    return None if text is None else (made, text)


def _carried_over(given: str, wanted: str, now: str) -> str | None:
    """What `now` says, with the changes from `given` to `wanted`; None where it says something else there.

    What is replaced, and the pieces on both sides of it, must stand in it as they were.
    """
    if now == given:
        return wanted
    old, own = pieces_of(given), pieces_of(now)
    places = {-1: -1, len(old): len(own), **dict(in_common(old, own))}
    splices = []
    last_old = last_new = 0
    new = pieces_of(wanted)
    for at, to in [*in_common(old, new), (len(old), len(new))]:
        if at > last_old or to > last_new:
            around = [places.get(place) for place in range(last_old - 1, at + 1)]
            first = around[0]
            if first is None or around != [*range(first, first + len(around))]:
                return None
            splices.append((first + 1, first + len(around) - 1, new[last_new:to]))
        last_old, last_new = at + 1, to + 1
    for first, last, pieces in reversed(splices):
        own[first:last] = pieces
    return "".join(own)


def _as_accepted(record: CorrectionRecord) -> str:
    return record.text(each for each in record.corrections if each.state == ACCEPTED)


def as_json(record: CorrectionRecord) -> bytes:
    """The record as a file."""
    corrections = [
        {
            "id": each.id,
            "state": each.state,
            "splices": [[splice.start, splice.end, splice.new] for splice in each.splices],
        }
        for each in record.corrections
    ]
    told = {
        "manuscript": record.manuscript,
        "brief": record.brief,
        "base": record.base,
        "corrections": corrections,
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def read_record(content: bytes) -> CorrectionRecord | None:
    """The record in a file; None where it is none."""
    try:
        told = json.loads(content)
        base = told["base"]
        corrections = tuple(_read(each, len(base)) for each in told["corrections"][:MOST])
        return CorrectionRecord(str(told["manuscript"]), str(told["brief"]), str(base), corrections)
    except (ValueError, KeyError, TypeError, IndexError, RecursionError):
        return None


def _read(told: Any, length: int) -> AuthorCorrection:
    splices = tuple(Splice(int(start), int(end), str(new)) for start, end, new in told["splices"])
    if told["state"] not in STATES or not re.fullmatch(r"[0-9a-f]{12}", told["id"]):
        raise ValueError(told["id"])
    if not splices or any(not 0 <= each.start <= each.end <= length for each in splices):
        raise ValueError(told["id"])
    return AuthorCorrection(told["id"], splices, told["state"])
