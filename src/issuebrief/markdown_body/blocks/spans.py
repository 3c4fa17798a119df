"""What goes across columns and more: `.wide`, `.full` and `.bleed`; and what is turned, `.turned`.

In:  the tree of the body, its figures made.
Out: the same, each of these classes on a block of the text itself, and one on each at the most; problems: a
     class that can have no effect where it stands, or makes no sense with another. A turned figure has a page
     of its own, and an element around what is turned.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import warning
from issuebrief.markdown_body.blocks.pull_quotes import is_nearly
from issuebrief.markdown_body.source.class_places import class_place
from issuebrief.markdown_body.source.html_tree import Element, walk
from issuebrief.theming.body_classes import FACE, SPANS, TURNED
from issuebrief.theming.body_classes import PLACES as PLACES_OF_FLOATS

if TYPE_CHECKING:
    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.markdown_body.source.markdown_source import MarkdownSource

PLACES = {"li": "a list", "blockquote": "a quotation", "td": "a table", "th": "a table", "dd": "a list"}
"""What is said of the elements that a spanning block may not stand in; of all others that they are boxes."""


def set_spans(body: Element, manuscript: MarkdownSource) -> list[Diagnostic]:
    """Put spans where they have an effect, and tell of those that can have none."""
    problems: list[Diagnostic] = []
    for block in body.children:
        if not isinstance(block, Element):
            continue
        _take_over(block)
        problems += _turn(block, manuscript)
        problems += _check_block(block, manuscript)
        problems += _check_inside(block, block, manuscript)
    return problems


def _take_over(block: Element) -> None:
    """Give a quotation the span of a paragraph in it: braces below a quotation are those of its last one."""
    if block.tag != "blockquote":
        return
    for paragraph in block.children:
        if isinstance(paragraph, Element) and paragraph.tag == "p" and (found := _spans(paragraph)):
            _leave(paragraph, ())
            block.attributes["class"] = " ".join([*block.classes, *found])


def _check_block(block: Element, manuscript: MarkdownSource) -> list[Diagnostic]:
    """A block of the text with one span, which is one that suits it."""
    problems = []
    found = _spans(block)
    if len(found) > 1:
        widest = found[-1]
        _leave(block, (widest,))
        message = f"of {_listed(found)} one alone can be had, and it is .{widest}"
        problems.append(_told(found[0], block, message, "leave the others out", manuscript))
    if found and found[-1] == "bleed" and not _is_picture(block):
        _leave(block, ("full",))
        message = (
            ".bleed is for pictures: words at the edges of the page would be cut off, and it is set .full"
        )
        problems.append(_told("bleed", block, message, "write .full", manuscript))
    return problems


def _turn(block: Element, manuscript: MarkdownSource) -> list[Diagnostic]:
    """Give a turned figure its page, and what is turned an element of its own."""
    problems = []
    for found in (block, *walk(block)):
        if TURNED not in found.classes:
            continue
        kept = [name for name in found.classes if name not in (TURNED, *SPANS)]
        if found is block and block.tag == "figure":
            rest = [name for name in kept if name not in PLACES_OF_FLOATS]
            block.attributes["class"] = " ".join([*rest, TURNED, "page"])
            block.children = [Element("div", {"class": FACE}, block.children)]
            continue
        found.attributes["class"] = " ".join(kept)
        message = ".turned is for pictures and tables between blocks of the text"
        hint = "put it there, with an empty line before and after it, or remove the class"
        problems.append(_told(TURNED, found, message, hint, manuscript, (block,)))
    return problems


def _check_inside(parent: Element, block: Element, manuscript: MarkdownSource) -> list[Diagnostic]:
    """Spans of what stands in a block of the text, which is no wider than the block."""
    problems = []
    for child in parent.children:
        if not isinstance(child, Element):
            continue
        if child.tag == "span" and any(map(is_nearly, child.classes)):
            # That is told of where pull-quotes are read.
            _leave(child, ())
        elif found := _spans(child):
            _leave(child, ())
            place = PLACES.get(parent.tag, "a box" if block.tag == "div" else "another block")
            message = f"{_listed(found)} has no effect in {place}: nothing is wider than what holds it"
            hint = "put it between two blocks of the text, with an empty line before and after it"
            if block.tag == "div":
                hint = f"write it behind the box itself: ::: {{.{found[-1]}}}"
            problems.append(_told(found[-1], child, message, hint, manuscript, (parent, block)))
        problems += _check_inside(child, block, manuscript)
    return problems


def _is_picture(block: Element) -> bool:
    return block.tag == "figure" and "table" not in block.classes


def _spans(element: Element) -> list[str]:
    return [name for name in SPANS if name in element.classes]


def _leave(element: Element, spans: tuple[str, ...]) -> None:
    """Leave an element these spans alone."""
    classes = [name for name in element.classes if name not in SPANS]
    element.attributes["class"] = " ".join([*classes, *spans])


def _listed(names: list[str]) -> str:
    return " and ".join(f".{name}" for name in names)


def _told(
    name: str,
    element: Element,
    message: str,
    hint: str,
    manuscript: MarkdownSource,
    around: tuple[Element, ...] = (),
) -> Diagnostic:
    place, excerpt = class_place(name, element, manuscript, around)
    return warning("figures.span", message, place, hint, excerpt)
