"""Whether all words of a drawing (SVG) were drawn.

In:  the tree of a drawing in plain form, and WeasyPrint while it draws it.
Out: the words that should have been drawn and were not.
"""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from weasyprint import svg

from issuebrief.typeset.plain_drawings import local_name

if TYPE_CHECKING:
    from collections.abc import Iterator

WORDS = ("text", "tspan", "textPath")
LENT = frozenset(
    ("defs", "symbol", "clipPath", "mask", "pattern", "marker", "title", "desc", "foreignObject", "flowRoot")
)
"""Elements whose content is not drawn where it stands."""


class DrawnWords:
    """The words of one drawing. White space does not count."""

    def __init__(self, root: Any) -> None:
        self.expected = Counter(_words(root, hidden=False, inside_text=False))

    @contextmanager
    def counted(self) -> Iterator[Counter[str]]:
        """Count the words that are drawn while the block runs; gives those that are missing after it."""
        plain = svg.text
        drawn: Counter[str] = Counter()
        missing: Counter[str] = Counter()

        def text(drawing: Any, node: Any, font_size: float) -> None:
            plain(drawing, node, font_size)
            if node.text and font_size > 0:
                drawn[_bare(node.text)] += 1

        # WeasyPrint knows an element of text by the function that draws it.
        names = [name for name, function in svg.TAGS.items() if function is plain]
        svg.text = text
        svg.TAGS.update(dict.fromkeys(names, text))
        try:
            yield missing
        finally:
            svg.text = plain
            svg.TAGS.update(dict.fromkeys(names, plain))
            missing.update(self.expected - drawn)


def _words(element: Any, *, hidden: bool, inside_text: bool) -> Iterator[str]:
    """The words of an element and of those in it, piece by piece."""
    name = local_name(element)
    if name in LENT or element.get("display") == "none" or _is_nothing(element):
        return
    hidden = element.get("visibility", "hidden" if hidden else "visible") in ("hidden", "collapse")
    is_text = name == "text" or (inside_text and name in WORDS)
    if is_text and not hidden and _bare(element.text):
        yield _bare(element.text)
    for child in element:
        yield from _words(child, hidden=hidden, inside_text=is_text)
        if is_text and not hidden and _bare(child.tail):
            yield _bare(child.tail)


def _is_nothing(element: Any) -> bool:
    """Whether the letters have no size, as their author wants it."""
    return bool((size := element.get("font-size")) and size.rstrip("pxtem%").strip("0.") == "")


def _bare(text: str | None) -> str:
    return "".join((text or "").split())
