"""The boxes of a line put where they are seen, if its text does not all run from left to right.

In:  a line whose boxes stand in the order in which they are read, and the levels of its paragraph.
Out: the same line, each box in its place from left to right (Unicode Standard Annex 9, rule L2). Text that
     runs both ways is parted into boxes that run one way each. The boxes keep the order in which they are
     read, which is the order in which they are drawn.

An inline box whose letters do not all stand together is parted too.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from weasyprint.formatting_structure import boxes
from weasyprint.layout.inline import _adjust_line_height
from weasyprint.text.line_break import create_layout, line_size

from issuebrief.layout.paragraphs.inline_items import ATOM
from issuebrief.layout.paragraphs.text_levels import directed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from issuebrief.engine.protocols import LayoutBox, SkipStack
    from issuebrief.layout.paragraphs.text_levels import TextLevels

SPACES = " \u00a0"
WHITE_ON_LEFT = {"left": 0.0, "end": 0.0, "center": 0.5}
"""The share of the white beside a line from right to left that is on its left; else all of it."""


@dataclass(slots=True)
class Leaf:
    """A box that holds no other of the line: its level, and its number from left to right."""

    box: LayoutBox
    level: int
    rank: int = 0


def put_in_order(line: LayoutBox, text: TextLevels, start: int) -> int:
    """Part and place the boxes of a line that was broken by WeasyPrint; where the text of the next begins.

    Its own text begins at `start`.
    """
    walk = _Walk(text, start)
    flowing = [child for child in line.children if child.is_in_normal_flow()]
    if not flowing:
        return start
    left = min(child.position_x for child in flowing)
    line.children = walk.parted(line.children)
    line.children, _ = placed(line.children, walk.leaves, left)
    for leaf in walk.leaves:
        leaf.box.leads_left = bool(text.base)
    return walk.at


def put_at_edge(line: LayoutBox, block: LayoutBox, indent: float) -> LayoutBox:
    """Put a line from right to left where its style wants it, with nothing beside it.

    WeasyPrint 70 indents such a line to the wrong side, and all of its paragraph by the width of a space.
    """
    flowing = [child for child in line.children if child.is_in_normal_flow()]
    if not flowing:
        return line
    left = min(child.position_x for child in flowing)
    right = max(child.position_x + child.margin_width() for child in flowing)
    spare = block.width - indent - (right - left)
    share = WHITE_ON_LEFT.get(line.style["text_align_all"], 1.0)
    line.translate(dx=block.content_box_x() + spare * share - left, ignore_floats=True)
    return line


def start_of(linebox: LayoutBox, skip: SkipStack) -> int:
    """The place in a paragraph's text that WeasyPrint names by a skip stack."""
    if skip is None:
        return 0
    ((index, inner),) = skip.items()
    if isinstance(linebox, boxes.TextBox):
        return len(linebox.text.encode()[:index].decode())
    before = sum(map(_length, linebox.children[:index]))
    return before + (start_of(linebox.children[index], inner) if inner else 0)


def _length(box: LayoutBox) -> int:
    """How many letters a box has in the text of its paragraph."""
    if isinstance(box, boxes.TextBox):
        return len(box.text)
    if not box.is_in_normal_flow():
        return 0
    return sum(map(_length, box.children)) if isinstance(box, boxes.InlineBox) else 1


class _Walk:
    """A walk through the boxes of a line, along the text of its paragraph."""

    def __init__(self, text: TextLevels, start: int) -> None:
        self.text, self.at = text, start
        self.leaves: list[Leaf] = []

    def parted(self, children: Sequence[LayoutBox]) -> list[LayoutBox]:
        """Boxes with each text among them parted into such that run one way."""
        found: list[LayoutBox] = []
        for child in children:
            if isinstance(child, boxes.TextBox):
                found += self._texts(child)
            elif not child.is_in_normal_flow():
                found.append(child)
            elif isinstance(child, boxes.InlineBox) and child.children:
                child.children = self.parted(child.children)
                found.append(child)
            else:
                self.at = max(self.text.text.find(ATOM, self.at) + 1, self.at)
                self._note(child, self._level(self.at - 1))
                found.append(child)
        return found

    def _level(self, at: int) -> int:
        return self.text.levels[at] if 0 <= at < len(self.text.levels) else self.text.base

    def _note(self, box: LayoutBox, level: int) -> LayoutBox:
        self.leaves.append(Leaf(box, level))
        return box

    def _texts(self, box: LayoutBox) -> list[LayoutBox]:
        typed = box.text[:-1] if getattr(box, "ends_in_added_hyphen", False) else box.text
        start = self.text.text.find(typed, self.at)
        if start < 0 or not typed:
            return [self._note(box, self._level(self.at))]
        self.at = end = start + len(typed)
        pieces = list(self.text.pieces(start, end))
        if len(pieces) == 1 and directed(box.style, pieces[0][2]) is box.style:
            return [self._note(box, pieces[0][2])]
        texts = [self.text.text[begin:stop] for begin, stop, _ in pieces]
        texts[-1] += box.text[len(typed) :]
        return [
            self._note(_piece(box, text, level, is_last=number == len(pieces)), level)
            for number, (text, (*_, level)) in enumerate(zip(texts, pieces, strict=True), 1)
        ]


def _piece(box: LayoutBox, text: str, level: int, *, is_last: bool) -> LayoutBox:
    """A text box for a part of another, shaped by itself in the direction of its level."""
    piece = box.copy_with_text(text)
    piece.style = directed(box.style, level)
    layout = create_layout(text, piece.style, None, None, box.justification_spacing)
    piece.width = line_size(layout.get_first_line()[0], piece.style)[0]
    piece.width += box.justification_spacing * sum(map(text.count, SPACES))
    layout.deactivate()
    piece.pango_layout = layout
    if not is_last:
        piece.space_follows = piece.ends_in_added_hyphen = False
    return piece


def placed(children: Sequence[LayoutBox], leaves: Sequence[Leaf], x: float) -> tuple[list[LayoutBox], float]:
    """A line's boxes from `x` on, each in its place from left to right, and where the last of them ends."""
    for rank, leaf in enumerate(_from_left_to_right(leaves)):
        leaf.rank = rank
    ranks = {id(leaf.box): (leaf.rank, leaf.rank, 1) for leaf in leaves}
    found = _whole(children, ranks)
    return found, _set(found, ranks, x)


def _from_left_to_right(leaves: Sequence[Leaf]) -> list[Leaf]:
    """The boxes in the order in which they are seen: runs of each level turned round, highest first."""
    found = list(leaves)
    for level in range(max((leaf.level for leaf in leaves), default=0), 0, -1):
        at = 0
        while at < len(found):
            end = at
            while end < len(found) and found[end].level >= level:
                end += 1
            found[at:end] = found[at:end][::-1]
            at = max(end, at + 1)
    return found


Ranks = dict[int, tuple[int, int, int]]
"""By a box's identity: the first and the last place of what is in it, and how many places it takes."""


def _whole(children: Sequence[LayoutBox], ranks: Ranks) -> list[LayoutBox]:
    """Boxes, of which those are parted whose letters do not stand together."""
    found: list[LayoutBox] = []
    for child in children:
        if id(child) in ranks or not isinstance(child, boxes.InlineBox) or not child.is_in_normal_flow():
            found.append(child)
            continue
        inner = _whole(child.children, ranks)
        groups = _together(inner, ranks)
        for number, group in enumerate(groups):
            part = child
            if len(groups) > 1:
                part = child.copy_with_children([])
                part.remove_decoration(start=number > 0, end=number < len(groups) - 1)
                _adjust_line_height(part)
                if hasattr(child, "position_y"):  # a line that WeasyPrint made stands on its baseline
                    part.position_y = child.position_y
            part.children = group
            if places := [ranks[id(box)] for box in group if id(box) in ranks]:
                ranks[id(part)] = _joined(places)
            found.append(part)
    return found


def _together(children: Sequence[LayoutBox], ranks: Ranks) -> list[list[LayoutBox]]:
    """Boxes in groups, as few as one after the other make, each of which stands together."""
    if _is_one([ranks[id(box)] for box in children if id(box) in ranks]):
        return [list(children)]
    groups: list[list[LayoutBox]] = [[]]
    taken: list[tuple[int, int, int]] = []
    for child in children:
        place = ranks.get(id(child))
        if place and taken and not _is_one([*taken, place]):
            groups.append([])
            taken = []
        groups[-1].append(child)
        taken = [_joined([*taken, place])] if place else taken
    return groups


def _is_one(places: Sequence[tuple[int, int, int]]) -> bool:
    """Whether what takes these places stands together."""
    if not places:
        return True
    first, last, count = _joined(places)
    return last - first + 1 == count


def _joined(places: Sequence[tuple[int, int, int]]) -> tuple[int, int, int]:
    first, last, count = zip(*places, strict=True)
    return min(first), max(last), sum(count)


def _set(children: Sequence[LayoutBox], ranks: Ranks, x: float) -> float:
    """Place boxes from left to right; where the last of them ends."""
    for child in sorted((box for box in children if id(box) in ranks), key=lambda box: ranks[id(box)]):
        if isinstance(child, boxes.TextBox):
            child.position_x = x
        elif isinstance(child, boxes.InlineBox):
            child.position_x = x
            inside = child.content_box_x()
            child.width = _set(child.children, ranks, inside) - inside
        else:
            child.translate(dx=x - child.position_x)
        x = child.position_x + child.margin_width()
    return x
