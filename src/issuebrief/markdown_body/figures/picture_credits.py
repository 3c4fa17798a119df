"""The credits of pictures, gathered into a list where a brief wants one.

In:  the tree of the body, its figures numbered.
Out: the same without the credits of its figures; and these, each with the number of its figure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.markdown_body.source.html_tree import Element, serialise, text_of, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.markdown_body.source.html_tree import Node

Taken = tuple[str, list["Node"]]
"""The label of a figure, which may have none, and what its credit says."""


def take_credits(body: Element) -> list[Taken]:
    """Take the credits out of the figures of a body, in their order."""
    return [taken for figure in walk(body) if figure.tag == "figure" for taken in _of_figure(figure)]


def _of_figure(figure: Element) -> Iterator[Taken]:
    label = next((text_of(found) for found in walk(figure) if "label" in found.classes), "")
    for holder in [figure, *(found for found in walk(figure) if found.tag == "figcaption")]:
        for child in [each for each in holder.children if isinstance(each, Element) and _is_credit(each)]:
            holder.children.remove(child)
            yield label, child.children


def _is_credit(element: Element) -> bool:
    return {"source", "credit"} <= set(element.classes)


def written_credits(taken: list[Taken]) -> tuple[tuple[str, str], ...]:
    """The credits as HTML."""
    return tuple((label, serialise(nodes).strip()) for label, nodes in taken)
