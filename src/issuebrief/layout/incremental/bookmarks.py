"""Bookmarks of elements that stand on more than one page.

In:  pages, one after the other, some of them taken over from the last revision.
Out: the same pages; each element has its bookmark where it begins, and nowhere else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.layout.incremental.dependencies import token_of

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from issuebrief.engine.protocols import LayoutBox

Mark = tuple[str, str]
"""What has a bookmark: the token of its element, and which of its pseudo-elements it is, if any."""


def has_mark(box: LayoutBox) -> bool:
    """Whether a box has a bookmark, or would have one if its element had not begun on an earlier page."""
    return bool(box.style["bookmark_level"] != "none" and box.element is not None)


def mark_of(box: LayoutBox) -> Mark:
    """What the bookmark of a box is known by."""
    return token_of(box), box.element_tag.partition("::")[2]


def marked_once(page: LayoutBox, known: AbstractSet[Mark]) -> set[Mark]:
    """Take the bookmarks from a page that other pages or boxes have, as `layout_document` does; all of it."""
    found: set[Mark] = set()
    for box in page.descendants():
        if box.bookmark_label:
            mark = mark_of(box)
            if mark in known or mark in found:
                box.bookmark_label = ""
            found.add(mark)
    return found
