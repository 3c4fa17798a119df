"""The notes of a brief in the order in which they will be read, before anything has been converted.

In:  the texts of a brief with their notes, and the citations that become notes.
Out: the notes in order. Captions may be read elsewhere than where they are typed: what the conversion finds
     then counts (`resolve.py`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from issuebrief.markdown_body.blocks.notes import find_definitions, find_in_place, find_marks, id_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from issuebrief.markdown_body.source.markdown_source import MarkdownSource

NoteId = tuple[int, int]
"""A note: the number of the text that it stands in, and where it begins there."""


@dataclass(frozen=True)
class TypedNotes:
    """The notes that are typed in a text, and the marks that cite notes."""

    spans: tuple[tuple[int, int, int], ...]
    """Of each note, in order: where its text begins and ends, and where the note begins."""
    marks: tuple[tuple[int, str], ...]
    """Of each mark, where it stands, and the name of the note that it cites."""
    names: Mapping[str, int]
    """Where the note of each name begins."""

    @cached_property
    def _heads(self) -> list[int]:
        return [start for start, _, _ in self.spans]

    def note_at(self, offset: int) -> int:
        """Where the innermost note begins that an offset stands in; -1 in the text."""
        number = bisect_right(self._heads, offset) - 1
        # Notes in place stand in others a few deep at most.
        for start, end, begins in reversed(self.spans[max(number - 20, 0) : number + 1]):
            if start <= offset < end:
                return begins
        return -1


def typed_notes(manuscript: MarkdownSource) -> TypedNotes:
    """The notes of a text."""
    definitions = find_definitions(manuscript)
    in_place, _ = find_in_place(manuscript)
    names: dict[str, int] = {}
    for definition in definitions:
        names.setdefault(definition.id.casefold(), definition.start)
    marks = [(mark.start, id_of(mark.id).casefold()) for mark in find_marks(manuscript, definitions)]
    spans = [(note.text, note.close, note.start) for note in in_place]
    spans += [(definition.text, definition.end, definition.start) for definition in definitions]
    return TypedNotes(tuple(sorted(spans)), tuple(marks), names)


def reading_order(texts: Sequence[TypedNotes], body: int, added: Sequence[Sequence[int]]) -> list[NoteId]:
    """The notes in the order of their numbers; `added` are those that citations become, by text."""
    inside: dict[NoteId, list[tuple[int, NoteId]]] = defaultdict(list)
    outside: dict[int, list[tuple[int, NoteId]]] = defaultdict(list)
    for number, notes in enumerate(texts):
        events: list[tuple[int, NoteId]] = [(start, (number, start)) for start in added[number]]
        named = set(notes.names.values())
        events += [(start, (number, start)) for _, _, start in notes.spans if start not in named]
        for start, name in notes.marks:
            if name in texts[body].names:
                events.append((start, (body, texts[body].names[name])))
        for start, note in sorted(events):
            holder = notes.note_at(start)
            if holder < 0:
                outside[number].append((start, note))
            else:
                inside[number, holder].append((start, note))
    order = list(dict.fromkeys(note for number in range(len(texts)) for _, note in outside[number]))
    seen = set(order)
    for note in order:
        # The list grows while it is gone through: notes cite notes.
        for _, other in inside.get(note, ()):
            if other not in seen:
                seen.add(other)
                order.append(other)
    return order
