"""Letters that another face lends make no line higher.

In:  text boxes, as WeasyPrint splits them into lines.
Out: the same boxes on the baseline of their own face, for as long as the block runs.

A box in which a second face lends letters, as one for Japanese does to one with Latin letters alone, is
centred in its line by the taller of the two. Boxes beside it that are not then stand a point higher or lower,
and the line between them grows. CSS takes the first face that a style names (CSS Inline Layout 3, 5.1).
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from weasyprint.text.line_break import strut

from issuebrief.engine.patches import SPLIT_TEXT_BOX, replaced

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.engine.protocols import LayoutBox, PageContext


@contextmanager
def lent_letters_in_line() -> Iterator[None]:
    """Set each box that WeasyPrint splits off on the baseline of its own face."""
    plain_split = SPLIT_TEXT_BOX.value

    def split(
        context: PageContext,
        box: LayoutBox,
        width: float | None,
        skip: int | None,
        is_line_start: bool = True,
    ) -> tuple[LayoutBox | None, int | None, bool | None]:
        part, resume, preserved = plain_split(context, box, width, skip, is_line_start)
        if part is not None and part.style["line_height"] != "normal":
            baseline = strut(part.style)[1]
            if part.baseline != baseline:
                lower = baseline - part.baseline
                part.margin_top += lower
                part.margin_bottom -= lower
                part.baseline = baseline
        return part, resume, preserved

    with replaced(SPLIT_TEXT_BOX, split):
        yield
