"""The live areas of a page, each once.

In:  a laid-out page.
Out: the same page without the areas of what only stands inside a link: WeasyPrint makes one for the link
     and one more for every word in it that is set apart, on top of the first.
"""

from __future__ import annotations

from typing import Any

from weasyprint.formatting_structure import boxes


def keep_outermost_areas(page: Any) -> Any:
    """Keep the areas of links themselves, and of pictures in them, which are larger than their line."""
    page.links = [area for area in page.links if _is_of_its_own(area[3])]
    return page


def _is_of_its_own(box: Any) -> bool:
    return bool(box.link) or not isinstance(box, boxes.InlineBox)
