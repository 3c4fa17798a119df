"""Runs of items: which lines would be one list; and the item of each list that is open.

In:  lines, and the number of one that begins with a sign of a list.
Out: the items that stand beside it, as numbers of lines, and those that only look like items: lines within
     the sentence of an item that happen to begin with a number.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from issuebrief.markdown_body.lists.list_likeness import ItemRun, goes_on

if TYPE_CHECKING:
    from collections.abc import Sequence

    from issuebrief.markdown_body.source.text_lines import SourceLine


@dataclass(frozen=True)
class Found:
    """A run of items, the lines they stand on, and the lines that are none."""

    run: ItemRun
    items: tuple[int, ...]
    sentences: tuple[int, ...]


def find_run(lines: Sequence[SourceLine], first: int, code: frozenset[int]) -> Found:
    """The run that begins on a line; `code` has the lines that are not text."""
    items, sentences = [first], []
    head, blank, tight, followed = lines[first], False, True, False
    lazy = loose_lines = False
    for number in range(first + 1, len(lines)):
        line = lines[number]
        if line.empty:
            blank = number not in code
            continue
        is_item = line.item is not None and number not in code
        if is_item and _is_beside(line, head, lines[items[-1]]):
            if line.kind != head.kind:
                break
            if not blank and line.number >= 0 and _is_sentence(lines, items[-1], number):
                sentences.append(number)
                continue
            tight, loose_lines = tight and not blank, loose_lines or lazy
            items.append(number)
        elif is_item and line.indent < head.indent - 1:
            break
        elif line.indent >= head.indent + 2:
            followed = followed or (len(items) == 1 and (blank or is_item))
        elif blank or line.ends_list or number in code:
            break
        else:
            lazy = True
        blank = False
    numbers = tuple(lines[item].number for item in items if lines[item].number >= 0)
    words = tuple(lines[item].word for item in items)
    signs = [found["marker"] for item in items if (found := lines[item].item)]
    marker = "+" if "+" in signs else signs[0]
    return Found(
        ItemRun(marker, numbers, words, tight, followed, loose_lines), tuple(items), tuple(sentences)
    )


def is_beside(line: SourceLine, indent: int, content: int, before: tuple[str, int]) -> bool:
    """Whether an item is of the same list as one by its indent, or by its number where that is ragged.

    `indent` and `content` are the columns of the other, `before` its kind and number.
    """
    if abs(line.indent - indent) < 2:
        return True
    kind, number = before
    return (
        line.number >= 0 and (line.kind, line.number) == (kind, number + 1) and indent < line.indent < content
    )


@dataclass(frozen=True)
class Level:
    """The last item of a list that is open: its columns, kind and number."""

    indent: int
    content: int
    kind: str
    number: int

    def is_beside(self, line: SourceLine) -> bool:
        """Whether a line is an item of the same list, or of one in its place."""
        return is_beside(line, self.indent, self.content, (self.kind, self.number))


def _is_beside(line: SourceLine, head: SourceLine, before: SourceLine) -> bool:
    return is_beside(line, head.indent, head.content, (before.kind, before.number))


def _is_sentence(lines: Sequence[SourceLine], item: int, number: int) -> bool:
    line = lines[number]
    return not goes_on(lines[item].number, line.number, line.word, lines[number - 1].text)
