"""A paragraph's letters, measured.

In:  a paragraph's line box, as WeasyPrint has it before it is broken into lines.
Out: a `InlineRun`: its text in one piece, the pieces of text (items) and the inline boxes around them,
     and the place of every letter on one endless line, in px, in the order in which they are read. Or None
     where it holds anything but text, which WeasyPrint then breaks itself. A break that was asked for (`br`)
     is a letter of no width, LF.

Letters are measured in their item, as they will be drawn: kerned, with their ligatures.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from weasyprint.css import AnonymousStyle
from weasyprint.formatting_structure import boxes
from weasyprint.layout.inline import atomic_box
from weasyprint.layout.percent import resolve_percentages

from issuebrief.layout.paragraphs.direction import levels_of
from issuebrief.layout.paragraphs.ideographs import add_gaps
from issuebrief.layout.paragraphs.text_metrics import MeasuredText
from issuebrief.layout.styles.custom_properties import number
from issuebrief.linebreak.east_asian import AUTOSPACE

if TYPE_CHECKING:
    from issuebrief.engine.protocols import LayoutBox, PageContext, UnplacedBox
    from issuebrief.layout.paragraphs.text_levels import TextLevels
    from issuebrief.layout.paragraphs.text_metrics import TextMetrics

SIDES = ("top", "right", "bottom", "left")
ATOM = "\ufffc"
"""What stands for a box that is set as one letter."""
BREAK = "\n"
EMPTY_LINE = re.compile(r"^ *\n|\n *\n|\n ")
"""A break with no letters before it, or with white after it, which WeasyPrint takes away."""
NOT_PLAIN = re.compile("[\ufeff\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]")
"""What parts lines or is as wide as the place it stands in."""
NO_EDGES = {
    **{f"{edge}_{side}": 0 for edge in ("margin", "padding") for side in SIDES},
    **{f"border_{side}_width": 0 for side in SIDES},
    **{
        f"{limit}_{size}": value
        for limit, value in (("min", 0), ("max", inf))
        for size in ("width", "height")
    },
    "width": "auto",
    "height": "auto",
}
"""What percentages come to in a box of text, which has no style but what it inherits."""
NO_LETTERS = MeasuredText(array("d", [0.0]), b"\0", b"\1", True)
"""What a break is wide, and drawn with."""


@dataclass(frozen=True, slots=True)
class InlineItem:
    """A text box: where it stands in the tree, from where to where in the run's text, and its letters.

    An inline block is an item of one letter, U+FFFC, and `atom` is its box, laid out.
    """

    box: LayoutBox
    path: tuple[int, ...]
    start: int
    end: int
    letters: MeasuredText | None = None
    atom: LayoutBox | None = None


class InlineSpan(NamedTuple):
    """A child of a box: from where to where in the text it goes, and its item, if it is one."""

    box: LayoutBox
    start: int
    end: int
    item: InlineItem | None = None


@dataclass(slots=True)
class InlineRun:
    """A paragraph on one endless line; `places[i]` is where letter i begins, in px."""

    text: str = ""
    items: list[InlineItem] = field(default_factory=list)
    places: array[float] = field(default_factory=lambda: array("d"))
    parts: dict[int, list[InlineSpan]] = field(default_factory=dict)
    """What the line box and each inline box in it is made of, by the box's identity."""

    opening: dict[int, float] = field(default_factory=dict)
    """By offset: the room that boxes which begin there take before their letters, empty ones in all."""
    closing: dict[int, float] = field(default_factory=dict)
    """By offset: how much they take after their letters that end there."""
    gaps: dict[int, float] = field(default_factory=dict)
    """By offset: the white added before a letter in Chinese or Japanese, unless a line begins there."""
    in_item: bool = False
    """Whether the paragraph is an item of a list, whose first letter stands behind its number."""
    levels: TextLevels | None = None
    """Which way each letter runs; None where all run from left to right."""

    def is_at_edge(self, offset: int) -> bool:
        """Whether a letter that begins or ends a line stands at that end of it to the eye."""
        return self.levels is None or self.levels.levels[offset] == self.levels.base

    def width(self, offset: int) -> float:
        """How wide a letter is, without the white that is added after it."""
        return self.places[offset + 1] - self.places[offset] - self.gaps.get(offset + 1, 0.0)

    def item_at(self, offset: int) -> InlineItem:
        """The item that holds the letter at an offset."""
        return self.items[bisect_right(self.items, offset, key=lambda item: item.start) - 1]

    @property
    def lead(self) -> int:
        """The offset of the first letter that is no space."""
        return len(self.text) - len(self.text.lstrip(" "))

    @property
    def first(self) -> float:
        """Where the first line begins, with all that opens before its first letter."""
        lead = self.lead
        boxes_before = (*self.opening.items(), *self.closing.items())
        return self.places[lead] - sum(room for offset, room in boxes_before if offset <= lead)

    def begin(self, offset: int) -> float:
        """Where a line begins whose first letter is at an offset, with what opens there."""
        return self.places[offset] - self.opening.get(offset, 0.0)

    def end(self, stop: int, offset: int) -> float:
        """Where a line ends that goes to an offset, from `stop` on with spaces that fall away."""
        if not (self.opening or self.closing):
            return self.places[stop]
        last = offset == len(self.text)
        if stop == offset:
            return self.places[stop] if last else self.begin(stop)
        opened = sum(self.opening.get(at, 0.0) for at in range(stop + 1, offset + last))
        closed = sum(self.closing.get(at, 0.0) for at in range(stop + 1, offset + 1))
        return self.places[stop] + opened + closed


def measure(
    context: PageContext, metrics: TextMetrics, linebox: LayoutBox, containing_block: LayoutBox
) -> InlineRun | None:
    """The inline run of a line box, or None where it is not text alone."""
    run = InlineRun()
    if not _gather(context, metrics, linebox, (), containing_block, run, 0.0)[0] or not run.text.strip():
        return None
    if NOT_PLAIN.search(run.text.replace(BREAK, " ")) or EMPTY_LINE.search(run.text):
        return None
    run.levels, run.in_item = levels_of(linebox, run.text), linebox.element_tag == "li"
    if run.levels is None:
        add_gaps(run, number(linebox.style, "__autospace", AUTOSPACE), containing_block.width)
    return run


def _gather(
    context: PageContext,
    metrics: TextMetrics,
    parent: LayoutBox,
    path: tuple[int, ...],
    containing_block: LayoutBox,
    run: InlineRun,
    x: float,
) -> tuple[bool, float]:
    """Add a box's inline items to the run; whether all could be, and where the next one begins."""
    parts = run.parts[id(parent)] = []
    for index, child in enumerate(parent.children):
        if not _is_plain(child):
            return False, x
        if isinstance(child, boxes.TextBox) and isinstance(child.style, AnonymousStyle):
            vars(child).update(NO_EDGES)
        else:
            resolve_percentages(child, containing_block)
        start, here = len(run.text), (*path, index)
        item = None
        if isinstance(child, boxes.InlineBlockBox):
            out_of_flow: list[LayoutBox] = []
            atom = atomic_box(context, child, 0, None, containing_block, out_of_flow, out_of_flow)
            if out_of_flow:
                return False, x
            item = InlineItem(child, here, start, start + 1, atom=atom)
            run.text += ATOM
            run.places.append(x)
            x += atom.margin_width()
        elif isinstance(child, boxes.TextBox):
            letters = NO_LETTERS if child.text == BREAK else metrics.letters(child.text, child.style)
            item = InlineItem(child, here, start, start + len(child.text), letters)
            run.text += child.text
            places = array("d", accumulate(letters.widths, initial=x))
            x = places.pop()
            run.places.extend(places)
        else:
            child.margin_left, child.margin_right = _margins(child)
            before = child.margin_left + child.border_left_width + child.padding_left
            whole, x = _gather(context, metrics, child, here, containing_block, run, x + before)
            if not whole:
                return False, x
            after = child.margin_right + child.border_right_width + child.padding_right
            x += after
            if child.style["direction"] == "rtl":
                before, after = after, before
            _note_edges(run, start, before, after)
        if item is not None:
            run.items.append(item)
        parts.append(InlineSpan(child, start, len(run.text), item))
    if not path:
        run.places.append(x)
    return True, x


def _margins(box: UnplacedBox) -> tuple[float, float]:
    """The margins before and after an inline box: what is left open is nothing."""
    left, right = box.margin_left, box.margin_right
    return 0 if left == "auto" else left, 0 if right == "auto" else right


def _note_edges(run: InlineRun, start: int, before: float, after: float) -> None:
    """Note how much room an inline box takes before and after its letters, which begin at `start`."""
    end = len(run.text)
    if before:
        run.opening[start] = run.opening.get(start, 0.0) + before
    if after:
        side = run.closing if end > start else run.opening
        side[end] = side.get(end, 0.0) + after


def _is_plain(box: LayoutBox) -> bool:
    """Whether a box is text, or an inline box or block, that stands in the line and nowhere else."""
    kinds = boxes.TextBox | boxes.InlineBox | boxes.InlineBlockBox
    if not isinstance(box, kinds) or not box.is_in_normal_flow():
        return False
    style = box.style
    return bool(
        (style["white_space"] == "normal" or _is_break(box))
        and style["position"] == "static"
        and style["font_size"]
        and not box.is_leader
    )


def _is_break(box: LayoutBox) -> bool:
    """Whether a box is a `br`, or in one: the text of a line that ends there."""
    return box.element_tag in ("br", "br::before")
