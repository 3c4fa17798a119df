"""Composed letters drawn: a little wider or narrower than they are.

In:  text boxes with `expansion` or `tracking`, while WeasyPrint draws them.
Out: the same letters, scaled across by up to two hundredths and set apart (ISO 32000-1, 9.3.2,
     character spacing).
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from weasyprint.matrix import Matrix

from issuebrief.engine.patches import DRAW_FIRST_LINE, replaced

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
        if expansion:
            _, _, _, _, x, y = matrix.values
            matrix = Matrix(a=1 + expansion, d=-1, e=x, f=y)
        if tracking:
            stream.stream.append(f"{tracking:.4f} Tc".encode())
        drawn = plain_draw(stream, textbox, text_overflow, block_ellipsis, matrix)
        if tracking:
            stream.stream.append(b"0 Tc")
        return drawn

    with replaced(DRAW_FIRST_LINE, draw):
        yield
