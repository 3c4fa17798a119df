"""Pages of HTML for paper, on which formulas are drawn.

In:  HTML in which formulas are MathML.
Out: the same with a drawing in the place of each, on the baseline and as large as the letters around it.

A formula in a line that is long is drawn in parts, between which the line may end: behind its relations.
"""

from __future__ import annotations

import re
from html import escape
from math import ceil
from typing import TYPE_CHECKING
from xml.etree.ElementTree import fromstring

from issuebrief.formulas.draw import drawn
from issuebrief.formulas.linear_text import linear
from issuebrief.formulas.mathml import FORMULA_TEXT, as_text
from issuebrief.formulas.pieces import pieces
from issuebrief.formulas.symbols import OPERATORS, RELATIONS

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from issuebrief.formulas.draw import Drawn

MATH = re.compile(
    r"(?P<math><math\b[^>]*>.*?</math>)(?P<number><span class=\"equation-number\">)?", re.DOTALL
)
LONG = 6.0
"""How many em wide a formula in a line is that may be parted."""

RISE = 0.35
"""By how many em the middle of a line is above its baseline: half the difference of height and depth."""

SLACK = 0.05
"""By how many em a face may differ from that, and a line with a formula that fits is no higher for it."""

ROOM_ABOVE, ROOM_BELOW = 1.08, 0.52
"""How far a formula may reach, in em, and touch nothing of the lines above and below."""

LEADING = 1.34
"""The height of a line of text, in em, as far as a formula's needs are reckoned with it."""

LONG_PART = 12.0
"""How wide a part is that is parted again."""

OWN = ("alttext", "lang", FORMULA_TEXT, "id")
"""What a formula says of itself, and its drawing does not need."""


def with_drawings(html: str) -> str:
    """The page with drawings for its formulas."""
    return (
        MATH.sub(lambda found: _shown(found["math"], found["number"] or ""), html)
        if "<math" in html
        else html
    )


def _shown(mathml: str, number: str) -> str:
    """A formula as it stands on paper; its parts are boxes of their own, each on the baseline.

    The `number` that follows it begins with a strut as high as the formula, and so stands on its baseline.
    """
    math = fromstring(mathml)
    said = {name: math.attrib.pop(name, "") for name in OWN}
    whole = drawn(as_text(math))
    parts = [math]
    is_display = math.get("display") == "block"
    if not is_display and whole.width > LONG:
        parts = [part for piece in pieces(math, RELATIONS) for part in _short(piece)]
    classes = "formula display" if is_display else "formula"
    attributes = {"class": classes, "role": "math", "aria-label": said["alttext"], "id": said["id"]}
    attributes["lang"] = said["lang"]
    tag = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items() if value)
    drawings = [whole] if len(parts) == 1 else [drawn(as_text(part)) for part in parts]
    texts = [said[FORMULA_TEXT]] if len(parts) == 1 else [linear(part) for part in parts]
    shown = (
        _box(drawing, text, is_display=is_display) for drawing, text in zip(drawings, texts, strict=True)
    )
    return f"<span{tag}>{''.join(shown)}</span>{number}{_strut(whole) if number else ''}"


def _short(piece: Element) -> list[Element]:
    """A part of a formula, or the parts of it that end behind a plus or minus, where it is still long."""
    return [piece] if drawn(as_text(piece)).width <= LONG_PART else list(pieces(piece, OPERATORS))


def _place(drawing: Drawn, *, is_display: bool) -> str:
    """Where a drawing stands, and the white above and below that makes its line as high as whole lines.

    A line of text reaches half its height and `RISE` above the baseline, half its height less `RISE` below.
    """
    if is_display:
        return f"vertical-align: {-drawing.depth:.3f}em"
    above = drawing.height - drawing.depth
    lines_above, lines_below = _lines(above - ROOM_ABOVE), _lines(drawing.depth - ROOM_BELOW)
    rise = RISE if lines_above else RISE - SLACK
    drop = RISE if lines_below else RISE + SLACK
    top = f"calc({0.5 + lines_above}lh + {rise - above:.3f}em)"
    bottom = f"calc({0.5 + lines_below}lh - {drop + drawing.depth:.3f}em)"
    return f"margin: {top} 0 {bottom}; vertical-align: calc({drop:.3f}em - {0.5 + lines_below}lh)"


def _lines(excess: float) -> int:
    """How many lines more a formula takes that reaches so many em into the next."""
    return ceil(excess / LEADING) if excess > 0 else 0


def _strut(drawing: Drawn) -> str:
    size = f"height: {drawing.height:.3f}em; {_place(drawing, is_display=True)}"
    return f'<span class="formula-part" style="width: 0; {size}"></span>'


def _box(drawing: Drawn, text: str, *, is_display: bool) -> str:
    place = _place(drawing, is_display=is_display)
    size = f"width: {drawing.width:.3f}em; height: {drawing.height:.3f}em; {place}"
    view = " ".join(f"{number:.2f}" for number in drawing.view)
    said = f'{FORMULA_TEXT}="{escape(text)}" viewBox="{view}" style="{size}"'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" {said}>{drawing.paths}</svg>'
    return f'<span class="formula-part">{svg}</span>'
