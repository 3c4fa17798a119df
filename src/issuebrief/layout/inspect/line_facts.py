"""A line box as numbers: where its letters stand, how wide its spaces are, whether it ends its paragraph.

In:  WeasyPrint's line boxes, laid out.
Out: `LineSetting` values.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from weasyprint.formatting_structure import boxes

from issuebrief.layout.boxes.geometry import Rect
from issuebrief.layout.paragraphs.text_metrics import TextMetrics

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.engine.protocols import BoxStyle, LayoutBox

SPACES = " \u00a0"
KEPT = ("pre", "pre-wrap", "break-spaces")
"""The values of `white-space` by which the spaces at the end of a line are kept."""
UNSEEN = dict.fromkeys(map(ord, "\u200b\u2060\u00ad"))
FACE = (
    "font_family",
    "font_size",
    "font_weight",
    "font_style",
    "font_stretch",
    "font_variant_caps",
    "letter_spacing",
    "word_spacing",
)
"""What the width of a space depends on."""

TIGHTEST = -0.12
"""Letter-spacing in em at which letters stand over each other."""
LEAST_SPACE = 0.08
"""A space in em between words at which they run together."""
MOST_OVERLAP = 0.3
"""By how many em words of two styles may stand over each other, as a slanted letter may."""


@dataclass(frozen=True, slots=True)
class LineSetting:
    """How a line is set: see `facts.Line`, whose fields of the same names these are."""

    rect: Rect
    text: str
    gap: float
    size: float
    baseline: float
    crowded: str = ""


class Spacing:
    """Measures the spaces of lines; it knows the natural space of every face that it has met."""

    def __init__(self) -> None:
        self._metrics = TextMetrics()
        self._natural: dict[tuple[object, ...], float] = {}

    def natural(self, style: BoxStyle) -> float:
        """The width of a face's own space, in px."""
        face = tuple(style[name] for name in FACE)
        if face not in self._natural:
            self._natural[face] = self._metrics.width("n n", style) - self._metrics.width("nn", style)
        return self._natural[face]

    def setting(self, line: LayoutBox) -> LineSetting | None:
        """How a line is set; None where it shows no letter."""
        texts = list(texts_of(line))
        seen = [box for box in texts if box.text.strip() and box.style["visibility"] == "visible"]
        if not seen:
            return None
        left = min(box.position_x for box in seen)
        right = max(_right(box) - self._hanging(box) for box in seen)
        return LineSetting(
            Rect(left, line.position_y, right - left, line.height),
            "".join(box.text for box in texts).strip().translate(UNSEEN),
            self._gap(texts),
            max(box.style["font_size"] for box in seen),
            line.position_y + line.baseline,
            self._crowded(_from_left(seen)),
        )

    def _hanging(self, box: LayoutBox) -> float:
        """How wide the spaces are that end a line of preformatted text; WeasyPrint keeps them."""
        if box.style["white_space"] not in KEPT:
            return 0.0
        return (len(box.text) - len(box.text.rstrip(" "))) * self.natural(box.style)

    def _crowded(self, seen: list[LayoutBox]) -> str:
        """The first words of a line whose letters stand over each other, or over the words before them."""
        before = None
        for box in seen:
            style, text = box.style, box.text.strip()
            size, spacing = style["font_size"], style["letter_spacing"]
            if spacing != "normal" and spacing < TIGHTEST * size and len(text) > 1:
                return text
            spaced = style["word_spacing"] < 0 and any(space in text for space in SPACES)
            if spaced and self.natural(style) < LEAST_SPACE * size:
                return text
            # Of a mark as wide as an ideograph half is white, which is left out beside other marks.
            left_out = min(0.0, getattr(box, "white_before", 0.0))
            begin = box.position_x - left_out
            if before and before.position_x <= begin + MOST_OVERLAP * size < _right(before):
                return text
            before = box
        return ""

    def _gap(self, texts: list[LayoutBox]) -> float:
        """The mean space as a share of the natural one; spaces at the line's ends do not count."""
        drawn = natural = 0.0
        for number, box in enumerate(texts):
            text = box.text
            text = text if number else text.lstrip(SPACES)
            text = text if number < len(texts) - 1 else text.rstrip(SPACES)
            spaces = sum(text.count(space) for space in SPACES)
            if not spaces:
                continue
            own = self.natural(box.style)
            letters = getattr(box, "tracking", 0.0)
            widened = (own + box.justification_spacing + letters) * (1 + getattr(box, "expansion", 0.0))
            drawn += widened * spaces
            natural += own * spaces
        return drawn / natural if natural else 0.0


def _from_left(texts: list[LayoutBox]) -> list[LayoutBox]:
    """The texts of a line from left to right, if any runs from right to left, or as they are read."""
    if all(box.style["direction"] == "ltr" for box in texts):
        return texts
    return sorted(texts, key=lambda box: float(box.position_x))


def _right(box: LayoutBox) -> float:
    return box.position_x + box.width


def texts_of(box: LayoutBox) -> Iterator[LayoutBox]:
    """The text boxes of a line itself, not those of boxes that stand in it with lines of their own."""
    for child in box.children:
        if isinstance(child, boxes.TextBox):
            yield child
        elif isinstance(child, boxes.InlineBox):
            yield from texts_of(child)
