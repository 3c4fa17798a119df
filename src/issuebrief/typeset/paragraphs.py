"""Paragraphs composed as a whole, in WeasyPrint's place.

In:  WeasyPrint's requests for the lines of a paragraph, while it lays out.
Out: lines broken by `compose/breaks.py` over the whole paragraph, with fine spacing and hanging
     punctuation; the same lines again when they are asked for again. A paragraph that holds more
     than plain text is left to WeasyPrint.

`--compose: total-fit` in the style turns it on; `--tracking`, `--hanging` and `--tolerance` tune it.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout import block
from weasyprint.layout.percent import resolve_one_percentage, resolve_percentages

from issuebrief.compose.breaks import Break, Composition, Manners, alternatives, compose, ragged
from issuebrief.compose.spacing import Fine
from issuebrief.typeset.leaves import Flow, measure
from issuebrief.typeset.lines import Line, make_line
from issuebrief.typeset.opportunities import opportunities
from issuebrief.typeset.ruler import Ruler
from issuebrief.typeset.tokens import number, word

if TYPE_CHECKING:
    from collections.abc import Iterator


SHORTEST = 4
"""Words below which a text is a list's number, or so short that it has nothing to compose."""
NAMED = 6
"""How many words a paragraph is named by."""
MOST_TRIES = 4
"""How many ways are tried to end a column without a hyphen."""


@dataclass(slots=True)
class Paragraph:
    """A paragraph at one width: where it may break, and where it does."""

    ruler: Ruler
    linebox: Any
    flow: Flow
    breaks: list[Break]
    width: float
    fine: Fine
    justified: bool
    manners: Manners
    choices: dict[int, Composition]
    lines: int
    named: dict[int, list[dict[int, Any] | None]] = field(default_factory=dict)

    @property
    def composition(self) -> Composition:
        """The breaks that were chosen."""
        return self.choices[self.lines]

    @property
    def first(self) -> tuple[float, float, float]:
        """The sums at the beginning of the first line, which is indented."""
        return (self.flow.places[lead(self.flow)] - self.linebox.text_indent, 0.0, 0.0)

    def with_alternatives(self, loosest: float) -> dict[int, Composition]:
        """The composition chosen, and those with a line fewer and more whose lines are none too loose."""
        others = alternatives(self.breaks, self.width, self.manners, 1, self.first, self.composition)
        limit = max(loosest, *self.composition.ratios)
        self.choices |= {lines: way for lines, way in others.items() if max(way.ratios) <= limit}
        return self.choices

    def avoid_hyphen(self, line: int, loosest: float) -> None:
        """Break differently where a line that ends a column ends in a hyphen, if that costs little."""
        breaks, limit = self.breaks, max(loosest, *self.composition.ratios)
        way = self.composition
        for _ in range(MOST_TRIES):
            at = way.breaks[line] if line < way.lines - 1 else -1
            if at < 0 or not breaks[at].hyphen:
                break
            breaks = breaks[:at] + breaks[at + 1 :]
            found = alternatives(breaks, self.width, self.manners, 1, self.first).get(self.lines)
            if found is None or max(found.ratios) > limit:
                return
            way = found
        else:
            return
        if way is not self.composition:
            self.breaks, self.choices = breaks, {self.lines: way}
            self.named.clear()

    def starts(self) -> list[int]:
        """The offsets in the text at which the lines begin."""
        return [lead(self.flow), *(self.breaks[index].index for index in self.composition.breaks[:-1])]

    def resumes(self) -> list[dict[int, Any] | None]:
        """WeasyPrint's names for where the line after each line begins; None after the last."""
        if self.lines not in self.named:
            self.named[self.lines] = [*(skip_stack(self.flow, start) for start in self.starts()[1:]), None]
        return self.named[self.lines]

    def line(self, number: int) -> Any:
        """A new line box with the given line; all lines of a paragraph begin at the origin."""
        return make_line(self.ruler, self.linebox, self.flow, self._line(number))

    def _line(self, number: int) -> Line:
        composition = self.composition
        starts = self.starts()
        chosen = self.breaks[composition.breaks[number]]
        last = number == len(starts) - 1
        return Line(
            start=starts[number],
            end=chosen.index,
            hyphen=chosen.hyphen and _is_inside_word(self.flow.text[chosen.index - 1]),
            indent=self.linebox.text_indent if number == 0 else 0.0,
            width=self.width,
            justify=self.justified and (not last or composition.ratios[number] < 0),
            fine=self.fine,
            first=number == 0,
            last=last,
        )


def lead(flow: Flow) -> int:
    """The offset of the first letter that is no space."""
    return len(flow.text) - len(flow.text.lstrip(" "))


def skip_stack(flow: Flow, offset: int) -> dict[int, Any]:
    """WeasyPrint's name for a place in a line box: the child's number at each level, then the byte."""
    leaf = flow.leaf_at(offset)
    stack: dict[int, Any] | None = None
    if leaf.atom is None:
        stack = {len(leaf.box.text[: offset - leaf.start].encode()): None}
    for index in reversed(leaf.path):
        stack = {index: stack}
    assert stack is not None
    return stack


class Composer:
    """The paragraphs of one document, composed once for each width."""

    def __init__(self) -> None:
        self._paragraphs: dict[tuple[int, float], Paragraph | None] = {}
        self._kept: list[Any] = []
        self._ruler = Ruler()
        self.left: list[str] = []
        """The first words of each paragraph that was left to WeasyPrint, line by line."""

    def paragraph(self, context: Any, linebox: Any, containing_block: Any) -> Paragraph | None:
        """The composed paragraph of a line box, or None where WeasyPrint is to break it."""
        key = (id(linebox), round(containing_block.width, 4))
        if key not in self._paragraphs:
            self._kept.append(linebox)
            self._paragraphs[key] = self._compose(context, linebox, containing_block)
        return self._paragraphs[key]

    def _leave(self, linebox: Any) -> None:
        """Note a paragraph that is left to WeasyPrint; lines that their author broke are no loss."""
        text = "".join(box.text for box in linebox.descendants() if isinstance(box, boxes.TextBox))
        words = text.split()
        if len(words) < SHORTEST or "\n" in text:
            return
        name = " ".join(words[:NAMED]) + (" …" if len(words) > NAMED else "")
        if name not in self.left:
            self.left.append(name)

    def _compose(self, context: Any, linebox: Any, containing_block: Any) -> Paragraph | None:
        style = linebox.style
        if word(style, "__compose") != "total-fit" or style["direction"] != "ltr":
            return None
        if _may_be_cut(linebox, containing_block):
            return None
        justified = style["text_align_all"] == "justify"
        if not justified and style["text_align_all"] not in ("start", "left"):
            return None
        flow = measure(context, self._ruler, linebox, containing_block)
        if flow is None:
            self._leave(linebox)
            return None
        resolve_percentages(linebox, containing_block)
        resolve_one_percentage(linebox, "text_indent", containing_block.width)
        fine = _fine(style) if justified else Fine(0, 0, 0)
        width, size = containing_block.width, style["font_size"]
        breaks = opportunities(self._ruler, flow, fine, hyphenate=justified)
        manners = Manners(
            tolerance=number(style, "__tolerance", 3.0),
            least_last=1.6 * size,
            beyond=2.0,
            double_hyphen=10_000.0,
            ladder=300.0,
        )
        start = (flow.places[lead(flow)] - linebox.text_indent, 0.0, 0.0)
        if justified:
            best = compose(breaks, width, manners, start)
        else:
            best = ragged(breaks, width, manners, balance=False, start=start)
        if _is_overfull(breaks, best, width, start[0]):
            self._leave(linebox)
            return None
        return Paragraph(
            self._ruler,
            linebox,
            flow,
            breaks,
            width,
            fine,
            justified,
            manners,
            {best.lines: best},
            best.lines,
        )


def _may_be_cut(linebox: Any, containing_block: Any) -> bool:
    """Whether lines may end in an ellipsis, which is for WeasyPrint to fit in."""
    style = containing_block.style
    return bool(
        linebox.text_overflow != "clip"
        or style["text_overflow"] != "clip"
        or style["block_ellipsis"] != "none"
        or style["max_lines"] != "none"
    )


def _is_inside_word(before: str) -> bool:
    """Whether a hyphen is to be added behind this letter: it is no hyphen itself, and no dash."""
    return before.isalpha() or before == "\u00ad"


def _is_overfull(breaks: list[Break], way: Composition, width: float, begin: float) -> bool:
    """Whether a line is wider than the measure even when all in it has shrunk."""
    for place in way.breaks:
        at = breaks[place]
        if at.width - begin > width * 1.001 and min(way.ratios) < -1.01:
            return True
        if not any(way.ratios) and at.width - begin > width * 1.001:
            return True
        begin = at.next_width
    return False


def _fine(style: Any) -> Fine:
    """The theme's manners of fine spacing."""
    return Fine(
        tracking=number(style, "__tracking", 0.018),
        expansion=number(style, "__expansion", 0.015),
        hanging=number(style, "__hanging", 1.0),
    )


@contextmanager
def composed_paragraphs(composer: Composer) -> Iterator[None]:
    """Give WeasyPrint the composer's lines while the block runs."""
    plain_lines = block.iter_line_boxes

    def lines(
        context: Any,
        box: Any,
        position_y: float,
        bottom_space: float,
        skip: Any,
        containing_block: Any,
        absolute_boxes: Any,
        fixed_boxes: Any,
        first_letter_style: Any,
        first_line_style: Any,
    ) -> Iterator[tuple[Any, Any]]:
        plain = not (first_letter_style or first_line_style or context.excluded_shapes)
        paragraph = composer.paragraph(context, box, containing_block) if plain else None
        first = _first_line(paragraph, skip) if paragraph else None
        if paragraph is None or first is None:
            yield from plain_lines(
                context, box, position_y, bottom_space, skip, containing_block, absolute_boxes, fixed_boxes,
                first_letter_style, first_line_style,
            )  # fmt: skip
            return
        for index in range(first, paragraph.lines):
            line = paragraph.line(index)
            line.translate(containing_block.content_box_x() - line.position_x, position_y - line.position_y)
            line.position_y = position_y
            position_y += line.height
            yield line, paragraph.resumes()[index]

    block.iter_line_boxes = lines
    try:
        yield
    finally:
        block.iter_line_boxes = plain_lines


def _first_line(paragraph: Paragraph, skip: Any) -> int | None:
    """The number of the line that begins where a skip stack says, if one does."""
    if skip is None:
        return 0
    resumes = paragraph.resumes()
    return resumes.index(skip) + 1 if skip in resumes else None
