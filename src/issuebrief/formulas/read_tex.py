"""LaTeX to MathML.

In:  a formula as it is typed, and whether it stands on a line of its own.
Out: an element `math`; or a `TexFault` that says what cannot be read, and where.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.formulas.drawing_cost import MOST, cost_of
from issuebrief.formulas.mathml import node, row
from issuebrief.formulas.tex_parser import TexReader
from issuebrief.formulas.tex_tokens import TexFault

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

LONGEST = 2_000
"""Characters of a formula."""


def math_of(tex: str, *, display: bool = False, decimal_comma: bool = False) -> Element:
    """A formula as MathML; raises `TexFault` where it cannot be read.

    With a `decimal_comma` a comma between two digits belongs to the number.
    """
    if len(tex) > LONGEST:
        message = f"the formula has {len(tex):,} characters, and {LONGEST:,} are the most"
        raise TexFault(message, 0, 1, "part it into several formulas")
    reader = TexReader(tex, is_display=display, has_decimal_comma=decimal_comma)
    made = node("math", row(reader.read_all()), **({"display": "block"} if display else {}))
    if cost_of(made) > MOST:
        hint = "part it into several formulas"
        raise TexFault("the formula has too many parts within each other", 0, len(tex), hint)
    return made
