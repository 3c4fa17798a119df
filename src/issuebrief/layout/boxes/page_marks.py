"""Pages without marks: what CSS asks of the edge of the paper is left to the files made from them.

In:  the box of a page.
Out: the same, without bleed and marks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from weasyprint.css.properties import Dimension

if TYPE_CHECKING:
    from issuebrief.engine.protocols import LayoutBox

SIDES = ("top", "right", "bottom", "left")


def without_marks(page: LayoutBox) -> LayoutBox:
    """The box of a page without the bleed and marks that CSS may ask for: a file has its own, or none."""
    if page.style["marks"] or any(page.bleed.values()):
        style = page.style.copy()
        style.update({"marks": (), **{f"bleed_{side}": Dimension(0, "px") for side in SIDES}})
        page.style = style
    return page
