"""Letters drawn a little wider or narrower than they are.

In:  text boxes with an `expansion`, while WeasyPrint draws them.
Out: the same letters, scaled across by up to a hundredth and a half, as a compositor's
     justification would do it with wider and narrower cuts of the type.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from weasyprint.draw import text as drawing
from weasyprint.matrix import Matrix

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def expanded_letters() -> Iterator[None]:
    """Scale letters while the block draws."""
    plain_draw = drawing.draw_first_line

    def draw(stream: Any, textbox: Any, text_overflow: Any, block_ellipsis: Any, matrix: Any) -> Any:
        expansion = getattr(textbox, "expansion", 0.0)
        if expansion:
            _, _, _, _, x, y = matrix.values
            matrix = Matrix(a=1 + expansion, d=-1, e=x, f=y)
        return plain_draw(stream, textbox, text_overflow, block_ellipsis, matrix)

    drawing.draw_first_line = draw
    try:
        yield
    finally:
        drawing.draw_first_line = plain_draw
