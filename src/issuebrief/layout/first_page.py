"""The white around the title takes the lines that the text leaves empty on the first page.

In:  the first page as WeasyPrint made it, and where the text goes on overleaf.
Out: the same page, changed in place: its text ends at the foot, and stands lower by as many lines. A picture
     at the foot of a cover leaves the title its room (`cover_room.py`).

A text may leave lines because what comes next is kept together. Elsewhere they are at the foot of a column;
a title has white that can be larger without being seen.
"""

from __future__ import annotations

from contextlib import contextmanager
from math import floor
from typing import TYPE_CHECKING

from issuebrief.engine.patches import REMAKE_PAGE, replaced
from issuebrief.layout.boxes.fragments import class_names
from issuebrief.layout.boxes.ink import ink_bottom
from issuebrief.layout.cover_room import clear_title
from issuebrief.layout.styles.custom_properties import length

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from issuebrief.engine.protocols import HtmlDocument, LayoutBox, PageContext, SkipStack

LEAST, MOST = 2, 6
"""So many lines are moved into the white at the least, for pages may be a line short, and at the most."""
ROUNDING = 0.05
"""The share of a line by which heights may miss."""


@contextmanager
def filled_first_page() -> Iterator[None]:
    """Let the text of first pages end at their foot, while the block runs."""
    plain: Callable[..., tuple[LayoutBox, SkipStack]] = REMAKE_PAGE.value

    def remake(
        index: int, context: PageContext, root: LayoutBox, html: HtmlDocument
    ) -> tuple[LayoutBox, SkipStack]:
        page, resume_at = plain(index, context, root, html)
        if index == 0:
            clear_title(page)
        if index == 0 and resume_at is not None and _is_amid_text(root, resume_at):
            _lower(page)
        return page, resume_at

    with replaced(REMAKE_PAGE, remake):
        yield


def _is_amid_text(root: LayoutBox, resume_at: SkipStack) -> bool:
    """Whether the next page begins within the text."""
    box, place = root, resume_at
    # The body in the root, and the text in the body.
    for _ in range(2):
        if not place:
            return False
        ((number, place),) = place.items()
        box = box.children[number]
    return bool(place) and box.element_tag == "main"


def _lower(page: LayoutBox) -> None:
    """Let the text, and the standfirst above it, stand lower by the lines that are empty at the foot."""
    flowing = [
        box
        for root in page.children[:1]
        for body in getattr(root, "children", ())
        for box in getattr(body, "children", ())
        if box.is_in_normal_flow()
    ]
    texts = [box for box in flowing if box.element_tag == "main"]
    if not texts or texts[0] is flowing[0]:
        return
    step = length(texts[0].style, "__grid")
    lines = min(MOST, floor((page.content_box_y() + page.height - ink_bottom(texts[0])) / step + ROUNDING))
    if lines < LEAST:
        return
    # Half of it stands above the standfirst, if there is one.
    upper = [box for box in flowing if "standfirst" in class_names(box.element)]
    for box in upper:
        box.translate(dy=(lines // 2) * step)
    for box in texts:
        box.translate(dy=lines * step)
