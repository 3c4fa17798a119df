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

from issuebrief.formulas.draw import drawn, pieces
from issuebrief.formulas.mathml import as_text
from issuebrief.theming.body_classes import FORMULA_TEXT

if TYPE_CHECKING:
    from issuebrief.formulas.draw import Drawn

MATH = re.compile(r"(?P<math><math\b[^>]*>.*?</math>)(?P<number><span class=\"equation-number\">)?", re.DOTALL)
LONG = 6.0
"""How many em wide a formula in a line is that may be parted."""

RISE = 0.35
"""By how many em the middle of a line is above its baseline: half of what a face is higher than it is deep."""

SLACK = 0.05
"""By how many em a face may differ from that, and a line with a formula that fits is no higher for it."""

ROOM_ABOVE, ROOM_BELOW = 1.08, 0.52
"""How far a formula may reach, in em, and touch nothing of the lines above and below."""

LEADING = 1.34
"""The height of a line of text, in em, as far as a formula's needs are reckoned with it."""

OWN = ("alttext", "lang", FORMULA_TEXT, "id")
"""What a formula says of itself, and its drawing does not need."""


def with_drawings(html: str) -> str:
    """The page with drawings for its formulas."""
    return MATH.sub(lambda found: _shown(found["math"], found["number"] or ""), html) if "<math" in html else html


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
        parts = list(pieces(math))
    classes = "formula display" if is_display else "formula"
    attributes = {"class": classes, "role": "math", "aria-label": said["alttext"], "id": said["id"]}
    attributes["lang"] = said["lang"]
    tag = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items() if value)
    drawings = [whole] if len(parts) == 1 else [drawn(as_text(part)) for part in parts]
    boxes = [_box(drawing, is_display=is_display) for drawing in drawings]
    texts = [said[FORMULA_TEXT], *[""] * (len(boxes) - 1)]
    shown = (box.replace(TEXT, escape(text)) for box, text in zip(boxes, texts, strict=True))
    return f"<span{tag}>{''.join(shown)}</span>{number}{_strut(whole) if number else ''}"


def _place(drawing: Drawn, *, is_display: bool) -> str:
    """Where a drawing stands, and the white above and below that makes its line as high as whole lines.

    A line of text reaches half its height and `RISE` above the baseline, and half its height less `RISE` below.
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


TEXT = "\ufdd7"
"""Where the text of a drawing is put."""


def _box(drawing: Drawn, *, is_display: bool) -> str:
    size = f"width: {drawing.width:.3f}em; height: {drawing.height:.3f}em; {_place(drawing, is_display=is_display)}"
    view = " ".join(f"{number:.2f}" for number in drawing.view)
    return (
        f'<span class="formula-part"><svg xmlns="http://www.w3.org/2000/svg" {FORMULA_TEXT}="{TEXT}" viewBox="{view}" '
        f'style="{size}">{drawing.paths}</svg></span>'
    )
