"""Words of a drawing whose letters join, change beside each other or run from right to left, set at once.

In:  an element of text of a drawing (SVG), while WeasyPrint draws it.
Out: the same element, with a text that WeasyPrint takes for one letter.

WeasyPrint sets text letter by letter, since SVG may give each its own place: Arabic falls apart so, and
Hebrew runs the wrong way. A text that gives no places to its letters can be set as a line is.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from issuebrief.engine.protocols import SvgNode

JOINED = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]|[\u0900-\u0dff\u0f00-\u109f\u1780-\u17ff\u1800-\u18af]"
)
"""Letters of scripts that run from right to left, or whose letters change shape beside each other."""
PLACES = ("x", "y", "dx", "dy", "rotate")
"""The attributes that may give each letter its place."""


class WholeText(str):
    """A text of which nothing is set by itself."""

    __slots__ = ()

    def __iter__(self) -> Iterator[str]:
        """The text, once."""
        yield str(self)


def places_letters(attributes: Mapping[str, str]) -> bool:
    """Whether an element of text gives places to single letters."""
    return any(re.search(r"\S[\s,]+\S", attributes.get(name, "")) for name in PLACES)


@contextmanager
def set_at_once(node: SvgNode) -> Iterator[None]:
    """Have the text of an element set at once while the block runs, if its letters need that."""
    text = node.text
    if not text or not JOINED.search(text) or places_letters(node.attrib):
        yield
        return
    node._etree_node.text = WholeText(text)
    try:
        yield
    finally:
        node._etree_node.text = text
