"""The figures of chemical names set as indices, where a brief asks for it: CO₂, CH₄, PM₂.₅.

In:  a tree.
Out: the same with an element `sub` around the figures of names that can mean nothing else. Code, formulas,
     web addresses and what is an index already stay as they are.

H2 is the second half of a year as well, and O2 a company; so only names from a list are set.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from issuebrief.markdown_body.source.html_tree import VERBATIM, Element, Text, names
from issuebrief.markdown_body.source.urls import is_url

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.markdown_body.source.html_tree import Node

NAME = re.compile(
    r"(?<![\w.@#])(?P<name>CO2|CH4|N2O|H2O|SO[23]|SF6|NO[23]|NH3|NF3|H2S|CaCO3|H2SO4|HNO3"
    r"|NOx|SOx|PM(?:2\.5|10))(?=(?:e|eq)?(?![\w]|[.,]\d))"
)
"""Names of substances, and of the dust whose grains are smaller than so many micrometres."""

INDEX = re.compile(r"\d+(?:\.\d+)?|x$")
ADDRESS = re.compile(r"(?:https?://|www\.|10\.\d{4,9}/)\S+")
KEPT = VERBATIM | names("sub sup img")


def set_indices(root: Element) -> None:
    """Set the figures of chemical names as indices."""
    if root.tag in KEPT or is_url(root):
        return
    children: list[Node] = []
    for child in root.children:
        if isinstance(child, Text):
            children += _parted(child)
        else:
            set_indices(child)
            children.append(child)
    root.children = children


def _parted(text: Text) -> Iterator[Node]:
    value, end = text.value, 0
    addresses = [match.span() for match in ADDRESS.finditer(value)]
    for match in NAME.finditer(value):
        if any(start <= match.start() < stop for start, stop in addresses):
            continue
        for index in INDEX.finditer(match["name"]):
            at = match.start() + index.start()
            if at > end:
                yield Text(value[end:at])
            yield Element("sub", {}, [Text(index[0])])
            end = match.start() + index.end()
    if end < len(value) or not value:
        yield text if not end else Text(value[end:])
