"""The texts of a table's cells, measured.

In:  a cell's box before it is laid out.
Out: a `CellMeasure`: its paragraphs as words of so many px, for `pagination/table_columns.py`, and how narrow
     the cell may be with its words whole, at syllables, and after any letter. What holds a picture, a list
     of another kind or a table of its own is measured by WeasyPrint, and counts as a text of one shape.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

from weasyprint.css.properties import Dimension
from weasyprint.formatting_structure import boxes
from weasyprint.layout import preferred
from weasyprint.text.line_break import strut

from issuebrief.layout.boxes.fragments import boxes_in
from issuebrief.layout.paragraphs.inline_items import measure
from issuebrief.layout.paragraphs.overlong_words import PARTS_MEET
from issuebrief.layout.paragraphs.text_metrics import TextMetrics
from issuebrief.linebreak.hyphens import divisions
from issuebrief.pagination.table_columns import Cell, CellText, Word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.engine.protocols import BoxStyle, LayoutBox, PageContext
    from issuebrief.layout.paragraphs.inline_items import InlineRun

LETTERS = 4.0
"""What a column keeps at the least where words may be divided after any letter, in em."""
SMALLEST_PICTURE = 3.0
"""How wide a picture in a cell stays at the least, in em."""
WORD = re.compile(r"[^ \n\u200b]+?(?:[-\u2010](?=[^\W\d_])|(?=[ \n\u200b])|$)")
"""What stands between two places where a line may end: spaces, and hyphens within a compound word."""


class CellMeasure(NamedTuple):
    """A cell: its texts; its width on one line, and with words whole, divided at syllables, and anywhere."""

    texts: Cell
    longest: float
    words: float
    syllables: float
    letters: float


@dataclass(frozen=True)
class CellMeasuring:
    """Measures cells; what it has measured is remembered for as long as it is."""

    context: PageContext
    metrics: TextMetrics
    known: dict[int, tuple[BoxStyle, CellMeasure]]

    @classmethod
    def of(cls, context: PageContext) -> CellMeasuring:
        """The one of a layout."""
        found: CellMeasuring = context.__dict__.setdefault(
            "measuring_of_cells", cls(context, TextMetrics(), {})
        )
        return found

    def cell(self, cell: LayoutBox) -> CellMeasure:
        """The measures of a cell, with its padding."""
        kept = self.known.get(id(cell))
        if kept is None or kept[0] is not cell.style:
            kept = self.known[id(cell)] = (cell.style, self._measured(cell))
        return kept[1]

    def _measured(self, cell: LayoutBox) -> CellMeasure:
        around = float(preferred.adjust(cell, True, 0.0))
        texts, least = [], [(0.0, 0.0, 0.0)]
        for holder, line, beside in _lines(cell, around):
            run = measure(self.context, self.metrics, line, _sized(holder)) if line is not None else None
            if run is None or line is None:
                return self._by_engine(cell)
            words = tuple(_words(run))
            whole = max(word.width for word in words)
            parts = max(max(word.parts, default=word.width) for word in words)
            em = line.style["font_size"]
            figures = max((word.width for word in words if word.is_number), default=0.0)
            letters = max(figures, min(parts, LETTERS * em))
            least.append((whole + beside, parts + beside, letters + beside))
            leading = strut(line.style)[0]
            texts.append(CellText(tuple(Word(*word[:3]) for word in words), beside, leading))
        longest = max((sum(map(_advance, text.words)) + text.beside for text in texts), default=around)
        return CellMeasure(tuple(texts), longest, *(max(around, *each) for each in zip(*least, strict=True)))

    def _by_engine(self, cell: LayoutBox) -> CellMeasure:
        """The measures of a cell that is more than text; its text is taken for so many short words."""
        words = float(preferred.block_min_content_width(self.context, _restyled(cell, "manual"), True))
        divided = _restyled(cell, "auto")
        syllables = min(words, float(preferred.block_min_content_width(self.context, divided, True)))
        longest = max(words, float(preferred.block_max_content_width(self.context, cell, True)))
        around = float(preferred.adjust(cell, True, 0.0))
        letters = min(syllables, around + LETTERS * cell.style["font_size"])
        leading = strut(cell.style)[0]
        area = sum(picture_area(box) for box in boxes_in(cell) if isinstance(box, boxes.ReplacedBox))
        # A line of no height would never hold a picture.
        inner = max(longest - around, 1.0) + (area / leading if leading > 0 else 0.0)
        piece = max(syllables - around, sqrt(inner), 1.0)
        count = max(1, round(inner / piece))
        text = CellText(tuple(Word(inner / count, 0.0) for _ in range(count)), around, leading)
        return CellMeasure((text,), longest, words, syllables, letters)


class _Measured(NamedTuple):
    width: float
    space: float
    parts: tuple[float, ...]
    is_number: bool


def _sized(holder: LayoutBox) -> LayoutBox:
    """What holds a paragraph, with a size as it gets one when it is laid out."""
    holder = holder.copy()
    holder.width = holder.height = 0.0
    return holder


def _advance(word: Word) -> float:
    return word.width + word.space


def _words(run: InlineRun) -> Iterator[_Measured]:
    """The words of a paragraph, each with the places where it may be divided."""
    last = None
    for match in WORD.finditer(run.text):
        start, end = match.span()
        space = run.places[start] - run.places[last] if last is not None else 0.0
        style = run.item_at(start).box.style
        width = run.places[end] - run.places[start]
        yield _Measured(width, space, _parts(run, start, end, style), _is_number(match[0]))
        last = end
    if last is None:
        yield _Measured(0.0, 0.0, (), False)


def _parts(run: InlineRun, start: int, end: int, style: BoxStyle) -> tuple[float, ...]:
    """The widths of the parts of a word, each with the hyphen that it would have at the end of a line."""
    word = run.text[start:end]
    if style["white_space"] == "nowrap":
        return ()
    places = {start + found.end() for found in PARTS_MEET.finditer(word)}
    hyphened = set()
    if style["hyphens"] != "none":
        hyphened = {start + place for place in divisions(word, style["lang"] or "")}
        hyphened |= {start + at + 1 for at, sign in enumerate(word) if sign == "\u00ad"}
    if not places | hyphened:
        return ()
    ends = sorted({*places, *hyphened, end} - {start})
    hyphen = style["font_size"] * HYPHEN
    begins = (start, *ends[:-1])
    return tuple(
        run.places[to] - run.places[at] + (hyphen if to in hyphened else 0.0)
        for at, to in zip(begins, ends, strict=True)
    )


HYPHEN = 0.33
"""About how wide a hyphen is, in em."""


def _is_number(word: str) -> bool:
    return any(map(str.isdecimal, word)) and not any(map(str.isalpha, word))


def _lines(box: LayoutBox, beside: float) -> Iterator[tuple[LayoutBox, LayoutBox | None, float]]:
    """The paragraphs of a cell: their parent, their line box, and what is beside them in the cell.

    What is no paragraph has no line box.
    """
    for child in box.children:
        if not child.is_in_normal_flow():
            continue
        if isinstance(child, boxes.LineBox):
            yield box, child, beside
        elif type(child) is boxes.BlockBox and not child.is_table_wrapper:
            yield from _lines(child, beside + float(preferred.adjust(child, True, 0.0)))
        else:
            yield box, None, beside


def picture_area(box: LayoutBox) -> float:
    """The area of a picture at its own size, in square px."""
    width, height, _ = box.replacement.get_intrinsic_size(
        box.style["image_resolution"], box.style["font_size"]
    )
    return float((width or 0.0) * (height or 0.0))


def _restyled(cell: LayoutBox, hyphens: str) -> LayoutBox:
    """A copy of a cell in which words are divided so; pictures in it may be made small."""
    cell = cell.deepcopy()
    for box in boxes_in(cell):
        if isinstance(box, boxes.TextBox) and box.style["hyphens"] not in ("none", hyphens):
            box.style = box.style.copy()
            box.style["hyphens"] = hyphens
        elif isinstance(box, boxes.ReplacedBox):
            box.style = box.style.copy()
            box.style["max_width"] = Dimension(SMALLEST_PICTURE * box.style["font_size"], "px")
    return cell
