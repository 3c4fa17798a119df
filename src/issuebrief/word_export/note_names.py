"""Call the notes of three texts by the names that the brief has for them.

In:  the text that an author was given, the one sent back, and the brief as it is now.
Out: the first two texts with the brief's names for its notes; new notes get names that the brief has not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.compare.likeness import likeness, pair_blocks
from issuebrief.word_export.text_blocks import NOTE_NAME, PartedText, parted, sketch_of

if TYPE_CHECKING:
    from collections.abc import Mapping

ALIKE = 0.6
"""The least likeness of two forms of a note."""


def with_own_names(given: str, sent: str, current: str) -> tuple[str, str]:
    """The texts given and sent, with the brief's names."""
    one, other, own = parted(given), parted(sent), parted(current)
    known = _same_notes(one, own)
    taken = {*own.notes, *known.values()}
    for name in one.notes:
        if name not in known:
            known[name] = _free("gone", taken)
    back: dict[str, str] = {}
    names, theirs = list(one.notes), list(other.notes)
    pairs = pair_blocks(
        [sketch_of(one.blocks[one.notes[name]]) for name in names],
        [sketch_of(other.blocks[other.notes[name]]) for name in theirs],
    )
    for at, to in pairs:
        if at is not None and to is not None:
            back[theirs[to]] = known[names[at]]
    for name in theirs:
        if name not in back:
            back[name] = _free("author", taken)
    return _renamed(given, known), _renamed(sent, back)


def _same_notes(given: PartedText, own: PartedText) -> dict[str, str]:
    """By the name of a note that was given, the brief's; each of these once."""
    sketches = {name: sketch_of(own.blocks[place]) for name, place in own.notes.items()}
    exact = {sketch.key: name for name, sketch in sketches.items()}
    found: dict[str, str] = {}
    left = dict(sketches)
    for name, place in given.notes.items():
        sketch = sketch_of(given.blocks[place])
        same = exact.get(sketch.key)
        if same not in left:
            best = max(left, key=lambda other: likeness(sketch, left[other]), default=None)
            same = best if best is not None and likeness(sketch, left[best]) >= ALIKE else None
        if same is not None:
            found[name] = same
            del left[same]
    return found


def _free(stem: str, taken: set[str]) -> str:
    """A name that no note has."""
    number = next(number for number in range(1, len(taken) + 2) if f"{stem}-{number}" not in taken)
    taken.add(f"{stem}-{number}")
    return f"{stem}-{number}"


def _renamed(text: str, names: Mapping[str, str]) -> str:
    return NOTE_NAME.sub(lambda found: f"[^{names.get(found[1], found[1])}]", text)
