"""The single changes between two versions of a brief, each of which can be taken without the others.

In:  a brief before and after an author's corrections.
Out: `Splice`s, in groups of those that make no sense without each other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from issuebrief.compare.likeness import pair_blocks
from issuebrief.compare.sequences import in_common
from issuebrief.word_export.text_blocks import DEFINITION, FRONT, NOTE_NAME, sketch_of
from issuebrief.word_export.word_edits import edits_between, pieces_of

if TYPE_CHECKING:
    from collections.abc import Iterator

NEAR = 3
"""So many pieces may stand between two changes of words that are decided as one."""


@dataclass(frozen=True)
class Splice:
    """What stands in a text from `start` to before `end`, and what is to stand there."""

    start: int
    end: int
    new: str


def splices_between(before: str, after: str) -> list[list[Splice]]:
    """The changes in the order of the text; a note that comes or goes is one with its marks."""
    return _grouped([*_splices(before, after)], before, after)


def _splices(before: str, after: str) -> Iterator[Splice]:
    """The changes, line by line; within lines that both have, word by word. Front matter goes by lines."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    front = before[: found.end()].count("\n") if (found := FRONT.match(before)) else 0
    starts = [0]
    for line in old:
        starts.append(starts[-1] + len(line))
    last_old = last_new = 0
    for at, to in [*in_common(old, new), (len(old), len(new))]:
        gone, come = old[last_old:at], new[last_new:to]
        if gone or come:
            if last_old < front or not "".join(gone).strip() or not "".join(come).strip():
                yield Splice(starts[last_old], starts[at], "".join(come))
            else:
                yield from _of_lines(gone, come, starts[last_old])
        last_old, last_new = at + 1, to + 1


def _of_lines(gone: list[str], come: list[str], offset: int) -> Iterator[Splice]:
    """The changes of some lines: those of words in lines that are alike, and lines that are gone or new."""
    start = end = offset
    lines = ""
    for at, to in pair_blocks([*map(sketch_of, gone)], [*map(sketch_of, come)]):
        if at is not None and to is not None:
            if end > start or lines:
                yield Splice(start, end, lines)
            yield from _of_words(gone[at], come[to], end)
            start = end = end + len(gone[at])
            lines = ""
        elif at is not None:
            end += len(gone[at])
        elif to is not None:
            lines += come[to]
    if end > start or lines:
        yield Splice(start, end, lines)


def _of_words(old: str, new: str, offset: int) -> Iterator[Splice]:
    pieces = pieces_of(old)
    starts = [offset]
    for piece in pieces:
        starts.append(starts[-1] + len(piece))
    open_edit: tuple[int, int, str] | None = None
    for edit in edits_between(pieces, pieces_of(new)):
        text = "".join(edit.pieces)
        if open_edit is not None:
            first, last, before = open_edit
            between = pieces[last : edit.first]
            if len(between) <= NEAR and "\n" not in "".join(between):
                open_edit = (first, edit.last, before + "".join(between) + text)
                continue
            yield Splice(starts[first], starts[last], before)
        open_edit = (edit.first, edit.last, text)
    if open_edit is not None:
        yield Splice(starts[open_edit[0]], starts[open_edit[1]], open_edit[2])


def _grouped(splices: list[Splice], before: str, after: str) -> list[list[Splice]]:
    """Splices; a note that comes or goes is one with its marks."""
    old, new = (set(DEFINITION.findall(text)) for text in (before, after))
    moving = old ^ new
    groups: list[list[Splice]] = []
    of_note: dict[str, list[Splice]] = {}
    for splice in splices:
        shared = [of_note[name] for name in _names(before, splice) if name in moving and name in of_note]
        group = shared[0] if shared else []
        for other in shared[1:]:
            if other is not group:
                group += other
                groups.remove(other)
        if not shared:
            groups.append(group)
        group.append(splice)
        of_note |= {name: group for each in group for name in _names(before, each) if name in moving}
    return groups


def _names(before: str, splice: Splice) -> list[str]:
    return NOTE_NAME.findall(before[splice.start : splice.end]) + NOTE_NAME.findall(splice.new)
