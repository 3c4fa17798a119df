"""The text of a page as it stands: each word with its place, in the order of reading.

In:  a laid-out page.
Out: `TextLine` values, from which a page's text can be laid over its picture, searched and copied.

What was added or left out where lines end is undone: a hyphen that was added is no part of a word, and how a
line goes on says whether a space belongs between it and the next one of its paragraph.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from weasyprint.formatting_structure import boxes
from weasyprint.text.ffi import FROM_UNITS

from issuebrief.layout.boxes.fragments import laid_out
from issuebrief.layout.boxes.watermarks import without_watermark
from issuebrief.layout.inspect.line_facts import SPACES, texts_of
from issuebrief.layout.paragraphs.word_spaces import draws
from issuebrief.units import PT_PER_PX

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from xml.etree.ElementTree import Element

    from issuebrief.engine.protocols import DrawnPage, LayoutBox, Matrix
    from issuebrief.layout.paragraphs.glyph_runs import GlyphRun
    from issuebrief.layout.paragraphs.text_metrics import TextMetrics

WORD = re.compile(r"\S+\s*|\s+")
UNSEEN = re.compile("[\u00ad\u200b\u2060]")
ENDS, SPACED, RUNS_ON = "\n", " ", ""
"""How a line goes on: its paragraph ends, a space follows, or the next line goes on with the same word."""
FIRST_LETTER = "::first-letter"
LEVEL = 0.01
"""A part of a matrix below which it turns nothing."""
FINE = 2
"""Digits after the point of lengths in points: a hundredth of a point is seen by nobody."""


class PlacedWord(NamedTuple):
    """A word with the spaces that follow it, and from where to where it goes, in points."""

    text: str
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of text, in points from the top left corner of the page.

    `paragraph` is the same for all lines of a paragraph, over columns and pages, `after` how the line goes
    on. `leftward` lines are read from right to left. What stands in the margin of each page, such as the
    number, is `running`. `turn` says by how many degrees the line is turned to the right: its rectangle and
    its words are those before they were turned about the point where the line begins.
    """

    x: float
    y: float
    height: float
    size: float
    paragraph: int
    after: str
    words: tuple[PlacedWord, ...]
    leftward: bool = False
    running: bool = False
    turn: int = 0


def page_text(page: DrawnPage, metrics: TextMetrics) -> tuple[TextLine, ...]:
    """The lines of a page: the text first, then what stands in its margins."""
    finder = _TextFinder(metrics)
    margins = []
    for child in without_watermark(page._page_box):
        if isinstance(child, boxes.MarginBox):
            margins.append(child)
        else:
            finder.walk(child, None, running=False)
    for child in margins:
        finder.walk(child, None, running=True)
    return tuple(finder.lines)


class _TextFinder:
    """Goes through boxes in the order of reading."""

    def __init__(self, metrics: TextMetrics) -> None:
        self.lines: list[TextLine] = []
        self._metrics = metrics
        self._paragraphs: dict[int, int] = {}

    def walk(self, box: LayoutBox, matrix: Matrix | None, *, running: bool) -> None:
        """Note the lines in a box."""
        box = laid_out(box)
        if not isinstance(box, boxes.ParentBox):
            return
        if own := getattr(box, "transformation_matrix", None):
            matrix = own @ matrix if matrix else own
        if isinstance(box, boxes.LineBox):
            line = self._line(box, matrix, running=running)
            if line is not None:
                self.lines.append(line)
        for child in box.children:
            self.walk(child, matrix, running=running)

    def _line(self, line: LayoutBox, matrix: Matrix | None, *, running: bool) -> TextLine | None:
        texts = [box for box in texts_of(line) if draws(box) and box.text]
        words = joined_words(word for box in texts for word in placed_words(box, self._metrics))
        if not words:
            return None
        last = texts[-1]
        height = line.height if line.height > 0 else max(box.height for box in texts)
        left = min(word.x for word in words)
        x, y, turn = _placed(left, line.position_y, height, matrix)
        return TextLine(
            round(x * PT_PER_PX, FINE),
            round(y * PT_PER_PX, FINE),
            round(height * PT_PER_PX, FINE),
            round(max(box.style["font_size"] for box in texts) * PT_PER_PX, FINE),
            self._paragraph(line.element),
            _after(line, last),
            tuple(
                PlacedWord(
                    word.text,
                    round((word.x - left + x) * PT_PER_PX, FINE),
                    round(word.width * PT_PER_PX, FINE),
                )
                for word in words
            ),
            leftward=last.style["direction"] == "rtl",
            running=running,
            turn=turn,
        )

    def _paragraph(self, element: Element | None) -> int:
        """A number by which the paragraph of an element is known, also on the next page."""
        if element is None:
            return 0
        if id(element) not in self._paragraphs:
            self._paragraphs[id(element)] = crc32("".join(element.itertext()).encode("utf-8", "replace"))
        return self._paragraphs[id(element)]


def _after(line: LayoutBox, last: LayoutBox) -> str:
    """How a line goes on."""
    if (last.element_tag or "").endswith(FIRST_LETTER):
        return RUNS_ON
    if line.resume_at is None:
        return ENDS
    return SPACED if getattr(last, "space_follows", False) or last.text.endswith(tuple(SPACES)) else RUNS_ON


def _placed(x: float, y: float, height: float, matrix: Matrix | None) -> tuple[float, float, int]:
    """Where a line begins on the page, and how it is turned: upright, or to the right or left."""
    if matrix is None:
        return x, y, 0
    x, y = matrix.transform_point(x, y)
    along = matrix[0]
    if abs(along[0]) > LEVEL or abs(along[1]) <= LEVEL:
        return x, y, 0
    return x, y, 90 if along[1] > 0 else -90


def joined_words(pieces: Iterator[PlacedWord]) -> list[PlacedWord]:
    """Words with the spaces after them; spaces alone belong to the word before."""
    words: list[PlacedWord] = []
    for piece in pieces:
        if not piece.text.strip():
            if words:
                before = words[-1]
                words[-1] = before._replace(text=before.text + piece.text)
            continue
        words.append(piece)
    return words


def placed_words(box: LayoutBox, metrics: TextMetrics) -> Iterator[PlacedWord]:
    """The words of a text box with their places in px, without a hyphen that was added."""
    if getattr(box, "is_added_hyphen", False):
        return
    text = box.text
    edges = _edges(box, metrics)
    end = len(text)
    if getattr(box, "ends_in_added_hyphen", False):
        end -= len(box.style["hyphenate_character"])
    leftward = box.style["direction"] == "rtl"
    scale = box.width / edges[-1] if edges[-1] else 1.0
    for match in WORD.finditer(text, 0, end):
        start, stop = match.start(), match.start() + len(match[0].rstrip())
        first, last = edges[start] * scale, edges[stop] * scale
        x = box.position_x + (box.width - last if leftward else first)
        yield PlacedWord(UNSEEN.sub("", match[0]), x, last - first)


def _edges(box: LayoutBox, metrics: TextMetrics) -> Sequence[float]:
    """How far it is from the beginning of a text to each of its letters, and to its end."""
    text, run = box.text, getattr(box.pango_layout, "run", None)
    widths = _widths_of_run(run, len(text)) if run is not None else None
    if widths is None:
        widths = list(metrics.letters(text, box.style).widths)
    # A space is given less than it is to have, since what is drawn is scaled as a whole: so are letters.
    if added := box.justification_spacing:
        widths = [
            width + added if letter in SPACES else width for letter, width in zip(text, widths, strict=True)
        ]
    if tracking := getattr(box, "tracking", 0.0):
        widths = [width + tracking for width in widths]
    return [0.0, *accumulate(widths)]


def _widths_of_run(run: GlyphRun, count: int) -> list[float] | None:
    """By letter, its width in px; the letters of a cluster share its width."""
    letters = run.letters
    if len(letters) == count and letters[0] == 0 and letters[-1] == count - 1:
        return [advance * FROM_UNITS for advance in run.advances]
    widths = [0.0] * count
    for advance, letter in zip(run.advances, letters, strict=True):
        if letter >= count:
            return None
        widths[letter] += advance * FROM_UNITS
    starts = sorted({*letters})
    for place, start in enumerate(starts):
        stop = starts[place + 1] if place + 1 < len(starts) else count
        if stop - start > 1:
            widths[start:stop] = [widths[start] / (stop - start)] * (stop - start)
    return widths
