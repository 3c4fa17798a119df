"""Where figures, tables and boxes are to stand: `.here`, `.top`, `.bottom`, `.page`.

In:  the tree of the body, in which figures and boxes are made.
Out: problems: places that exclude each other, and places given to what does not move.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import warning
from issuebrief.markdown_body.source.class_places import class_place
from issuebrief.markdown_body.source.html_tree import Element, walk
from issuebrief.theming.body_classes import asked_places, granted_places

if TYPE_CHECKING:
    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.markdown_body.source.markdown_source import MarkdownSource


def check_places(root: Element, manuscript: MarkdownSource) -> list[Diagnostic]:
    """Places of which nothing comes."""
    moving = {id(child) for child in root.children if isinstance(child, Element) and _moves(child)}
    problems = []
    for found in walk(root):
        asked = asked_places(found.classes)
        if not asked:
            continue
        first = f".{asked[0]}"
        if id(found) not in moving:
            message = f"{first} has no effect here: only figures, tables and boxes on their own can move"
            problems.append(_problem(asked[0], found, message, "remove it", manuscript))
        elif asked != granted_places(found.classes):
            message = f"{first} and .{asked[-1]} cannot be combined; {first} is used"
            problems.append(_problem(asked[-1], found, message, "leave one of them", manuscript))
    return problems


def _moves(element: Element) -> bool:
    return element.tag == "figure" or (element.tag == "div" and "box" in element.classes)


def _problem(name: str, found: Element, message: str, hint: str, manuscript: MarkdownSource) -> Diagnostic:
    place, excerpt = class_place(name, found, manuscript)
    return warning("figures.place", message, place, hint, excerpt)
