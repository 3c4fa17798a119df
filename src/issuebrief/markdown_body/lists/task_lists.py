"""Lists of tasks: `- [ ] to do`, `- [x] done`.

In:  the tree of the text.
Out: the same; an item that begins with brackets has the class `task`, and `done` where they hold a cross. The
     style sheet gives it a box in place of its dash. A numbered item keeps its number before it.
"""

from __future__ import annotations

import re

from issuebrief.markdown_body.source.html_tree import Element, Text, is_blank, walk
from issuebrief.markdown_body.source.source_lines import PATTERN as LINE_STAND_IN

OPEN, DONE = "☐\u2002", "☑\u2002"
BOX = re.compile(rf"\s*((?:{LINE_STAND_IN.pattern})?)\[([ xX])\]\s+")


def set_tasks(root: Element) -> None:
    """Mark the items that are tasks, and take their brackets out of the text."""
    for found in walk(root):
        if found.tag in ("ul", "ol"):
            for item in found.children:
                if isinstance(item, Element) and item.tag == "li":
                    _mark(item, is_numbered=found.tag == "ol")


def _mark(item: Element, *, is_numbered: bool) -> None:
    text = _first_text(item)
    if text is None or not (match := BOX.match(text.value)):
        return
    is_done = match[3] != " "
    if is_numbered:
        text.value = match[1] + (DONE if is_done else OPEN) + text.value[match.end() :]
        return
    text.value = match[1] + text.value[match.end() :]
    item.attributes["class"] = " ".join((*item.classes, "task", *(["done"] if is_done else [])))


def _first_text(item: Element) -> Text | None:
    """The text with which an item, or its first paragraph, begins."""
    first = next((node for node in item.children if not is_blank(node)), None)
    if isinstance(first, Element) and first.tag == "p" and first.children:
        first = first.children[0]
    return first if isinstance(first, Text) else None
