"""Lists of tasks: `- [ ] to do`, `- [x] done`.

In:  the tree of the text.
Out: the same; an item that begins with brackets has the class `task`, and `done` where they hold a cross. The
     style sheet gives it a box in place of its dash.
"""

from __future__ import annotations

import re

from issuebrief.markdown_body.source.html_tree import Element, Text, is_blank, walk
from issuebrief.markdown_body.source.source_lines import PATTERN as LINE_STAND_IN

BOX = re.compile(rf"\s*((?:{LINE_STAND_IN.pattern})?)\[([ xX])\]\s+")


def set_tasks(root: Element) -> None:
    """Mark the items that are tasks, and take their brackets out of the text."""
    for found in walk(root):
        if found.tag == "ul":
            for item in found.children:
                if isinstance(item, Element) and item.tag == "li":
                    _mark(item)


def _mark(item: Element) -> None:
    text = _first_text(item)
    if text is None or not (match := BOX.match(text.value)):
        return
    text.value = match[1] + text.value[match.end() :]
    done = [] if match[3] == " " else ["done"]
    item.attributes["class"] = " ".join((*item.classes, "task", *done))


def _first_text(item: Element) -> Text | None:
    """The text with which an item, or its first paragraph, begins."""
    first = next((node for node in item.children if not is_blank(node)), None)
    if isinstance(first, Element) and first.tag == "p" and first.children:
        first = first.children[0]
    return first if isinstance(first, Text) else None
