"""Attribute lists, which Python-Markdown reads from the first brace of a line to the last.

In:  a converter.
Out: the same, which takes for a list what stands between two braces that belong together, and only where it
     is one: a class, an id, a value. Other words in braces are words, as in `{a, b}`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown.extensions.attr_list import AttrListTreeprocessor

if TYPE_CHECKING:
    from markdown import Markdown

VALUE = r"[^\s{}=\"']+=(?:\"[^\"\n]*\"|'[^'\n]*'|[^\s{}\"']*)"
ITEM = rf"(?:[.#][^\s{{}}]+|{VALUE}|-|reversed|hidden)"
LIST = rf"\{{:?[ ]*({ITEM}(?:[ ]+{ITEM})*[ ]*)\}}"
ORDER = 8
"""The place of the extension's own treeprocessor, which this one stands in for."""


class AttributeLists(AttrListTreeprocessor):
    """Gives elements the attributes that stand in the braces behind them."""

    HEADER_RE = re.compile(rf"[ ]+{LIST}[ ]*$")  # type: ignore[misc]
    BLOCK_RE = re.compile(rf"\n[ ]*{LIST}[ ]*$")  # type: ignore[misc]
    INLINE_RE = re.compile(LIST)  # type: ignore[misc]


def pair_braces(converter: Markdown) -> None:
    """Let a converter read attribute lists so."""
    converter.treeprocessors.register(AttributeLists(converter), "attr_list", ORDER)
