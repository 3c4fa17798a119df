"""Lists as Python-Markdown is to read them.

In:  blocks of Markdown.
Out: `ol` elements whose items know the number they were typed with. Numbers end in a full stop or in a
     parenthesis; where the ending or the kind of numbers changes, another list begins.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import SubElement

from markdown.extensions.sane_lists import SaneOListProcessor, SaneUListProcessor

from issuebrief.markdown_body.lists.lettered_lists import Style, attributes_of, taken_signs
from issuebrief.markdown_body.lists.numbered_lists import NUMBER
from issuebrief.theming.body_classes import PARENTHESES

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from markdown.blockparser import BlockParser


INNER_ITEM = re.compile(r"^[ ]{4,7}((\d{1,9}[.)])|[*+-])[ ]+.*")
"""A line of an item that is an item of a list in it."""


class BulletListProcessor(SaneUListProcessor):
    """Makes lists with bullets, in which numbers may end in a parenthesis too."""

    def __init__(self, parser: BlockParser) -> None:
        super().__init__(parser)
        self.INDENT_RE = INNER_ITEM


class NumberedListProcessor(SaneOListProcessor):
    """Makes numbered lists, and notes on each item its number as typed."""

    def __init__(self, parser: BlockParser) -> None:
        super().__init__(parser)
        self.RE = re.compile(r"^[ ]{0,3}\d{1,9}[.)][ ]+(.*)")
        self.CHILD_RE = re.compile(r"^[ ]{0,3}((\d{1,9}[.)]))[ ]+(.*)")
        self.INDENT_RE = INNER_ITEM

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Make a list of the next block, or add its items to the list before it."""
        blocks[0], style = taken_signs(blocks[0])
        typed = [match[1] for match in map(self.CHILD_RE.match, blocks[0].split("\n")) if match]
        ending = typed[0][-1]
        sibling = self.lastChild(parent)
        goes_on = sibling is not None and sibling.tag == "ol" and _way(sibling) == _way_of(style, ending)
        # Python-Markdown adds to whatever list stands before; one that is numbered otherwise is another.
        wall = None if goes_on or parent.tag in ("ol", "ul") else SubElement(parent, "hr")
        known = len(sibling) if goes_on and sibling is not None else len(parent) if wall is None else 0
        super().run(parent, blocks)
        made = sibling if goes_on else self.lastChild(parent) if wall is not None else parent
        if wall is not None:
            parent.remove(wall)
        assert made is not None
        for name, value in attributes_of(style).items() if style else ():
            made.set(name, value)
        if ending == ")" and not style:
            made.set("class", PARENTHESES)
        for item, number in zip(list(made)[known:], typed, strict=False):
            item.set(NUMBER, number[:-1])


def _way(made: Element) -> tuple[str, str]:
    """How the items of a list are numbered: its type and its classes."""
    return made.get("type", ""), made.get("class", "")


def _way_of(style: Style | None, ending: str) -> tuple[str, str]:
    given = attributes_of(style) if style else {"class": PARENTHESES} if ending == ")" else {}
    return given.get("type", ""), given.get("class", "")
