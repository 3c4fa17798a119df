"""The live areas of a page, each once, and each high enough to be met.

In:  a page box that is laid out.
Out: WeasyPrint's page of it, without the areas of what only stands inside a link: WeasyPrint makes one for
     the link and one more for every word in it that is set apart, on top of the first.

An area is as high as the line height of its words, which is none where they are to make no line higher, such
as the marks of notes; it is a line of the grid high then.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from weasyprint.document import Page
from weasyprint.formatting_structure import boxes

from issuebrief.engine.patches import INLINE_BOX_HIT_AREA, replaced
from issuebrief.layout.styles.custom_properties import length, word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.engine.protocols import LayoutBox


def page_with_areas(page_box: LayoutBox) -> Page:
    """WeasyPrint's page of a page box, with the areas of links themselves and of pictures in them.

    Pictures have areas of their own since they are larger than their line.
    """
    with _areas_as_high_as_lines():
        page = Page(page_box)
    page.links = [area for area in page.links if _is_of_its_own(area[3])]
    return page


def _is_of_its_own(box: LayoutBox) -> bool:
    return bool(box.link) or not isinstance(box, boxes.InlineBox)


@contextmanager
def _areas_as_high_as_lines() -> Iterator[None]:
    plain = INLINE_BOX_HIT_AREA.value

    def hit_area(box: LayoutBox) -> tuple[float, float, float, float]:
        x, y, width, height = plain(box)
        if height >= box.style["font_size"]:
            return x, y, width, height
        grid = length(box.style, "__grid") if word(box.style, "__grid") else 0.0
        high = max(grid, box.style["font_size"])
        return x, y - (high - height) / 2, width, high

    with replaced(INLINE_BOX_HIT_AREA, hit_area):
        yield
