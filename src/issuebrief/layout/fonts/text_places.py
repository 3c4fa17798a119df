"""Where the words of a page stand in the brief.

In:  a text box as it is laid out, the pages and the brief's source.
Out: the place of its words, and the line they stand on. The blocks of a page say which line of the brief they
     came from, so short words are not mistaken for others above them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from weasyprint.formatting_structure.boxes import ParentBox

from issuebrief.layout.boxes.fragments import laid_out, source_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.diagnostics.model import SourceRange
    from issuebrief.engine.pages import Pages
    from issuebrief.engine.protocols import LayoutBox
    from issuebrief.frontmatter.source import Source


def place_of(box: LayoutBox, pages: Pages, source: Source) -> tuple[SourceRange, str]:
    """Where the text of a box stands: all of it, or else its first word, or else its block."""
    text, lines = box.text.strip(), source.text.split("\n")
    block = next((line for page in pages.document.pages if (line := _block(page._page_box, box, 0)) >= 0), 0)
    for first in dict.fromkeys((block, 1)):
        for pattern in _patterns(text) if first else ():
            for number, words in enumerate(lines[first - 1 :], first):
                if found := pattern.search(words):
                    return source.place(number, found.start() + 1).covering(found[0]), words
    return source.place(block), lines[block - 1] if 0 < block <= len(lines) else ""


def _patterns(text: str) -> Iterator[re.Pattern[str]]:
    """What is looked for, one after the other: whole words before those that the end of a line cut."""
    for part in (text, *text.split()[:1]) if text else ():
        whole = rf"(?<!\w){re.escape(part)}"
        yield re.compile(rf"{whole}(?!\w)")
        yield re.compile(whole)


def _block(box: LayoutBox, wanted: LayoutBox, line: int) -> int:
    """The line of the innermost block that says its own around a text box; -1 where the box is not inside."""
    line = source_line(box) or line
    for child in map(laid_out, box.children if isinstance(box, ParentBox) else ()):
        if child is wanted:
            return line
        if (found := _block(child, wanted, line)) >= 0:
            return found
    return -1
