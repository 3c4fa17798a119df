"""One composed line as WeasyPrint's boxes.

In:  a measured paragraph and a `LineSpec`: from where to where it goes and how it is to be spaced.
Out: a line box at the origin, with copies of the inline boxes and texts that it holds, each at its
     place; the last letter stands on the measure, its marks hanging.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from weasyprint.formatting_structure import boxes
from weasyprint.layout.inline import _adjust_line_height, line_box_verticality

from issuebrief.layout.paragraphs.stretch import without_white
from issuebrief.linebreak.even_colour import Slack
from issuebrief.linebreak.spacing import IDEOGRAPH, hang_left, hang_right

if TYPE_CHECKING:
    from issuebrief.engine.protocols import LayoutBox
    from issuebrief.layout.paragraphs.inline_items import InlineItem, InlineRun, InlineSpan
    from issuebrief.layout.paragraphs.text_metrics import Measured, TextMetrics
    from issuebrief.linebreak.spacing import Microtypography

SPACES = " \u00a0"
SPACE = re.compile(f"[{SPACES}]")
NARROW = "\u200b\u2060\u00ad"
HYPHEN = "-"


@dataclass(frozen=True, slots=True)
class LineSpec:
    """A line to make: letters `start` to `end` of the run, lengths in px.

    If it is to be justified its letters give `share` of what they can, and its spaces take the rest. In
    Chinese and Japanese, ideographs are set `apart` instead.
    """

    start: int
    end: int
    hyphen: bool
    indent: float
    width: float
    justify: bool
    fine: Microtypography
    first: bool = False
    last: bool = False
    share: float = 0.0
    apart: float = 0.0

    def stop(self, text: str) -> int:
        """Where its letters end, without the white that falls away."""
        return without_white(text, self.start, self.end)


def slack(metrics: TextMetrics, run: InlineRun, line: LineSpec) -> Slack:
    """What a line lacks to the measure, in px, and what can give way in it; nothing where it is ragged."""
    if not line.justify:
        return Slack(0.0, 0.0, 0.0)
    stop = line.stop(run.text)
    natural = run.end(stop, line.end) - run.begin(line.start)
    if line.hyphen:
        natural += metrics.width(HYPHEN, run.item_at(stop - 1).box.style)
    text = run.text[line.start : stop]
    spaces = sum(
        run.places[at + 1] - run.places[at]
        for at in (line.start + found.start() for found in SPACE.finditer(text))
    )
    letters = len(text) - sum(map(text.count, SPACES + NARROW))
    tracking = line.fine.tracking * run.item_at(line.start).box.style["font_size"]
    # The last letter is set apart from nothing.
    given = tracking * (letters - 1) + line.fine.expansion * (natural - spaces)
    left, right = _hangs(metrics, run, line, stop)
    return Slack(line.width - line.indent + left + right - natural, given, spaces)


def make_line(metrics: TextMetrics, linebox: LayoutBox, run: InlineRun, line: LineSpec) -> LayoutBox:
    """The line as a line box whose top left corner is the origin."""
    stop = line.stop(run.text)
    left, right = _hangs(metrics, run, line, stop)
    target = line.width - line.indent + left + right
    builder = _LineBuilder(metrics, run, line, stop)
    children, end = builder.children(linebox, line.indent - left)
    if stop < line.end:
        _last_text(children).space_follows = True
    if line.justify and builder.spaces:
        # No white follows the last letter, although it is set apart from nothing.
        missing = target + builder.after * builder.scale - (end - (line.indent - left))
        _widen(children, missing / builder.spaces, builder.scale)
        end += missing
    return _settled(linebox.copy_with_children(children), end)


def _hangs(metrics: TextMetrics, run: InlineRun, line: LineSpec, stop: int) -> tuple[float, float]:
    """How far the line's first and last marks hang out."""
    if not line.fine.hanging:
        return 0.0, 0.0
    first, last = run.text[line.start], HYPHEN if line.hyphen else run.text[stop - 1]
    left = hang_left(first) * (run.places[line.start + 1] - run.places[line.start])
    width = (
        metrics.width(HYPHEN, run.item_at(stop - 1).box.style)
        if line.hyphen
        else run.places[stop] - run.places[stop - 1]
    )
    share = hang_right(last, run.item_at(stop - 1).box.style["lang"])
    return left * line.fine.hanging, share * width * line.fine.hanging


class _LineBuilder:
    """A walk through a paragraph's boxes that copies what stands in one line."""

    def __init__(self, metrics: TextMetrics, run: InlineRun, line: LineSpec, stop: int) -> None:
        self.metrics, self.run, self.line, self.stop = metrics, run, line, stop
        self.spaces = 0
        size = run.item_at(line.start).box.style["font_size"]
        self.tracking = round(line.share * line.fine.tracking * size, 3)
        """How far letters are set apart, in px."""
        self.expansion = round(line.share * line.fine.expansion, 4)
        self.scale = 1 + self.expansion
        self.after = self.tracking
        """How far the last letter is set apart, in px."""

    def children(self, parent: LayoutBox, x: float) -> tuple[list[LayoutBox], float]:
        """Copies of a box's children as far as they are in the line, from `x` on, and where they end."""
        copies = []
        for part in self.run.parts[id(parent)]:
            if not self._holds(part):
                continue
            found = self._texts(part.item, x) if part.item else [self._inline(part, x)]
            if found:
                copies += found
                x = found[-1].position_x + found[-1].margin_width()
        return copies, x

    def _texts(self, item: InlineItem, x: float) -> list[LayoutBox]:
        """The part of an item that is in the line, and after it the hyphen that was added."""
        start, end = max(item.start, self.line.start), min(item.end, self.stop)
        text = self.run.text[start:end]
        if not text:
            return []
        if item.atom is not None:
            atom = item.atom.deepcopy()
            atom.translate(x - atom.position_x)
            return [atom]
        assert item.letters is not None
        made = []
        for piece, apart in self._pieces(text):
            letters = self.metrics.piece(piece, item.box.style, item.letters, start - item.start)
            made.append(self._typeset(item.box, letters, apart))
            made[-1].position_x = x
            x += made[-1].margin_width()
            start += len(piece)
        self.spaces += sum(text.count(space) for space in SPACES)
        if not self.line.hyphen or end != self.stop:
            return made
        hyphen = self._typeset(item.box, self.metrics.measure(HYPHEN, item.box.style), self.tracking)
        hyphen.position_x = x
        hyphen.is_added_hyphen = True
        return [*made, hyphen]

    def _pieces(self, text: str) -> list[tuple[str, float]]:
        """A text with what its letters are set apart: in one piece, or ideographs and others by turns."""
        if not self.line.apart:
            return [(text, self.tracking)]
        runs = groupby(text, key=lambda letter: bool(IDEOGRAPH.match(letter)))
        pieces = [("".join(letters), self.line.apart if wide else 0.0) for wide, letters in runs]
        self.after = pieces[-1][1]
        return pieces

    def _typeset(self, box: LayoutBox, measured: Measured, tracking: float) -> LayoutBox:
        """A text box for what was measured, as WeasyPrint's `split_text_box` makes one.

        Letters are set apart by the PDF's own character spacing when they are drawn, because Pango would
        undo their ligatures. At the measure WeasyPrint cuts text off where a style wants it.
        """
        layout = measured.layout
        new_box = box.copy_with_text(layout.text)
        new_box.pango_layout = layout
        layout.max_width = self.line.width
        new_box.width = (measured.width + tracking * measured.glyphs) * self.scale
        new_box.height = measured.height
        new_box.tracking, new_box.expansion = tracking, self.expansion
        line_height = self.metrics.face(box.style).line_height
        new_box.margin_top = new_box.margin_bottom = (line_height - measured.height) / 2
        new_box.baseline = measured.baseline + new_box.margin_top
        return new_box

    def _inline(self, part: InlineSpan, x: float) -> LayoutBox:
        begins, ends = part.start >= self.line.start, part.end <= self.line.end
        copy = part.box.copy_with_children([])
        copy.remove_decoration(start=not begins, end=not ends)
        copy.position_x = x
        inside = copy.content_box_x()
        copy.children, stop = self.children(part.box, inside)
        copy.width = stop - inside
        _adjust_line_height(copy)
        return copy

    def _holds(self, part: InlineSpan) -> bool:
        """Whether the line holds any of the part's letters, or the empty place between two."""
        line = self.line
        if part.start == part.end:
            return (line.first or part.start >= line.start) and (line.last or part.start < line.end)
        return part.start < line.end and part.end > line.start


def _widen(children: list[LayoutBox], space: float, scale: float, x: float = 0.0) -> float:
    """Add `space` to every space, and move what follows; return how much was added.

    What is drawn is scaled as a whole, so that a space is given less than it is to have.
    """
    for child in children:
        child.position_x += x
        if isinstance(child, boxes.TextBox):
            added = space * sum(child.text.count(letter) for letter in SPACES)
            child.justification_spacing = child.pango_layout.justification_spacing = space / scale
        else:
            added = _widen(child.children, space, scale, x) - x
        child.width += added
        x += added
    return x


def _last_text(children: list[LayoutBox]) -> LayoutBox:
    """The last box of a line that holds no others, but for what a break leaves behind."""
    last = next(child for child in reversed(children) if child.element_tag != "br")
    return _last_text(last.children) if getattr(last, "children", None) else last


def _settled(line: LayoutBox, width: float) -> LayoutBox:
    """The line with its height and its children on their baselines, its top at 0."""
    line.position_x = 0.0
    line.width = width
    _adjust_line_height(line)
    bottom, top = line_box_verticality(line)
    line.baseline = -top
    line.position_y = top
    line.height = bottom - top
    line.margin_top = line.margin_bottom = 0
    line.translate(0, -top)
    line.position_y = 0.0
    return line
