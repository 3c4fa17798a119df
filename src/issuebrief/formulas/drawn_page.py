"""Pages of HTML for paper, on which formulas are drawn.

In:  HTML in which formulas are MathML.
Out: the same with a drawing in the place of each, on the baseline and as large as the letters around it.

A formula in a line that is long is drawn in parts, between which the line may end: behind its relations.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING
from xml.etree.ElementTree import fromstring

from issuebrief.formulas.draw import drawn, pieces
from issuebrief.formulas.mathml import as_text
from issuebrief.theming.body_classes import FORMULA_TEXT

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from issuebrief.formulas.draw import Drawn

MATH = re.compile(r"(?P<math><math\b[^>]*>.*?</math>)(?P<number><span class=\"equation-number\">)?", re.DOTALL)
LONG = 6.0
"""How many em wide a formula in a line is that may be parted."""

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
    if math.get("display") != "block" and whole.width > LONG:
        parts = list(pieces(math))
    classes = "formula display" if math.get("display") == "block" else "formula"
    attributes = {"class": classes, "role": "math", "aria-label": said["alttext"], "id": said["id"]}
    attributes["lang"] = said["lang"]
    tag = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items() if value)
    boxes = [_box(part, whole if len(parts) == 1 else drawn(as_text(part))) for part in parts]
    texts = [said[FORMULA_TEXT], *[""] * (len(boxes) - 1)]
    shown = (box.replace(TEXT, escape(text)) for box, text in zip(boxes, texts, strict=True))
    return f"<span{tag}>{''.join(shown)}</span>{number}{_strut(whole) if number else ''}"


def _strut(drawing: Drawn) -> str:
    size = f"height: {drawing.height:.3f}em; vertical-align: {-drawing.depth:.3f}em"
    return f'<span class="formula-part" style="width: 0; {size}"></span>'


TEXT = "\ufdd7"
"""Where the text of a drawing is put."""


def _box(part: Element, drawing: Drawn) -> str:
    size = f"width: {drawing.width:.3f}em; height: {drawing.height:.3f}em"
    view = " ".join(f"{number:.2f}" for number in drawing.view)
    return (
        f'<span class="formula-part"><svg xmlns="http://www.w3.org/2000/svg" {FORMULA_TEXT}="{TEXT}" viewBox="{view}" '
        f'style="{size}; vertical-align: {-drawing.depth:.3f}em">{drawing.paths}</svg></span>'
    )
