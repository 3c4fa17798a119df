"""Composed letters drawn: a little wider or narrower than they are, and as wide as they were measured.

In:  text boxes with `expansion` or `tracking`, while WeasyPrint draws them.
Out: the same letters, scaled across by up to two hundredths and set apart (ISO 32000-1, 9.3.2,
     character spacing).

Pango takes the spaces of a text from the face of the letters before them, but from the first face of the
style once they are widened. Where a second face lends the letters, the widened spaces make up for that.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

from weasyprint.matrix import Matrix
from weasyprint.text.line_break import line_size

from issuebrief.engine.patches import DRAW_FIRST_LINE, replaced
from issuebrief.layout.paragraphs.glyph_runs import ShapedLayout, count_glyphs, shaped_items
from issuebrief.layout.paragraphs.line_spec import SPACES

FIRST_SHIFT = re.compile(rb"\[(?:<>)?(-?[\d.]+)(?=<[0-9a-f])")
LEAST = 0.1
"""What a text may lack of its width, in px."""

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.engine.protocols import DrawnStream, LayoutBox


@contextmanager
def expanded_letters() -> Iterator[None]:
    """Scale letters and set them apart while the block draws."""
    plain_draw = DRAW_FIRST_LINE.value

    def draw(
        stream: DrawnStream, textbox: LayoutBox, text_overflow: str, block_ellipsis: object, matrix: Matrix
    ) -> object:
        expansion, tracking = getattr(textbox, "expansion", 0.0), getattr(textbox, "tracking", 0.0)
        if hasattr(textbox, "tracking"):
            _fill(textbox)
        if expansion:
            _, _, _, _, x, y = matrix.values
            matrix = Matrix(a=1 + expansion, d=-1, e=x, f=y)
        if tracking:
            stream.stream.append(f"{tracking:.4f} Tc".encode())
        begun = len(stream.stream)
        drawn = plain_draw(stream, textbox, text_overflow, block_ellipsis, matrix)
        _set_first_shifts_apart(stream.stream, begun)
        if tracking:
            stream.stream.append(b"0 Tc")
        return drawn

    with replaced(DRAW_FIRST_LINE, draw):
        yield


def _set_first_shifts_apart(operators: list[bytes], begun: int) -> None:
    """Give a shift before the first letter of an array that shows text an array of its own.

    PDFium, and so Chrome, forgets the last shift of an array that begins with one.
    """
    for place in range(len(operators) - 1, begun - 1, -1):
        operator = operators[place]
        if match := FIRST_SHIFT.match(operator):
            operators[place : place + 1] = [b"[%b] TJ" % match[1], b"[%b" % operator[match.end() :]]


def _fill(textbox: LayoutBox) -> None:
    """Let the widened spaces of a text that Pango draws fill the width that it was measured with."""
    layout = textbox.pango_layout
    if not isinstance(layout, ShapedLayout) or layout.run is not None or not layout.justification_spacing:
        return
    spaces = sum(map(textbox.text.count, SPACES))
    line, _ = layout.get_first_line()
    wanted = textbox.width / (1 + textbox.expansion) - textbox.tracking * count_glyphs(shaped_items(line))
    lacking = wanted - line_size(line, textbox.style)[0]
    if spaces and abs(lacking) > LEAST:
        layout.justification_spacing += lacking / spaces
        layout.deactivate()
        layout.reactivate(textbox.style)
