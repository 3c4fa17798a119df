"""Paragraphs that begin as what they follow asks for, where what stands between is moved away.

In:  the children of columns as they are typed, and which of them stand elsewhere.
Out: the same, but paragraphs that follow something else now have the indent and the white of others that do.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from issuebrief.engine.protocols import LayoutBox


def indented_anew(children: list[LayoutBox], moved: Collection[int]) -> None:
    """Put paragraphs right, in place, that follow others now that those of the numbers given are moved."""
    typed = [*children]
    begins = _first_after(typed, lambda before: not _is_paragraph(before))
    follows = _first_after(typed, _is_paragraph)
    kept = [n for n in range(len(typed)) if n not in moved]
    for before, number in pairwise(kept):
        was = typed[number - 1]
        is_one = _is_paragraph(typed[before])
        if _is_paragraph(typed[number]) and is_one != _is_paragraph(was):
            model = follows if is_one else begins
            children[number] = typed[number] if model is None else _indented_like(typed[number], model)


def _first_after(children: Sequence[LayoutBox], wanted: Callable[[LayoutBox], bool]) -> LayoutBox | None:
    """The first paragraph that stands after such a child; None where there is none."""
    found = (child for before, child in pairwise(children) if wanted(before) and _is_paragraph(child))
    return next(found, None)


def _is_paragraph(child: LayoutBox) -> bool:
    return bool(child.element_tag == "p")


def _indented_like(paragraph: LayoutBox, model: LayoutBox) -> LayoutBox:
    """A copy of a paragraph that begins like another one."""
    paragraph = paragraph.copy()
    paragraph.style = paragraph.style.copy()
    for name in ("text_indent", "margin_top"):
        paragraph.style[name] = model.style[name]
    lines = [line.copy() for line in paragraph.children]
    for line in lines:
        line.style = line.style.copy()
        line.style["text_indent"] = model.style["text_indent"]
    paragraph.children = lines
    return paragraph
