"""Text and transparency of a press file, for tests that assert on what a printer gets.

In:  a page of a file that pikepdf has opened.
Out: every text with its size in points and its inks; and whether anything on the page is transparent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import pikepdf

if TYPE_CHECKING:
    from issuebrief.theming.colours import Cmyk


class PaintedText(NamedTuple):
    """A text that is shown: its size in points, and its inks."""

    size: float
    inks: Cmyk


def painted_text(page: Any) -> list[PaintedText]:
    """Every text of a page that is set in process inks, as its operators say."""
    return [found for found in _texts(page, page.obj.Resources, 1.0) if isinstance(found, PaintedText)]


def _texts(stream: Any, resources: Any, scale: float) -> list[Any]:
    found: list[Any] = []
    inks: Any = None
    size, text, saved = 0.0, 1.0, []
    instructions: Any = pikepdf.parse_content_stream(stream)
    for operands, operator in instructions:
        word = str(operator)
        if word == "q":
            saved.append((scale, inks, size))
        elif word == "Q":
            scale, inks, size = saved.pop()
        elif word == "cm":
            a, b, c, d = (float(value) for value in list(operands)[:4])
            scale *= abs(a * d - b * c) ** 0.5
        elif word == "Tm":
            c, d = float(operands[2]), float(operands[3])
            text = (c * c + d * d) ** 0.5
        elif word == "Tf":
            size = float(operands[1])
        elif word == "k":
            inks = tuple(float(value) for value in operands)
        elif word in ("cs", "g"):
            inks = None
        elif word in ("TJ", "Tj") and inks is not None:
            found.append(PaintedText(size * text * scale, inks))
        elif word == "Do":
            form = resources.XObject[str(operands[0])]
            if form.Subtype == "/Form":
                found += _texts(form, form.get("/Resources", resources), scale)
    return found


def is_transparent(page: Any) -> bool:
    """Whether a page uses a transparency, a mask or a group, by the operators of its content."""
    resources = page.obj.Resources
    instructions: Any = pikepdf.parse_content_stream(page)
    for operands, operator in instructions:
        if str(operator) == "gs":
            state = resources.ExtGState[str(operands[0])]
            clear = any(float(state.get(key, 1)) < 1 for key in ("/ca", "/CA"))
            if clear or "/SMask" in state or str(state.get("/BM", "/Normal")) != "/Normal":
                return True
        elif str(operator) == "Do":
            item = resources.XObject[str(operands[0])]
            if "/SMask" in item or "/Group" in item:
                return True
    return False
